"""The hall screen: who goes where, in letters that can be read across a hall."""
