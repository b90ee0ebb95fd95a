"""Answers and tables as files of other programs: Word, Markdown, JSON, reference managers, spreadsheets."""
