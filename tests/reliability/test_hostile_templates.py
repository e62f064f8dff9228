"""Hostile templates and skins: nothing outside is read, written, asked or run, and each ends in findings with its place."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.resources.project import shipped_root
from tests.reliability.conftest import World

Write = Callable[[str, str | bytes], None]

OWN = "templates/meetings/capital-city/guide.xml.j2"
GUIDE = "templates/guide/guide.xml.j2"
PAGE = "templates/html/guide.html.j2"
STYLES = ("templates/html/guide.css", "templates/html/screen.css", "templates/html/paged.css")
SKIN = "templates/skin.yaml"
REFERENCE = "templates/docx/reference.docx"


def shipped(path: str) -> Path:
    return shipped_root() / path


def block(words: str) -> str:
    """Return a template of a meeting that writes *words* in the place of the contents, in its second line."""
    return '{% extends "guide/guide.xml.j2" %}\n{% block contents %}' + words + "{% endblock %}\n"


# -- Jinja ---------------------------------------------------------------------------------------------------------------------

REACHING = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ ''|attr('__class__') }}",
    "{{ pgettext.__self__.project.root }}",
    "{{ pgettext.__func__.__globals__ }}",
    "{{ congress.model_config.__class__ }}",
    "{{ congress.parse_file('/etc/passwd') }}",
    "{{ congress.as_of.today() }}",
    "{{ language.counter.__globals__ }}",
    "{{ '{0.__class__}'.format(congress) }}",
    "{{ '%s'.format_map(congress) }}",
    "{% import 'os' as os %}{{ os.listdir('/') }}",
    "{% include '/etc/passwd' %}",
    "{% include '../content/congress.yaml' %}",
    "{% include 'html/../../../secret.txt' %}",
    "{% extends '/etc/passwd' %}",
    "{% debug %}",
    "{% do outline.topics.append('x') %}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ (outline.topics|map('__class__'))|list }}",
]  # fmt: skip


@pytest.mark.parametrize("words", REACHING)
def test_a_template_that_reaches_for_more_than_it_is_given_is_told_at_its_line(world: World, write: Write, words: str):
    write(OWN, block(words))
    place, *others = world.rules().values()
    assert (place.partition(":")[0], others) == (OWN, [])


GROWING = [
    "{{ 'x' * 10 ** 10 }}",
    "{{ 10 ** 10 ** 8 }}",
    "{{ 'x' * 100000 }}",
    "{{ 100000 * ['x'] }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '%9999999999d'|format(1) }}",
    "{{ '{:9999999999d}'.format(1) }}",
    "{{ 'x'.ljust(9999999999) }}",
    "{{ 'x'|center(99999999) }}",
    "{{ 'x'|indent(99999999) }}",
    "{{ range(10000000)|list }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for i in range(99999) %}{{ pgettext('a', 'b') }}{% for j in range(999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("words", GROWING)
def test_a_template_that_makes_much_of_little_is_told_in_seconds(world: World, write: Write, words: str):
    write(OWN, block(words))
    world.formats = ["text"]
    begun = time.process_time()
    place, *others = world.rules().values()
    assert (place.partition(":")[0], others) == (OWN, [])
    assert time.process_time() - begun < 20


def test_a_link_among_the_templates_that_leads_out_is_told_and_not_read(world: World, write: Write):
    write(OWN, block("{% include 'guide/x.j2' %}"))
    world.project.path("templates/guide").mkdir()
    world.project.path("templates/guide/x.j2").symlink_to(world.secret)
    assert world.rules() == {"outside-link": "templates/guide/x.j2"}


@pytest.mark.parametrize("path", [OWN, GUIDE, PAGE, *STYLES, SKIN])
def test_a_link_in_the_place_of_any_template_is_told_and_not_read(world: World, path: str):
    place = world.project.path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(world.secret)
    world.formats = ["html", "docx"]
    assert world.rules() == {"outside-link": path}


@pytest.mark.parametrize("path", [OWN, PAGE, STYLES[0], SKIN])
def test_a_template_of_ten_megabytes_is_told_and_not_read(world: World, write: Write, path: str):
    write(path, "x" * 10_000_000)
    assert world.rules() == {"file-size": path}


# -- guide markup --------------------------------------------------------------------------------------------------------------

ENTITIES = {
    "a file": '<!DOCTYPE guide [<!ENTITY a SYSTEM "file://{secret}">]><guide lang="en">&a;</guide>',
    "an address": '<!DOCTYPE guide [<!ENTITY a SYSTEM "{address}/x">]><guide lang="en">&a;</guide>',
    "a parameter": '<!DOCTYPE guide [<!ENTITY % a SYSTEM "{address}/x"> %a;]><guide lang="en"></guide>',
    "a document type": '<!DOCTYPE guide SYSTEM "{address}/x.dtd"><guide lang="en"></guide>',
    "a public one": '<!DOCTYPE guide PUBLIC "-//x//y" "file://{secret}"><guide lang="en"></guide>',
    "laughs": "<!DOCTYPE guide [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><guide lang='&i;'>&i;</guide>",
    "a growth of one": f"<!DOCTYPE guide [<!ENTITY a '{'a' * 100_000}'>]><guide lang='en'>{'&a;' * 10_000}</guide>",
}


@pytest.mark.parametrize("markup", ENTITIES.values(), ids=ENTITIES.keys())
def test_entities_and_document_types_are_told_and_not_read(world: World, write: Write, markup: str):
    write(GUIDE, markup.replace("{secret}", str(world.secret)).replace("{address}", world.address))
    assert [place.partition(":")[0] for place in world.rules().values()] == [GUIDE]


def table(widths: str = "1", span: str = "1") -> str:
    """Return a section with a table."""
    cell = f'<cell span="{span}">c</cell>'
    return f'<section id="s"><title>S</title><table id="t" widths="{widths}"><title>T</title><row>{cell}</row></table></section>'


MARKUP = {
    "an inclusion": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    "an instruction": '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>',
    "a script": '<section id="s"><title>S</title><script>x</script></section>',
    "an attribute": '<section id="s" onclick="x"><title>S</title></section>',
    "a deep one": '<section id="s">' * 10_000,
    "a wide cell": table(span="999999999"),
    "a wide table": table(widths="9" * 400),
    "a table without width": table(widths="0"),
    "a large number": '<section id="s" ordinal="99999999999"><title>S</title></section>',
    "a long number": f'<section id="s" ordinal="{"9" * 9000}"><title>S</title></section>',
    "a long line number": f'<section id="s" source="a:{"9" * 9000}"><title>S</title></section>',
    "a null": '<section id="s"><title>{{ "\\0" }}</title></section>',
    "a half character": '<section id="s"><title>{{ "\\ud800" }}</title></section>',
    "an override": '<section id="s"><title>a\u202eb</title></section>',
    "a hidden tag": '<section id="s"><title>a{{ "\\U000e0041" }}b</title></section>',
    "an id with a quote": '<section id="a&quot;b"><title>S</title></section>',
    "an id above": '<section id="../../x"><title>S</title></section>',
    "a name of a line feed": '<section id="a&#10;b"><title>S</title></section>',
}


@pytest.mark.parametrize("markup", MARKUP.values(), ids=MARKUP.keys())
def test_hostile_markup_is_told_at_the_line_that_writes_it(world: World, write: Write, markup: str):
    write(OWN, block(markup))
    rules = world.rules()
    assert rules.keys() == {"markup"}
    assert rules["markup"].partition(":")[0] in {OWN, GUIDE}


# -- pages and style sheets ----------------------------------------------------------------------------------------------------

LOADING = [
    "@import url({address}/x);",
    "@import '{address}/x';",
    "@IMPORT '{address}/x';",
    "p {{ background: url({address}/x) }}",
    "p {{ background: url(file://{secret}) }}",
    "p {{ background: url('/etc/passwd') }}",
    "p {{ background: u\\72l({address}/x) }}",
    "@font-face {{ font-family: x; src: url({address}/x) }} p {{ font-family: x }}",
    "p {{ content: image-set('{address}/x' 1x) }}",
    "@media print {{ p {{ list-style: url( '{address}/x' ) }} }}",
    "</style><img src='{address}/x'><style>",
    "</style><script src='{address}/x'></script><style>",
    "</style><link rel=stylesheet href='file://{secret}'><style>",
]


@pytest.mark.parametrize("words", LOADING)
@pytest.mark.parametrize("path", STYLES[:2])
def test_a_style_sheet_that_loads_something_is_told_at_its_line(world: World, write: Write, words: str, path: str):
    write(path, f"p {{ color: black }}\n{words.format(address=world.address, secret=world.secret)}\n")
    world.formats = ["html"]
    assert world.rules()["closed-page"] in {f"{path}:2:{column}" for column in range(1, 80)} | {PAGE}


def test_a_style_sheet_for_paper_that_loads_something_is_told_before_it_is_laid_out(world: World, write: Write):
    write(STYLES[2], f"p {{ background: url({world.address}/x) }}")
    world.formats = ["pdf"]
    assert world.rules()["closed-page"].startswith(STYLES[2])


ELEMENTS = [
    "<img src='{address}/x'>",
    "<img src='file://{secret}'>",
    "<img srcset='{address}/x 1x'>",
    "<iframe src='{secret}'></iframe>",
    "<object data='{address}'></object>",
    "<embed src='{address}'>",
    "<script>fetch('{address}')</script>",
    "<p onclick='x()'>x</p>",
    "<link rel='attachment' href='file://{secret}'>",
    "<base href='{address}'>",
    "<meta http-equiv='refresh' content='0; {address}'>",
    "<a href='javascript:x()'>x</a>",
    "<a href='file://{secret}'>x</a>",
    "<p style='background: url({address}/x)'>x</p>",
    "<svg><image href='{address}/x'/></svg>",
    "<svg><use xlink:href='{address}/x#y'/></svg>",
    "<video poster='{address}/x'></video>",
    "<form action='{address}'></form>",
]


@pytest.mark.parametrize("words", ELEMENTS)
def test_a_page_that_loads_or_runs_something_is_told_at_its_line(world: World, write: Write, words: str):
    page = shipped(PAGE).read_text(encoding="utf-8")
    write(PAGE, page.replace("{{ text }}", words.format(address=world.address, secret=world.secret) + "{{ text }}"))
    world.formats = ["html", "pdf"]
    line = page[: page.index("{{ text }}")].count("\n") + 1
    assert world.rules()["closed-page"].startswith(f"{PAGE}:{line}:")


def test_a_page_may_link_and_may_hold_its_pictures(world: World, write: Write):
    page = shipped(PAGE).read_text(encoding="utf-8")
    words = f"<a href='{world.address}'>x</a><img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
    write(PAGE, page.replace("{{ text }}", words + "{{ text }}"))
    world.formats = ["html"]
    assert world.build().exit_code == 0


# -- the skin and the reference document -----------------------------------------------------------------------------------------

SIZES = [
    ("width: 210", "width: .inf"),
    ("width: 210", "width: .nan"),
    ("width: 210", "width: 0"),
    ("height: 297", "height: -1"),
    ("top: 30", "top: 1.0e+300"),
    ("size: 13", "size: -13"),
    ("size: 13", "size: 99999"),
    ("tab: 10", "tab: .inf"),
]


@pytest.mark.parametrize(("old", "new"), SIZES)
def test_a_size_that_no_page_has_is_told_at_its_place(world: World, write: Write, old: str, new: str):
    text = shipped(SKIN).read_text(encoding="utf-8")
    assert old in text
    write(SKIN, text.replace(old, new, 1))
    world.formats = ["docx"]
    assert all(place.startswith(f"{SKIN}:") for place in world.rules().values())


def test_a_skin_without_a_style_is_told(world: World, write: Write):
    write(SKIN, re.sub(r"\n  header:.*", "", shipped(SKIN).read_text(encoding="utf-8")))
    world.formats = ["docx"]
    assert world.rules() == {"missing-key": SKIN}


def rewritten(part: str, change: Callable[[str], str]) -> bytes:
    """Return the shipped reference document with one part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(shipped(REFERENCE)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode()
            after.writestr(name, change(text) if name == part else text)
    return buffer.getvalue()


def related(kind: str, target: str) -> bytes:
    """Return the reference document with a relationship to a *target* of its own."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relationship = f'<Relationship Id="rId99" Type="{types}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return rewritten("word/_rels/document.xml.rels", lambda text: text.replace("</Relationships>", relationship))


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "frame", "oleObject"])
def test_a_reference_document_that_fetches_something_is_told(world: World, write: Write, kind: str):
    write(REFERENCE, related(kind, f"{world.address}/x"))
    world.formats = ["docx"]
    assert world.rules() == {"reference-document": REFERENCE}


ENTITY = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;"
BROKEN: dict[str, Callable[[], bytes]] = {
    "no archive": lambda: b"PK and nothing else",
    "a bomb": lambda: rewritten("word/document.xml", lambda text: text + " " * 64 * 1024**2),
    "no XML": lambda: rewritten("word/document.xml", lambda text: text[:-20]),
    "an entity": lambda: rewritten("word/styles.xml", lambda text: text.replace("<w:styles", f"{ENTITY}<w:styles")),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_hostile_reference_document_is_told(world: World, write: Write, data: Callable[[], bytes]):
    write(REFERENCE, data())
    world.formats = ["docx"]
    assert world.rules() == {"reference-document": REFERENCE}
