"""The matrix of guides, what runs it, what is written, and the manifest. What it runs is passed to it."""
