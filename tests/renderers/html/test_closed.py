"""Whether a page fetches or runs something when it is opened."""

from __future__ import annotations

import pytest

from guidegen.renderers.html.closed import loads, open_places


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<img src='a.png'>", ["a.png"]),
        ("<p style='background: url(x)'>a", ["x"]),
        ("<style>@import 'x';</style>", ["@import"]),
        ("<script>x</script>", ["<script"]),
        ("<p onclick='x()'>a", ["x()"]),
        ("<a href='javascript:x'>a</a>", ["javascript:x"]),
        ("<svg><image xlink:href='x'/></svg>", ["x"]),
        ("<meta http-equiv='refresh' content='0'>", ["refresh"]),
        ("<img srcset='data:,x 1x, http://e/ 2x'>", ["data:,x 1x, http://e/ 2x"]),
        ("<svg><rect fill='url(http://e)'/></svg>", ["http://e"]),
        ("<noscript>a</noscript>", ["<noscript"]),
        ("<svg><style><script>x()</script></style></svg>", ["<script", "</script"]),
    ],
)
def test_what_fetches_or_runs_something_is_found(page: str, found: list[str]) -> None:
    assert list(open_places(page)) == found


@pytest.mark.parametrize(
    "page", ["<a href='#x'>a</a>", "<a href='https://x'>a</a>", "<img src='data:,'>", "<meta charset='utf-8'>"]
)
def test_a_link_and_what_is_inside_the_page_are_none(page: str) -> None:
    assert list(open_places(page)) == []


def test_addresses_are_found_however_a_style_sheet_writes_them() -> None:
    css = "p { background: u\\72l(a) } @media print { p { background: url( 'b' ) } } q { content: image-set('c' 1x) }"
    assert loads(css) == ("a", "b", "c")


def test_words_that_look_like_an_address_are_words() -> None:
    assert loads("p { content: 'url(a) @import b' } /* url(c) */ q { background: url(data:,) url(#d) }") == ()
