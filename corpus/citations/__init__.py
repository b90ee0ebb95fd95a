"""Citations: found in text, held against the instruments, printed for people, in six languages."""
