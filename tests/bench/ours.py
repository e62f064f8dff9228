"""Guides made in one process, to be measured: ``python -m tests.bench.ours WORK LANGUAGE FOLDER``."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.document.tree import Document
from guidegen.garbage import look_seldom
from guidegen.loading import Loaded, load
from guidegen.pipeline import content_of, localized, numbered, run_task
from guidegen.resources.project import Project

ROUNDS = 5


def tree(loaded: Loaded, language: str, meeting: str) -> Document:
    """Return the numbered tree of a guide."""
    assert loaded.content
    task = Task(loaded.project.root, GuideName(meeting, language), ("docx",), loaded.content.default_issuance())
    translator, content = localized(loaded, task)
    return numbered(loaded.project, content, translator, task)


def docx(language: str, folder: Path, loaded: Loaded) -> None:
    """Write one DOCX with a given map of pages."""
    from guidegen.renderers.docx import render_docx  # noqa: PLC0415  (loads what it needs when it is measured)

    pages = json.loads((folder / f"{language}.pages.json").read_text())
    meeting = loaded.project.meetings()[0]
    (folder / f"ours-{language}.docx").write_bytes(render_docx(tree(loaded, language, meeting), loaded.project, pages))


def docx_once(language: str, folder: Path) -> None:
    """From reading the content to the file."""
    project = Project(Path.cwd())
    docx(language, folder, load(project, [language], project.meetings()[:1]))


def docx_warm(language: str, folder: Path) -> None:
    """Write the times of a DOCX in a worker that has read the content and made one already."""
    loaded = load(Project(Path.cwd()), [language])
    docx(language, folder, loaded)
    write(folder / "docx_warm.json", {"ours": [timed(lambda: docx(language, folder, loaded)) for _ in range(ROUNDS)]})


def pdf(language: str, folder: Path) -> None:
    """Write the times of a PDF: WeasyPrint's own on our page, ours from the tree, ours from the content that was read."""
    from weasyprint import HTML  # noqa: PLC0415

    from guidegen.errors import Source  # noqa: PLC0415
    from guidegen.renderers.html import render_html  # noqa: PLC0415
    from guidegen.renderers.pdf import lay_out  # noqa: PLC0415

    loaded = load(Project(Path.cwd()), [language])
    meeting = loaded.project.meetings()[0]
    document = tree(loaded, language, meeting)
    html = render_html(document, loaded.project)

    def ours(one: Document) -> None:
        lay_out(render_html(one, loaded.project), Source("bench.pdf")).write()

    works: dict[str, Callable[[], Any]] = {
        "weasyprint": lambda: HTML(string=html, base_url="about:blank").write_pdf(pdf_variant="pdf/a-2a", pdf_tags=True),
        "tree": lambda: ours(document),
        "content": lambda: ours(tree(loaded, language, meeting)),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for round_ in range(ROUNDS):
        for name, work in works.items():
            took = timed(work)
            if round_:
                times[name].append(took)
    write(folder / "pdf.json", times)


def guides(language: str, _: Path) -> None:
    """Make all guides of a language as a worker does, one after the other."""
    project = Project(Path.cwd())
    content = content_of(project).content
    assert content
    for meeting in project.meetings():
        assert run_task(Task(project.root, GuideName(meeting, language), ("docx", "pdf"), content.default_issuance())).files


def pages(language: str, folder: Path) -> None:
    """Write the map of pages, which the DOCX are then given."""
    from guidegen.errors import Source  # noqa: PLC0415
    from guidegen.renderers.html import render_html  # noqa: PLC0415
    from guidegen.renderers.pdf import lay_out  # noqa: PLC0415

    loaded = load(Project(Path.cwd()), [language])
    html = render_html(tree(loaded, language, loaded.project.meetings()[0]), loaded.project)
    write(folder / f"{language}.pages.json", lay_out(html, Source("bench.pdf")).pages)


def timed(work: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds of *work*: by the clock, and of the processor."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def write(path: Path, value: object) -> None:
    """Write *value* as JSON."""
    path.write_text(json.dumps(value))


if __name__ == "__main__":
    look_seldom()
    globals()[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
