"""PDF: laid out without a network, tagged, with bookmarks, a title and a language; every warning is a finding."""

from __future__ import annotations

import http.server
import io
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guidegen.document.language import Language
from guidegen.document.walk import plain
from guidegen.errors import RenderError, Severity, Source
from guidegen.renderers import pdf
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import Layout, lay_out, missing_libraries, warnings_as_findings
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.samples import everything

PLACE = Source("east/guide.pdf")


def page(css: str, body: str = "<p>x") -> str:
    return f'<!DOCTYPE html><html lang="en"><title>t</title><style>{css}</style><body>{body}'


def opened(layout: Layout) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(layout.write()))


def file_of(number: int) -> bytes:
    return lay_out(page(f"p {{ font-size: {number + 8}pt }}", "<p>words <b>and more</b>" * 40), PLACE).write()


def test_threads_that_lay_out_at_once_write_what_one_alone_would():
    alone = [file_of(number) for number in range(6)]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(file_of, range(6))) == alone


@pytest.fixture(scope="module")
def layout(languages: dict[str, Language]) -> Layout:
    """A guide with everything in English, laid out."""
    return lay_out(render_html(everything(languages["en"]), CHECKOUT), PLACE)


@pytest.fixture(scope="module")
def written(layout: Layout) -> pikepdf.Pdf:
    return opened(layout)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address at which a style sheet could ask for a file, and the paths it asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()


# -- the layout ----------------------------------------------------------------------------------------------------------------


def test_the_page_map_has_the_page_of_every_heading(layout: Layout):
    """Every chapter begins a page, after the first page with the contents."""
    assert {name: layout.pages[name] for name in ("_contents", "chapter", "chapter.inner", "item", "annex")} == {
        "_contents": 1, "chapter": 2, "chapter.inner": 2, "item": 3, "annex": 4,
    }  # fmt: skip


def test_the_page_map_has_paragraphs_points_and_boxes_too(layout: Layout):
    assert {"chapter.p", "chapter.a", "focus", "form"} <= layout.pages.keys()


def test_an_element_that_goes_on_is_on_the_page_where_it_begins():
    css = "@page { size: 100px; margin: 0 } p { margin: 0; line-height: 40px }"
    html = page(css, '<p>x</p><div id="long"><p>1<p>2<p>3<p>4</div><p id="after">y')
    assert dict(lay_out(html, PLACE).pages) == {"long": 1, "after": 3}


def test_all_pages_are_counted(layout: Layout, written: pikepdf.Pdf):
    assert layout.page_count == len(written.pages) == 4


def test_the_contents_print_the_pages_of_the_map(layout: Layout, languages: dict[str, Language]):
    first = pypdfium2.PdfDocument(layout.write())[0].get_textpage().get_text_bounded()
    printed = "".join(first.split())
    entries = everything(languages["en"]).contents.entries  # type: ignore[union-attr]
    for entry in entries:
        words = f"{entry.label}{plain(entry.title)}{entry.paragraphs}{layout.pages[entry.target]}"
        assert "".join(words.split()) in printed


# -- the file ------------------------------------------------------------------------------------------------------------------


def test_the_file_says_what_it_is(written: pikepdf.Pdf):
    info = written.docinfo
    assert [str(info[f"/{name}"]) for name in ("Title", "Author", "Subject", "Keywords")] == [
        "A guide", "United Nations", "A meeting", "A/1",
    ]  # fmt: skip


def test_a_viewer_shows_the_title(written: pikepdf.Pdf):
    assert written.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("tag", ["en-GB", "ar-SA", "zh-CN"])
def test_the_file_names_its_language(tag: str):
    assert str(opened(lay_out(page("").replace('lang="en"', f'lang="{tag}"'), PLACE)).Root.Lang) == tag


def test_the_file_is_tagged_for_pdf_ua(written: pikepdf.Pdf):
    assert written.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in written.Root
    with written.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_bookmarks_are_the_headings_with_their_labels_and_without_notes(written: pikepdf.Pdf):
    with written.open_outline() as outline:
        found = [(one.title, [child.title for child in one.children]) for one in outline.root]
    assert found == [("I. Chapter", ["A. Inner"]), ("Item 3. Item", ["I. Under"]), ("Annex. Annex", [])]


def test_every_font_is_inside_the_file(written: pikepdf.Pdf):
    fonts = [font for sheet in written.pages for font in sheet.Resources.Font.values()]
    descendants = [font.DescendantFonts[0] for font in fonts if "/DescendantFonts" in font]
    assert descendants
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in descendants)


