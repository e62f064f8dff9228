"""Reads a PDF guide back by its structure tree (ISO 32000-1, 14.7): by pikepdf, and the words by PDFium (extra ``check``)."""

from __future__ import annotations

import ctypes
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from guidegen.build.archives import TooLargeError
from guidegen.check.parity.shape import Readback, paragraph_label
from guidegen.document.language import Language
from guidegen.renderers.docx.frame import bookmark_name

BODY = "Part"
LARGEST_STREAMS = 32 * 1024**2  # bytes of all streams of a file, unpacked: a guide has 3 MiB
PICTURES = {"/DCTDecode", "/JPXDecode"}  # what is packed so has no words, and is not unpacked to read them
Words = dict[tuple[int, int], str]


@dataclass(slots=True)
class _Reader:
    """The reading of one file: its *words* by page and marked content, its pages by object number, the ids of its *notes*."""

    language: Language
    words: Words
    pages: dict[int, int]
    notes: set[str]
    read: Readback

    def take(self, element: Any, depth: int = 0) -> None:
        """Take what the structure element *element* says, inside of *depth* lists."""
        kind = kind_of(element)
        if kind == "Sect" and not any(_is_heading(kind_of(kid)) for kid in _kids(element)):
            return  # a box, or the notes of an annex
        if _is_heading(kind):
            self.read.headings.append((int(kind[1]) - 1, self.labelled(element), None))
        elif kind == "P" and not depth:
            self.paragraph(element)
        elif kind == "L":
            depth += 1
        elif kind == "LI" and self.read.points is not None:
            self.read.points.append((depth, self.part(element, "Lbl")))
        elif kind == "Note" and self.part(element, "Lbl"):
            self.read.notes.append(self.part(element, "Lbl"))
        elif kind == "Link":
            self.reference(element)
        elif kind == "Table":
            rows = (row for group in _kids(element) for row in _kids(group) if kind_of(row) == "TR")
            self.read.tables.append(tuple(len(list(_kids(row))) for row in rows))
        for kid in _kids(element):
            self.take(kid, depth)

    def paragraph(self, element: Any) -> None:
        """Take the label of a paragraph, if it has one."""
        label = paragraph_label(self.labelled(element), self.language)
        if label:
            self.read.paragraphs.append(label)

    def reference(self, element: Any) -> None:
        """Take a link to a named place that is no note: a cross-reference."""
        for kid in element.get("/K", []):
            target = kid.Obj.get("/Dest", "") if kid.get("/Type", "") == "/OBJR" else ""
            mark = str(target).removeprefix("call-") in self.notes
            if _is_text(target) and not mark and self.read.references is not None:
                self.read.references.append((bookmark_name(str(target)), self.text(element)))
                return

    def part(self, element: Any, kind: str) -> str:
        """Return the words of the first kid of *kind*."""
        return next((self.text(kid) for kid in _kids(element) if kind_of(kid) == kind), "")

    def labelled(self, element: Any) -> str:
        """Return the words of *element* with a space behind the first piece, which is its label if it has one."""
        label, *rest = [*self._texts(element), ""]
        return f"{label} {''.join(rest)}"

    def text(self, element: Any) -> str:
        """Return the words of *element* in reading order, without its notes."""
        return " ".join("".join(self._texts(element)).split())

    def _texts(self, element: Any) -> Iterator[str]:
        if "/ActualText" in element:
            yield str(element.ActualText)
            return
        for kid in element.get("/K", []):
            if kid.get("/Type", "") == "/MCR":
                yield self.words.get((self.pages[kid.Pg.objgen[0]], int(kid.MCID)), "")
            elif kid.get("/Type", "") != "/OBJR" and kind_of(kid) != "Note":
                yield from self._texts(kid)


