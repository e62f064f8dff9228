"""``guidegen verify``: the files against the manifest, then against a rebuild."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.build import FORMATS, PDF_VARIANTS, local
from guidegen.cli.options import CommonOptions, common, processors, project_of
from guidegen.cli.report import counted, report
from guidegen.errors import Finding, GuidegenError, Source

if TYPE_CHECKING:
    from guidegen.build.manifest import Manifest
    from guidegen.build.task import Task
    from guidegen.build.verify import Verification
    from guidegen.loading import Loaded


class VerifyOptions(CommonOptions):
    """The options of ``guidegen verify``."""

    manifest: Path
    jobs: int


@click.command("verify")
@click.argument("manifest", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--jobs", "-j", type=click.IntRange(1), default=processors, help="Guides worked on at once; one a processor.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[VerifyOptions]) -> None:
    """Compare the files of a build with their MANIFEST, then with a rebuild.

    Names what is missing, changed or extra, and the first difference inside a file that a rebuild makes otherwise. Ends with 1 at
    any difference.
    """
    from guidegen.build.manifest import parse_manifest  # noqa: PLC0415
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    try:
        manifest = parse_manifest(options["manifest"])
    except GuidegenError as error:
        report(error.findings)
        ctx.exit(1)
    verification = verification_of(loaded, options["manifest"].parent, manifest)
    findings = dict.fromkeys([*verification.on_disk(), *rebuilt(loaded, verification, options["jobs"])])
    report(findings)
    if not options["quiet"]:
        click.echo(
            f"{counted(len(manifest.entries), 'file')}, {counted(len(findings), 'finding') if findings else 'all verified'}"
        )
    ctx.exit(int(bool(findings)))


def verification_of(loaded: Loaded, folder: Path, manifest: Manifest) -> Verification:
    """Return the verification of *manifest* and the files in *folder*, against *loaded* as it is now."""
    from guidegen.build.memory import Memory, Origins  # noqa: PLC0415
    from guidegen.build.verify import Verification  # noqa: PLC0415
    from guidegen.resources.inputs import cache_folder, input_files  # noqa: PLC0415
    from guidegen.versions import toolchain  # noqa: PLC0415

    memory = Memory(cache_folder(loaded.project, folder) / "verify", Origins(lambda: input_files(loaded.project)))
    memory.source_language = loaded.source_language
    memory.look()
    issuances = loaded.content.issuances if loaded.content else {}
    drafts = [name for name, one in issuances.items() if one.status == "draft"]
    return Verification(folder, manifest, loaded.project.root, memory.inputs_of, toolchain(), drafts)


def rebuilt(loaded: Loaded, verification: Verification, jobs: int) -> Iterator[Finding]:
    """Yield in what the files differ from a rebuild; a guide that the project does not have is told and not built."""
    tasks = verification.tasks()
    known = {task: entries for task, entries in tasks.items() if _known(loaded, task)}
    for task in tasks:
        if task not in known:
            words = f"{task.guide.meeting}, {task.guide.language}, issuance {task.issuance}"
            made = ", ".join(filter(None, (*task.formats, task.pdf_variant)))
            place = Source(str(verification.folder / task.guide.file("*")))
            yield Finding(place, "file-rebuilt", f"the project has no such guide: {words}, as {made}")
    yield from verification.rebuilt(local(jobs), known)


def _known(loaded: Loaded, task: Task) -> bool:
    issued = loaded.content.issuances if loaded.content else {task.issuance}
    here = task.guide.meeting in loaded.project.meetings() and task.guide.language in loaded.project.languages()
    makes = {*task.formats} <= {*FORMATS} and task.pdf_variant in {"", *PDF_VARIANTS}
    return here and makes and task.issuance in issued
