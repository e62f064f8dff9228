"""The document tree, the conventions of a language, and what reads and walks them."""
