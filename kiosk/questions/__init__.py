"""What is a visitor asked and told, and what can be chosen?"""
