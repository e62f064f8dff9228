"""The translators' work: what there is to translate, and how far it is."""
