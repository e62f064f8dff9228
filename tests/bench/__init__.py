"""How long guidegen takes beside other programs on the same text, run by ``make bench``; no tests."""
