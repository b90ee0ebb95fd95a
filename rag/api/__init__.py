"""The HTTP API: the same values as the command line, over FastAPI; nothing below imports it."""
