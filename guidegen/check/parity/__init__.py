"""Parity: what the produced files say, read back, and compared between languages, meetings and formats."""
