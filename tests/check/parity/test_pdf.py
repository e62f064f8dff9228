"""PDF read back by its structure."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pikepdf.settings
import pytest

from guidegen.check.parity import pdf as module
from guidegen.check.parity.pdf import available, read_pdf
from guidegen.document.language import Language
from tests.check.parity.conftest import Back, Written
from tests.renderers.samples import everything


def test_references_are_links_to_names_and_marks_of_notes_are_none(back: Back, english: Language) -> None:
    assert back(everything(english), "pdf").references == [("chapter__p", "1"), ("chapter", "I"), ("chapter__b", "1 (b)")]


def test_right_to_left_labels_are_read(back: Back, arabic: Language) -> None:
    read = back(everything(arabic), "pdf")
    assert [level for level, _ in read.points or ()] == [1, 2, 1]
    assert len(read.paragraphs) == len(read.notes) == 4


def test_a_note_that_the_structure_lacks_is_missing(written: Written, english: Language) -> None:
    with pikepdf.open(io.BytesIO(written(everything(english), "pdf"))) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        note = next(one for one in walk(document) if one.S == "/Note" and any(kid.S == "/Lbl" for kid in kids(one)))
        note.S = pikepdf.Name("/P")
        note.K = pikepdf.Array()
        made = io.BytesIO()
        pdf.save(made)
    assert len(read_pdf(made.getvalue(), english).notes) == 3


def kids(element):
    return [kid for kid in element.get("/K", []) if kid.get("/Type", "") not in {"/MCR", "/OBJR"}]


def walk(element):
    yield element
    for kid in kids(element):
        yield from walk(kid)


def test_a_pdf_without_structure_is_told(english: Language) -> None:
    plain = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    with pytest.raises(ValueError, match="no PDF with a structure"):
        read_pdf(plain.getvalue(), english)
    with pytest.raises(ValueError, match="no PDF with a structure"):
        read_pdf(b"words", english)


def empty(*filters: str, content: bytes = b"") -> bytes:
    """A PDF of two pages with a structure and nothing in it; the first page shows *content*, packed by *filters*."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        document = pikepdf.Dictionary(S=pikepdf.Name.Document)
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=pikepdf.Array([document])))
        stream = pikepdf.Stream(pdf, b"")
        stream.write(content, filter=pikepdf.Array(map(pikepdf.Name, filters)))
        pdf.pages[0].Contents = stream
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return made.getvalue()


OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot<</K[<</S/Document>>]>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
)


def packed_table(filler: int) -> bytes:
    """A PDF whose table of objects is a stream that the table does not name, with *filler* bytes behind the table."""
    made, rows = b"%PDF-1.5\n", bytes(7)
    for number, value in enumerate(OBJECTS, 1):
        rows += b"\1" + len(made).to_bytes(4, "big") + bytes(2)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = zlib.compress(rows + bytes(filler))
    head = b"<</Type/XRef/Size 4/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % len(table)
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"4 0 obj\n" + head + b"\nstream\n" + table + end


def twice(data: bytes) -> bytes:
    return zlib.compress(zlib.compress(data, 9), 9)


def test_what_is_packed_as_a_guide_is_not_is_not_unpacked(english: Language) -> None:
    assert read_pdf(empty("/FlateDecode", content=zlib.compress(b"q Q")), english).headings == []
    assert read_pdf(empty("/DCTDecode", content=b"picture"), english).headings == []
    with pytest.raises(ValueError, match="a stream is packed by LZWDecode: guidegen writes none"):
        read_pdf(empty("/FlateDecode", "/LZWDecode", content=zlib.compress(b"q Q")), english)
    with pytest.raises(ValueError, match="no PDF with a structure"):
        read_pdf(empty("/FlateDecode", content=zlib.compress(b"q Q")[:-4] + b"\0\0\0\0"), english)


@pytest.mark.parametrize("length", [module.LARGEST_STREAMS, module.LARGEST_STREAMS * 4])
def test_what_unpacks_to_more_than_a_guide_is_told_before_its_words_are_read(english: Language, length: int) -> None:
    data = empty("/FlateDecode", "/FlateDecode", content=twice(b" " * (length + 1)))
    assert len(data) < 4000
    with pytest.raises(ValueError, match=r"^unpacked, its streams are larger than 32 MiB$"):
        read_pdf(data, english)


def test_the_streams_of_a_file_are_weighed_together(english: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    data = empty("/FlateDecode", content=zlib.compress(b" " * 5000))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[1].Contents = pikepdf.Stream(pdf, b" " * 5000)
        made = io.BytesIO()
        pdf.save(made)
    monkeypatch.setattr(module, "LARGEST_STREAMS", 9000)
    assert read_pdf(data, english).headings == []
    with pytest.raises(ValueError, match="unpacked, its streams are larger"):
        read_pdf(made.getvalue(), english)


def test_a_table_of_objects_that_unpacks_to_more_than_a_guide_is_told(english: Language) -> None:
    before = pikepdf.settings.get_qpdf_limits()
    assert read_pdf(packed_table(0), english).headings == []
    with pytest.raises(ValueError, match=r"^unpacked, its streams are larger"):
        read_pdf(packed_table(module.LARGEST_STREAMS + 1), english)
    assert pikepdf.settings.get_qpdf_limits() == before


READ = """
import sys
from pathlib import Path
from guidegen.check.parity.pdf import read_pdf
try:
    read_pdf(Path(sys.argv[1]).read_bytes(), None)
except ValueError as error:
    print(error, Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0], sep="|")
"""


def test_a_table_of_objects_does_not_fill_the_memory_before_it_is_weighed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(packed_table(400 * 1024**2))
    ran = subprocess.run([sys.executable, "-c", READ, tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    said, most = ran.stdout.split("|")
    assert said.startswith("unpacked, its streams are larger")
    assert int(most) < 250 * 1024


@pytest.mark.parametrize(
    ("right", "wrong"), [(b"/Count 2", b"/Count 9"), (b"/Type /Page\n", b"/Type /Pxge\n")], ids=["count", "type"]
)
def test_a_page_that_cannot_be_loaded_is_told(english: Language, right: bytes, wrong: bytes) -> None:
    data = empty().replace(b"/Type /Page ", b"/Type /Page\n")
    assert right in data
    assert read_pdf(data, english).headings == []
    with pytest.raises(ValueError, match="no PDF with a structure: Failed to load page"):
        read_pdf(data.replace(right, wrong), english)


def test_the_extra_libraries_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert not available()
