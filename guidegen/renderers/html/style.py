"""The style sheets of a guide: the skin's data and the language's fonts as CSS, then ``templates/html/guide.css``.

What only paper has, footnotes first of all, is a sheet of its own, as browsers and their judges do not know it.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.document.language import Language
from guidegen.document.tree import Document
from guidegen.document.walk import plain
from guidegen.templates.skin import Skin, TypeStyle

LEFT_TO_RIGHT_MARK = "\u200e"  # keeps the brackets of a symbol at its end in a right-to-left line
WORD_JOINER = "\u2060"  # keeps a note mark with the character it belongs to, where lines may break between any two
COLUMN_WIDTHS = {"paragraphs": 24, "page": 14}


def style_sheet(document: Document, skin: Skin, layout: str) -> str:
    """Return the whole style sheet; *layout* is the text of ``guide.css``."""
    rules = [*_page_rules(document, skin), *_font_rules(document.language), *_style_rules(skin, document.language)]
    return "\n".join([*rules, layout])


def paged_style_sheet(document: Document, skin: Skin, layout: str) -> str:
    """Return the style sheet that paper has besides; *layout* is the text of ``paged.css``."""
    indent = f"{skin.page.indent:g}mm"
    rules = [f"@page {{ @footnote {{ margin-left: {indent}; margin-right: {indent} }} }}"]
    if document.language.word.slot == "east_asian":
        rules.append(f":root .note::footnote-call {{ content: {css_string(WORD_JOINER)} attr(data-mark) }}")
    return "\n".join([*rules, layout])


def _page_rules(document: Document, skin: Skin) -> Iterator[str]:
    """Yield the page and its running heads: symbol outside, draft mark inside, page number outside."""
    page, direction = skin.page, document.language.direction
    size = f"size: {page.width:g}mm {page.height:g}mm; margin: {page.top:g}mm {page.side:g}mm {page.bottom:g}mm"
    yield f"@page {{ {size}; direction: {direction} }}"
    symbol = css_string(LEFT_TO_RIGHT_MARK + _words(document, "symbol") + LEFT_TO_RIGHT_MARK)
    job = css_string(_words(document, "job_number"))
    draft = css_string(document.meta.get("draft", ""))
    for side, outer, inner in (("right", "right", "left"), ("left", "left", "right")):
        head = f"@top-{outer} {{ content: {symbol} }} @top-{inner} {{ content: {draft} }}"
        foot = f"@bottom-{outer} {{ content: counter(page) }} @bottom-{inner} {{ content: {job} }}"
        yield f"@page :{side} {{ {head} {foot} }}"
    boxes = "".join(f"@top-{side} {{ content: none; border: none }}" for side in ("left", "right"))
    yield f"@page :first {{ {boxes} @bottom-right {{ content: none }} @bottom-left {{ content: none }} }}"
    shown = [kind for kind, _ in (document.contents.columns if document.contents else ())]
    widths = "; ".join(f"--{kind}: {width}mm" for kind, width in COLUMN_WIDTHS.items())
    columns = sum(COLUMN_WIDTHS[kind] for kind in shown)
    yield f":root {{ --tab: {page.tab:g}mm; --indent: {page.indent:g}mm; --columns: {columns}mm; {widths} }}"


def _words(document: Document, name: str) -> str:
    """Return the characters of the cover's lines called *name*."""
    return "".join(plain(field.children) for field in document.cover.named(name))


def _font_rules(language: Language) -> Iterator[str]:
    families = ", ".join(css_string(font.family) for font in language.fonts.pdf)
    yield f"html {{ font-family: {families}, serif }}"
    yield f"em {{ font-style: {'italic' if language.italics else 'normal'} }}"
    if language.direction == "rtl":
        latin = ", ".join(css_string(font.family) for font in reversed(language.fonts.pdf))
        yield f"[dir=ltr] {{ font-family: {latin}; font-size: {1 / language.fonts.size:.3f}em }}"
        yield "[dir=ltr] [dir=ltr] { font-size: inherit } [dir=ltr] em { font-style: italic }"


def _style_rules(skin: Skin, language: Language) -> Iterator[str]:
    for name, style in skin.styles.items():
        yield f".{name} {{ {'; '.join(_declarations(style, language))} }}"
    cell = skin.styles["table_text"]
    yield f".table {{ font-size: {cell.size_in(language)}pt; line-height: {cell.line_in(language)}pt }}"
    page_boxes = "@page { @top-left { SIZE } @top-right { SIZE } @bottom-left { SIZE } @bottom-right { SIZE } }"
    yield page_boxes.replace("SIZE", f"font-size: {skin.styles['header'].size_in(language)}pt")


def _declarations(style: TypeStyle, language: Language) -> Iterator[str]:
    yield f"font-size: {style.size_in(language)}pt; line-height: {style.line_in(language)}pt"
    yield f"margin-top: {style.before:g}pt; margin-bottom: {style.after:g}pt"
    yield f"--before: {style.before:g}pt; --after: {style.after:g}pt"
    yield f"font-weight: {'bold' if style.bold else 'normal'}"
    yield f"text-align: {style.align}"
    yield f"--in: {style.indent:g}; --out: {style.hanging:g}"
    if style.page_break:
        yield "break-before: page"
    if style.keep_next:
        yield "break-after: avoid"
    if style.italic:
        yield f"font-style: {'italic' if language.italics else 'normal'}"


def css_string(text: str) -> str:
    """Return *text* as a CSS string that can end neither the string nor a ``<style>`` element."""
    escaped = "".join(f"\\{ord(character):x} " if character in '"\\<>\n\r\f' else character for character in text)
    return f'"{escaped}"'
