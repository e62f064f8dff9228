"""XML of strangers: nothing is fetched, nothing expanded, each fault has its line."""

from __future__ import annotations

import pytest

from guidegen.errors import GuidegenError, Source
from guidegen.translation.exchange.xml import element, line_of, parse_xml, xml_bytes

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<x>&a;</x>'
NETWORK = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">\n<x/>'


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, NETWORK], ids=["entities", "a file", "the network"])
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(GuidegenError) as error:
        parse_xml("a.xlf", data)
    [finding] = error.value.findings
    assert (finding.source, finding.rule) == (Source("a.xlf", 1), "exchange-entities")


@pytest.mark.parametrize("data", [b"", b"<x>\n<y>\n", b"text", b"<x>\n&unknown;</x>", b"\xff\xfe<", b"<x>\xff</x>"])
def test_what_is_no_xml_is_told_with_its_line(data: bytes) -> None:
    with pytest.raises(GuidegenError) as error:
        parse_xml("a.xlf", data)
    assert error.value.findings[0].rule == "exchange-syntax"
    assert error.value.findings[0].source.line >= 1


def test_comments_and_instructions_are_no_text() -> None:
    assert parse_xml("a", b"<x>a<!-- no --><?no no?>b</x>").xpath("string()") == "ab"


def test_an_element_is_written_in_its_namespace_and_knows_its_line() -> None:
    made = xml_bytes(element("urn:x", "a", element("urn:x", "b", "words"), name="n"))
    assert made == b"<?xml version='1.0' encoding='UTF-8'?>\n<a xmlns=\"urn:x\" name=\"n\"><b>words</b></a>\n"
    assert line_of(parse_xml("a", made)) == 2
    assert line_of(element("", "a")) == 0
