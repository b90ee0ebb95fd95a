"""A session of onnxruntime that stays silent and tells nobody.

What it gives is the same to the bit on any number of threads.
"""

from pathlib import Path

import onnxruntime

_ERRORS_ONLY = 3


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Open a network that stands in a file, for so many threads; raises onnxruntime's errors, which have no common class."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting awake, they hold up whoever has work
    options.log_severity_level = _ERRORS_ONLY
    options.enable_cpu_mem_arena = False  # lengths vary: an arena keeps the longest text's memory and saves no time
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
