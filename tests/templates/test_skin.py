"""The skin: page and type of the guides as data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidegen.document.language import Language
from guidegen.errors import GuidegenError
from guidegen.resources.project import Project, shipped_root
from guidegen.templates.skin import SKIN, TypeStyle, read_asset, read_skin


@pytest.fixture
def skin(tmp_path: Path) -> Callable[[str, str], Project]:
    """A project with the shipped skin, some words replaced."""

    def write(old: str, new: str) -> Project:
        text = (shipped_root() / "templates" / SKIN).read_text(encoding="utf-8")
        assert old in text
        place = tmp_path / "templates" / SKIN
        place.parent.mkdir(exist_ok=True)
        place.write_text(text.replace(old, new, 1), encoding="utf-8")
        return Project(tmp_path)

    return write


def test_the_shipped_skin_is_a4_with_the_styles_of_paragraphs_points_and_notes(tmp_path: Path) -> None:
    skin = read_skin(Project(tmp_path))
    assert (skin.page.width, skin.page.height) == (210, 297)
    assert {"paragraph", "point1", "note", "heading1", "title", "contents1"} <= skin.styles.keys()


def test_a_project_has_a_skin_of_its_own(skin: Callable[[str, str], Project]) -> None:
    assert read_skin(skin("width: 210", "width: 216")).page.width == 216


def test_type_is_set_in_the_size_and_leading_of_the_language(languages: dict[str, Language]) -> None:
    style = TypeStyle(10)
    assert (style.size_in(languages["en"]), style.line_in(languages["en"])) == (10, 12.4)
    assert (style.size_in(languages["ar"]), style.line_in(languages["ar"])) == (11.6, 17.2)
    assert style.line_in(languages["zh"]) == 16


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("width: 210", "widht: 210", 'unknown key "widht" (did you mean "width"?)'),
        ("width: 210", "width: wide", "width"),
        ("align: justify", "align: justified", '"align" must be'),
        ("page:", "page: [", "not valid YAML"),
    ],
)
def test_a_broken_skin_is_told_with_its_line(skin: Callable[[str, str], Project], old: str, new: str, message: str) -> None:
    with pytest.raises(GuidegenError) as error:
        read_skin(skin(old, new))
    assert message in " ".join(map(str, error.value.findings))
    assert all(str(finding.source).startswith("templates/skin.yaml:") for finding in error.value.findings)


def test_an_asset_is_the_text_of_a_template_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert "@page" in read_asset(project, "html/guide.css")
    (tmp_path / "templates/html").mkdir(parents=True)
    (tmp_path / "templates/html/guide.css").write_text("p { }\r\n", encoding="utf-8")
    assert read_asset(project, "html/guide.css") == "p { }\n"


def test_an_asset_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/own.css").write_bytes(b"p { }\n\xff")
    with pytest.raises(GuidegenError, match=r"templates/own\.css:2:1: error: not UTF-8"):
        read_asset(Project(tmp_path), "own.css")
