"""When Python looks for garbage while a page is laid out: once, at the end.

WeasyPrint makes some hundred thousand objects and keeps nearly all of them until the pages stand: to look before finds little.
At the end half of them, the styles and boxes before pagination, can go, and what is rendered next takes their room: 10 to 17 MB.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_at_the_end() -> Iterator[None]:
    """Put the collection of garbage off to the end of what stands inside."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
        gc.collect()
