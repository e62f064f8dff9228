"""``guidegen schema``: JSON Schemas for editors."""

from __future__ import annotations

import json
from typing import Unpack

import click

from guidegen.cli.options import CommonOptions, common

NAMES = (
    "manifest", "congress", "outline", "issuances", "institutes", "sources", "topic", "text", "meeting", "checklist",
    "conventions",
)  # fmt: skip


class SchemaOptions(CommonOptions):
    """The options of ``guidegen schema``."""

    name: str


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@common
def command(**options: Unpack[SchemaOptions]) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    NAME is manifest (of manifest.json), congress, outline, issuances, institutes, sources, topic and text (front matter of
    Markdown), meeting, checklist or conventions.
    """
    from guidegen.schemas import schema  # noqa: PLC0415

    click.echo(json.dumps(schema(options["name"]), ensure_ascii=False, indent=2))
