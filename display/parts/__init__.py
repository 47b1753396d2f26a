"""What the screens share: big letters, QR, theme, the thread that talks to the store. Knows no room."""
