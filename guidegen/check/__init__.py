"""The rules that content, catalogues and guides are checked by, one named function each."""
