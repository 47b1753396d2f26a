"""What do the hall screens share: which call is announced now, what they see, what they say without calls?"""
