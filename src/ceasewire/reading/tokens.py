"""The words of a paragraph, asked of the parser once: it makes a token anew each time it is asked for one.

Loop over what is kept here, and look at a token only where its word, form or part of speech may matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


Range = tuple[int, int]
MOST = 400  # tokens of a stretch that are looked at
_T = TypeVar("_T")


def text_of(doc: Doc) -> str:
    """The text of a paragraph."""
    return doc.user_data.get("text") or kept(doc, "text", lambda: doc.text)


def tokens(doc: Doc) -> list[Token]:
    """The tokens of a paragraph."""
    found: list[Token] | None = doc.user_data.get("tokens")
    if found is None:
        found = doc.user_data["tokens"] = list(doc)
    return found


def texts(doc: Doc) -> list[str]:
    """The words as printed."""
    return doc.user_data.get("texts") or kept(doc, "texts", lambda: [token.text for token in tokens(doc)])


def lows(doc: Doc) -> list[str]:
    """The words in small letters."""
    return doc.user_data.get("lows") or kept(doc, "lows", lambda: [token.lower_ for token in tokens(doc)])


def lemmas(doc: Doc) -> list[str]:
    """The parser's dictionary forms of the words, in small letters."""
    return doc.user_data.get("lemmas") or kept(doc, "lemmas", lambda: [token.lemma_.lower() for token in tokens(doc)])


def parts(doc: Doc) -> list[str]:
    """The parts of speech of the words (`VERB`, `NOUN`)."""
    return doc.user_data.get("parts") or kept(doc, "parts", lambda: [token.pos_ for token in tokens(doc)])


def begins(doc: Doc) -> list[int]:
    """Where each word begins in the paragraph."""
    return doc.user_data.get("begins") or kept(doc, "begins", lambda: [token.idx for token in tokens(doc)])


def starts(doc: Doc) -> list[int]:
    """The indexes of the words that begin a sentence."""
    return doc.user_data.get("starts") or kept(
        doc, "starts", lambda: [token.i for token in tokens(doc) if token.is_sent_start]
    )


def stretch(doc: Doc, first: int, stop: int) -> str:
    """The text of the words from `first` up to `stop`, at least one."""
    begun = begins(doc)
    return text_of(doc)[begun[first] : begun[stop - 1] + len(texts(doc)[stop - 1])]


def tokens_among(doc: Doc, words: Container[str]) -> list[Token]:
    """The tokens that are among some words, given in small letters."""
    known = tokens(doc)
    return [known[at] for at, low in enumerate(lows(doc)) if low in words]


def tokens_of(doc: Doc, words: Container[str]) -> list[Token]:
    """The tokens whose dictionary form is among some words, given in small letters."""
    known = tokens(doc)
    return [known[at] for at, lemma in enumerate(lemmas(doc)) if lemma in words]


def sentence(token: Token) -> Range:
    """The indexes of the sentence of a token, end exclusive; the parser walks through all of them to find it."""
    first = starts(token.doc)
    at = bisect_right(first, token.i)
    return first[at - 1], first[at] if at < len(first) else len(token.doc)


def tokens_in(doc: Doc, low: int, high: int) -> list[Token]:
    """The tokens that begin within two offsets of the paragraph, at most the first few hundred."""
    first = bisect_left(begins(doc), low)
    return tokens(doc)[first : min(bisect_left(begins(doc), high), first + MOST)]


def kept(doc: Doc, name: str, make: Callable[[], _T]) -> _T:
    """What all copies of a paragraph have in common under a name, made for the first of them. It holds no token."""
    known = doc.user_data.get("shared", doc.user_data)
    if name not in known:
        known[name] = make()
    found: _T = doc.user_data.setdefault(name, known[name])
    return found
