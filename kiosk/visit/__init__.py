"""What follows what on a visitor's way, and what does it need of the store? Knows no screen."""
