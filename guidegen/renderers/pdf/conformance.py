"""What a PDF promises to be. By default both in one file: PDF/A-2a, which WeasyPrint writes, and PDF/UA-1, said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidegen.renderers.pdf.objects import finish_objects

END = b"</rdf:RDF>"
# ISO 14289-1, 5: the identifier, and for PDF/A the description of its schema (ISO 19005-2, 6.6.2.3).
UNIVERSAL_ACCESS = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """A kind of PDF: WeasyPrint's name of it, None where nothing is promised; *universal* where it is PDF/UA-1 besides."""

    name: str | None
    universal: bool = False

    def options(self) -> dict[str, Any]:
        """Return WeasyPrint's options for a file of this kind. Every kind has the structure."""
        return {"pdf_variant": self.name, "pdf_tags": True, "finisher": self.finish}

    def finish(self, _document: Any, pdf: Any) -> None:
        """Add to *pdf* what WeasyPrint does not write; nothing of it changes afterwards."""
        if self.universal:
            say_universal_access(pdf)
        finish_objects(pdf)


DEFAULT_VARIANT = "ua-1+a-2a"
VARIANTS: Mapping[str, Variant] = {
    DEFAULT_VARIANT: Variant("pdf/a-2a", universal=True),
    "ua-1+a-3a": Variant("pdf/a-3a", universal=True),
    "ua-1": Variant("pdf/ua-1"),
    "a-2a": Variant("pdf/a-2a"),
    "a-2b": Variant("pdf/a-2b"),
    "a-2u": Variant("pdf/a-2u"),
    "a-3a": Variant("pdf/a-3a"),
    "plain": Variant(None),
}


def say_universal_access(pdf: Any) -> None:
    """Put the identifier of PDF/UA-1 into the metadata of *pdf*, which is written as PDF/A."""
    number = int(pdf.catalog["Metadata"].split()[0])
    packet = pdf.objects[number].stream
    packet[0] = packet[0].replace(END, UNIVERSAL_ACCESS + END)
