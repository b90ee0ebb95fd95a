"""How official texts come in: from a folder, or from the document hosts of the United Nations.

Hands on what it was given as text, once `admit` has accepted it; cuts nothing into provisions and stores nothing.
"""
