"""What is read aloud, and when?"""
