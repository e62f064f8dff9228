"""What makes Word repair a file, or refuse it: each fault put into a sound file is found, and a sound file has none."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from guidegen.build.archives import parts_of
from guidegen.check.wordprocessing import MAIN, NOTES, STYLES, package_findings
from guidegen.document.language import Language
from guidegen.errors import Source
from guidegen.renderers.docx.archive import write_archive
from guidegen.renderers.docx.ooxml import Element, R, qualified, w
from guidegen.renderers.docx.package import render_docx
from guidegen.renderers.docx.watermark import VML
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.samples import everything

PLACE = Source("guide.docx")
PAGES = {"chapter": 2}
Damage = Callable[[Element], object]


def sound(language: Language) -> bytes:
    return render_docx(everything(language, draft="Draft", watermark="Draft"), CHECKOUT, PAGES)


@pytest.fixture(scope="module")
def file(languages: dict[str, Language]) -> bytes:
    return sound(languages["en"])


def damaged(data: bytes, part: str, damage: Damage) -> list[tuple[str, str]]:
    """Return rule and sentence of what is found in *data* after *damage* was done to *part*."""
    parts = parts_of(data)
    root = etree.fromstring(parts[part])
    damage(root)
    parts[part] = etree.tostring(root)
    return [(finding.rule, finding.message) for finding in package_findings(write_archive(parts), PLACE)]


def first(root: Element, name: str) -> Element:
    return next(root.iter(qualified(name)))


def remove(one: Element) -> None:
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)


def again(one: Element) -> None:
    one.addnext(deepcopy(one))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_guidegen_writes_is_sound(languages: dict[str, Language], code: str) -> None:
    assert list(package_findings(sound(languages[code]), PLACE)) == []


CASES: dict[str, tuple[str, str, Damage]] = {
    "a field that does not end": ("docx-field", MAIN, lambda root: first(root, "fldChar").set(qualified("fldCharType"), "end")),
    "a field without its end": ("docx-field", MAIN, lambda root: remove([*root.iter(qualified("fldChar"))][-1])),
    "a bookmark without its end": ("docx-bookmark", MAIN, lambda root: remove(first(root, "bookmarkEnd"))),
    "two bookmarks of one name": ("docx-bookmark", MAIN, lambda root: again(first(root, "bookmarkStart"))),
    "a link to no bookmark": ("docx-bookmark", MAIN, lambda root: first(root, "hyperlink").set(qualified("anchor"), "nowhere")),
    "a field of no bookmark": ("docx-bookmark", MAIN, lambda root: setattr(first(root, "instrText"), "text", "REF nowhere")),
    "a cell without a paragraph": ("docx-cell", MAIN, lambda root: remove(first(first(root, "tc"), "p"))),
    "a row that is too short": ("docx-cell", MAIN, lambda root: remove([*root.iter(qualified("tc"))][-1])),
    "a style that is not there": ("docx-style", MAIN, lambda root: first(root, "pStyle").set(qualified("val"), "Nowhere")),
    "a style twice": ("docx-style", STYLES, lambda root: again(first(root, "style"))),
    "a list that is not there": ("docx-list", MAIN, lambda root: first(root, "numId").set(qualified("val"), "99")),
    "a level that is not there": ("docx-list", MAIN, lambda root: first(root, "ilvl").set(qualified("val"), "8")),
    "a call without its note": ("docx-note", NOTES, lambda root: remove(root[-1])),
    "a note without its call": ("docx-note", MAIN, lambda root: remove(first(root, "footnoteReference"))),
    "no separators": ("docx-note", NOTES, lambda root: remove(root[0])),
    "a relationship that is not there": (
        "docx-relationship", MAIN, lambda root: first(root, "headerReference").set(f"{{{R}}}id", "rId99"),
    ),
    "a shape without words": (
        "docx-description", "word/header-first.xml", lambda root: next(root.iter(f"{{{VML}}}shape")).attrib.pop("alt"),
    ),
    "a table without a title": ("docx-description", MAIN, lambda root: remove(first(root, "tblCaption"))),
    "two controls with one id": ("docx-control", MAIN, lambda root: again(first(root, "sdt"))),
    "a control without a name": ("docx-control", MAIN, lambda root: remove(first(root, "alias"))),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_found(file: bytes, case: str) -> None:
    rule, part, damage = CASES[case]
    found = damaged(file, part, damage)
    assert rule in {name for name, _ in found}
    assert all(message for _, message in found)


def test_a_table_of_another_shape_in_a_note_is_found_too(file: bytes) -> None:
    table = w("tbl", w("tblPr", w("tblCaption", val="x")), w("tblGrid", w("gridCol")), w("tr", w("tc", w("p")), w("tc", w("p"))))
    assert ("docx-cell", f"{NOTES}: a table of 1 columns has rows of [2]") in damaged(
        file, NOTES, lambda root: root[-1].append(table)
    )


def test_what_is_no_word_document_is_told(file: bytes) -> None:
    parts = parts_of(file)
    broken = write_archive({**parts, MAIN: b"<w:document"})
    for data in (b"PK no archive", broken):
        assert [finding.rule for finding in package_findings(data, PLACE)] == ["docx-package"]
