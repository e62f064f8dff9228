"""The renderers: they read the numbered tree and count nothing."""
