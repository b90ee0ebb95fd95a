"""Judged runs for readers: Markdown, JSON, JUnit and one page of HTML, all from the same content."""
