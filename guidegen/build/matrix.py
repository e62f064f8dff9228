"""Which guides there are: meetings times languages, each named by what it is of."""

from __future__ import annotations

from dataclasses import dataclass

from guidegen.errors import Source


@dataclass(frozen=True, slots=True, order=True)
class GuideName:
    """One guide of one issuance: a meeting and a language, by their ids."""

    meeting: str
    language: str

    def file(self, extension: str) -> str:
        """Return the path of the guide's file below the output folder."""
        return f"{self.meeting}/discussion-guide-{self.meeting}-{self.language}.{extension}"

    def depends_on(self, source: Source, source_language: str) -> bool:
        """Return whether the file of *source* goes into this guide: a common file, or one of its own meeting and languages.

        The source language's files count as common, as untranslated texts fall back to them.
        """
        owners = owner_of(source.path)
        meeting, language = owners.get("meeting", self.meeting), owners.get("language", self.language)
        return meeting == self.meeting and language in {self.language, source_language}


def owner_of(path: str) -> dict[str, str]:
    """Return what a project file belongs to: a ``meeting``, a ``language``, both (a catalogue of a meeting's) or nothing."""
    parts = path.split("/")
    owners: dict[str, str] = {}
    if len(parts) > 2 and parts[0] == "locales" and (parts[2] == "conventions.yaml" or parts[2] == "LC_MESSAGES"):
        owners["language"], parts = parts[1], parts[3:]
    if len(parts) > 3 and parts[1] == "meetings" and parts[0] in {"content", "templates"}:
        owners["meeting"] = parts[2]
    return owners
