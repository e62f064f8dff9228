"""guidegen translate status: how far the translations are, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result
from rich.console import Console

from guidegen.cli.translate_status import bars, percent, statuses_of
from guidegen.resources.project import Project
from guidegen.translation.status import State, Tally

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], None]
Replace = Callable[[str, str, str], None]
CONGRESS = "locales/fr/LC_MESSAGES/content/congress.po"


def test_lines_are_aligned_and_have_heads(guidegen: Run, starter: Project) -> None:
    result = guidegen("translate", "status", "--project", starter.root)
    head, french = result.stdout.splitlines()
    assert head.split() == ["language", "printed", "words", "translated", "fuzzy", "stale", "faulty", "missing", "reviewed"]
    assert french.split()[:2] == ["fr", "100%"]
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_parts_are_told_where_more_is_wanted(guidegen: Run, starter: Project) -> None:
    result = guidegen("translate", "status", "--verbose", "--project", starter.root)
    names = [line.split()[0] for line in result.stdout.splitlines() if line]
    assert {"content/congress", "capital-city", "prevention"} <= set(names)
    assert guidegen("translate", "status", "--quiet", "--project", starter.root).stdout == ""


NUMBERS = {"total", "translated", "fuzzy", "stale", "faulty", "missing", "reviewed"}


def test_json_has_messages_and_words_of_each_language_file_meeting_and_topic(guidegen: Run, starter: Project) -> None:
    [french] = json.loads(guidegen("translate", "status", "--json", "--project", starter.root).stdout)
    assert set(french) == {"language", "messages", "words", "files", "meetings", "topics"}
    assert french["language"] == "fr"
    assert set(french["messages"]) == set(french["words"]) == NUMBERS
    assert set(french["meetings"]) == {"capital-city"}
    assert set(french["topics"]) == {"prevention"}
    assert set(french["files"]["content/congress"]) == {"messages", "words"}
    assert set(french["files"]["content/congress"]["words"]) == NUMBERS


def test_fuzzy_and_stale_translations_are_told_apart_and_not_counted(guidegen: Run, starter: Project, replace: Replace) -> None:
    replace(CONGRESS, "#, md-text", "#, fuzzy, md-text")
    replace("content/topics/prevention.md", "public policy", "policy")
    [french] = json.loads(guidegen("translate", "status", "--json", "--project", starter.root).stdout)
    numbers = french["messages"]
    assert (numbers["fuzzy"], numbers["stale"], numbers["missing"]) == (1, 1, 0)
    assert numbers["translated"] == numbers["total"] - 2


def test_a_reviewed_catalogue_counts_as_reviewed(guidegen: Run, starter: Project, replace: Replace) -> None:
    replace(CONGRESS, "X-Review-Status: draft", "X-Review-Status: reviewed")
    [french] = json.loads(guidegen("translate", "status", "--json", "--project", starter.root).stdout)
    congress = french["files"]["content/congress"]["messages"]
    assert congress["reviewed"] == congress["total"] == french["messages"]["reviewed"] > 0


def test_a_broken_catalogue_is_told_and_its_messages_are_missing(guidegen: Run, starter: Project, write: Write) -> None:
    write(CONGRESS, "nonsense\n")
    result = guidegen("translate", "status", "--json", "--project", starter.root)
    [french] = json.loads(result.stdout)
    congress = french["files"]["content/congress"]["messages"]
    assert congress["missing"] == congress["total"]
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{CONGRESS}:1")


def test_json_is_json_and_nothing_else_even_where_content_is_broken(guidegen: Run, starter: Project, write: Write) -> None:
    write("content/congress.yaml", "number: one\n")
    result = guidegen("translate", "status", "--json", "--project", starter.root)
    assert (json.loads(result.stdout), result.exit_code) == ([], 1)
    assert "content/congress.yaml:1" in result.stderr


def test_a_terminal_shows_a_bar_for_each_language(starter: Project, write: Write) -> None:
    def drawn() -> str:
        statuses, _ = statuses_of(starter, ())
        console = Console(width=100, color_system="truecolor", force_terminal=True)
        with console.capture() as capture:
            console.print(bars(statuses))
        return capture.get()

    whole = drawn()
    write("locales/fr/LC_MESSAGES/content/topics/prevention.po", 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n')
    assert "fr" in whole
    assert "100%" in whole
    assert "━" in whole
    assert drawn() != whole


def test_a_hundred_per_cent_is_said_only_where_nothing_is_lacking() -> None:
    words = {**dict.fromkeys(State, 0), State.TRANSLATED: 9999, State.MISSING: 1}
    assert percent(Tally(words, words, 0, 0)) == "99%"
