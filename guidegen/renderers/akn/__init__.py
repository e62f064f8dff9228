"""Akoma Ntoso: one expression of a guide per language, after the guidelines of the United Nations (AKN4UN)."""

from guidegen.renderers.akn.document import render_akn

__all__ = ["render_akn"]
