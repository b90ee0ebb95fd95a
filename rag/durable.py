"""Files that must outlive a crash: what has been written is on the disk before it is put in place."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the operating system write a file or folder to the disk; raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
