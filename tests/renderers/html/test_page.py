"""The whole page: sound HTML that a browser, a screen reader and WeasyPrint read alike."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from tinyhtml5.parser import HTMLParser

from guidegen.document.language import Language
from guidegen.document.tree import Cover, Document, Field
from guidegen.errors import GuidegenError
from guidegen.loading import Loaded
from guidegen.renderers.html import render_html
from guidegen.resources.project import Project
from tests.builders import META, document, line, para, section
from tests.conftest import CHECKOUT, LANGUAGES
from tests.renderers.samples import everything

HOSTILE = '"></title></style><script>alert(1)</script>'


class Page:
    """A page, parsed as browsers do; *errors* are what they forgive."""

    def __init__(self, html: str) -> None:
        parser = HTMLParser(namespace_html_elements=False)
        self.root = parser.parse(html)
        self.errors = [(name, html.splitlines()[place[0] - 1]) for place, name, _ in parser.errors]
        self.elements = [element for element in self.root.iter() if isinstance(element.tag, str)]

    def values(self, attribute: str) -> list[str]:
        """Return the values of *attribute*, in order."""
        return [element.get(attribute) for element in self.elements if element.get(attribute) is not None]

    def named(self, tag: str) -> list[object]:
        return [element for element in self.elements if element.tag == tag]


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest, languages: dict[str, Language]) -> Page:
    """A guide with everything, in each language."""
    return Page(render_html(everything(languages[request.param]), CHECKOUT))


def test_the_page_has_nothing_that_a_browser_must_forgive(page: Page):
    assert page.errors == []


def test_ids_are_unique(page: Page):
    assert sorted(page.values("id")) == sorted(set(page.values("id")))


def test_every_link_inside_the_page_has_a_target(page: Page):
    targets = {link[1:] for link in page.values("href")}
    assert targets
    assert targets - set(page.values("id")) == set()


def test_every_page_number_of_the_contents_has_a_target(page: Page):
    assert {link[1:] for link in page.values("data-target")} <= set(page.values("id"))


def test_what_is_labelled_by_another_element_has_that_element(page: Page):
    assert set(page.values("aria-labelledby")) <= set(page.values("id"))


def test_links_all_stay_inside_the_page(page: Page):
    assert [link for link in page.values("href") if not link.startswith("#")] == []
    assert page.values("src") == []


def test_there_is_one_first_heading_and_none_is_skipped(page: Page):
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch("h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_footnote_is_called_once(page: Page):
    notes = [f"#{one.get('id')}" for one in page.elements if one.get("class") == "note"]
    calls = [one.get("href") for one in page.elements if one.get("role") == "doc-noteref"]
    assert len(notes) == 4
    assert sorted(call for call in calls if call in notes) == sorted(notes)


@pytest.mark.parametrize(
    ("code", "language", "direction"), [("en", "en-GB", "ltr"), ("ar", "ar-SA", "rtl"), ("zh", "zh-CN", "ltr")]
)
def test_the_page_names_its_language_and_direction(languages: dict[str, Language], code: str, language: str, direction: str):
    html = render_html(everything(languages[code]), CHECKOUT)
    assert f'<html lang="{language}" dir="{direction}">' in html


def test_words_of_another_language_name_it(page: Page):
    (left,) = [element for element in page.elements if element.get("class") == "untranslated"]
    assert (left.get("lang"), left.get("dir")) == ("en", "ltr")


def test_the_head_says_what_the_guide_is(english: Language):
    html = render_html(everything(english, title="A & B", subject="Meeting", author="United Nations", symbol="A/1"), CHECKOUT)
    assert "<title>A &amp; B</title>" in html
    for name, content in (("author", "United Nations"), ("description", "Meeting"), ("keywords", "A/1")):
        assert f'<meta name="{name}" content="{content}">' in html


def test_a_skip_link_leads_to_the_text(english: Language):
    assert '<a class="skip" href="#_text">Skip</a>' in render_html(everything(english), CHECKOUT)


@pytest.mark.parametrize("name", ["symbol", "organ", "date", "title", "theme", "meeting", "draft", "job_number"])
def test_hostile_words_on_the_cover_stay_words(english: Language, name: str):
    tree = document(english, section("s", para("p", "x")), cover=Cover((Field("title", line("T")), Field(name, line(HOSTILE)))))
    assert_harmless(tree)


@pytest.mark.parametrize("name", META)
def test_hostile_words_of_the_format_itself_stay_words(english: Language, name: str):
    if name != "created":
        assert_harmless(everything(english, **{name: HOSTILE}))


def assert_harmless(tree: Document) -> None:
    page = Page(render_html(tree, CHECKOUT))
    assert page.named("script") == []
    assert page.errors == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_for_browsers_has_no_style_that_only_paper_knows(languages: dict[str, Language], code: str):
    paper, screen = (render_html(everything(languages[code]), CHECKOUT, medium) for medium in ("paper", "screen"))
    for rule in ("float: footnote", "::footnote-call", "@footnote", "bookmark-level", ".page::before"):
        assert rule in paper
        assert rule not in screen


def test_pages_for_paper_and_for_browsers_differ_in_style_alone(english: Language):
    paper, screen = (render_html(everything(english), CHECKOUT, medium) for medium in ("paper", "screen"))
    assert paper.partition("</head>")[2] == screen.partition("</head>")[2]


def test_a_guide_without_contents_has_no_list(english: Language):
    tree = document(english, section("s", para("p", "x")), contents=None)
    assert "<nav" not in render_html(tree, CHECKOUT)


def test_a_projects_own_skin_comes_before_the_shipped_one(english: Language, starter: Project):
    own = starter.path("templates/html/guide.html.j2")
    own.parent.mkdir(parents=True)
    own.write_text("<p>{{ meta.title }}</p>", encoding="utf-8")
    assert render_html(everything(english), starter) == "<p>A guide</p>"


def test_a_fault_of_the_skin_is_told_with_its_line(english: Language, starter: Project):
    own = starter.path("templates/html/guide.html.j2")
    own.parent.mkdir(parents=True)
    own.write_text("<p>\n{{ meta.titel }}</p>", encoding="utf-8")
    with pytest.raises(GuidegenError, match=r"templates/html/guide\.html\.j2:2: error: .*titel"):
        render_html(everything(english), starter)


def test_the_shipped_guides_are_sound_too(checkout: Loaded, languages: dict[str, Language]):
    """One guide with all that the shipped content holds; the other languages have the same elements."""
    from guidegen.build.matrix import GuideName  # noqa: PLC0415
    from guidegen.build.task import Task  # noqa: PLC0415
    from guidegen.pipeline import localized, numbered  # noqa: PLC0415

    assert checkout.content is not None
    task = Task(CHECKOUT.root, GuideName(CHECKOUT.meetings()[0], "ar"), ("html",), checkout.content.default_issuance())
    translator, content = localized(checkout, task)
    page = Page(render_html(numbered(CHECKOUT, content, translator, task), CHECKOUT))
    assert page.errors == []
    assert len(page.values("id")) == len(set(page.values("id")))
    assert {link[1:] for link in page.values("href")} <= set(page.values("id"))
