"""Mutation operators: faithful claims turned wrong in one known way."""
