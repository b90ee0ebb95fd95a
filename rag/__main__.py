"""`python -m rag`."""

from rag.cli import app

app()
