"""The evaluation harness: what proves that answers are grounded."""

import rag  # noqa: F401 - before numpy, so that questions are asked as they are by the service
