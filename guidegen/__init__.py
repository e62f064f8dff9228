"""guidegen: discussion guides of a United Nations crime congress, in every language, for every regional meeting."""

__version__ = "0.1.0"
