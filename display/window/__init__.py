"""The operator's screen of one window."""
