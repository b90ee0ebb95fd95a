"""`python -m corpus`."""

from corpus.cli import app

app()
