"""The pages of a published site: links that lead somewhere, the same bytes again, nothing from elsewhere."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from guidegen.check.configuration import Verdict
from guidegen.errors import Finding, Source
from guidegen.site.pages import PAGES, checksums, site
from tests.site.conftest import Published


def pages(published: Published) -> list[Path]:
    return [path for path in sorted(published.site.rglob("*.html")) if "guides" not in path.parts]


def test_there_is_a_page_of_each_kind_in_each_language(published: Published) -> None:
    names = {path.relative_to(published.site).as_posix() for path in pages(published)}
    assert names == {"index.html"} | {f"{code}/{page}.html" for code in published.project.languages() for page in PAGES}


def test_every_link_leads_to_a_file_and_to_a_place_in_it(published: Published) -> None:
    seen = set()
    for page in pages(published):
        for element, attribute, link, _ in html.parse(page).getroot().iterlinks():
            address = urlsplit(link)
            if address.scheme == "data" or attribute == "xmlns":
                continue
            assert (address.scheme, address.netloc, address.path.startswith("/")) == ("", "", False), link
            target = (page.parent / unquote(address.path)).resolve() if address.path else page
            assert target.is_file(), f"{page}: {link}"
            if address.fragment:
                assert html.parse(target).getroot().get_element_by_id(address.fragment) is not None
            assert element.tag in {"a", "link"}
            seen.add(target)
    built = {path.resolve() for path in published.site.glob("guides/*/*")}
    assert built <= seen


def test_a_page_says_its_language_and_has_no_script(published: Published) -> None:
    for page in pages(published):
        root = html.parse(page).getroot()
        assert root.get("lang")
        assert root.get("dir") == "ltr"
        assert root.xpath("//script | //*[@style] | //@onclick") == []
        assert len(root.xpath("//h1")) == 1


def test_a_guide_has_its_size_and_its_pages(published: Published) -> None:
    root = html.parse(published.site / "en/index.html").getroot()
    [link] = [one for one in root.xpath("//td/a") if one.get("href").endswith("-fr.pdf")]
    size = -(-(published.site / "en" / link.get("href")).stat().st_size // 1000)
    said = link.getparent().text_content()
    assert f"{size} kB" in said
    assert "pages: " in said


def test_the_picture_says_in_words_what_it_shows(published: Published) -> None:
    cells = html.parse(published.site / "fr/translation.html").getroot().xpath("//td[@data-level]")
    assert {one.get("data-level") for one in cells} == {"source", "complete"}
    words = {one.get("data-level"): one.text_content().strip() for one in cells}
    assert words["source"] == "texte source"
    assert words["complete"].startswith("100\u00a0% complet")


def test_the_same_input_gives_the_same_bytes(published: Published) -> None:
    first, second = site(published.publication()), site(published.publication())
    assert first == second


def test_checksums_are_those_of_every_other_file(published: Published) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=published.site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = (published.site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    files = {path.relative_to(published.site).as_posix() for path in published.site.rglob("*") if path.is_file()}
    assert {line.split("  ")[1] for line in lines} == files - {"SHA256SUMS"}


def test_checksums_are_sorted_by_path() -> None:
    digest = hashlib.sha256(b"").hexdigest()
    assert checksums({"b": digest, "a": digest}) == f"{digest}  a\n{digest}  b\n".encode()


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{ 7 * 7 }}"])
def test_words_of_findings_are_words_and_nothing_else(published: Published, words: str) -> None:
    verdict = Verdict((Finding(Source(f"content/{words}.md", 3), "rule", words),))
    files = site(replace(published.publication(), verdict=verdict))
    page = files["en/findings.html"]
    assert isinstance(page, bytes)
    root = html.fromstring(page.decode())
    assert root.xpath("//script") == []
    assert root.xpath("//td[@lang='en']/text()") == [words]
