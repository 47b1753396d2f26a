"""Reading aloud: sentences in, sound out. Knows no room; nothing is loaded before something is said."""
