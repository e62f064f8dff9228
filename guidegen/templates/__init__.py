"""The templates: Jinja to guide markup, guide markup to the tree, and the skins of the formats."""
