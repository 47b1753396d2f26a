"""Who gets in, and how much of it."""
