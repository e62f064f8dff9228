"""Ends with 0 where this Python can make a virtual environment with pip, as Debian's does only with python3-venv."""

import importlib.util
import sys

sys.exit(importlib.util.find_spec("ensurepip") is None)
