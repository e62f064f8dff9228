"""The Jinja environment: places of elements, findings of broken templates, the sandbox."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from guidegen.build.matrix import GuideName
from guidegen.build.task import Task
from guidegen.content.model import Days
from guidegen.document.text import as_text
from guidegen.errors import Finding, GuidegenError, Source
from guidegen.loading import load
from guidegen.pipeline import localized, numbered
from guidegen.resources.project import Project, shipped_root
from guidegen.templates.environment import GUIDE, environment, guide_template, render

Write = Callable[[str, str | bytes], None]
Render = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a template of a project."""

    def write_template(name: str, text: str | bytes) -> None:
        place = tmp_path / "templates" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write_template


@pytest.fixture
def rendered(tmp_path: Path, write: Write) -> Render:
    """Render a template text, named ``own.xml.j2`` unless it has a name already, with some values."""

    def render_text(text: str | None = None, name: str = "own.xml.j2", **context: object) -> str:
        if text is not None:
            write(name, text)
        return render(environment(Project(tmp_path), {}), name, context)

    return render_text


def places(markup: str) -> list[str]:
    """Return each element of *markup* with the place that it bears."""
    return [f"{tag} {place}" for tag, place in re.findall(r'<([a-z]+) template="templates/([^"]+)"', markup)]


def failure(rendered: Render, text: str, **context: object) -> Finding:
    """Return the one finding for which the template *text* cannot be rendered."""
    with pytest.raises(GuidegenError) as error:
        rendered(text, **context)
    [finding] = error.value.findings
    return finding


# -- places --------------------------------------------------------------------------------------------------------------------


def test_each_element_bears_the_line_that_wrote_it(rendered: Render) -> None:
    assert places(rendered('<guide>\n<para id="a">\n  <em>x</em> <pending/></para>\n</guide>')) == [
        "guide own.xml.j2:1", "para own.xml.j2:2", "em own.xml.j2:3", "pending own.xml.j2:3",
    ]  # fmt: skip


def test_an_element_of_several_lines_bears_its_first(rendered: Render) -> None:
    markup = rendered('<section id="a"\n  counting="none"\n>\n</section>')
    assert places(markup) == ["section own.xml.j2:1"]
    assert 'counting="none"' in markup


def test_lines_survive_loops_and_conditions(rendered: Render) -> None:
    text = (
        "{% for n in [1, 2] %}\n\n{% if n == 2 %}\n<em>{{ n }}</em>\n{% else %}\n<note>{{ n }}</note>\n{% endif %}\n{% endfor %}"
    )
    assert places(rendered(text)) == ["note own.xml.j2:6", "em own.xml.j2:4"]


def test_lines_survive_comments_and_long_expressions(rendered: Render) -> None:
    assert places(rendered("{# of\ntwo lines #}\n{{ [1,\n2]|length }}\n<em>x</em>")) == ["em own.xml.j2:5"]


def test_lines_survive_macros_of_another_file(write: Write, rendered: Render) -> None:
    write("guide/parts.xml.j2", "{% macro part(id) %}\n\n<para>{{ id }}</para>\n{% endmacro %}")
    markup = rendered('{% import "guide/parts.xml.j2" as parts %}\n<section>\n{{ parts.part("a") }}</section>')
    assert places(markup) == ["section own.xml.j2:2", "para guide/parts.xml.j2:3"]


def test_lines_survive_includes(write: Write, rendered: Render) -> None:
    write("guide/part.xml.j2", "\n\n<para>x</para>")
    assert places(rendered('<section>\n{% include "guide/part.xml.j2" %}</section>')) == [
        "section own.xml.j2:1", "para guide/part.xml.j2:3",
    ]  # fmt: skip


def test_lines_survive_inheritance(write: Write, rendered: Render) -> None:
    write(
        "guide/base.xml.j2",
        "<guide>\n{% block one %}\n<para>1</para>\n{% endblock %}\n{% block two %}\n<em/>\n{% endblock %}\n</guide>",
    )
    markup = rendered('{% extends "guide/base.xml.j2" %}\n\n{% block one %}\n<note/>{{ super() }}\n{% endblock %}')
    assert places(markup) == [
        "guide guide/base.xml.j2:1", "note own.xml.j2:4", "para guide/base.xml.j2:3", "em guide/base.xml.j2:6",
    ]  # fmt: skip


def test_a_line_separator_inside_a_line_does_not_shift_the_lines_below(rendered: Render) -> None:
    assert places(rendered("<em>a\u2028b\x85c</em>\n<note/>")) == ["em own.xml.j2:1", "note own.xml.j2:2"]


