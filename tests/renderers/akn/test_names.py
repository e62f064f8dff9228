"""Names and identifiers of Akoma Ntoso."""

from __future__ import annotations

from guidegen.document.language import Language
from guidegen.passes import run_passes
from guidegen.renderers.akn.names import add, e, identifiers, nested
from tests.builders import box, document, para, plain_para, point, section


def test_content_is_added_in_order() -> None:
    made = e("p", "one ", e("b", "two"), " three", class_="x")
    assert "".join(made.itertext()) == "one two three"
    assert made.get("class") == "x"


def test_a_text_behind_an_element_is_its_tail() -> None:
    made = e("p", e("b"))
    add(made, "a", "b")
    assert made[0].tail == "ab"


def test_an_identifier_inside_another_is_joined_by_two_underscores() -> None:
    assert nested("sec_I", "title_A") == "sec_I__title_A"
    assert nested("", "sec_I") == "sec_I"


def test_identifiers_are_made_of_ordinals_and_paragraphs_are_not_nested(english: Language, arabic: Language) -> None:
    def made(language: Language) -> dict[str, str]:
        item = section(
            "item",
            section("b", para("b.p")),
            box("f", plain_para("f.p", points=(point("f.q", "?"),))),
            counting="given",
            ordinal=3,
        )
        text = section("one", section("a", para("a.p", points=(point("a.x", points=(point("a.y", level=2),)),))), item)
        return dict(identifiers(run_passes(document(language, text))))

    assert made(english) == made(arabic)
    assert made(english) == {
        "one": "sec_I",
        "a": "sec_I__title_A",
        "a.p": "para_1",
        "a.x": "para_1__list_1__point_a",
        "a.y": "para_1__list_1__point_a__list_1__point_i",
        "item": "sec_I__dvs_3",
        "b": "sec_I__dvs_3__title_A",
        "b.p": "para_2",
        "f": "sec_I__dvs_3__box_1",
        "f.p": "sec_I__dvs_3__box_1__p_1",
        "f.q": "sec_I__dvs_3__box_1__p_1__list_1__point_a",
    }
