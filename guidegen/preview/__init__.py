"""The translators' live page: one guide in one language beside the source language, each paragraph with its message."""
