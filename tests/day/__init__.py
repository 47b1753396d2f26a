"""A whole day of a centre, done by a script that keeps books of its own; then the store is asked what it was."""
