"""What guidegen remembers of its builds into one folder: of what each file was made, and that it was made well.

The record is a help, never an authority: what does not agree with the files that stand there is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from guidegen.build.manifest import Entry, entry_of
from guidegen.build.outputs import write_whole
from guidegen.build.stamps import Stamp, digest
from guidegen.errors import Finding, Severity, Source

FORM = 1


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was made: its manifest entry, the *ground* it was made on, and the digest of its *tree*.

    *findings* are the warnings of its guide, told again whenever the file is found to be still right.
    """

    entry: Entry
    ground: str
    tree: str
    seconds: float
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command that ended well came to: in which *world*, with which warnings and in which folder.

    *files* are the digests of its files and their manifest, by path.
    """

    world: str
    files: Mapping[str, str]
    findings: tuple[Finding, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Record:
    """The memory of builds into one folder: stamps of the *inputs* and *outputs*, the files *made*, *answers* by command."""

    inputs: dict[str, Stamp] = field(default_factory=dict)
    outputs: dict[str, Stamp] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)


def read_record(place: Path) -> Record:
    """Return the record in the file *place*; an empty one where there is none, or where it is not whole."""
    try:
        said, _, body = place.read_bytes().partition(b"\n")
        return _record(json.loads(body)) if said.decode() == _headline(body) else Record()
    except (OSError, ValueError, KeyError, TypeError):
        return Record()


def write_record(place: Path, record: Record) -> None:
    """Write *record* to the file *place*, whole. Raises RenderError where it cannot be written."""
    body = json.dumps(asdict(record), default=_plain).encode()
    write_whole(place, f"{_headline(body)}\n".encode() + body, place.parent)


def _headline(body: bytes) -> str:
    """Return the first line of a record: its form, and the digest by which it is known to be whole."""
    return f"guidegen-record {FORM} {digest(body)}"


def _plain(value: object) -> str:
    """Return the one value of a record that JSON does not know as one that it does."""
    if isinstance(value, Severity):
        return value.value
    raise TypeError(type(value).__name__)


def _record(row: Mapping[str, Any]) -> Record:
    return Record(
        inputs={name: _stamp(one) for name, one in row["inputs"].items()},
        outputs={name: _stamp(one) for name, one in row["outputs"].items()},
        made={name: _made(one) for name, one in row["made"].items()},
        answers={name: _answer(one) for name, one in row["answers"].items()},
    )


def _stamp(row: Mapping[str, Any]) -> Stamp:
    return Stamp(row["sha256"], tuple(row["numbers"]), row["settled"])


def _made(row: Mapping[str, Any]) -> Made:
    return Made(entry_of(row["entry"]), row["ground"], row["tree"], row["seconds"], _findings(row))


def _answer(row: Mapping[str, Any]) -> Answer:
    return Answer(row["world"], {**row["files"]}, _findings(row), row["folder"])


def _findings(row: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(_finding(one) for one in row["findings"])


def _finding(one: Mapping[str, Any]) -> Finding:
    return Finding(Source(**one["source"]), one["rule"], one["message"], one["hint"], Severity(one["severity"]))
