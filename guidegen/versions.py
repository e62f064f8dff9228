"""The versions that a build depends on, for the manifest and ``guidegen doctor``."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from guidegen import __version__
from guidegen.surroundings import text_libraries

LIBRARIES = (
    "babel", "cssselect2", "fonttools", "Jinja2", "lxml", "markdown-it-py", "MarkupSafe", "mdit-py-plugins", "pydantic", "pydyf",
    "pyphen", "python-docx", "PyYAML", "tinycss2", "tinyhtml5", "weasyprint",
)  # fmt: skip


def versions() -> dict[str, str]:
    """Return the version of guidegen and of each library that shapes a guide, by name."""
    found = {"guidegen": __version__}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def toolchain() -> dict[str, str]:
    """Return the versions of all that makes files of guides, by name: :func:`versions`, and the libraries that lay text out."""
    return {**versions(), **text_libraries()}
