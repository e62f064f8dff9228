"""DOCX: python-docx for the package, a thin layer of our own for what it lacks: notes, numbers, direction, fields, languages."""

from guidegen.renderers.docx.package import render_docx

__all__ = ["render_docx"]
