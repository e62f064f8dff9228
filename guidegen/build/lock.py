"""One build at a time into a folder.

The lock is the system's own, on the folder itself: no file is left, and it ends with the process, however that ends.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_in(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Hold the lock of *folder*, which exists, while what is inside runs; *waiting* is called where another build holds it.

    Gives whether the lock is held. Where the system or the file system locks no folders, it is not: two builds then may write
    the same files twice, never half of one, and what one remembers of them is compared with what stands there.
    """
    with _opened(folder) as held:
        yield held is not None and _locked(held, waiting)


@contextmanager
def if_free(folder: Path) -> Iterator[bool]:
    """Hold the lock of *folder*, as :func:`alone_in` does, unless another process does. Gives whether it is held."""
    with _opened(folder) as held:
        yield held is not None and _locked(held, None)


@contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    """Give a descriptor of *folder*, or None on a system that locks no folders; closing it ends its lock."""
    held = os.open(folder, os.O_RDONLY) if importlib.util.find_spec("fcntl") else None
    try:
        yield held
    finally:
        if held is not None:
            os.close(held)


def _locked(held: int, waiting: Callable[[], None] | None) -> bool:
    import fcntl  # noqa: PLC0415  (not on Windows)

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting is None:
            return False
        waiting()
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
