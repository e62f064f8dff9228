"""Exchange with translators' tools: XLIFF, translation memories (TMX), glossaries (TBX), bilingual tables in Word."""
