"""The assistant: finds passages, answers from them, and checks every claim before it is shown.

Matrix products keep to one thread: a second one of the matrix library's stays awake between its small pieces of work and takes
the processor away from the embedder and from other questions. They sum in one order whatever the processor, that of kernels for
AVX2, which the embedder needs anyhow, so that a question comes as near to a wording on one machine as on the next. The library
reads this when numpy is first imported.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")
