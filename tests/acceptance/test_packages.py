"""Every DOCX of the built matrix is one that Word opens without a word."""

from __future__ import annotations

import pytest

from guidegen.build.matrix import GuideName
from guidegen.check.wordprocessing import package_findings
from guidegen.errors import Source
from tests.acceptance.test_libreoffice import BUILD, NAMES

pytestmark = pytest.mark.acceptance


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_word_has_nothing_to_repair(name: GuideName) -> None:
    assert list(package_findings((BUILD / name.file("docx")).read_bytes(), Source(name.file("docx")))) == []
