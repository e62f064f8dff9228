"""``guidegen preview``: the page that a translator sees while editing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import CommonOptions, GuideOptions, common, guides_of, issuance_of, project_of
from guidegen.cli.report import report
from guidegen.errors import GuidegenError

if TYPE_CHECKING:
    from guidegen.build.matrix import GuideName
    from guidegen.loading import Loaded

PORT = 8043
NEEDED = ("starlette", "uvicorn", "watchfiles")


class PreviewOptions(CommonOptions):
    """The options of ``guidegen preview``."""

    region: str | None
    language: str | None
    address: str
    port: int


@click.command("preview")
@click.option("--region", "-r", metavar="R", help="A regional meeting; the first without it.")
@click.option("--language", "-l", metavar="L", help="A language; the first that is translated without it.")
@click.option("--address", metavar="A", default="127.0.0.1", help="An address of this machine alone.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, help=f"A port; 0 takes a free one.  [default: {PORT}]")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[PreviewOptions]) -> None:
    """Show a guide beside its source text, each paragraph with its message; the page follows what is saved.

    Serves a page for this machine alone until it is stopped with Ctrl+C. Ends with 3 where it cannot be served.
    """
    try:
        from guidegen.preview.app import Preview  # noqa: PLC0415
        from guidegen.preview.server import listen, serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        missing = str(error.name).partition(".")[0]
        if missing not in NEEDED:
            raise
        raise click.ClickException(f"the preview needs {missing}; type: pip install 'guidegen[preview]'") from None
    from guidegen.loading import load  # noqa: PLC0415
    from guidegen.preview.live import LiveGuide  # noqa: PLC0415

    project = project_of(ctx, options["project"])
    live = LiveGuide(project, guide_of(load(project), options))
    try:
        listening = listen(options["address"], options["port"])
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(3)
    with listening:
        live.read()
        report(live.view.findings)
        if not options["quiet"]:
            address, port = listening.getsockname()
            click.echo(f"http://{address}:{port}/  (Ctrl+C to stop)")
        serve(Preview(live), listening)


def guide_of(loaded: Loaded, options: PreviewOptions) -> GuideName:
    """Return the guide asked for; of several, the first that is a translation. A guide that there is not is a usage error."""
    named: GuideOptions = {
        "project": options["project"],
        "quiet": options["quiet"],
        "verbose": options["verbose"],
        "region": (options["region"],) if options["region"] else (),
        "language": (options["language"],) if options["language"] else (),
    }
    names = guides_of(loaded, named, issuance_of(loaded, None))
    if not names:
        raise click.UsageError("there is no guide to preview; see: guidegen list guides")
    return next((name for name in names if name.language != loaded.source_language), names[0])
