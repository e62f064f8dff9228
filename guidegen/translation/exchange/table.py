"""The table of exchange formats: by name for what leaves, by the extension of the file for what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guidegen.translation.exchange.memory import memory_files
from guidegen.translation.exchange.outgoing import Export
from guidegen.translation.exchange.terminology import terminology_files
from guidegen.translation.exchange.units import UnitFile
from guidegen.translation.exchange.word_reader import read_word
from guidegen.translation.exchange.word_table import word_files
from guidegen.translation.exchange.xliff import xliff_files
from guidegen.translation.exchange.xliff_reader import read_xliff

Writer = Callable[[Export], Iterator[tuple[str, bytes]]]
Reader = Callable[[str, bytes], list[UnitFile]]

WRITERS: Mapping[str, Writer] = {
    "xliff": xliff_files,
    "tmx": memory_files,
    "tbx": terminology_files,
    "docx": word_files,
}
READERS: Mapping[str, Reader] = {".xlf": read_xliff, ".xliff": read_xliff, ".docx": read_word}
