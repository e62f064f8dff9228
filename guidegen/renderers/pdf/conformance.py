"""Both promises in one file: PDF/A-2a, which WeasyPrint writes, and PDF/UA-1, which is said beside it in the metadata."""

from __future__ import annotations

from typing import Any

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


def say_universal_access(_document: Any, pdf: Any) -> None:
    """Put the identifier of PDF/UA-1 into the metadata of *pdf*: the finisher of a file that is written as PDF/A-2a."""
    number = int(pdf.catalog["Metadata"].split()[0])
    packet = pdf.objects[number].stream
    packet[0] = packet[0].replace(END, UNIVERSAL_ACCESS + END)
