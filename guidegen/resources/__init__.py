"""Where the data folders are, and how their text and YAML files are read with their places."""
