"""Frameworks behind our ports: each is imported in one file of this folder and nowhere else."""