@pytest.mark.parametrize("code", ["ar", "zh"])
def test_a_guide_in_every_script_is_laid_out_without_a_warning(languages: dict[str, Language], code: str):
    assert lay_out(render_html(everything(languages[code]), CHECKOUT), PLACE).write().startswith(b"%PDF-")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guide_is_set_in_the_pinned_fonts_of_its_language_and_no_others(languages: dict[str, Language], code: str):
    file = opened(lay_out(render_html(everything(languages[code]), CHECKOUT), PLACE))
    names = {str(font.BaseFont)[1:].split("+")[-1] for sheet in file.pages for font in sheet.Resources.Font.values()}
    pinned = tuple(font.family.replace(" ", "-") for font in languages[code].fonts.pdf)
    assert [name for name in names if not name.startswith(pinned)] == []


# -- warnings ------------------------------------------------------------------------------------------------------------------


def findings(html: str) -> list[str]:
    with pytest.raises(RenderError) as caught:
        lay_out(html, PLACE).write()
    assert {(finding.source, finding.rule, finding.severity) for finding in caught.value.findings} == {
        (PLACE, "pdf", Severity.ERROR)
    }
    return [finding.message for finding in caught.value.findings]


def test_a_rule_that_weasyprint_ignores_is_a_finding():
    assert findings(page("p { wibble: 1px }")) == ["WeasyPrint: Ignored `wibble: 1px ` at 1:5, unknown property."]


def test_every_warning_is_a_finding_once():
    assert len(findings(page("p { wibble: 1px; wobble: 2px; wibble: 1px }"))) >= 2


def test_a_character_that_no_font_has_is_a_finding():
    assert any("U+1200" in message for message in findings(page("", "<p>ሀ")))


ASKING = {
    "background": "p { background: url(URL) }",
    "marker": "p { list-style: url(URL) inside; display: list-item }",
    "content": "p::before { content: url(URL) }",
    "import": "@import url(URL);",
    "import-string": "@import 'URL';",
    "font": "@font-face { font-family: a; src: url(URL) } p { font-family: a }",
}


@pytest.mark.parametrize("css", ASKING.values(), ids=ASKING)
def test_a_style_sheet_that_asks_for_an_address_is_a_finding_and_asks_nobody(server: tuple[str, list[str]], css: str):
    address, asked = server
    assert len(findings(page(css.replace("URL", f"{address}/x")))) == 1
    assert asked == []


@pytest.mark.parametrize("css", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize("scheme", ["file://", ""])
def test_a_style_sheet_that_asks_for_a_file_is_a_finding(tmp_path: Path, css: str, scheme: str):
    (tmp_path / "x").write_text("p { color: red }", encoding="utf-8")
    assert len(findings(page(css.replace("URL", f"{scheme}{tmp_path}/x")))) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<img src="x.png" alt="x">',
        '<object data="file:///etc/hostname"></object>',
        '<link rel="stylesheet" href="x.css">',
        '<embed src="http://127.0.0.1:9/x.svg">',
    ],
)
def test_a_page_that_asks_for_a_file_is_a_finding(body: str):
    assert findings(page("", body))


def test_a_picture_inside_the_page_is_none():
    picture = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>"
    assert lay_out(page(f'p {{ background: url("{picture}") }}'), PLACE).page_count == 1


def test_warnings_of_others_are_left_alone():
    with warnings_as_findings(PLACE):
        logging.getLogger("guidegen.elsewhere").warning("not about the layout")


def test_after_a_layout_warnings_are_no_longer_collected():
    lay_out(page(""), PLACE)
    assert [one for one in logging.getLogger("weasyprint").handlers if type(one).__module__ == pdf.__name__] == []


def test_what_fails_inside_is_raised_as_it_is():
    def failing() -> None:
        with warnings_as_findings(PLACE):
            logging.getLogger("weasyprint").warning("before it failed")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()


# -- libraries -----------------------------------------------------------------------------------------------------------------


def test_nothing_is_missing_where_weasyprint_can_be_loaded():
    assert missing_libraries() == ""


def test_a_library_that_weasyprint_cannot_load_is_named_in_one_line(tmp_path: Path):
    (tmp_path / "weasyprint.py").write_text('raise OSError("cannot load library libpango\\nsee the manual")', encoding="utf-8")
    command = "from guidegen.renderers.pdf import missing_libraries; print(missing_libraries())"
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    ran = subprocess.run([sys.executable, "-c", command], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True)
    assert ran.stdout == "cannot load library libpango\n"


def test_a_logger_that_was_switched_off_is_listened_to_all_the_same():
    logger = logging.getLogger("weasyprint")
    logger.disabled = True
    try:
        with pytest.raises(RenderError), warnings_as_findings(Source("test")):
            logger.warning("Ignored")
        assert logger.disabled
    finally:
        logger.disabled = False
