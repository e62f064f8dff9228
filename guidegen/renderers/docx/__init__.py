"""DOCX: the reference document, filled with notes, numbers, direction, fields and languages as Word writes them."""

from guidegen.renderers.docx.package import render_docx

__all__ = ["render_docx"]
