"""Options that commands share, and how they find their project."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click

from guidegen.errors import GuidegenError, did_you_mean
from guidegen.resources.project import Project, find_project

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class CommonOptions(TypedDict):
    """The options of every command."""

    project: Path | None
    quiet: bool
    verbose: bool


def common(function: Decorated) -> Decorated:
    """Add the options of every command to *function*."""
    folder = click.Path(file_okay=False, path_type=Path)
    function = click.option("--project", type=folder, help="The project folder; may also stand before the command.")(function)
    function = click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")(function)
    return click.option("--verbose", "-v", is_flag=True, help="Say more.")(function)


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


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
