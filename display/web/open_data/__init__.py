"""What the hall shows as open data, for LED boards and whoever makes something of it."""
