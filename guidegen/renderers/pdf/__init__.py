"""PDF: the HTML page laid out by WeasyPrint, with a structure of our own; PDF/UA-1 and PDF/A-2a in one file."""

from guidegen.renderers.pdf.layout import Layout, lay_out, missing_libraries, warnings_as_findings

__all__ = ["Layout", "lay_out", "missing_libraries", "warnings_as_findings"]
