"""What the tests of the live page share: the French guide of the starter project, read."""

from __future__ import annotations

import pytest

from guidegen.build.matrix import GuideName
from guidegen.preview.live import LiveGuide
from guidegen.resources.project import Project

FRENCH = GuideName("capital-city", "fr")
PROSE = "content/topics/prevention.md"
CATALOGUE = "locales/fr/LC_MESSAGES/content/topics/prevention.po"


@pytest.fixture
def live(starter: Project) -> LiveGuide:
    """The French guide of the starter project."""
    guide = LiveGuide(starter, FRENCH)
    guide.read()
    return guide
