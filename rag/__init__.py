"""The assistant: finds passages, answers from them, and checks every claim before it is shown.

Matrix products keep to one thread: a second one of the matrix library's stays awake between its small pieces of work and takes
the processor away from the embedder, from Chroma and from other questions. It reads this when numpy is first imported.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
