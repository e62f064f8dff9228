"""The site of drafts: static pages around the built guides, in every language of the project."""