def available() -> bool:
    """Return whether the libraries are there that read a PDF back."""
    try:
        import pikepdf  # noqa: F401, PLC0415
        import pypdfium2  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def read_pdf(data: bytes, language: Language) -> Readback:
    """Return what the PDF *data* says. Raises ValueError where it is none, has no structure or unpacks to too much."""
    import pikepdf  # noqa: PLC0415  (an extra)
    import pypdfium2  # noqa: PLC0415  (an extra)

    try:
        with _limits(), pikepdf.open(io.BytesIO(data)) as pdf:
            _weigh(one for one in pdf.objects if isinstance(one, pikepdf.Stream))
            (document,) = pdf.Root.StructTreeRoot.K
            pages = {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages)}
            reader = _Reader(language, _words(data), pages, set(_notes(document)), Readback())
            for element in _bodies(document):
                reader.take(element)
    except TooLargeError:
        raise
    except (pikepdf.PdfError, pypdfium2.PdfiumError, zlib.error, AttributeError, KeyError, ValueError) as error:
        raise ValueError(f"no PDF with a structure: {error}") from None
    return reader.read


@contextmanager
def _limits() -> Iterator[None]:
    """Hold pikepdf to as much while it opens a file, whose objects may be packed."""
    from pikepdf import settings  # noqa: PLC0415  (an extra)

    before: Any = settings.set_qpdf_limits(flate_max_memory=LARGEST_STREAMS)
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)


def _weigh(streams: Iterable[Any]) -> None:
    """Raise TooLargeError where *streams* unpack to more than any guide: PDFium would unpack all of it to find words."""
    left = LARGEST_STREAMS
    for stream in streams:
        left -= len(_unpacked(stream, left + 1))
        if left < 0:
            raise TooLargeError(f"unpacked, its streams are larger than {LARGEST_STREAMS // 1024**2} MiB")


def _unpacked(stream: Any, most: int) -> bytes:
    """Return *stream* unpacked as far as *most* bytes. Raises ValueError where no guide is packed so."""
    filters = stream.get("/Filter", [])
    data: bytes = stream.read_raw_bytes()
    for name in map(str, [filters] if _is_name(filters) else filters):
        if name in PICTURES:
            return data
        if name != "/FlateDecode":
            raise ValueError(f"a stream is packed by {name[1:]}: guidegen writes none")
        data = zlib.decompressobj().decompress(data, most)
    return data


def _notes(element: Any) -> Iterator[str]:
    """Yield the ids of the notes in *element*: a link to one is its mark, and no cross-reference."""
    if kind_of(element) == "Note":
        yield str(element.get("/ID", ""))
    for kid in _kids(element):
        yield from _notes(kid)


def _bodies(element: Any) -> Iterator[Any]:
    """Yield the parts of the document that hold its text."""
    for kid in _kids(element):
        if kind_of(kid) == BODY:
            yield kid
        else:
            yield from _bodies(kid)


def _words(data: bytes) -> Words:
    """Return the characters of each piece of marked content, by page and number."""
    import pypdfium2  # noqa: PLC0415  (an extra)
    from pypdfium2 import raw  # noqa: PLC0415

    words: Words = {}
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            texts = page.get_textpage()
            for place in range(raw.FPDFPage_CountObjects(page)):
                thing = raw.FPDFPage_GetObject(page, place)
                if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT:
                    mark = (number, raw.FPDFPageObj_GetMarkedContentID(thing))
                    words[mark] = words.get(mark, "") + _characters(raw, thing, texts)
    return words


def _characters(raw: Any, thing: Any, texts: Any) -> str:
    length = raw.FPDFTextObj_GetText(thing, texts, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(thing, texts, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _kids(element: Any) -> Iterator[Any]:
    """Yield the structure elements in *element*."""
    for kid in element.get("/K", []):
        if kid.get("/Type", "") not in {"/MCR", "/OBJR"}:
            yield kid


def kind_of(element: Any) -> str:
    """Return the structure type of *element*."""
    return str(element.S)[1:]


def _is_heading(kind: str) -> bool:
    return len(kind) > 1 and kind[0] == "H" and kind[1:].isdigit()


def _is_name(value: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(value, pikepdf.Name)


def _is_text(value: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(value, pikepdf.String)
