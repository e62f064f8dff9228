"""The content of the guides: its model, and the readers of ``content/``."""
