"""The hall for a TV with a browser: who goes where, in letters that can be read across a hall."""
