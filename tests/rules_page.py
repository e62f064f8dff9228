"""Writes docs/rules.md from the table of rules; run by ``make help-text``."""

from __future__ import annotations

from pathlib import Path

from guidegen.check.documentation import page
from guidegen.cli.rules import all_rules

PAGE = "docs/rules.md"

if __name__ == "__main__":
    place = Path(__file__).resolve().parents[1] / PAGE
    place.parent.mkdir(exist_ok=True)
    place.write_text(page(all_rules()), encoding="utf-8")
