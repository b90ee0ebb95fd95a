"""Language models that draft: off unless an operator turns one on, and never trusted.

A model is shown numbered passages and the question, all of it as data, and proposes claims. What it says is read under a
schema, mapped to provisions and citations cut from the store, and checked by the pipeline like every other claim.
"""
