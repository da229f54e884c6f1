"""How a page puts words in mouths: quotations, cues, sources, contents, stances, chains."""
