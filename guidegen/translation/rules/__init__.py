"""The rules that translations are held to, a named function each, and what each is for."""
