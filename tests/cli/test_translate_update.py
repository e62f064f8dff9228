"""guidegen translate update: catalogues on disk."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from guidegen.resources.project import Project

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], None]
Replace = Callable[[str, str, str], None]
PREVENTION = "locales/fr/LC_MESSAGES/content/topics/prevention.po"


def catalogues(project: Project) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.path("locales").rglob("*.po")}


def update(guidegen: Run, project: Project, *options: str) -> Result:
    return guidegen("translate", "update", *options, "--project", project.root)


def test_running_it_twice_changes_nothing(guidegen: Run, starter: Project) -> None:
    assert update(guidegen, starter).exit_code == 0
    before = catalogues(starter)
    again = update(guidegen, starter)
    assert catalogues(starter) == before
    assert again.stdout.endswith("files changed: 0\n")


def test_a_changed_text_makes_its_translation_fuzzy(guidegen: Run, starter: Project, replace: Replace) -> None:
    update(guidegen, starter)
    replace("content/topics/prevention.md", "title: Crime prevention as public policy", "title: Crime prevention as a policy")
    result = update(guidegen, starter, "--verbose")
    text = starter.path(PREVENTION).read_text(encoding="utf-8")
    assert '#| msgid "Crime prevention as public policy"\nmsgctxt "topics.prevention.title"\n' in text
    assert f"  {PREVENTION}: topics.prevention.title: marked fuzzy\n" in result.stdout


def test_a_retouched_text_is_said_by_its_message(guidegen: Run, starter: Project, replace: Replace) -> None:
    update(guidegen, starter)
    replace("content/topics/prevention.md", "public policy", "public\u00a0policy")
    sentence = "topics.prevention.title: kept although spacing, quotation marks or number separators changed"
    assert sentence in update(guidegen, starter).stdout
    assert update(guidegen, starter, "--quiet").stdout == ""


def test_a_broken_catalogue_is_told_and_left_alone(guidegen: Run, starter: Project, write: Write) -> None:
    update(guidegen, starter)
    write(PREVENTION, starter.path(PREVENTION).read_bytes() + b"\nnonsense\n")
    before = catalogues(starter)
    result = update(guidegen, starter)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{PREVENTION}:")
    assert catalogues(starter) == before


def test_a_broken_catalogue_of_one_language_does_not_touch_another(guidegen: Run, starter: Project, write: Write) -> None:
    conventions = starter.path("locales/fr/conventions.yaml").read_bytes()
    write("locales/es/conventions.yaml", conventions)
    write("locales/es/LC_MESSAGES/guide.po", "<<<<<<< ours\n")
    result = update(guidegen, starter)
    assert result.exit_code == 1
    assert "locales/es/LC_MESSAGES/guide.po:1: error: an unresolved merge begins here" in result.stderr
    assert starter.path("locales/fr/LC_MESSAGES/guide.po").is_file()
    assert starter.path("locales/es/LC_MESSAGES/content/congress.po").is_file()


def test_an_empty_catalogue_without_a_source_is_removed(guidegen: Run, starter: Project, write: Write) -> None:
    path = "locales/fr/LC_MESSAGES/content/topics/old.po"
    write(path, 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n')
    update(guidegen, starter)
    assert not starter.path(path).exists()


def test_broken_content_leaves_all_catalogues_alone(guidegen: Run, starter: Project, write: Write) -> None:
    write("content/topics/prevention.md", "text before a heading\n")
    before = catalogues(starter)
    result = update(guidegen, starter)
    assert (result.exit_code, catalogues(starter)) == (1, before)
    assert "content/topics/prevention.md:1" in result.stderr


def test_only_the_languages_asked_for_are_updated(guidegen: Run, starter: Project) -> None:
    assert update(guidegen, starter, "--language", "fr").stdout.startswith("fr: ")
    unknown = update(guidegen, starter, "--language", "en")
    assert unknown.exit_code == 2
    assert 'there is no "en"' in unknown.stderr
