"""How often Python looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# Texts, trees and pages are many small things, and most stay. Looked for after each 700 of them, as Python does, garbage costs a
# sixth of the time of a guide; looked for seldom, it takes some megabytes.
SELDOM = 10_000


def look_seldom() -> None:
    """Let this process look for garbage seldom; to be called where a process begins, never by what others import."""
    gc.set_threshold(SELDOM)
