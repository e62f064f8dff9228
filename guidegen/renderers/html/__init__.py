"""HTML: one self-contained page per guide, for screens and, through WeasyPrint, for paper."""

from guidegen.renderers.html.page import render_html

__all__ = ["render_html"]
