"""What those who look after a kiosk can do at it, once they have said the code."""
