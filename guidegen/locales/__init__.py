"""The languages' own data: conventions and catalogues, the only door to ``locales/``."""
