"""The language of a page."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ceasewire.codebook import table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_LITTLE_WORDS = frozenset(table("markup")["english"])


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None where there are too few words to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return None
    share = sum(word in _LITTLE_WORDS for word in words) / len(words)
    if share >= 0.16:
        return "en"
    code, sure = _identifier().classify(text[:_SAMPLE])
    if code == "en" or share >= 0.1 or (len(words) < 12 and sure < 0.95):
        return "en" if code == "en" or share >= 0.1 else None
    return str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  loading takes a while

    identifier = LanguageIdentifier.from_model_file(MODEL_DIR / MODEL_FILE, norm_probs=True)
    identifier.set_languages(table("markup")["languages"])
    return identifier
