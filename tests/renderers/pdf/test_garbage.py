"""Garbage is collected once a layout, at its end, and afterwards as before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from guidegen.errors import Source
from guidegen.renderers.pdf import lay_out
from guidegen.renderers.pdf.garbage import collected_at_the_end

PAGE = '<html lang="en"><title>t</title><style>p { break-after: page }</style><body>' + "<p>words <b>and more</b>" * 200


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """The generations that Python collects, as it does."""
    done: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            done.append(info["generation"])

    gc.callbacks.append(note)
    yield done
    gc.callbacks.remove(note)


def test_a_layout_collects_once(collections: list[int]):
    lay_out(PAGE, Source("guide.pdf"))
    collections.clear()
    with collected_at_the_end():
        lay_out(PAGE, Source("guide.pdf"))
        assert collections == [2]


@pytest.mark.parametrize("enabled", [True, False])
def test_collection_goes_on_as_before_whatever_happens(enabled: bool):
    def failing() -> None:
        with collected_at_the_end():
            assert not gc.isenabled()
            raise ZeroDivisionError

    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(ZeroDivisionError):
            failing()
        assert gc.isenabled() == enabled
    finally:
        gc.enable()
