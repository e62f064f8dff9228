"""Extractors for Babel: what there is to translate in one file of the content or the templates, as ``extract`` finds it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from guidegen.errors import GuidegenError
from guidegen.resources.project import Project
from guidegen.translation.catalogues import read_sources
from guidegen.translation.messages import SourceMessage

# Line, function, its arguments (context and text), comments: what Babel asks of an extractor. A message has no line of its own.
Extracted = tuple[int, str, tuple[str, str], list[str]]


def extract_content(
    fileobj: IO[bytes],
    keywords: Collection[str],  # noqa: ARG001  (Babel's signature)
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, Any],  # noqa: ARG001
) -> Iterator[Extracted]:
    """Yield the messages of *fileobj*, a file of a project's ``content/``, with their contexts and comments.

    Where content or templates are broken, Babel ends with the findings.
    """
    yield from _extracted(Path(fileobj.name).resolve(), "content")


def extract_templates(
    fileobj: IO[bytes],
    keywords: Collection[str],  # noqa: ARG001  (Babel's signature)
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, Any],  # noqa: ARG001
) -> Iterator[Extracted]:
    """Yield the messages of *fileobj*, a file of a project's ``templates/``, with their contexts and comments.

    Where content or templates are broken, Babel ends with the findings.
    """
    yield from _extracted(Path(fileobj.name).resolve(), "templates")


def _extracted(path: Path, folder: str) -> Iterator[Extracted]:
    root = next((parent.parent for parent in path.parents if parent.name == folder), path.parent)
    name = path.relative_to(root).as_posix()
    try:
        messages = _messages(root, _stamp(root))
    except GuidegenError as error:
        raise SystemExit(str(error)) from None
    for message in messages:
        if name in message.files:
            yield 1, "pgettext", (message.context, message.text), list(message.comments)


def _stamp(root: Path) -> tuple[tuple[str, int], ...]:
    """Return what tells one state of the project in *root* from another: its files and when they were written."""
    files = (path for folder in ("content", "templates") for path in (root / folder).rglob("*") if path.is_file())
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=1)
def _messages(root: Path, stamp: tuple[tuple[str, int], ...]) -> Sequence[SourceMessage]:  # noqa: ARG001  (the cache's key)
    """Return all messages of the project in *root*: Babel asks file by file, and they are read together."""
    return tuple(message for messages in read_sources(Project(root)).messages.values() for message in messages)
