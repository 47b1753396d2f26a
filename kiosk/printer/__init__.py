"""The printer of a kiosk: where it is, how it is, and what comes out of it."""
