"""Which guides there are: meetings times languages, each named by what it is of."""

from __future__ import annotations

from dataclasses import dataclass

from guidegen.errors import Source

ALL_GUIDES = ""


@dataclass(frozen=True, slots=True, order=True)
class GuideName:
    """One guide of one issuance: a meeting and a language, by their ids."""

    meeting: str
    language: str

    def file(self, extension: str) -> str:
        """Return the path of the guide's file below the output folder."""
        return f"{self.meeting}/discussion-guide-{self.meeting}-{self.language}.{extension}"

    def depends_on(self, source: Source, source_language: str) -> bool:
        """Return whether the file of *source* goes into this guide: a common file, or one of its own meeting or languages.

        The source language's files count as common, as untranslated texts fall back to them.
        """
        kind, owner = owner_of(source.path)
        if kind == "meeting":
            return owner == self.meeting
        return kind != "language" or owner in {self.language, source_language}


def owner_of(path: str) -> tuple[str, str]:
    """Return what a project file belongs to: ``("meeting", id)``, ``("language", code)`` or ``("", "")`` for all guides."""
    parts = path.split("/")
    if len(parts) > 3 and parts[1] == "meetings" and parts[0] in {"content", "templates"}:
        return "meeting", parts[2]
    if len(parts) > 2 and parts[0] == "locales" and (parts[2] == "conventions.yaml" or parts[2] == "LC_MESSAGES"):
        return "language", parts[1]
    return ALL_GUIDES, ""
