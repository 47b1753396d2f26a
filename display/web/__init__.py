"""Where visitors follow their ticket by phone, and browsers show the hall."""
