"""What does a supervisor see at a glance?"""
