"""What did a visitor's hands, or a code scanner, mean?"""
