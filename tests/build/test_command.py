"""A command is answered from memory only where its whole world is as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidegen.build.command import Command
from guidegen.build.manifest import MANIFEST
from guidegen.build.memory import Memory, Origins
from guidegen.build.run import Place, Summary
from tests.build.test_memory import CODE, COMMON, House, file, house

__all__ = ["house"]


def asked(house: House, name: str = "all", **origins: str) -> Command:
    memory = Memory(house.root / "record", Origins(house.files, house.surroundings, **origins), source_language="en")
    return Command(name, house.root / "out", memory)


def run(house: House, name: str = "all", **origins: str) -> Summary | None:
    """Return the answer to the command; run it where there is none."""
    command = asked(house, name, **origins)
    answer = command.answer()
    if answer is None:
        place = Place(house.root / "out", {"docx": "docx", "pdf": "pdf"}, house.versions)
        command.run(lambda: house.build(command.memory), place, lambda: None)
    return answer


@pytest.fixture
def answered(house: House) -> House:
    """A project whose command has an answer."""
    assert run(house) is None
    return house


def test_a_command_that_was_run_has_its_answer(answered: House):
    answer = run(answered)
    assert answer is not None
    assert (len(answer.kept), answer.written, answer.exit_code) == (8, (), 0)


def test_another_command_has_none(answered: House):
    assert run(answered, "another") is None
    assert run(answered, "another") is not None
    assert run(answered) is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda house: house.write(COMMON, "other words"),
        lambda house: house.write(CODE, "other words"),
        lambda house: house.write("content/topics/new.md", "words"),
        lambda house: (house.root / "project" / COMMON).unlink(),
        lambda house: house.surroundings.update(fonts="another"),
        lambda house: (house.root / "out" / file()).unlink(),
        lambda house: (house.root / "out" / file()).write_bytes(b"edited"),
        lambda house: (house.root / "out" / MANIFEST).unlink(),
        lambda house: (house.root / "out" / MANIFEST).write_bytes(b"edited"),
        lambda house: (house.root / "record").write_bytes((house.root / "record").read_bytes()[:50]),
    ],
)
def test_whatever_has_changed_there_is_no_answer_and_then_a_new_one(answered: House, change: Callable[[House], None]):
    change(answered)
    assert run(answered) is None
    assert run(answered) is not None


def test_another_installation_has_no_answer_and_makes_nothing(answered: House):
    assert run(answered, packages="another") is None
    assert answered.rendered == []


def test_force_has_no_answer(answered: House):
    command = asked(answered)
    assert replace(command, memory=replace(command.memory, force=True)).answer() is None


def test_a_file_edited_before_the_build_looked_leaves_no_answer(house: House):
    """The list of guides was made before the edit: what was done is no answer to the command after it."""
    command = asked(house)
    assert command.answer() is None
    house.write(COMMON, "other words")
    command.run(lambda: house.build(command.memory), Place(house.root / "out", {}, {}), lambda: None)
    assert run(house) is None


def test_a_command_that_failed_has_no_answer(house: House):
    command = asked(house)

    def failing() -> Summary:
        return replace(house.build(command.memory), output_failed=True)

    assert command.answer() is None
    assert command.run(failing, Place(house.root / "out", {}, {}), lambda: None).exit_code == 3
    assert run(house) is None


def test_a_folder_that_cannot_be_written_in_is_told_before_anything_is_built(house: House, tmp_path: Path):
    (tmp_path / "closed").write_bytes(b"")
    house.rendered.clear()
    summary = asked(house).run(house.build, Place(tmp_path / "closed", {}, {}), lambda: None)
    assert (summary.exit_code, house.rendered) == (3, [])
