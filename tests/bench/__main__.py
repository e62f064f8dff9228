"""``python -m tests.bench PEERS_PYTHON FOLDER [MEETING…]``: ratios, a line each; without a MEETING of the whole matrix."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import product
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
    regions = [part for meeting in meetings for part in ("--region", meeting)]
    build = [*GUIDEGEN, "build", "--quiet", "--output", str(peers.folder / "matrix"), *regions]
    yield from memory_lines(peers, project.languages())
    yield from matrix_lines(peers, build, list(product(meetings or project.meetings(), project.languages())))
    yield from command_lines(build)


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


def command_lines(build: Sequence[str]) -> Iterator[str]:
    """The commands that people wait for, in seconds: the help, and a *build* of what stands in its folder already."""
    commands = {"guidegen --help": ([*GUIDEGEN, "--help"], "0.15"), "guidegen build, nothing changed": (build, "0.50")}
    for name, (command, goal) in commands.items():
        seconds = alternate({name: lambda command=command: process(command, ROOT)}, ROUNDS)[name]  # type: ignore[misc]
        yield line(f"{name}, seconds", f"{seconds.clock:6.2f}  {seconds.processor:6.2f}", goal)


def memory_lines(peers: Peers, languages: Sequence[str]) -> Iterator[str]:
    """The most memory of a process that makes all guides of a language."""
    for language in languages:
        run = process(ours("guides", language, peers.folder), ROOT)
        yield line(f"memory of a worker, {language}, MB", f"{run.memory:6.0f}  {'':6}", "200")


def matrix_lines(peers: Peers, build: Sequence[str], guides: Sequence[tuple[str, str]]) -> Iterator[str]:
    """DOCX and PDF of *guides* from nothing: peers make one after the other, our *build* with one worker and with two."""
    codes = [language for _, language in guides]
    medians = alternate(
        {
            "one": lambda: process([*build, "--force", "--jobs", "1"], ROOT),
            "two": lambda: process([*build, "--force", "--jobs", "2"], ROOT),
            "typst": lambda: peers.plain_text(codes),
            "office": lambda: peers.templates(codes),
        },
        0,
    )
    names = f"{len(guides)} guides, DOCX and PDF"
    yield line(f"{names}, two workers : one", medians["two"].by_the_clock(medians["one"]), "0.55")
    for name, peer in (("typst", "Pandoc + Typst"), ("office", "docxtpl + LibreOffice")):
        yield line(f"{names}, one worker : {peer}", medians["one"].ratio(medians[name]))
        yield line(f"{names}, two workers : {peer}", medians["two"].by_the_clock(medians[name]))


if __name__ == "__main__":
    place = Path(sys.argv[2]).resolve()
    place.mkdir(parents=True, exist_ok=True)
    for row in report(Peers(Path(sys.argv[1]).absolute(), place), sys.argv[3:]):
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()
