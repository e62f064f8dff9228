"""Babel's own tool finds the same messages in the same contexts as ``guidegen translate extract``."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from guidegen.locales.po_reader import read_po_file
from guidegen.resources.project import Project
from guidegen.translation.catalogues import read_sources
from guidegen.translation.extractors import extract_content, extract_templates
from tests.conftest import CHECKOUT

Replace = Callable[[str, str, str], None]


@pytest.fixture
def registered(tmp_path: Path) -> Path:
    """A folder with the metadata of an installed guidegen: the extractors as setup.cfg registers them."""
    setup = configparser.ConfigParser(comment_prefixes="#")
    setup.read(CHECKOUT.path("setup.cfg"), encoding="utf-8")
    folder = tmp_path / "site" / "guidegen-1.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: guidegen\nVersion: 1\n", encoding="utf-8")
    extractors = setup["options.entry_points"]["babel.extractors"]
    (folder / "entry_points.txt").write_text(f"[babel.extractors]{extractors}\n", encoding="utf-8")
    return folder.parent


def pybabel(project: Project, registered: Path) -> subprocess.CompletedProcess[str]:
    """Run ``pybabel extract`` with the shipped mapping in the folder of *project*."""
    code = "from babel.messages.frontend import main; main()"
    mapping = CHECKOUT.path("locales/babel.cfg")
    paths = os.pathsep.join([str(registered), str(CHECKOUT.root)])
    return subprocess.run(
        [sys.executable, "-c", code, "extract", "-F", str(mapping), "-o", "messages.pot", "."],
        cwd=project.root, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_pybabel_finds_the_messages_of_every_file(registered: Path, starter: Project, replace: Replace) -> None:
    own = starter.path("templates/guide/own.xml.j2")
    own.parent.mkdir(parents=True)
    own.write_text('{{ pgettext("own.words", "Words of our own") }}', encoding="utf-8")
    result = pybabel(starter, registered)
    assert result.returncode == 0, result.stderr
    found = {entry.key for entry in read_po_file(starter, "messages.pot").entries}
    sources = read_sources(starter).messages
    wanted = {(one.context, one.text) for stem, some in sources.items() if stem != "guide" for one in some}
    assert found == {*wanted, ("own.words", "Words of our own")}


def test_pybabel_ends_with_the_place_of_what_is_broken(registered: Path, starter: Project, replace: Replace) -> None:
    replace("content/congress.yaml", "number: 1", "number: one")
    result = pybabel(starter, registered)
    assert result.returncode == 1
    assert "content/congress.yaml:1" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_is_read_anew_after_a_change(starter: Project, replace: Replace) -> None:
    path = starter.path("content/topics/prevention.md")
    before = {text for _, text, _, _ in extract_from_file(extract_content, path)}
    replace("content/topics/prevention.md", "public policy", "a policy of the public")
    after = {text for _, text, _, _ in extract_from_file(extract_content, path)}
    assert after - before == {"Crime prevention as a policy of the public"}


def test_the_words_of_a_template_come_with_what_a_translator_is_told() -> None:
    found = extract_from_file(extract_templates, CHECKOUT.path("templates/guide/topic.xml.j2"))
    comments = ["Words of the templates › topic.item", "In every guide"]
    assert (1, "Agenda item {number}.", comments, "topic.item") in found
