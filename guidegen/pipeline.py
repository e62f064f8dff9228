"""The flow of one guide: content and catalogues, localized, through templates to the tree, through passes to renderers."""

from __future__ import annotations
