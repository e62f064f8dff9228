"""Writes translation memories, TMX 1.4b (LISA, 2005): of each language all that a person has reviewed, from all catalogues."""

from __future__ import annotations

from collections.abc import Iterator

from guidegen.errors import Finding, GuidegenError, Source
from guidegen.translation.exchange.outgoing import Export
from guidegen.translation.exchange.units import Unit, UnitFile, UnitState


def memory_files(export: Export) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of a memory for each language of which something is reviewed.

    Raises GuidegenError where translate-toolkit, which writes them, is not installed, or nothing is reviewed in any language.
    """
    final = [(file, unit) for file in export.units() for unit in file.units if unit.state is UnitState.FINAL]
    for language in dict.fromkeys(file.language for file, _ in final):
        yield f"{language}.tmx", memory([(file, unit) for file, unit in final if file.language == language])
    if not final:
        sentence = "no catalogue is reviewed, so there is nothing for a translation memory"
        hint = "X-Review-Status: reviewed in the header of a catalogue says that a person has reviewed it"
        raise GuidegenError([Finding(Source("locales"), "exchange-unreviewed", sentence, hint)])


def memory(reviewed: list[tuple[UnitFile, Unit]]) -> bytes:
    """Return *reviewed*, units with their catalogues, all of one language, as TMX."""
    try:
        from translate.storage.tmx import tmxfile  # noqa: PLC0415  (an extra)
    except ImportError:
        sentence = "translate-toolkit, which writes translation memories, is not installed"
        hint = 'pip install "guidegen[exchange]"'
        raise GuidegenError([Finding(Source("guidegen"), "exchange-extra", sentence, hint)]) from None
    store = tmxfile(sourcelanguage=reviewed[0][0].source_language)
    for file, unit in reviewed:
        entry = store.addsourceunit(unit.source, file.source_language)  # type: ignore[no-untyped-call]
        entry.settarget(unit.target, file.language, append=True)
        entry.addnote(file.stem)
        entry.setcontext(unit.context)
    return bytes(store)
