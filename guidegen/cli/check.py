"""``guidegen check``: the rules that content, catalogues, templates and built guides are held to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from guidegen.cli.options import GuideOptions, common, for_guides, guides_of, issuance_of, project_of
from guidegen.cli.report import counted, report
from guidegen.errors import Finding, GuidegenError, Source, has_errors

if TYPE_CHECKING:
    from guidegen.build.manifest import Entry
    from guidegen.build.matrix import GuideName
    from guidegen.check.configuration import Configuration, Verdict
    from guidegen.loading import Loaded

FORMS = ("text", "json", "sarif", "junit", "github")
NOT_CHECKED = "parity"


class CheckOptions(GuideOptions):
    """The options of ``guidegen check``."""

    built: Path | None
    report: str
    explain: str | None


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is checked: the project as read, its guides, whether these were *asked* for one by one, the folder of built ones."""

    loaded: Loaded
    names: tuple[GuideName, ...]
    issuance: str
    asked: bool
    built: Path | None

    def concerns(self, finding: Finding) -> bool:
        """Return whether *finding* is about a file that goes into a guide that was asked for."""
        source_language = self.loaded.source_language
        return not self.asked or any(name.depends_on(finding.source, source_language) for name in self.names)


@click.command("check")
@for_guides
@click.option("--built", type=click.Path(file_okay=False, path_type=Path), help="Compare the guides built in this folder.")
@click.option("--report", type=click.Choice(FORMS), default=FORMS[0], show_default=True, help="The form of the report.")
@click.option("--explain", metavar="RULE", help="Print what a rule asks for and why, and check nothing.")
@common
@click.pass_context
def command(ctx: click.Context, **options: Unpack[CheckOptions]) -> None:
    """Check content, conventions, catalogues, templates and, with --built, the guides that were built.

    Ends with 1 where there is an error. The section [guidegen:check] of the project's setup.cfg changes the severity of rules and
    ignores some for a reason.
    """
    if options["explain"]:
        click.echo(explained(options["explain"]))
        return
    from guidegen.loading import load  # noqa: PLC0415

    loaded = load(project_of(ctx, options["project"]))
    issuance = issuance_of(loaded, None)
    asked = bool(options["region"] or options["language"])
    inspection = Inspection(loaded, guides_of(loaded, options, issuance), issuance, asked, options["built"])
    outcome = inspected(inspection)
    if options["report"] == FORMS[0]:
        _tell(outcome, quiet=options["quiet"])
    else:
        click.echo(reported(outcome, options["report"], loaded))
    ctx.exit(int(has_errors(outcome.findings)))


def explained(rule: str) -> str:
    """Return the documentation of *rule*; an unknown one is a usage error."""
    from guidegen.check.documentation import explanation  # noqa: PLC0415
    from guidegen.cli.rules import all_rules  # noqa: PLC0415

    try:
        return explanation(rule, all_rules())
    except KeyError as error:
        raise click.BadParameter(f'there is no rule "{rule}"; {error.args[0]}', param_hint="--explain") from None


def _tell(outcome: Verdict, *, quiet: bool) -> None:
    report(outcome.findings)
    if quiet:
        return
    ignored = f", {len(outcome.ignored)} ignored" if outcome.ignored else ""
    click.echo(counted(len(outcome.findings), "finding") + ignored)
    for name in outcome.unchecked:
        click.echo(f"{name}: not checked")


def reported(outcome: Verdict, form: str, loaded: Loaded) -> str:
    """Return *outcome* in *form*; its paths begin at the top of the repository, as servers expect them."""
    from guidegen.check.reports import REPORTS, prefix_of  # noqa: PLC0415

    prefix = prefix_of(loaded.project.root)
    findings = tuple(_moved(finding, prefix) for finding in outcome.findings)
    ignored = tuple((_moved(finding, prefix), reason) for finding, reason in outcome.ignored)
    return REPORTS[form](replace(outcome, findings=findings, ignored=ignored))


def _moved(finding: Finding, prefix: str) -> Finding:
    place = finding.source
    absolute = place.path.startswith("/") or not place.path
    return finding if absolute else replace(finding, source=Source(prefix + place.path, place.line, place.column))


