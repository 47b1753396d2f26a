"""The poster at the door: a ticket taken by phone, where the centre allows it."""
