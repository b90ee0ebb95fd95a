"""Verification: what a claim must pass before it is shown.

In order, each step able to fail a claim: existence, quote, slots, novelty, support. Similarity alone is never a
verdict; what cannot be decided is unchecked.
"""
