"""Answers as people and programs read them. Prints what it is given; never adds a word of law."""
