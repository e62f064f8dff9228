"""The versions that a build depends on, for the manifest and ``guidegen doctor``."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from guidegen import __version__

LIBRARIES = ("babel", "Jinja2", "lxml", "markdown-it-py", "pydantic", "python-docx", "PyYAML", "weasyprint")


def versions() -> dict[str, str]:
    """Return the version of guidegen and of each library that shapes a guide, by name."""
    found = {"guidegen": __version__}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
