"""Where a code is typed that was not scanned."""