def inspected(inspection: Inspection) -> Verdict:
    """Return the outcome of all rules, weighed by the project's configuration."""
    from guidegen.check.configuration import verdict  # noqa: PLC0415

    configuration, faults = configured(inspection.loaded)
    guides = guide_findings(inspection)
    about_files = (*inspection.loaded.findings, *content_findings(inspection), *skin_findings(inspection.loaded))
    built, unchecked = built_findings(inspection)
    found = [*faults, *filter(inspection.concerns, about_files), *guides, *built]
    return verdict(found, configuration, unchecked)


def configured(loaded: Loaded) -> tuple[Configuration, tuple[Finding, ...]]:
    """Return the project's configuration of its check, or an empty one with what is wrong with it."""
    from guidegen.check.configuration import Configuration, read_configuration  # noqa: PLC0415
    from guidegen.check.documentation import rule_texts  # noqa: PLC0415

    try:
        return read_configuration(loaded.project, rule_texts()), ()
    except GuidegenError as error:
        return Configuration(), error.findings


def content_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield the findings of the rules about the content as it was written, and about its texts in the languages asked for."""
    from guidegen.check.manuscript import Manuscript  # noqa: PLC0415
    from guidegen.check.rules import CONTENT_RULES, TEXT_RULES  # noqa: PLC0415
    from guidegen.content.texts import replace_texts  # noqa: PLC0415
    from guidegen.localize import Translator  # noqa: PLC0415

    loaded = inspection.loaded
    source = loaded.languages.get(loaded.source_language)
    if loaded.content is None or source is None:
        return
    for rule in CONTENT_RULES:
        yield from rule(Manuscript(loaded.content, source))
    for code in dict.fromkeys((source.code, *(name.language for name in inspection.names))):
        if code in loaded.languages:
            translator = Translator(loaded.project, loaded.languages[code], source)
            manuscript = Manuscript(replace_texts(loaded.content, translator.text), loaded.languages[code])
            for rule in TEXT_RULES:
                yield from rule(manuscript)


def skin_findings(loaded: Loaded) -> Iterator[Finding]:
    """Yield what is wrong with the skins of the project."""
    from guidegen.renderers.docx.package import reference_findings  # noqa: PLC0415

    yield from reference_findings(loaded.project)


def guide_findings(inspection: Inspection) -> Iterator[Finding]:
    """Yield the findings of each guide, made as far as its numbered tree: of the default issuance and of every approved one."""
    issuances = inspection.loaded.content.issuances if inspection.loaded.content else {}
    approved = [name for name, issuance in issuances.items() if issuance.status == "approved"]
    for issuance in dict.fromkeys((inspection.issuance, *approved)):
        yield from _issued(inspection, issuance, inspection.names)


def _issued(inspection: Inspection, issuance: str, names: Collection[GuideName]) -> Iterator[Finding]:
    from guidegen.build.task import Task  # noqa: PLC0415
    from guidegen.check.glyphs import glyph_findings  # noqa: PLC0415
    from guidegen.check.rules import SOURCE_GUIDE_RULES  # noqa: PLC0415
    from guidegen.pipeline import localized, numbered  # noqa: PLC0415

    loaded = inspection.loaded
    for name in names:
        task = Task(loaded.project.root, name, (), issuance)
        try:
            translator, content = localized(loaded, task)
            document = numbered(loaded.project, content, translator, task)
        except GuidegenError as error:
            yield from error.findings
            continue
        yield from glyph_findings(document)
        for rule in SOURCE_GUIDE_RULES if name.language == loaded.source_language else ():
            yield from rule(document, content.issuance)


def built_findings(inspection: Inspection) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return what differs between the built guides, and what was not checked: parity where no folder is named."""
    from guidegen.check.parity.compare import built_in, parity_findings, unread_formats  # noqa: PLC0415

    loaded = inspection.loaded
    if inspection.built is None:
        return (), (NOT_CHECKED,)

    def wanted(entry: Entry) -> bool:
        """Return whether *entry* is a file of a guide that was asked for."""
        return not inspection.asked or any(
            (entry.meeting, entry.language) == (one.meeting, one.language) for one in inspection.names
        )

    try:
        built = built_in(inspection.built, loaded.project.root, wanted)
    except GuidegenError as error:
        return error.findings, (NOT_CHECKED,)
    unread = tuple(f"{NOT_CHECKED} of {name}" for name in unread_formats(built))
    return tuple(parity_findings(built, loaded.languages)), unread
