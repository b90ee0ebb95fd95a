"""Walking through instruments: the tree of headings, what refers to what, and finding a place by citation or words."""
