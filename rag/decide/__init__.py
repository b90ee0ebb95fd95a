"""The decision on a question: answer it, refuse it, or correct first what it takes for granted."""
