"""The evaluation harness: what proves that answers are grounded."""
