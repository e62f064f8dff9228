"""Built guides compared: each with what most of them say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.build.manifest import Entry, manifest
from guidegen.build.stamps import digest
from guidegen.check.parity import compare
from guidegen.check.parity.compare import Built, built_in, parity_findings, unread_formats
from guidegen.document.language import Language
from guidegen.errors import Finding, GuidegenError
from guidegen.renderers.table import FORMATS
from tests.build.test_manifest import entry as any_entry
from tests.check.parity.conftest import Written
from tests.conftest import LANGUAGES
from tests.renderers.samples import everything

NAMES = ("docx", "pdf", "html", "akn", "text")
Change = Callable[[bytes], bytes]


def entry(path: str, language: str, name: str, data: bytes) -> Entry:
    same = {"meeting": "m", "language": language, "format": name, "sha256": digest(data), "bytes": len(data)}
    return replace(any_entry(path), **same)


@pytest.fixture(scope="module")
def guides(written: Written, languages: dict[str, Language]) -> dict[str, bytes]:
    """A guide in two languages and every format, by path."""
    codes = [code for code in LANGUAGES if languages[code].iso639_2 in {"ara", "eng"}]
    return {f"{code}.{FORMATS[name].extension}": written(everything(languages[code]), name) for code in codes for name in NAMES}


@pytest.fixture
def put(tmp_path: Path, guides: dict[str, bytes]) -> Callable[..., Path]:
    """Write the guides into a folder with their manifest, one changed before it was built."""
    extensions = {FORMATS[name].extension: name for name in NAMES}

    def write(path: str = "", change: Change = bytes) -> Path:
        entries = []
        for name, data in guides.items():
            made = change(data) if name == path else data
            (tmp_path / name).write_bytes(made)
            code, _, extension = name.partition(".")
            entries.append(entry(name, code, extensions[extension], made))
        (tmp_path / "manifest.json").write_bytes(manifest(entries, {}))
        return tmp_path

    return write


def built(folder: Path) -> Built:
    return built_in(folder, folder.parent, lambda _: True)


@pytest.fixture
def told(languages: dict[str, Language]) -> Callable[[Path], list[tuple[str, str]]]:
    """The rule and the file of each finding in a folder."""

    def findings(folder: Path) -> list[tuple[str, str]]:
        return [(finding.rule, finding.source.path.rpartition("/")[2]) for finding in parity_findings(built(folder), languages)]

    return findings


def test_guides_that_agree_have_no_findings(put, told):
    assert told(put()) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("en.html", '<span class="label">2. </span>', '<span class="label">3. </span>', "parity-paragraphs"),
        ("en.html", '<span class="label">(b) </span>', '<span class="label">(c) </span>', "parity-paragraphs"),
        ("en.html", '<span class="label">I. </span>', '<span class="label">II. </span>', "parity-headings"),
        ("en.html", 'data-label="2"', 'data-label="3"', "parity-notes"),
        ("en.html", 'class="ref" href="#chapter.p"', 'class="ref" href="#chapter.q"', "parity-references"),
        ("en.akn.xml", ">1 (b)</ref>", ">1 (c)</ref>", "parity-references"),
        ("en.akn.xml", "<num>2.</num>", "<num>5.</num>", "parity-paragraphs"),
        ("ar.txt", "\n2- ", "\n6- ", "parity-paragraphs"),
        ("ar.txt", "[(3)] ", "[(4)] ", "parity-notes"),
        ("ar.html", "</td></tr>", "</td><td></td></tr>", "parity-tables"),
    ],
)
def test_a_file_that_differs_is_told_by_its_rule(put, told, path: str, old: str, new: str, rule: str):
    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    assert (rule, path) in told(put(path, change))
    assert {name for _, name in told(put(path, change))} == {path}


def test_a_finding_says_what_differs_and_from_where(put, languages: dict[str, Language]):
    old, new = b'<span class="label">2. </span>', b'<span class="label">9. </span>'
    (finding,) = parity_findings(built(put("en.html", lambda data: data.replace(old, new, 1))), languages)
    assert finding.message == "the paragraph numbers differ from those of most guides: 4 for 4, the 2nd is 9 and not 2"


def test_a_file_that_was_changed_after_the_build_is_told(put, languages: dict[str, Language]):
    folder = put()
    (folder / "en.html").write_bytes(b"changed")
    (finding,) = parity_findings(built(folder), languages)
    assert (finding.rule, finding.message) == (
        "built-file",
        "the file is not the one that was built: it was changed afterwards",
    )


def test_a_file_that_is_gone_is_told(put, told):
    folder = put()
    (folder / "en.pdf").unlink()
    assert told(folder) == [("built-file", "en.pdf")]


def test_a_file_that_cannot_be_read_back_is_told(put, told):
    assert ("built-file", "en.pdf") in told(put("en.pdf", lambda _: b"no PDF"))


def test_what_word_would_repair_is_told_too(put, told):
    assert ("docx-package", "en.docx") in told(put("en.docx", lambda _: b"no package"))


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path, languages: dict[str, Language]):
    (tmp_path / "secret.html").write_bytes(b"<p>secret</p>")
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / "manifest.json").write_bytes(manifest([entry("../secret.html", "en", "html", b"<p>secret</p>")], {}))
    (finding,) = parity_findings(built(folder), languages)
    assert finding.message == "the file stands outside the folder of the manifest: it was not read"


def test_a_folder_without_manifest_is_told(tmp_path: Path):
    with pytest.raises(GuidegenError) as caught:
        built(tmp_path)
    assert caught.value.findings == (
        Finding(
            caught.value.findings[0].source, "built-file", "there is no manifest.json: nothing was built here",
            "guidegen build writes it",
        ),
    )  # fmt: skip


def test_only_what_is_wanted_is_compared(put):
    folder = put()
    assert {one.language for one in built_in(folder, folder, lambda one: one.language == "ar").entries} == {"ar"}


def test_a_folder_inside_of_the_project_is_named_from_there(put):
    folder = put()
    assert built(folder).place("en.pdf").path == f"{folder.name}/en.pdf"
    assert built_in(folder, folder, lambda _: True).place("en.pdf").path == "en.pdf"
    assert built_in(folder, Path("/nowhere"), lambda _: True).place("en.pdf").path == f"{folder.as_posix()}/en.pdf"


def test_formats_that_cannot_be_read_are_named_and_not_compared(put, told, monkeypatch: pytest.MonkeyPatch):
    folder = put("en.pdf", lambda _: b"no PDF")
    assert unread_formats(built(folder)) == ()
    monkeypatch.setattr(compare, "available", lambda: False)
    assert unread_formats(built(folder)) == ("pdf",)
    assert told(folder) == []
