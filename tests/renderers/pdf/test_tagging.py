"""What a screen reader walks: the structure tree of a real file."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
import weasyprint.pdf

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.document.walk import plain
from guidegen.errors import Source
from guidegen.passes import run_passes
from guidegen.renderers.html import render_html
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.pdf.tagging import add_structure, structured
from tests.builders import document, note, para, section
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.pdf.structure_of import Node, pdf_of, structure_of
from tests.renderers.samples import everything


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(request: pytest.FixtureRequest, languages: dict[str, Language]) -> tuple[Document, pikepdf.Pdf, Node]:
    """A guide with one of everything in each language, its PDF and its structure."""
    made = everything(languages[request.param])
    pdf = pdf_of(made)
    return made, pdf, structure_of(pdf)


def test_the_seam_is_where_it_was() -> None:
    original = weasyprint.pdf.add_tags, weasyprint.pdf.build_fonts_dictionary
    with structured():
        assert weasyprint.pdf.add_tags is add_structure
        assert weasyprint.pdf.build_fonts_dictionary is not original[1]
    assert (weasyprint.pdf.add_tags, weasyprint.pdf.build_fonts_dictionary) == original


def test_every_piece_of_marked_content_has_its_structure_element_or_is_an_artifact(
    guide: tuple[Document, pikepdf.Pdf, Node],
) -> None:
    _, pdf, _ = guide
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for page in pdf.pages:
        stream = page.Contents.read_bytes()
        for mcid in map(int, re.findall(rb"/MCID (\d+)", stream)):
            assert "/S" in parents[int(page.StructParents)][mcid]


def test_running_heads_and_page_numbers_are_artifacts(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, pdf, _ = guide
    last = pdf.pages[-1].Contents.read_bytes()
    assert last.count(b"/Pagination") >= 2


def test_there_is_one_title_and_headings_are_nested_without_a_gap(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, _, tree = guide
    levels = [int(node.kind[1]) for node in tree.all() if re.fullmatch("H[1-6]", node.kind)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_every_note_has_an_identifier_of_its_own(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, pdf, tree = guide
    identifiers = [node.identifier for node in tree.all("Note")]
    assert len(set(identifiers)) == len(identifiers) > 1
    assert all(identifiers)
    names = [str(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert names == sorted(identifiers)


def test_a_note_stands_where_it_is_called(english: Language) -> None:
    made = document(english, section("a", para("a.p", "before", note("a.n", "The note."), " behind")))
    tree = structure_of(pdf_of(run_passes(made)))
    (paragraph,) = [node for node in tree.all("P") if any(kid.kind == "Note" for kid in node.kids)]
    assert [kid.kind for kid in paragraph.kids] == ["Reference", "Note"]


def test_calls_and_notes_are_linked_both_ways(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, _, tree = guide
    for one in tree.all("Note"):
        back = [link for link in one.all("Link") if link.annotations]
        assert back, one.identifier
    calls = [link for reference in tree.all("Reference") for link in reference.all("Link") if link.annotations]
    assert len(calls) >= len(list(tree.all("Note")))


def test_the_contents_are_a_toc_of_tocis_with_links(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    made, _, tree = guide
    (contents,) = tree.all("TOC")
    assert made.contents is not None
    assert [kid.kind for kid in contents.kids] == ["TOCI"] * len(made.contents.entries)
    for item in contents.kids:
        assert item.kids[0].kind == "Reference"
        assert any(link.annotations for link in item.all("Link"))


def test_a_list_has_labels_and_bodies(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, _, tree = guide
    items = list(tree.all("LI"))
    assert items
    assert all([kid.kind for kid in item.kids] == ["Lbl", "LBody"] for item in items)


def test_heads_of_a_table_say_what_they_head(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, _, tree = guide
    (table,) = tree.all("Table")
    assert {kid.kind for kid in table.kids} == {"THead", "TBody"}
    assert {head.scope for head in table.kids[0].all("TH")} == {"Column"}
    assert {head.scope for body in table.kids[1:] for head in body.all("TH")} == {"Row"}


def test_words_in_another_language_say_so(english: Language) -> None:
    tree = structure_of(pdf_of(everything(english)))
    assert {node.language for node in tree.all("Span") if node.language}


def test_every_annotation_is_printed_and_says_what_it_is(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    _, pdf, _ = guide
    annotations = [one for page in pdf.pages for one in page.get("/Annots", [])]
    assert annotations
    for one in annotations:
        assert int(one.F) & 4
        assert str(one.Contents)
        assert "/StructParent" in one


def test_arabic_is_read_in_logical_order(arabic: Language) -> None:
    words = "قرار الجمعية العامة 60/177، المرفق"
    tree = structure_of(pdf_of(document(arabic, section("a", para("a.p", words)))))
    assert words in [node.words.strip() for node in tree.all("Span")]


def test_latin_text_needs_no_actual_text(english: Language) -> None:
    tree = structure_of(pdf_of(document(english, section("a", para("a.p", "Plain words.")))))
    assert not [node for node in tree.all() if node.words]


def test_a_paragraph_over_two_pages_is_one_structure_element(english: Language) -> None:
    long = " ".join(["words"] * 2500)
    pdf = pdf_of(document(english, section("a", para("a.p", long))))
    paragraphs = [node for node in structure_of(pdf).all("P") if node.content > 20]
    assert len(pdf.pages) > 2
    assert len(paragraphs) == 1


def test_a_file_is_the_same_bytes_twice(english: Language) -> None:
    page = render_html(everything(english), CHECKOUT)
    assert lay_out(page, Source("a")).write() == lay_out(page, Source("a")).write()


def test_both_promises_stand_in_the_metadata(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    made, pdf, _ = guide
    packet = pdf.Root.Metadata.read_bytes().decode()
    assert 'pdfuaid:part="1"' in packet
    assert 'pdfaid:part="2"' in packet
    assert 'pdfaid:conformance="A"' in packet
    assert made.meta["title"] in packet
    assert str(pdf.Root.Lang) == made.language.word.tag


def test_bookmarks_are_those_of_the_model(guide: tuple[Document, pikepdf.Pdf, Node]) -> None:
    made, pdf, _ = guide
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == [" ".join(filter(None, [chapter.label, plain(chapter.title)])) for chapter in made.children]


def test_another_variant_is_written_where_it_is_asked_for(english: Language) -> None:
    layout = lay_out(render_html(everything(english), CHECKOUT), Source("test"))
    with pikepdf.open(BytesIO(layout.write("a-3a"))) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="3"' in packet
    assert "pdfuaid" not in packet