def test_elements_of_other_formats_bear_no_places(rendered: Render) -> None:
    assert rendered("<p>x</p>", name="page.html.j2") == "<p>x</p>"


# -- values --------------------------------------------------------------------------------------------------------------------


def test_values_are_escaped(rendered: Render) -> None:
    assert rendered("{{ words }}", words="<em> & \"'") == "&lt;em&gt; &amp; &#34;&#39;"


def test_a_pending_value_is_a_pending_mark(rendered: Render) -> None:
    assert rendered("{{ date }}", date="pending") == "<pending/>"


def test_the_filters_given_are_known(tmp_path: Path, write: Write) -> None:
    write("own.xml.j2", "{{ 3|double }}")
    assert render(environment(Project(tmp_path), {"double": lambda number: number * 2}), "own.xml.j2", {}) == "6"


# -- which template ------------------------------------------------------------------------------------------------------------


def test_a_template_of_the_project_wins_over_the_shipped_one(tmp_path: Path, write: Write) -> None:
    write("guide/cover.xml.j2", "<cover/>")
    jinja = environment(Project(tmp_path), {})
    assert "own" not in render(jinja, "guide/cover.xml.j2", {})
    assert jinja.get_template(GUIDE).filename == f"templates/{GUIDE}"
    assert (shipped_root() / "templates" / GUIDE).is_file()


def test_a_meeting_with_a_template_of_its_own_uses_it(tmp_path: Path, write: Write) -> None:
    assert guide_template(Project(tmp_path), "europe") == GUIDE
    write("meetings/europe/guide.xml.j2", '{% extends "guide/guide.xml.j2" %}')
    assert guide_template(Project(tmp_path), "europe") == "meetings/europe/guide.xml.j2"
    assert guide_template(Project(tmp_path), "asia") == GUIDE


def guide(project: Project) -> str:
    """Return the English guide of the starter project as text."""
    loaded = load(project)
    task = Task(project.root, GuideName("capital-city", "en"), (), "draft")
    translator, content = localized(loaded, task)
    return as_text(numbered(project, content, translator, task))


OVERRIDE = """{% extends "guide/guide.xml.j2" %}
{% block cover %}
<cover><field name="title">{{ meeting.facts.region }} only</field></cover>
{% endblock %}
"""


def test_a_meeting_overrides_a_block_of_the_outline(starter: Project) -> None:
    common = guide(starter)
    place = starter.path("templates/meetings/capital-city/guide.xml.j2")
    place.parent.mkdir(parents=True)
    place.write_text(OVERRIDE, encoding="utf-8")
    own = guide(starter)
    assert own.startswith("title: Capital City only\n")
    assert own.partition("\nContents\n")[2] == common.partition("\nContents\n")[2]


# -- broken templates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("\n{{ nothing }}", "template", "'nothing' is undefined"),
        ("\n{{ words.nothing }}", "template", "'str object' has no attribute 'nothing'"),
        ("\n{{ nothing.more }}", "template", "'nothing' is undefined"),
        ("\n{% if nothing %}{% endif %}", "template", "'nothing' is undefined"),
        ("\n{% for %}", "template-syntax", "Expected an expression, got 'end of statement block'"),
        ("\n{% if true %}", "template-syntax", "Unexpected end of template. Jinja was looking for the following tags: "),
        ("\n{{ 'x'|nothing }}", "template-syntax", "No filter named 'nothing'."),
        ("\n{% include 'nothing.xml.j2' %}", "template-missing", "there is no template nothing.xml.j2"),
        ("\n{{ 1 / 0 }}", "template", "division by zero"),
        ("\n{{ [1][words] }}", "template", "'list object' has no attribute 'x'"),
        ("\n{{ words + 1 }}", "template", 'can only concatenate str (not "int") to str'),
        ("\n{{ range(1000000000)|length }}", "template", "Range too big."),
        ("\n{{ fail() }}", "template", "no such day"),
    ],
)
def test_a_broken_template_is_told_with_its_line(rendered: Render, text: str, rule: str, message: str) -> None:
    def fail() -> None:
        raise ValueError("no such day")

    finding = failure(rendered, text, words="x", fail=fail)
    assert finding.rule == rule
    assert finding.message.startswith(message)
    assert finding.source == Source("templates/own.xml.j2", 2)


def test_a_fault_inside_a_macro_is_told_at_its_innermost_line(write: Write, rendered: Render) -> None:
    write("guide/parts.xml.j2", "{% macro part() %}\n\n\n{{ nothing }}\n{% endmacro %}")
    finding = failure(rendered, '{% import "guide/parts.xml.j2" as parts %}\n{{ parts.part() }}')
    assert str(finding.source) == "templates/guide/parts.xml.j2:4"


