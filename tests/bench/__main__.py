"""``python -m tests.bench PEERS_PYTHON FOLDER [MEETING…]``: ratios, a line each; without a MEETING of the whole matrix."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from guidegen.loading import load
from guidegen.resources.project import Project
from tests.bench.measure import Run, alternate, median, process
from tests.bench.ours import tree
from tests.bench.peers import Peers

ROOT = Path(__file__).resolve().parents[2]
GUIDEGEN = (sys.executable, "-m", "guidegen")
ROUNDS = 5
HEAD = f"{'':58}  {'clock':>6}  {'cpu':>6}  goal"


def report(peers: Peers, meetings: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the report: ratios by the clock and by the processor, and the goals."""
    project = Project(ROOT)
    loaded = load(project)
    for code in project.languages():
        peers.prepare(loaded.languages[code], tree(loaded, code, project.meetings()[0]))
    source = loaded.source_language
    process(ours("pages", source, peers.folder), ROOT)
    yield f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}"
    yield HEAD
    yield from docx_lines(peers, source)
    yield from pdf_lines(peers, source)
    yield from command_lines(peers.folder / "build", source)
    yield from memory_lines(peers.folder / "memory", project.languages())
    yield from matrix_lines(peers, project.languages(), meetings or project.meetings())


def ours(work: str, language: str, folder: Path) -> list[str]:
    """Return the command of one of our works."""
    return [sys.executable, "-m", "tests.bench.ours", work, language, str(folder)]


def line(what: str, numbers: str, goal: str = "") -> str:
    """Return a line of the report."""
    return f"{what:58}  {numbers}  {goal}".rstrip()


def docx_lines(peers: Peers, language: str) -> Iterator[str]:
    """One DOCX, its pages given, beside Pandoc's."""
    once = ours("docx_once", language, peers.folder)
    medians = alternate({"ours": lambda: process(once, ROOT), "pandoc": lambda: peers.pandoc(language)}, ROUNDS)
    yield line("a DOCX, whole process : Pandoc", medians["ours"].ratio(medians["pandoc"]), "1.00")
    process(ours("docx_warm", language, peers.folder), ROOT)
    yield line("a DOCX, warm worker : Pandoc", inside(peers, "docx_warm", "ours").ratio(medians["pandoc"]), "0.50")


def inside(peers: Peers, work: str, name: str) -> Run:
    """Return the median of what *work* measured inside its process."""
    rows = json.loads((peers.folder / f"{work}.json").read_text())[name]
    return median([Run(*row) for row in rows])


def pdf_lines(peers: Peers, language: str) -> Iterator[str]:
    """A PDF beside WeasyPrint alone on the same page."""
    process(ours("pdf", language, peers.folder), ROOT)
    alone = inside(peers, "pdf", "weasyprint")
    yield line("a PDF from the tree : WeasyPrint on the same HTML", inside(peers, "pdf", "tree").ratio(alone), "1.05")
    yield line("a PDF from content, warm : WeasyPrint on the same HTML", inside(peers, "pdf", "content").ratio(alone))


def command_lines(output: Path, language: str) -> Iterator[str]:
    """The commands that people wait for, in seconds; two workers beside one."""
    seconds = alternate({"help": lambda: process([*GUIDEGEN, "--help"], ROOT)}, ROUNDS)["help"]
    yield line("guidegen --help, seconds", f"{seconds.clock:6.2f}  {seconds.processor:6.2f}", "0.15")
    build = [*GUIDEGEN, "build", "--quiet", "--language", language, "--output", str(output)]
    process(build, ROOT)
    seconds = alternate({"again": lambda: process(build, ROOT)}, ROUNDS)["again"]
    yield line("guidegen build, nothing changed, seconds", f"{seconds.clock:6.2f}  {seconds.processor:6.2f}", "0.50")
    forced = [*build, "--force"]
    jobs = {number: (lambda number=number: process([*forced, "--jobs", number], ROOT)) for number in ("1", "2")}
    medians = alternate(jobs, 0)
    yield line("two workers : one", medians["2"].by_the_clock(medians["1"]), "0.55")


def memory_lines(output: Path, languages: Sequence[str]) -> Iterator[str]:
    """The most memory of a process that builds one guide."""
    build = [*GUIDEGEN, "build", "--quiet", "--force", "--jobs", "1", "--output", str(output)]
    meeting = Project(ROOT).meetings()[0]
    for language in languages:
        run = process([*build, "--region", meeting, "--language", language], ROOT)
        yield line(f"memory of a worker, {language}, MB", f"{run.memory:6.0f}  {'':6}", "200")


def matrix_lines(peers: Peers, languages: Sequence[str], meetings: Sequence[str]) -> Iterator[str]:
    """DOCX and PDF of *meetings* in all languages, from nothing; peers one guide after the other, we with one worker and all."""
    regions = [part for meeting in meetings for part in ("--region", meeting)]
    build = [*GUIDEGEN, "build", "--quiet", "--force", "--output", str(peers.folder / "matrix"), *regions]
    codes = [code for _ in meetings for code in languages]
    medians = alternate(
        {
            "one": lambda: process([*build, "--jobs", "1"], ROOT),
            "all": lambda: process(build, ROOT),
            "typst": lambda: peers.plain_text(codes),
            "office": lambda: peers.templates(codes),
        },
        0,
    )
    names = f"{len(meetings)} x {len(languages)} guides"
    yield line(f"{names}, one worker : Pandoc + Typst", medians["one"].ratio(medians["typst"]))
    yield line(f"{names}, all workers : Pandoc + Typst", medians["all"].by_the_clock(medians["typst"]))
    yield line(f"{names}, one worker : docxtpl + LibreOffice", medians["one"].ratio(medians["office"]))
    yield line(f"{names}, all workers : docxtpl + LibreOffice", medians["all"].by_the_clock(medians["office"]))


if __name__ == "__main__":
    place = Path(sys.argv[2]).resolve()
    place.mkdir(parents=True, exist_ok=True)
    for row in report(Peers(Path(sys.argv[1]).absolute(), place), sys.argv[3:]):
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
