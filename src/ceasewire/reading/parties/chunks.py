"""Names as they stand in a sentence: what the tables and the recogniser mark, mended by capitals and by what stands around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ceasewire.codebook import world
from ceasewire.reading.parties.lexicon import ADDRESS, ORGANISATION_ENDS, PERSONS
from ceasewire.reading.parties.names import is_acronym

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Sort = Literal["person", "organisation", "place", "people", "thing"]

SORTS: dict[str, Sort] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "PRODUCT": "thing",
}
NOT_NAMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"))
LINKS = frozenset(("of", "for", "and", "the", "de", "&", "in", "on"))
INNER = frozenset(("al", "el", "bin", "ibn", "de", "la", "der", "von", "van", "-", "’", "'", "as", "ul", "ad", "ash", "i", "e", "d", "da", "dos", "di"))
TRIM = frozenset("the a an The A An “ \" ‘ ' ’ ” ( ) [ ] # @ . , ; : - – — 's ’s and".split()) | {" ", "  ", "\t"}


@dataclass(frozen=True)
class Name:
    """A name in a sentence, article and possessive off."""

    doc: Doc
    start: int
    end: int
    sort: Sort

    @property
    def text(self) -> str:
        """The words as they stand."""
        return str(self.doc[self.start : self.end].text)

    @property
    def first(self) -> Token:
        """The first token."""
        return self.doc[self.start]

    @property
    def last(self) -> Token:
        """The last token, the head as English goes."""
        return self.doc[self.end - 1]

    @property
    def head(self) -> Token:
        """The syntactic head."""
        return self.doc[self.start : self.end].root


def names(doc: Doc) -> list[Name]:
    """Every name of a paragraph, in order, none within another."""
    taken: list[Name] = []
    at = 0
    for name in sorted(_candidates(doc), key=lambda n: (n.start, -n.end)):
        if name.start >= at:
            taken.append(name)
            at = name.end
    return taken


def _candidates(doc: Doc) -> Iterator[Name]:
    covered: set[int] = set()
    for entity in doc.ents:
        if entity.label_ in NOT_NAMES:
            covered.update(range(entity.start, entity.end))
            continue
        for name in _split(entity):
            long = _bodied(name)
            covered.update(range(long.start, long.end))
            yield long
    yield from _uncovered(doc, covered)


def _split(entity: Span) -> Iterator[Name]:
    """Cut an entity at titles and addresses inside it, and trim what is no part of a name."""
    start, end = _trimmed(entity.doc, entity.start, entity.end)
    if end <= start:
        return
    sort = SORTS.get(entity.label_, "thing")
    if sort == "person":
        start = _after_titles(entity.doc, start, end)
    yield Name(entity.doc, start, end, sort)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].text in TRIM or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in TRIM or doc[end - 1].is_space):
        end -= 1
    return start, end


def _after_titles(doc: Doc, start: int, end: int) -> int:
    at = start
    for i in range(start, end - 1):
        word = doc[i].lower_
        if word in PERSONS or word in ADDRESS or world.word_of(doc[i].text):
            at = i + 1
    return at


def _bodied(name: Name) -> Name:
    """The name of a body that begins with this one: `Lorasian` of `Lorasian Countries Institute`."""
    doc, end = name.doc, name.end
    stop = _run(doc, end)
    for i in range(stop - 1, end - 1, -1):
        if doc[i].lower_ in ORGANISATION_ENDS and name.sort != "person":
            return Name(doc, name.start, _of(doc, i + 1), "organisation")
    if doc[end - 1].lower_ in ORGANISATION_ENDS and name.sort == "organisation":
        return Name(doc, name.start, _of(doc, end), name.sort)
    return name


def _run(doc: Doc, at: int) -> int:
    """The end of the run of capitalised words from `at`."""
    while at < len(doc) and doc[at].text[:1].isupper() and not doc[at].is_sent_start and doc[at].ent_type_ not in NOT_NAMES:
        at += 1
    return at


def _of(doc: Doc, at: int) -> int:
    """The end of a name that goes on with `of` or `for`: `Institute for River Studies`."""
    if at + 1 < len(doc) and doc[at].lower_ in ("of", "for"):
        start = at + 2 if doc[at + 1].lower_ == "the" else at + 1
        stop = _run(doc, start)
        if stop > start and not world.word_of(doc[start:stop].text):
            return stop
    return at


def _uncovered(doc: Doc, covered: set[int]) -> Iterator[Name]:
    """Runs of proper nouns that nobody marked."""
    at = 0
    while at < len(doc):
        if at in covered or not _proper(doc[at]):
            at += 1
            continue
        stop = at + 1
        while stop < len(doc) and stop not in covered and (_proper(doc[stop]) or _joins(doc, stop)):
            stop += 1
        yield from _guess(doc, at, stop)
        at = stop


def _proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def _joins(doc: Doc, at: int) -> bool:
    return doc[at].lower_ in INNER and at + 1 < len(doc) and _proper(doc[at + 1]) and at > 0


def _guess(doc: Doc, start: int, end: int) -> Iterator[Name]:
    start = _after_titles(doc, start, end)
    start, end = _trimmed(doc, start, end)
    if start >= end or (end - start == 1 and (doc[start].lower_ in PERSONS or doc[start].lower_ in ADDRESS)):
        return
    before = doc[start - 1].lower_ if start else ""
    if doc[end - 1].lower_ in ORGANISATION_ENDS or is_acronym(doc[start:end].text):
        yield Name(doc, start, end, "organisation")
    elif before in ADDRESS or before in PERSONS:
        yield Name(doc, start, end, "person")
    else:
        yield Name(doc, start, end, "thing")
