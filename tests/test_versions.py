"""The versions that a build depends on."""

from __future__ import annotations

from importlib.metadata import version

import pytest

import guidegen
from guidegen import versions as module
from guidegen.versions import LIBRARIES, versions


def test_guidegen_stands_first_with_its_own_version():
    assert next(iter(versions().items())) == ("guidegen", guidegen.__version__)


def test_every_library_that_shapes_a_guide_has_its_version():
    assert versions() == {"guidegen": guidegen.__version__} | {name: version(name) for name in LIBRARIES}


def test_a_library_that_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LIBRARIES", ("lxml", "no-such-library"))
    assert list(versions()) == ["guidegen", "lxml"]
