"""Hostile content and catalogues: nothing outside is read, written or asked, and each ends in findings with its place."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability.conftest import World

Write = Callable[[str, str | bytes], None]
Replace = Callable[[str, str, str], None]

TOPIC = "content/topics/prevention.md"
MEETING = "content/meetings/capital-city/meeting.yaml"
ISSUANCES = "content/issuances.yaml"
INSTITUTES = "content/institutes.yaml"
WORDS = "locales/fr/LC_MESSAGES/content/topics/prevention.po"
QUESTION = "What do cities need from the national level in order to act?"
ANSWER = "Qu’attendent les villes du niveau national pour pouvoir agir\u202f?"
BEFORE_QUESTIONS = "{#questions .questions}"


def seconds(build: Callable[[], object]) -> float:
    begun = time.process_time()
    build()
    return time.process_time() - begun


# -- links, pictures, HTML -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "![x]({address}/x.png)", "![x](file://{secret})", "[x]({address}/x)", "[x](file://{secret})", "[x](../../secret.txt)",
        "<img src='{address}/x'>", "<{address}/x>", "<script>fetch('{address}')</script>", "[x]\n\n[x]: {address}/x",
        "[x]{{onclick=alert}}", "`{secret}`", "[](javascript:alert)",
    ],
)  # fmt: skip
def test_a_link_a_picture_and_html_in_the_content_are_told_and_fetch_nothing(world: World, replace: Replace, words: str):
    replace(TOPIC, QUESTION, words.format(address=world.address, secret=world.secret))
    assert world.rules()["markdown"].startswith(f"{TOPIC}:2")


@pytest.mark.parametrize("words", ["![x]({address}/x)", "<img src='{address}'>", "[x](file://{secret})", "&#x202e;"])
def test_a_link_a_picture_and_html_in_a_catalogue_are_told_and_fetch_nothing(world: World, replace: Replace, words: str):
    replace(WORDS, ANSWER, words.format(address=world.address, secret=world.secret))
    result = world.run("build", "--project", world.project.root, "-o", world.out, "-l", "fr", "-f", "html", "-j", "1")
    assert (result.exit_code, world.asked) == (1, [])
    assert f"{WORDS}:9" in result.stderr


@pytest.mark.parametrize(
    "words", ["{{ 7 * 7 }}", "{% include 'guide/cover.xml.j2' %}", "{number} {0.real}", "${7*7} %(x)s", "]]>"]
)
def test_what_looks_like_a_template_is_words_in_a_text_and_in_a_catalogue(world: World, replace: Replace, words: str):
    replace(TOPIC, QUESTION, f"Words {words}")
    replace(WORDS, QUESTION, f"Words {words}")
    replace(WORDS, ANSWER, f"Mots {words}")
    world.run("build", "--project", world.project.root, "-o", world.out, "-f", "text", "-j", "1")
    for language in ("en", "fr"):
        guide = world.out / "capital-city" / f"discussion-guide-capital-city-{language}.txt"
        assert words in guide.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", ["{number.__class__}", "{number.__class__.__mro__}", "{cite.source}", "{}", "{number!r}", "{x}"]
)
def test_a_placeholder_of_a_catalogue_reaches_no_further_than_its_value(world: World, replace: Replace, words: str):
    place = world.project.path("locales/fr/LC_MESSAGES/guide.po")
    text = place.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith('msgstr "') and "{" in line)
    place.write_text(text.replace(line, f'msgstr "{words}"', 1), encoding="utf-8")
    result = world.run("build", "--project", world.project.root, "-o", world.out, "-l", "fr", "-f", "text", "-j", "1")
    assert "<class" not in result.output
    built = world.out / "capital-city" / "discussion-guide-capital-city-fr.txt"
    assert result.exit_code == 1 or "<class" not in built.read_text(encoding="utf-8")


# -- names ---------------------------------------------------------------------------------------------------------------------

NAMES = {
    "an issuance above the output": (ISSUANCES, "draft:", "../../x:"),
    "an absolute issuance": (ISSUANCES, "draft:", "/tmp/x:"),
    "an institute above": (INSTITUTES, "model-institute:", "../x:"),
    "a language above": (MEETING, "[en, fr]", "[en, ../../../x]"),
    "an absolute language": (MEETING, "[en, fr]", "[en, /etc]"),
    "a source language above": ("content/congress.yaml", "source_language: en", "source_language: ../en"),
    "a topic above": ("content/outline.yaml", "[prevention]", "[prevention, ../../secret]"),
    "an id above": (TOPIC, "{#q-cities}", "{#../../q}"),
    "a note above": (TOPIC, "[^evidence]:", "[^../x]:"),
    "a chapter above": ("content/outline.yaml", "holds: topics", "holds: ../../topics"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), NAMES.values(), ids=NAMES.keys())
def test_a_name_that_leads_out_of_its_folder_is_told_at_its_place(world: World, replace: Replace, path: str, old: str, new: str):
    replace(path, old, new)
    assert any(place.startswith(f"{path}:") for place in world.rules().values())


def test_an_issuance_of_a_broken_content_does_not_leave_the_output(world: World, write: Write):
    write("content/congress.yaml", "number: none")
    for name in ("../../x", "/tmp/x"):
        arguments = ("--project", world.project.root, "-o", world.out, "--issuance", name, "-f", "text")
        before = world.around()
        result = world.run("build", *arguments)
        assert "outside the output folder" in result.stderr
        assert (result.exit_code, world.around()) == (3, before)


def test_a_job_number_a_bar_code_and_a_symbol_are_words(world: World, replace: Replace):
    world.formats = ["html", "docx", "akn"]
    words = "../../etc \\\"' } </style><img src=x> @import url(" + world.address + ")"
    quoted = words.replace("'", "''")
    replace(ISSUANCES, "symbol: MODEL/2009/CRP.1", f"symbol: '{quoted}'\n  job_number: '{quoted}'\n  barcode: '{quoted}'")
    assert world.build().exit_code == 0


@pytest.mark.parametrize("path", ["content/topics/\udcff.md", "content/topics/a b.md"])
def test_the_name_of_a_file_that_cannot_be_an_id_is_told(world: World, path: str):
    shutil.copy(world.project.path(TOPIC), world.project.path(path))
    assert world.rules()["id-form"].startswith("content/topics/")


# -- links of the file system, and what is no file -----------------------------------------------------------------------------

FILES = [TOPIC, "content/congress.yaml", "locales/en/conventions.yaml", "content/meetings/capital-city/focus.md"]


@pytest.mark.parametrize("path", FILES)
def test_a_link_that_leads_out_of_the_project_is_told_and_not_read(world: World, path: str):
    place = world.project.path(path)
    place.unlink()
    place.symlink_to(world.secret)
    assert world.rules()["outside-link"] == path


def test_a_folder_that_leads_out_of_the_project_is_not_walked(world: World):
    world.project.path("content/topics").rename(world.secret.parent / "topics")
    world.project.path("content/topics").symlink_to(world.secret.parent / "topics")
    world.project.path("content/all").symlink_to("/")
    assert world.rules()["outside-link"] == TOPIC


def test_links_inside_the_project_are_followed_and_circles_are_not(world: World):
    world.project.path(TOPIC).rename(world.project.path("content/prevention.text"))
    world.project.path(TOPIC).symlink_to("../prevention.text")
    for name in ("round", "again"):
        world.project.path(f"content/{name}").symlink_to(".")
    assert world.build().exit_code == 0


@pytest.mark.parametrize("path", FILES[:2])
def test_a_link_to_itself_a_pipe_and_a_folder_are_no_files(world: World, path: str):
    place = world.project.path(path)
    place.unlink()
    place.symlink_to(place.name)
    assert world.build().exit_code == 1
    place.unlink()
    os.mkfifo(place)
    assert world.build().exit_code == 1
    place.unlink()
    place.mkdir()
    assert world.build().exit_code == 1


# -- YAML ----------------------------------------------------------------------------------------------------------------------

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = {
    "a bomb": (BOMB, "yaml-alias"),
    "an object": ("a: !!python/object/apply:os.system ['touch /tmp/guidegen-was-here']\n", "yaml-tag"),
    "an anchor": ("a: &x 1\n", "yaml-alias"),
    "a merge": ("a: {<<: *x}\n", "yaml-alias"),
    "a deep text": ("a: " + "[" * 10_000 + "\n", "yaml-depth"),
    "a long number": (f"a: {'9' * 9000}\n", "yaml-value"),
    "a half character": ('a: "\\ud800"\n', "control-character"),
    "a null": ('a: "\\0"\n', "control-character"),
    "an override": ('a: "\\u202e"\n', "control-character"),
    "a hidden tag": ('a: "\\U000E0041"\n', "control-character"),
    "a large file": ("# " + "x" * 10_000_000 + "\n", "file-size"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), YAML.values(), ids=YAML.keys())
def test_hostile_yaml_is_told_and_not_made(world: World, write: Write, text: str, rule: str):
    write(INSTITUTES, text)
    assert world.rules()[rule].startswith(INSTITUTES)


# -- characters ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x85", "\u202e", "\u202a", "\u2028", "\ufeff", "\U000e0041"])
def test_a_character_that_hides_or_turns_is_told_in_the_content_and_in_a_catalogue(
    world: World, replace: Replace, character: str
):
    replace(TOPIC, "What do cities", f"What do{character} cities")
    assert world.rules()["control-character"] == f"{TOPIC}:25:10"
    replace(TOPIC, character, "")
    replace(WORDS, "villes", f"vil{character}les")
    result = world.run("build", "--project", world.project.root, "-o", world.out, "-l", "fr", "-f", "text", "-j", "1")
    assert (result.exit_code, result.stderr.count("an invisible character")) == (1, 1)


@pytest.mark.parametrize("escape", ["\\ud800", "\\x00", "\\000", "\\u202e", "\\a", "\\r", "\\t"])
def test_an_escape_of_a_catalogue_brings_no_such_character_in(world: World, replace: Replace, escape: str):
    replace(WORDS, "villes", f"vil{escape}les")
    result = world.run("build", "--project", world.project.root, "-o", world.out, "-l", "fr", "-f", "text", "-j", "1")
    assert result.exit_code == 1
    assert f"{WORDS}:" in result.stderr


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_bytes_that_are_no_text_are_told(world: World, data: bytes):
    place = world.project.path(TOPIC)
    place.write_bytes(place.read_bytes() + data)
    assert world.rules()["encoding"].startswith(f"{TOPIC}:26")


# -- size ----------------------------------------------------------------------------------------------------------------------

HUGE = {
    "ten megabytes": "word " * 2_000_000,
    "a line of a megabyte": "word " * 200_000,
    "quotations in quotations": ">" * 10_000 + " a",
    "lists in lists": "- " * 10_000 + "a",
    "indented lists": "\n".join("  " * depth + "- a" for depth in range(300)),
    "emphasis in emphasis": "*a _b " * 1_500 + "b_ a*" * 1_500,
    "open brackets": "[" * 100_000,
    "note marks": "[^" * 100_000,
    "citations": "[@a, " * 50_000,
    "pictures in pictures": "![" * 3_000 + "a" + "](x)" * 3_000,
    "stars": "*" * 9_000 + "a" + "*" * 9_000,
    "a hundred thousand items": "- {#i}\n  Item.\n" * 100_000,
    "definitions": "\n".join(f"[a{number}]: x" for number in range(5_000)),
    "cells": "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|a|\n" * 300,
}  # fmt: skip


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_huge_text_is_told_in_seconds(world: World, replace: Replace, text: str):
    replace(TOPIC, BEFORE_QUESTIONS, f"{{#huge}}\n{text}\n\n{BEFORE_QUESTIONS}")
    world.formats = ["text"]
    assert seconds(world.rules) < 20


def test_a_title_of_fifty_thousand_words_is_told_in_seconds(world: World, replace: Replace):
    replace(TOPIC, "title: Crime prevention", f"title: {'word ' * 50_000}")
    assert seconds(world.rules) < 10
    replace(TOPIC, "## Background", f"## {'word ' * 50_000}")
    assert seconds(world.rules) < 10


def test_a_translation_without_end_is_told_in_seconds(world: World, replace: Replace):
    replace(WORDS, ANSWER, "*a _b " * 9_000)
    result = world.run("build", "--project", world.project.root, "-o", world.out, "-l", "fr", "-f", "text", "-j", "1")
    assert result.exit_code == 1
    assert "a text of more than 20000 characters is not used here" in result.stderr


def test_a_meeting_of_a_hundred_thousand_institutes_is_told(world: World, replace: Replace):
    replace(MEETING, "[model-institute]", f"[{'model-institute, ' * 100_000}]")
    assert world.rules()["file-size"] == MEETING


def test_a_secret_beside_the_project_is_a_secret(world: World):
    assert Path(world.secret).is_file()
    assert world.build().exit_code == 0