def test_a_syntax_error_in_an_included_file_is_told_there(write: Write, rendered: Render) -> None:
    write("guide/part.xml.j2", "\n\n{% nothing %}")
    finding = failure(rendered, '{% include "guide/part.xml.j2" %}')
    assert str(finding.source) == "templates/guide/part.xml.j2:3"
    assert finding.message == "Encountered unknown tag 'nothing'."


def test_a_template_that_includes_itself_without_end_is_told(rendered: Render) -> None:
    assert failure(rendered, "{% include 'own.xml.j2' %}").rule == "template"


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [(b"<em/>\n\xe9t\xe9", "encoding", 2), (b"\xef\xbb\xbf<em/>", "byte-order-mark", 1)],
)
def test_a_template_that_is_not_plain_utf8_is_told_with_its_own_line(
    write: Write, rendered: Render, data: bytes, rule: str, line: int
) -> None:
    write("guide/part.xml.j2", data)
    finding = failure(rendered, "{% include 'guide/part.xml.j2' %}")
    assert (finding.rule, finding.source.path, finding.source.line) == (rule, "templates/guide/part.xml.j2", line)


@pytest.mark.parametrize(
    "name", ["../../secret.xml.j2", "guide/../../../secret.xml.j2", "/etc/passwd", "guide//x.xml.j2", "./own.xml.j2"]
)
def test_a_template_outside_the_folder_does_not_exist(tmp_path: Path, rendered: Render, name: str) -> None:
    (tmp_path / "secret.xml.j2").write_text("secret", encoding="utf-8")
    assert failure(rendered, "{% include '" + name + "' %}").rule == "template-missing"


# -- the sandbox ---------------------------------------------------------------------------------------------------------------

WEEK = {"first": datetime.date(2010, 4, 12), "last": datetime.date(2010, 4, 19)}
VALUES: Mapping[str, Any] = {
    "words": "x",
    "days": Days.model_validate(WEEK),
    "numbers": {"a": 1},
    "names": ["a"],
    "call": SimpleNamespace(bound="x".upper).bound,
}


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ words['__class__'] }}",
        "{{ words|attr('__class__') }}",
        "{{ [words]|map(attribute='__class__')|first }}",
        "{{ '{0.__class__}'.format(words) }}",
        "{{ '{x.__class__}'.format_map({'x': words}) }}",
        "{{ call.__self__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ numbers.update({'a': 2}) }}",
        "{{ names.append('b') }}",
        "{{ days.parse_file('/etc/passwd') }}",
        "{{ days['parse_file']('/etc/passwd') }}",
        "{{ days|attr('parse_file') }}",
        "{{ days.parse_raw('x', proto='pickle', allow_pickle=True) }}",
        "{{ days.model_validate_json('{}') }}",
        "{{ days.first.today() }}",
        "{{ days.first.strftime('%B') }}",
    ],
)
def test_a_template_does_not_leave_the_sandbox(rendered: Render, escape: str) -> None:
    finding = failure(rendered, escape, **VALUES)
    assert finding.rule == "template"
    assert "unsafe" in finding.message


def test_a_template_cannot_unpickle(rendered: Render, tmp_path: Path) -> None:
    program = f"cos\nmkdir\n(S'{tmp_path}/made'\ntR."
    with pytest.raises(GuidegenError, match="unsafe"):
        rendered("{{ days.parse_raw(program, proto='pickle', allow_pickle=True) }}", program=program, **VALUES)
    assert not (tmp_path / "made").exists()


def test_a_template_calls_methods_of_texts_lists_and_mappings_macros_and_what_it_is_given(rendered: Render) -> None:
    text = """{% macro twice(x) %}{{ x }}{{ x }}{% endmacro -%}
{{ words.upper() }} {{ twice(names.index('a')) }} {{ call() }}
{%- for key, value in numbers.items() %} {{ loop.cycle(key, value) }}{% endfor %}"""
    assert rendered(text, **VALUES) == "X 00 X a"


def test_a_record_shows_its_fields_and_properties(rendered: Render) -> None:
    assert rendered("{{ days.last.year }} {{ days.days }}", **VALUES) == "2010 8"


def test_a_template_that_has_changed_is_compiled_anew(rendered: Render) -> None:
    for words in ("first {{ word }}", "second {{ word }}", "first {{ word }}"):
        assert rendered(words, "changing.html.j2", word="word") == words.replace("{{ word }}", "word")


def test_templates_of_one_name_in_two_projects_are_two(tmp_path: Path) -> None:
    for name in ("one", "two", "one"):
        place = tmp_path / name / "templates/own.html.j2"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(name, encoding="utf-8")
        assert render(environment(Project(tmp_path / name), {}), "own.html.j2", {}) == name
