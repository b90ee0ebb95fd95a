"""Instruments side by side: topics by instruments, comparisons with their marks, and checklists for visits."""
