"""Files that come back from translators' tools, made by somebody who means harm: told, and nothing is written."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidegen.cli import main
from guidegen.resources.starter import write_starter
from tests.reliability.conftest import SECRET
from tests.reliability.contents import contents

ENTITIES = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:secret.txt"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WORDS, MAIN, PROPERTIES = b"Contexte", "word/document.xml", "docProps/custom.xml"
Change = Callable[[bytes], bytes]


def said(words: bytes) -> Change:
    """Another translation."""
    return lambda data: data.replace(WORDS, words)


def named(attribute: bytes, value: bytes) -> Change:
    return lambda data: re.sub(attribute + b'="[^"]*"', attribute + b'="' + value + b'"', data)


def part(name: str, change: Change) -> Change:
    """A change of one part of a Word document."""

    def packed(data: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for each in archive.namelist():
                copy.writestr(each, change(archive.read(each)) if each == name else archive.read(each))
            copy.writestr("../../outside.txt", "outside")
        return made.getvalue()

    return packed


def before(root: bytes, words: bytes = ENTITIES) -> Change:
    return lambda data: data.replace(root, words + root, 1)


XLIFF: dict[str, tuple[Change, str]] = {
    "entities": (before(b"<xliff"), "exchange-entities"),
    "a path that leads out": (named(b"original", b"../../../secret.po"), "exchange-catalogue"),
    "an absolute path": (named(b"original", b"/etc/passwd"), "exchange-catalogue"),
    "a language that leads out": (named(b"target-language", b"../../x"), "exchange-language"),
    "another project": (named(b"product-name", b"{{ project }}"), "exchange-project"),
    "ids that lead out": (named(b" id", b"../../x"), "exchange-duplicate"),
    "ids that are gone": (named(b" id", b""), "exchange-id"),
    "nothing": (lambda _: b"", "exchange-syntax"),
    "no XML": (lambda _: bytes(range(256)), "exchange-syntax"),
    "deep": (lambda _: b"<xliff>" + b"<a>" * 100_000, "exchange-syntax"),
    "a text without end": (said(b"x" * 12_000_000), "exchange-syntax"),
    "another encoding": (before(b"<xliff", b'<?xml version="1.0" encoding="x-none"?>'), "exchange-syntax"),
    "a null byte": (said(b"\0"), "exchange-syntax"),
    "a turned direction": (said(b"&#x202E;"), "control-character"),
    "a template": (said(b"{{ config }}"), "placeholders"),
    "an attribute": (said(b"{number.__class__}"), "markdown"),
    "a link to a file": (said(b"![x](file:///etc/passwd)"), "markdown"),
    "another message": (said(b'x"\n\nmsgid "y"\nmsgstr "z'), "line-break"),
}
WORD: dict[str, tuple[Change, str]] = {
    "no archive": (lambda _: b"nothing", "exchange-format"),
    "half an archive": (lambda data: data[: len(data) // 2], "exchange-format"),
    "entities": (part(MAIN, before(b"<w:document")), "exchange-entities"),
    "entities in properties": (part(PROPERTIES, before(b"<Properties")), "exchange-entities"),
    "a bomb": (part(MAIN, lambda data: data + b" " * (33 * 1024**2)), "file-size"),
    "deep": (part(MAIN, lambda _: b"<a>" * 100_000), "exchange-syntax"),
    "no table": (part(MAIN, lambda _: b"<a/>"), "exchange-table"),
    "a path that leads out": (part(PROPERTIES, before(b"content/topics", b"../../../")), "exchange-catalogue"),
    "a turned direction": (part(MAIN, said("\u202e".encode())), "control-character"),
}
HARMLESS: dict[str, tuple[str, Change]] = {
    "an include": ("xlf", before(b"</body>", b'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="secret.txt"/>')),
    "a part that leads out": ("docx", part(MAIN, lambda data: data)),
    "another encoding": ("xlf", lambda data: data.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project beside a secret, and the catalogue of a topic as it was exported."""
    folder = tmp_path_factory.mktemp("exchange")
    write_starter(folder / "project")
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    for name in ("xliff", "docx"):
        options = ["--project", str(folder / "project"), "--to", name, "--output", str(folder / name), "--language", "fr"]
        assert CliRunner().invoke(main, ["translate", "export", *options]).exit_code == 0
    for name, extension in (("xliff", "xlf"), ("docx", "docx")):
        (place,) = (folder / name).rglob(f"*prevention*.{extension}")
        place.rename(folder / f"right.{extension}")
    return folder


def imported(guidegen: Callable[..., Result], sent: Path, file: Path) -> Result:
    """Import *file*: nothing changes, inside or outside of the project, and nothing is told of what stands outside."""
    left = contents(sent)
    result = guidegen("translate", "import", file, "--project", sent / "project")
    assert contents(sent) == left
    assert SECRET not in result.output
    return result


@pytest.mark.parametrize(("change", "rule"), XLIFF.values(), ids=XLIFF)
def test_a_hostile_xliff_is_told(guidegen: Callable[..., Result], sent: Path, tmp_path: Path, change: Change, rule: str) -> None:
    (tmp_path / "a.xlf").write_bytes(change((sent / "right.xlf").read_bytes()))
    result = imported(guidegen, sent, tmp_path / "a.xlf")
    assert (result.exit_code, f"[{rule}]" in result.stderr) == (1, True)


@pytest.mark.parametrize(("change", "rule"), WORD.values(), ids=WORD)
def test_a_hostile_word_document_is_told(
    guidegen: Callable[..., Result], sent: Path, tmp_path: Path, change: Change, rule: str
) -> None:
    (tmp_path / "a.docx").write_bytes(change((sent / "right.docx").read_bytes()))
    result = imported(guidegen, sent, tmp_path / "a.docx")
    assert (result.exit_code, f"[{rule}]" in result.stderr) == (1, True)


@pytest.mark.parametrize(("extension", "change"), HARMLESS.values(), ids=HARMLESS)
def test_what_could_do_harm_elsewhere_does_none(
    guidegen: Callable[..., Result], sent: Path, tmp_path: Path, extension: str, change: Change
) -> None:
    (tmp_path / f"a.{extension}").write_bytes(change((sent / f"right.{extension}").read_bytes()))
    assert imported(guidegen, sent, tmp_path / f"a.{extension}").exit_code == 0


@pytest.mark.parametrize("name", ["a.tmx", "a.tbx", "a.po", "a", "a.xlf\n.exe"])
def test_a_format_that_does_not_come_back_is_told(guidegen: Callable[..., Result], sent: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ENTITIES + b"<tmx>&x;</tmx>")
    result = imported(guidegen, sent, tmp_path / name)
    assert (result.exit_code, "[exchange-format]" in result.stderr) == (1, True)


def test_what_is_no_file_is_not_waited_for(guidegen: Callable[..., Result], sent: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlf")
    result = imported(guidegen, sent, tmp_path / "a.xlf")
    assert (result.exit_code, "[unreadable-file]" in result.stderr) == (1, True)
