"""The law: instruments, provisions, citations, texts and digests. Imports nothing else of ours."""
