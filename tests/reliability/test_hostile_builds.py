"""A folder of built guides that somebody tampered with: what is wrong is told, and nothing outside of it is read."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guidegen.build import archives
from guidegen.build.difference import difference
from guidegen.build.manifest import Manifest, parse_manifest
from guidegen.build.outputs import LARGEST_FILE
from guidegen.build.stamps import digest
from guidegen.build.verify import Verification
from guidegen.check.parity.compare import built_in, parity_findings
from guidegen.cli import main
from guidegen.errors import GuidegenError
from guidegen.loading import Loaded, load
from guidegen.resources.project import Project
from guidegen.resources.starter import write_starter
from tests.reliability.conftest import SECRET

FORMATS = ("docx", "pdf", "html", "akn", "text")
NAME = "capital-city/discussion-guide-capital-city-en"
OUTSIDE = "stands outside the folder of the manifest: it was not read"
ENTITIES = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:secret.txt"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
# A page tree and a structure tree that hold themselves.
CIRCLES = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[2 0 R 5 0 R]/Count 2>>\nendobj\n3 0 obj\n<</Type/StructTreeRoot/K[4 0 R]>>\nendobj\n"
    b"4 0 obj\n<</S/Document/P 3 0 R/K[4 0 R]>>\nendobj\n5 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
    b"trailer\n<</Root 1 0 R>>\n"
)
PACKED = b"%PDF-1.4\n1 0 obj\n<</Type /ObjStm /First 10 /N 4>>\nstream\n1 2 3 4 5 6 7\nendstream\nendobj\n"
PAGES = CIRCLES.replace(b"2 0 R 5 0 R]/Count 2", b"5 0 R]/Count 1").replace(b"/P 3 0 R/K[4 0 R]", b"/P 3 0 R")
BOMB = PAGES.replace(b"/MediaBox", b"/Contents 6 0 R/MediaBox").replace(
    b"trailer",
    b"6 0 obj\n<</Filter[/FlateDecode/FlateDecode]>>\nstream\n%b\nendstream\nendobj\ntrailer"
    % zlib.compress(zlib.compress(b" " * 40 * 1024**2, 9), 9),
)


@dataclass(frozen=True)
class Folder:
    """Built guides in the folder *place*, made from *loaded*."""

    loaded: Loaded
    place: Path

    def manifest(self) -> dict[str, Any]:
        """Return the manifest as JSON has it."""
        value: dict[str, Any] = json.loads((self.place / "manifest.json").read_text(encoding="utf-8"))
        return value

    def write(self, value: object) -> None:
        """Write *value* as the manifest."""
        (self.place / "manifest.json").write_text(json.dumps(value), encoding="utf-8")

    def put(self, extension: str, data: bytes) -> None:
        """Write *data* in the place of a guide, and say in the manifest that it is the right one."""
        (self.place / f"{NAME}.{extension}").write_bytes(data)
        value = self.manifest()
        for row in value["files"]:
            if row["path"] == f"{NAME}.{extension}":
                row["sha256"] = digest(data)
        self.write(value)

    def on_disk(self) -> list[str]:
        """Return what ``verify`` finds before it builds anything, without places."""
        manifest = parse_manifest(self.place / "manifest.json")
        verification = Verification(self.place, manifest, self.loaded.project.root, lambda _: "", {})
        return [f"{finding.rule}: {finding.message}" for finding in verification.on_disk()]

    def parity(self, extension: str) -> list[str]:
        """Return what ``check --built`` finds in the guide in one format, without places."""
        try:
            built = built_in(self.place, self.loaded.project.root, lambda entry: entry.path == f"{NAME}.{extension}")
        except GuidegenError as error:
            return [f"{finding.rule}: {finding.message}" for finding in error.findings]
        return [f"{finding.rule}: {finding.message}" for finding in parity_findings(built, self.loaded.languages)]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = tmp_path_factory.mktemp("built")
    write_starter(folder / "project")
    formats = [word for name in FORMATS for word in ("--format", name)]
    options = [
        "--project",
        str(folder / "project"),
        "--output",
        str(folder / "out"),
        "--jobs",
        "1",
        "--language",
        "en",
        "--quiet",
    ]
    assert CliRunner().invoke(main, ["build", *options, *formats]).exit_code == 0
    return Folder(load(Project(folder / "project")), folder / "out")


@pytest.fixture
def folder(right: Folder, tmp_path: Path) -> Folder:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    shutil.copytree(right.place, tmp_path / "out")
    return Folder(right.loaded, tmp_path / "out")


def test_what_nobody_touched_has_no_findings(folder: Folder) -> None:
    assert folder.on_disk() == []
    assert [folder.parity(extension) for extension in ("docx", "pdf", "html", "akn.xml", "txt")] == [[]] * len(FORMATS)


# -- manifests -----------------------------------------------------------------------------------------------------------------

VALUES = [("path", 7), ("path", None), ("sha256", 5), ("meeting", ["x"]), ("format", None), ("format", {}), ("variant", 1)]
VALUES += [("pages", "many"), ("status", {"a": 1}), ("fonts", 5), ("fonts", [{"family": 1}]), ("reviewed", "yes"), ("more", 1)]
TEXTS = [
    "",
    "[" * 100_000,
    '{"a":' * 100_000,
    '{"version": 2, "toolchains": {}, "files": [], "n": ' + "9" * 10_000 + "}",
    "[]",
    "\0",
]
TEXTS += ['{"version": 99, "toolchains": {}, "files": []}', '{"version": 2, "toolchains": [], "files": []}']


def assert_no_manifest(folder: Folder, guidegen: Callable[..., Result]) -> None:
    result = guidegen("verify", folder.place / "manifest.json", "--project", folder.loaded.project.root)
    assert (result.exit_code, "not a manifest of this version of guidegen" in result.stderr) == (1, True)
    (said,) = folder.parity("docx")
    assert said.startswith("built-file: manifest.json is not a manifest of this version of guidegen")


@pytest.mark.parametrize(("key", "value"), VALUES)
def test_a_value_of_another_kind_makes_no_manifest(
    folder: Folder, guidegen: Callable[..., Result], key: str, value: object
) -> None:
    manifest = folder.manifest()
    manifest["files"][0][key] = value
    folder.write(manifest)
    assert_no_manifest(folder, guidegen)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_what_is_no_manifest_is_told(folder: Folder, guidegen: Callable[..., Result], text: str) -> None:
    (folder.place / "manifest.json").write_text(text, encoding="utf-8")
    assert_no_manifest(folder, guidegen)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("../secret.txt", f"file-outside: the file {OUTSIDE}"),
        ("capital-city/../../secret.txt", f"file-outside: the file {OUTSIDE}"),
        ("/etc/passwd", f"file-outside: the file {OUTSIDE}"),
        ("capital-city", "file-missing: this file of the manifest is missing"),
        ("a\0b", "file-missing: this file of the manifest has a name that no file can have"),
        ("x" * 5000, "file-missing: this file of the manifest cannot be read: File name too long"),
    ],
    ids=ascii,
)
def test_a_path_that_leads_nowhere_or_out_of_the_folder_is_told(folder: Folder, path: str, said: str) -> None:
    manifest = folder.manifest()
    manifest["files"][0] |= {"path": path, "sha256": digest(SECRET.encode())}
    folder.write(manifest)
    assert [one for one in folder.on_disk() if one.startswith(said)]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "exe"},
        {"variant": "../x"},
        {"meeting": "../../x"},
        {"language": "\0"},
        {"issuance": "../x"},
        {"pages": 10**4000},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_no_build_makes_is_told_and_not_built(
    folder: Folder, guidegen: Callable[..., Result], change: dict[str, Any]
) -> None:
    manifest = folder.manifest()
    row = next(row for row in manifest["files"] if row["format"] == "text")
    folder.write({**manifest, "files": [{**row, **change}]})
    result = guidegen("verify", folder.place / "manifest.json", "--project", folder.loaded.project.root, "--jobs", "1")
    assert result.exit_code == 1
    assert "please report this" not in result.stderr
    assert ("the project has no such guide" in result.stderr) is ("pages" not in change)


# -- files ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["capital-city", f"{NAME}.txt"])
def test_a_link_out_of_the_folder_is_not_followed(folder: Folder, name: str) -> None:
    place = folder.place / name
    place.rename(folder.place.parent / "elsewhere")
    place.symlink_to(folder.place.parent / ("elsewhere" if place.suffix == "" else "secret.txt"))
    assert f"file-outside: the file {OUTSIDE}" in folder.on_disk()
    assert folder.parity("txt") == [f"built-file: the file {OUTSIDE}"]
    task = parse_manifest(folder.place / "manifest.json").entries[f"{NAME}.txt"]
    verification = Verification(folder.place, Manifest({}, {}), folder.loaded.project.root, lambda _: "", {})
    assert verification._difference(task, b"other") == ""


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)], ids=["pipe", "folder", "circle"])
def test_what_is_no_file_is_not_waited_for(folder: Folder, make: Callable[[Path], None]) -> None:
    place = folder.place / f"{NAME}.txt"
    place.unlink()
    make(place)
    assert [one for one in folder.on_disk() if one.startswith("file-missing: this file of the manifest is missing")]
    assert folder.parity("txt") == ["built-file: the file is missing"]


def test_a_file_larger_than_any_guide_is_not_read(folder: Folder) -> None:
    with (folder.place / f"{NAME}.txt").open("r+b") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "file-missing: this file of the manifest is larger than 256 MiB: it was not read" in folder.on_disk()
    assert folder.parity("txt") == ["built-file: the file is larger than 256 MiB: it was not read"]


def packed_anew(data: bytes, change: Callable[[str, bytes], bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the DOCX *data* with its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w", method) as copy:
        for name in archive.namelist():
            copy.writestr(name, change(name, archive.read(name)))
        copy.writestr("../../outside.xml", b"<a/>")
    return made.getvalue()


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: packed_anew(data, lambda _, part: part.replace(old, new))


def document(made: bytes) -> Callable[[bytes], bytes]:
    return lambda data: packed_anew(data, lambda name, part: made if name == "word/document.xml" else part)


def damaged(data: bytes) -> bytes:
    return data[:60] + b"\xff" * 200 + data[260:]


def packed_by(method: int) -> Callable[[bytes], bytes]:
    return lambda data: damaged(packed_anew(data, lambda _, part: part, method))


DOCX: dict[str, Callable[[bytes], bytes]] = {
    "none": lambda _: b"nothing",
    "cut off": lambda data: data[: len(data) // 2],
    "damaged": damaged,
    "damaged, by bzip2": packed_by(zipfile.ZIP_BZIP2),
    "damaged, by LZMA": packed_by(zipfile.ZIP_LZMA),
    "entities": replaced(b"<w:document", ENTITIES + b"<w:document"),
    "deep": document(b"<a>" * 100_000),
    "another root": document(b"<a/>"),
    "a field that is none": replaced(b'fldCharType="begin"', b'fldCharType="x"'),
    "a reference to nothing": replaced(b"PAGEREF", b"REF</w:instrText><w:instrText>"),
    "huge numbers": replaced(b'w:numId w:val="', b'w:numId w:val="99999999999999999999'),
}
PDF: dict[str, Callable[[bytes], bytes]] = {
    "none": lambda _: b"nothing",
    "empty": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "circles": lambda _: CIRCLES,
    "packed wrongly": lambda _: PACKED,
    "a page too many": lambda _: PAGES.replace(b"/Count 1", b"/Count 9"),
    "a page of no type": lambda _: PAGES.replace(b"/Type/Page/", b"/Type/Pxge/"),
    "packed twice": lambda _: BOMB,
    "no end": lambda data: data[:20] + b"1 0 obj\n" * 20_000,
    "a huge number": lambda _: PACKED.replace(b"10", b"9" * 5000),
}
OTHERS: dict[str, bytes] = {
    "html": b"<div>" * 100_000,
    "akn.xml": ENTITIES + b"<a>&x;&b;</a>",
    "txt": b"\xff\0" + b"\n\n" + b"9" * 10_000 + b". x",
}


def assert_told(folder: Folder, extension: str, data: bytes) -> None:
    """Hold that *data* in the place of a guide ends in findings, of the check and of the comparison with the right file."""
    right = (folder.place / f"{NAME}.{extension}").read_bytes()
    folder.put(extension, data)
    assert folder.on_disk() == []
    said = [*folder.parity(extension), difference(data, right)]
    assert all(said)
    assert len(said) > 1
    assert SECRET not in "".join(said)


@pytest.mark.parametrize("change", DOCX.values(), ids=DOCX)
def test_a_docx_that_is_none_is_told(folder: Folder, change: Callable[[bytes], bytes]) -> None:
    assert_told(folder, "docx", change((folder.place / f"{NAME}.docx").read_bytes()))


@pytest.mark.parametrize("change", PDF.values(), ids=PDF)
def test_a_pdf_that_is_none_is_told(folder: Folder, change: Callable[[bytes], bytes]) -> None:
    assert_told(folder, "pdf", change((folder.place / f"{NAME}.pdf").read_bytes()))


@pytest.mark.parametrize(("extension", "data"), OTHERS.items(), ids=OTHERS)
def test_another_file_that_is_none_is_told(folder: Folder, extension: str, data: bytes) -> None:
    right = (folder.place / f"{NAME}.{extension}").read_bytes()
    folder.put(extension, data)
    assert SECRET not in "".join(folder.parity(extension))
    assert difference(data, right)


def test_a_pdf_that_unpacks_to_more_than_a_guide_is_told(folder: Folder) -> None:
    folder.put("pdf", BOMB)
    assert folder.parity("pdf")[0] == "built-file: the file cannot be read back: unpacked, its streams are larger than 32 MiB"


def test_what_unpacks_to_more_than_a_memory_holds_is_not_unpacked(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_ARCHIVE", 10_000)
    right = (folder.place / f"{NAME}.docx").read_bytes()
    assert folder.parity("docx")[-1].endswith("unpacked, it is larger than 0 MiB")
    assert difference(right + b"\0", right) == f"byte {len(right)}: not a file of this format"
    bomb = b"%PDF-1.4\n1 0 obj\n<</Length 1>>\nstream\n" + zlib.compress(bytes(200 * 1024**2), 1) + b"\nendstream\nendobj\n"
    assert difference(bomb, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n").startswith("offset ")
