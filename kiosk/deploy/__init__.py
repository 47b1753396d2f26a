"""What a kiosk in a public hall needs around it: files to copy, as the README says."""
