"""The language of a page."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_LITTLE_WORDS = frozenset(
    "the of and to that with by from his he has had its are were not have this but they which their who will said been"
    " would after more than there when about".split()
)
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ku"
    " ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi"
    " xh zh zu"
).split()


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
    identifier.set_languages(_LANGUAGES)
    return identifier
