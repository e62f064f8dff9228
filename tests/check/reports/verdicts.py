"""A verdict with one of everything."""

from __future__ import annotations

from guidegen.check.configuration import Verdict
from guidegen.errors import Finding, Severity, Source

ERROR = Finding(Source("content/a b/50%,é.md", 3, 7), "question-mark", 'no "?":\nhere, 100%', "add one")
WARNING = Finding(Source("content/sources.yaml"), "word-limit", "too \x01 long", severity=Severity.WARNING)
IGNORED = Finding(Source("content/c.md", 1), "emphasis", "italics", severity=Severity.WARNING)
VERDICT = Verdict((ERROR, WARNING), ((IGNORED, "it is a <title>"),), ("parity",))
NOTHING = Verdict(())
