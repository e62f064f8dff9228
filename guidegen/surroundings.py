"""What shapes a guide besides the project and guidegen: the interpreter, the text libraries, the fonts of the system."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

FONT_SETTINGS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME")
FONTS = ("fc-list", "--format", "%{file}\t%{family}\t%{style}\t%{index}\t%{fontversion}\n")
FONT_RULES = ("fc-conflist",)
# Shared library -> the function that tells its version, as a text or as a number.
TEXT_LIBRARIES = {
    "libpango-1.0.so.0": ("Pango", "pango_version_string", ctypes.c_char_p),
    "libharfbuzz.so.0": ("HarfBuzz", "hb_version_string", ctypes.c_char_p),
    "libfontconfig.so.1": ("Fontconfig", "FcGetVersion", ctypes.c_int),
}


def text_libraries() -> dict[str, str]:
    """Return the versions of the libraries that lay text out, by name; those that cannot be loaded are left out."""
    found: dict[str, str] = {}
    for library, (name, function, kind) in TEXT_LIBRARIES.items():
        try:
            ask = getattr(ctypes.CDLL(library), function)
        except (OSError, AttributeError):
            continue
        ask.restype = kind
        answer = ask()
        found[name] = answer.decode() if isinstance(answer, bytes) else str(answer)
    return found


def surroundings() -> dict[str, str]:
    """Return what a guide depends on outside the project, by name: equal where the same guide would come out."""
    return {"interpreter": sys.version, "platform": sys.platform, **text_libraries(), "fonts": fonts()}


def packages() -> str:
    """Return the digest of the names and versions of all that is installed for this interpreter."""
    found = (path for folder in sys.path if Path(folder).is_dir() for path in Path(folder).iterdir())
    return _digest(sorted({path.name for path in found if path.suffix in {".dist-info", ".egg-info"}}))


def fonts() -> str:
    """Return the digest of the fonts that the system offers and of the rules by which it chooses among them.

    Where there is nothing to ask, it is another each time: what cannot be known to be the same counts as changed.
    """
    if not (shutil.which(FONTS[0]) and shutil.which(FONT_RULES[0])):
        return uuid.uuid4().hex
    settings = [f"{name}={os.environ.get(name, '')}" for name in FONT_SETTINGS]
    return _digest([*settings, *_asked(FONTS, lambda line: line.partition("\t")[0]), *_asked(FONT_RULES, _rule_file)])


def _rule_file(line: str) -> str:
    """Return the path in a line of ``fc-conflist``: ``+ /etc/fonts/conf.d/10-hinting.conf: words``."""
    return line.lstrip("+- ").partition(": ")[0]


def _asked(command: Iterable[str], file: Callable[[str], str]) -> list[str]:
    """Return what *command* answers, each line with the size and time of the file that it names."""
    answer = subprocess.run([*command], capture_output=True, text=True, check=False, encoding="utf-8", errors="replace").stdout  # noqa: S603
    return sorted(f"{line}\t{_state(file(line))}" for line in answer.splitlines())


def _state(path: str) -> str:
    try:
        state = Path(path).stat()
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode(errors="surrogateescape")).hexdigest()
