"""Options that commands share, and how they find their project."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from guidegen.errors import GuidegenError, did_you_mean
from guidegen.resources.project import Project, find_project

if TYPE_CHECKING:
    from guidegen.build.matrix import GuideName
    from guidegen.loading import Loaded

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class CommonOptions(TypedDict):
    """The options of every command."""

    project: Path | None
    quiet: bool
    verbose: bool


class GuideOptions(CommonOptions):
    """The options of a command that works on guides."""

    region: tuple[str, ...]
    language: tuple[str, ...]


def common(function: Decorated) -> Decorated:
    """Add the options of every command to *function*."""
    folder = click.Path(file_okay=False, path_type=Path)
    function = click.option("--project", type=folder, help="The project folder; may also stand before the command.")(function)
    function = click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")(function)
    return click.option("--verbose", "-v", is_flag=True, help="Say more.")(function)


def for_guides(function: Decorated) -> Decorated:
    """Add the options that choose guides to *function*."""
    region = click.option("--region", "-r", multiple=True, metavar="R", help="A regional meeting; every meeting without it.")
    words = "A language; every language of the meeting without it."
    return region(click.option("--language", "-l", multiple=True, metavar="L", help=words)(function))


def project_of(ctx: click.Context, named: Path | None) -> Project:
    """Return the project that the command line or the current folder names; a folder that holds none is a usage error."""
    try:
        return find_project(named or ctx.obj)
    except GuidegenError as error:
        raise click.BadParameter(str(error.findings[0].message), ctx, param_hint="--project") from None


def chosen(asked: Iterable[str], known: Collection[str], option: str) -> tuple[str, ...]:
    """Return what was *asked* for, each once, or all that is *known*; anything unknown is a usage error."""
    for name in asked:
        if name not in known:
            hint = did_you_mean(name, known) or f"known are {', '.join(known)}"
            raise click.BadParameter(f'there is no "{name}"; {hint}', param_hint=option)
    return tuple(dict.fromkeys(asked)) or tuple(known)


def guides_of(loaded: Loaded, options: GuideOptions, issuance: str) -> tuple[GuideName, ...]:
    """Return the guides asked for: of each meeting in its languages, as far as *issuance* is issued in them.

    What broken content keeps unknown counts as there: it is tried, and fails with its findings. Asking for a guide that there is
    not is a usage error.
    """
    from guidegen.build.matrix import GuideName  # noqa: PLC0415

    meetings = chosen(options["region"], loaded.project.meetings(), "--region")
    languages = chosen(options["language"], loaded.project.languages(), "--language")
    issued = loaded.content.issuances[issuance].languages if loaded.content and issuance in loaded.content.issuances else ()
    names = tuple(
        GuideName(meeting, language)
        for meeting in meetings
        for language in languages
        if language in _spoken(loaded, meeting, languages) and (not issued or language in issued)
    )
    if not names and (options["region"] or options["language"]):
        raise click.UsageError("there is no such guide; see: guidegen list guides")
    return names


def _spoken(loaded: Loaded, meeting: str, unknown: Collection[str]) -> Collection[str]:
    """Return the languages of *meeting*, *unknown* where its file is broken."""
    known = loaded.content.meetings if loaded.content else {}
    return known[meeting].facts.languages if meeting in known else unknown


def issuance_of(loaded: Loaded, named: str | None) -> str:
    """Return the issuance *named* on the command line, or the default one; what broken content keeps unknown is believed."""
    if loaded.content is None or not loaded.content.issuances:
        return named or ""
    return chosen([named], loaded.content.issuances, "--issuance")[0] if named else loaded.content.default_issuance()


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
