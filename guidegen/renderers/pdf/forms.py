"""Fields to be filled in: check boxes and lines for words, with appearances of their own (ISO 32000-1, 12.7).

WeasyPrint can write fields, but leaves their looks to the reader, which PDF/A does not allow; here each brings its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pydyf

PRINTED = 4
CROSS = "q 1 w 1.5 1.5 m {x} {y} l 1.5 {y} m {x} 1.5 l S Q"
MULTILINE = 1 << 12
DEFAULT_LOOK = "/Helv 9 Tf 0 g"


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field on its page: the element of the page that it is, its page and its rectangle in points from below."""

    element: Any
    page: int
    rectangle: tuple[float, float, float, float]


def widget(pdf: Any, place: FieldPlace, page: bytes) -> Any:
    """Return the widget annotation of the field at *place*, added to *pdf*; its name to read aloud is the element's label.

    *page* is the reference of its page.
    """
    made = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "F": PRINTED,
            "Rect": pydyf.Array(place.rectangle),
            "P": page,
            "T": pydyf.String(place.element.get("name", "")),
            "TU": pydyf.String(place.element.get("aria-label", "")),
            "Contents": pydyf.String(place.element.get("aria-label", "")),
        }
    )
    made |= _check_box(pdf, place) if place.element.get("type") == "checkbox" else _text_field(pdf, place)
    pdf.add_object(made)
    return made


def add_form(pdf: Any, widgets: list[Any]) -> None:
    """Make *widgets* the fields of the file's form. No NeedAppearances: the fields have theirs."""
    if widgets:
        fields = pydyf.Array([one.reference for one in widgets])
        form = pydyf.Dictionary({"Fields": fields, "DA": pydyf.String(DEFAULT_LOOK)})
        pdf.add_object(form)
        pdf.catalog["AcroForm"] = form.reference


def _check_box(pdf: Any, place: FieldPlace) -> dict[str, Any]:
    width, height = _size(place)
    cross = CROSS.format(x=width - 1.5, y=height - 1.5)
    looks = pydyf.Dictionary({"Yes": _look(pdf, place, cross), "Off": _look(pdf, place, "")})
    return {"FT": "/Btn", "V": "/Off", "AS": "/Off", "AP": pydyf.Dictionary({"N": looks})}


def _text_field(pdf: Any, place: FieldPlace) -> dict[str, Any]:
    look = pydyf.Dictionary({"N": _look(pdf, place, "/Tx BMC EMC")})
    return {"FT": "/Tx", "Ff": MULTILINE, "V": pydyf.String(""), "DA": pydyf.String(DEFAULT_LOOK), "AP": look}


def _look(pdf: Any, place: FieldPlace, drawing: str) -> Any:
    """Return a reference to a form XObject that draws a field."""
    extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array([0, 0, *_size(place)]), "Resources": pydyf.Dictionary()}
    look = pydyf.Stream([drawing.encode()], extra)
    pdf.add_object(look)
    return look.reference


def _size(place: FieldPlace) -> tuple[float, float]:
    left, bottom, right, top = place.rectangle
    return round(right - left, 3), round(top - bottom, 3)
