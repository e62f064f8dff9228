"""Compares the guides that were built: each file of the manifest with what most of the files say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidegen.build.manifest import MANIFEST, Entry, read_manifest
from guidegen.build.outputs import read_whole
from guidegen.build.stamps import digest
from guidegen.check.parity.akn import read_akn
from guidegen.check.parity.docx import read_docx
from guidegen.check.parity.html import read_html
from guidegen.check.parity.pdf import available, read_pdf
from guidegen.check.parity.shape import Readback, Value, shape
from guidegen.check.parity.text import read_text
from guidegen.check.wordprocessing import package_findings
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError, Source

READERS: Mapping[str, Callable[[bytes, Language], Readback]] = {
    "docx": read_docx,
    "pdf": read_pdf,
    "html": read_html,
    "akn": read_akn,
    "text": read_text,
}
CHECKS: Mapping[str, Callable[[bytes, Source], Iterator[Finding]]] = {"docx": package_findings}
# An aspect of a guide's shape: the rule that it agrees, what it is called, and among which files it must agree.
ASPECTS: Mapping[str, tuple[str, str, Callable[[Entry], object]]] = {
    "headings": ("parity-headings", "headings", lambda _: None),
    "paragraphs": ("parity-paragraphs", "paragraph numbers", lambda _: None),
    "points": ("parity-paragraphs", "sub-paragraphs", lambda _: None),
    "notes": ("parity-notes", "footnotes", lambda _: None),
    "tables": ("parity-tables", "tables", lambda _: None),
    "targets": ("parity-references", "targets of cross-references", lambda entry: entry.format == "akn"),
    "printed": ("parity-references", "numbers in cross-references", lambda entry: entry.language),
}
# What the readers of guidegen's own files raise at files that are not as guidegen writes them.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
HINT = "build all guides anew; what differs then is a fault of this format or language"


@dataclass(frozen=True, slots=True)
class Built:
    """A folder of built guides: its place, how findings name it, and the entries of its manifest that are to be compared."""

    folder: Path
    name: str
    entries: tuple[Entry, ...]

    def place(self, path: str) -> Source:
        """Return the place of the file *path* of the folder."""
        return Source(f"{self.name}/{path}" if self.name else path)


def built_in(folder: Path, project: Path, wanted: Callable[[Entry], bool]) -> Built:
    """Return the guides built in *folder* that are *wanted*. Raises GuidegenError where it has no manifest that can be read."""
    inside = folder.resolve().is_relative_to(project)
    name = folder.resolve().relative_to(project).as_posix().removeprefix(".") if inside else folder.as_posix()
    if not (folder / MANIFEST).is_file():
        message = f"there is no {MANIFEST}: nothing was built here"
        raise GuidegenError([Finding(Source(name), "built-file", message, "guidegen build writes it")])
    try:
        entries = read_manifest(folder).entries
    except GuidegenError:
        message = f"{MANIFEST} is not a manifest of this version of guidegen: nothing can be compared"
        raise GuidegenError([Finding(Source(name), "built-file", message, "guidegen build writes it anew")]) from None
    return Built(folder.resolve(), name, tuple(entry for entry in entries.values() if wanted(entry)))


def unread_formats(built: Built) -> tuple[str, ...]:
    """Return the formats in *built* that cannot be read back here: those without reader, PDF without the extra ``check``."""
    formats = dict.fromkeys(entry.format for entry in built.entries)
    return tuple(name for name in formats if name not in READERS or (name == "pdf" and not available()))


def parity_findings(built: Built, languages: Mapping[str, Language]) -> Iterator[Finding]:
    """Yield what differs between the files of *built*, and the files that cannot be read back."""
    shapes: dict[Entry, Mapping[str, Value]] = {}
    unread = unread_formats(built)
    for entry in built.entries:
        if entry.format in unread or entry.language not in languages:
            continue
        try:
            data = _data(built, entry)
            yield from _faults(data, entry, built.place(entry.path))
            shapes[entry] = _shape(data, entry, languages[entry.language])
        except ValueError as error:
            yield Finding(built.place(entry.path), "built-file", str(error), "build it anew")
    for aspect in ASPECTS:
        yield from _differences(built, aspect, {entry: one[aspect] for entry, one in shapes.items() if aspect in one})


def _faults(data: bytes, entry: Entry, place: Source) -> list[Finding]:
    """Return what is wrong with a built file by itself. Raises ValueError with a sentence where it cannot be read back."""
    try:
        return list(CHECKS[entry.format](data, place)) if entry.format in CHECKS else []
    except UNREADABLE as error:
        raise ValueError(f"the file cannot be read back: {type(error).__name__}: {error}") from None


def _data(built: Built, entry: Entry) -> bytes:
    """Return the bytes of a built file. Raises ValueError with a sentence where it is not there or not as it was built."""
    try:
        data = read_whole(built.folder / entry.path, built.folder)
    except ValueError as error:
        raise ValueError(f"the file {error}") from None
    if digest(data) != entry.sha256:
        raise ValueError("the file is not the one that was built: it was changed afterwards")
    return data


def _shape(data: bytes, entry: Entry, language: Language) -> Mapping[str, Value]:
    """Return the shape of a built file. Raises ValueError with a sentence where it cannot be read back."""
    try:
        return shape(READERS[entry.format](data, language), language)
    except ValueError as error:
        raise ValueError(f"the file cannot be read back: {error}") from None
    except UNREADABLE as error:
        raise ValueError(f"the file cannot be read back: {type(error).__name__}: {error}") from None


def _differences(built: Built, aspect: str, values: Mapping[Entry, Value]) -> Iterator[Finding]:
    """Yield a finding for each file whose *aspect* is not that of most of the files with which it must agree."""
    rule, what, alike = ASPECTS[aspect]
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in values:
        groups[alike(entry)].append(entry)
    for entries in groups.values():
        usual = _usual(values[entry] for entry in entries)
        for entry in entries:
            if values[entry] != usual:
                message = f"the {what} differ from those of most guides: {_first_difference(values[entry], usual)}"
                yield Finding(built.place(entry.path), rule, message, HINT)


def _usual(values: Iterable[Value]) -> Value:
    """Return the most frequent of *values*; of several, the longest: what is missing is rarer than what is there twice."""
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], len(value)))


def _first_difference(value: Value, usual: Value) -> str:
    for number, (own, other) in enumerate(zip(value, usual, strict=False), 1):
        if own != other:
            return f"{len(value)} for {len(usual)}, the {_ordinal(number)} is {_shown(own)} and not {_shown(other)}"
    return f"{len(value)} for {len(usual)}"


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{endings.get(number % 10, 'th') if number % 100 not in {11, 12, 13} else 'th'}"


def _shown(value: object, longest: int = 40) -> str:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return words if len(words) <= longest else f"{words[:longest]}…"
