"""What is left as it is, what is made as far as its tree, and what is made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from guidegen.build.executor import Local
from guidegen.build.manifest import MANIFEST
from guidegen.build.matrix import GuideName
from guidegen.build.memory import Memory, Origins
from guidegen.build.run import Place, Summary, build
from guidegen.build.task import Facts, Outcome, Task
from guidegen.errors import Finding, Severity, Source

HINT = Finding(Source("content/a.md", 4), "rule", "a remark", severity=Severity.WARNING)
COMMON = "content/topics/a.md"
EAST = "content/meetings/east/focus.md"
WEST = "content/meetings/west/focus.md"
XX = "locales/xx/LC_MESSAGES/guide.po"
YY = "locales/yy/LC_MESSAGES/guide.po"
EAST_XX = "locales/xx/LC_MESSAGES/content/meetings/east/focus.po"
SKIN = "templates/html/guide.css"
OUTLINE = "templates/guide/guide.xml.j2"
CODE = "guidegen/pipeline.py"
FILES = (COMMON, EAST, WEST, XX, YY, EAST_XX, SKIN, OUTLINE, CODE)
ALL = ["east xx", "east yy", "west xx", "west yy"]


@dataclass
class House:
    """A project of a few files, whose guides say what stands in those that go into them, but for words in parentheses."""

    root: Path
    surroundings: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=lambda: {"guidegen": "0"})
    findings: tuple[Finding, ...] = ()
    formats: tuple[str, ...] = ("docx", "pdf")
    rendered: list[str] = field(default_factory=list)
    meanwhile: Callable[[Task], None] = lambda _: None

    def files(self) -> dict[str, Path]:
        return {path.relative_to(self.root / "project").as_posix(): path for path in (self.root / "project").rglob("*.*")}

    def write(self, name: str, text: str) -> None:
        place = self.root / "project" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def words(self, task: Task) -> str:
        own = (name for name in sorted(self.files()) if task.guide.depends_on(Source(name), "en"))
        texts = ((self.root / "project" / name).read_text(encoding="utf-8") for name in own if not name.startswith("guidegen/"))
        return " ".join(text.partition("(")[0] for text in texts)

    def work(self, task: Task) -> Outcome:
        words = self.words(task)
        if words == task.known:
            return Outcome(task, tree=words, unchanged=True)
        self.meanwhile(task)
        self.rendered.append(f"{task.guide.meeting} {task.guide.language}")
        files = {name: f"{name} {words}".encode() for name in task.formats}
        return Outcome(task, files, Facts(status="draft"), self.findings, tree=words, seconds=len(task.guide.meeting))

    def memory(self, *, force: bool = False) -> Memory:
        return Memory(self.root / "record", Origins(self.files, self.surroundings), force, "en")

    def build(self, memory: Memory | None = None, *, force: bool = False) -> Summary:
        tasks = [Task(Path(), GuideName(*name.split()), self.formats, "draft") for name in ALL]
        place = Place(self.root / "out", {"docx": "docx", "pdf": "pdf"}, self.versions)
        self.rendered.clear()
        return build(tasks, Local(self.work, 1), place, memory or self.memory(force=force), lambda _: None)


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    for name in FILES:
        made.write(name, f"words of {name}")
    made.build()
    assert sorted(made.rendered) == ALL
    return made


def file(meeting: str = "east", language: str = "xx", extension: str = "pdf") -> str:
    return f"{meeting}/discussion-guide-{meeting}-{language}.{extension}"


def test_nothing_changed_and_nothing_is_made(house: House):
    summary = house.build()
    assert (house.rendered, len(summary.kept), summary.written, summary.exit_code) == ([], 8, (), 0)


@pytest.mark.parametrize(
    ("name", "guides"),
    [
        (COMMON, ALL),
        (EAST, ["east xx", "east yy"]),
        (XX, ["east xx", "west xx"]),
        (EAST_XX, ["east xx"]),
        (SKIN, ALL),
        (OUTLINE, ALL),
        (CODE, ALL),
    ],
)
def test_an_edited_file_makes_the_guides_that_it_goes_into(house: House, name: str, guides: list[str]):
    house.write(name, "other words")
    house.build()
    assert sorted(house.rendered) == guides


@pytest.mark.parametrize("name", [COMMON, XX, OUTLINE])
def test_an_edit_that_no_guide_shows_renders_none(house: House, name: str):
    house.write(name, f"words of {name}(a translator's remark)")
    assert (len(house.build().kept), house.rendered) == (8, [])
    assert (len(house.build().kept), house.rendered) == (8, [])


@pytest.mark.parametrize("name", [SKIN, CODE])
def test_an_edit_of_what_makes_files_of_trees_renders_whatever_the_trees_say(house: House, name: str):
    house.write(name, f"words of {name}(a remark)")
    house.build()
    assert sorted(house.rendered) == ALL


def test_a_new_file_makes_the_guides_that_it_goes_into(house: House):
    house.write("locales/yy/LC_MESSAGES/content/topics/a.po", "more words")
    house.build()
    assert sorted(house.rendered) == ["east yy", "west yy"]


@pytest.mark.parametrize("change", [{"surroundings": {"fonts": "another"}}, {"versions": {"guidegen": "1"}}])
def test_other_fonts_and_versions_make_every_guide(house: House, change: dict[str, dict[str, str]]):
    replace(house, **change).build()
    assert sorted(house.rendered) == ALL


def test_force_makes_every_guide(house: House):
    house.build(force=True)
    assert sorted(house.rendered) == ALL


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"edited"), lambda path: path.write_bytes(b"")])
def test_a_file_that_was_deleted_or_edited_is_made_anew_and_no_other(house: House, spoil: Callable[[Path], None]):
    place = house.root / "out" / file()
    right = place.read_bytes()
    spoil(place)
    summary = house.build()
    assert (house.rendered, summary.written) == (["east xx"], (file(),))
    assert place.read_bytes() == right


def test_a_format_that_was_not_made_before_is_made_and_no_other(house: House):
    house.formats = ("docx",)
    house.build(force=True)
    (house.root / "out" / file()).unlink()
    house.formats = ("docx", "pdf")
    assert house.build().written == (file(),)


def test_a_manifest_that_was_deleted_is_written_as_it_was(house: House):
    place = house.root / "out" / MANIFEST
    right = place.read_bytes()
    place.unlink()
    house.build()
    assert (place.read_bytes(), house.rendered) == (right, [])


def test_a_build_of_what_changed_writes_the_manifest_of_a_build_of_all(house: House):
    house.write(COMMON, "other words")
    house.write(XX, f"words of {XX}(a remark)")
    house.build()
    changed = (house.root / "out" / MANIFEST).read_bytes()
    house.build(force=True)
    assert (house.root / "out" / MANIFEST).read_bytes() == changed


def test_a_record_that_is_cut_off_makes_every_guide(house: House):
    place = house.root / "record"
    place.write_bytes(place.read_bytes()[:-100])
    house.build()
    assert sorted(house.rendered) == ALL


def test_warnings_of_a_guide_that_was_left_alone_are_told_again(house: House):
    house.findings = (HINT,)
    house.build(force=True)
    assert house.build().findings == (HINT,)
    assert house.rendered == []


def test_a_guide_with_warnings_whose_inputs_changed_is_rendered_to_find_them_again(house: House):
    house.findings = (HINT,)
    house.build(force=True)
    house.write(XX, f"words of {XX}(a remark)")
    house.build()
    assert sorted(house.rendered) == ["east xx", "west xx"]


def test_a_guide_that_failed_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch):
    house.write(EAST_XX, "other words")
    with monkeypatch.context() as broken:
        broken.setattr(House, "work", lambda _, task: Outcome(task, findings=(replace(HINT, severity=Severity.ERROR),)))
        assert house.build().exit_code == 1
        assert house.build().exit_code == 1
    house.build()
    assert house.rendered == ["east xx"]


def test_a_file_edited_while_its_guide_is_made_and_put_back_is_not_taken_for_what_was_read(house: House):
    """The guide was made of the edit; the digest before and after is that of the text put back."""
    text = (house.root / "project" / XX).read_text(encoding="utf-8")

    def edit(task: Task) -> None:
        if task.guide.language == "xx":
            house.write(XX, "a slip")
            house.rendered.append("slip")
            house.write(XX, text)

    house.meanwhile = edit
    house.build(force=True)
    house.meanwhile = lambda _: None
    house.build()
    assert sorted(house.rendered) == ["east xx", "west xx"]


def test_a_file_written_by_another_after_us_is_not_taken_for_ours(house: House, monkeypatch: pytest.MonkeyPatch):
    write = Place.write

    def overwritten(place: Place, path: str, data: bytes) -> None:
        write(place, path, data)
        if path == file():
            (place.output / path).write_bytes(b"another build's")

    with monkeypatch.context() as raced:
        raced.setattr(Place, "write", overwritten)
        house.build(force=True)
    assert house.build().written == (file(),)


def test_the_longest_guides_are_made_first_as_soon_as_that_is_known(house: House):
    house.write("content/meetings/far-away/focus.md", "words")
    house.build(force=True)
    memory = house.memory()
    memory.look()
    tasks = [Task(Path(), GuideName("east", language), ("pdf",), "draft") for language in ("xx", "zz")]
    assert max(tasks, key=memory.size).guide.language == "zz"
    memory.record.made[file("east", "yy")] = replace(memory.record.made[file("east", "yy")], seconds=60.0)
    tasks = [Task(Path(), GuideName("east", language), ("pdf",), "draft") for language in ("xx", "yy")]
    assert max(tasks, key=memory.size).guide.language == "yy"


def test_a_record_that_cannot_be_written_does_not_fail_the_build(house: House):
    (house.root / "record").unlink()
    (house.root / "record").mkdir()
    assert house.build().exit_code == 0
    assert sorted(house.rendered) == ALL
