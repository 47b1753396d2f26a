"""How does it stand on the screen?"""
