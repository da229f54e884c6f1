"""Names as they stand in a sentence: what the tables and the recogniser mark, mended by what stands around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ceasewire.codebook import world
from ceasewire.codebook.outlets import find_outlets
from ceasewire.reading.parse import dictionary
from ceasewire.reading.parties import lands
from ceasewire.reading.parties.bodied import NOT_NAMES, behind_body, bodied, publishes
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    CROWDS,
    DEEDS,
    GIVEN,
    INNER,
    NAMELESS,
    OFFICES,
    ORGANISATION_ENDS,
    PERSONS,
    PREFIXES,
    PRONOUNS,
    SAME,
)
from ceasewire.reading.parties.name import Name, Sort
from ceasewire.reading.parties.names import is_acronym
from ceasewire.reading.tokens import lemmas, lows, parts, stretch, text_of, texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SORTS: dict[str, Sort] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "PRODUCT": "thing",
}
TRIM = frozenset(
    [
        "the",
        "a",
        "an",
        "The",
        "A",
        "An",
        "“",
        "‘",
        "'",
        "’",
        "”",
        "(",
        ")",
        "[",
        "]",
        "#",
        ".",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "…",
        "*",
        "/",
        "'s",
        "’s",
        "and",
        "their",
        "its",
        "his",
        "her",
        "our",
        '"',
    ]
)


CUTS = frozenset(("/", "the", ":", "(", ")", "near", "outside", "around"))
PERSON_CUTS = CUTS | {"and", "&", "or"}
NO_NAME = NAMELESS | ADDRESS.keys() | INNER
NO_NAMES = frozenset(("GMT", "UTC", "EST", "EDT", "PST", "PDT", "CET", "BST", "OK", "TV", "No", "Nr", "Vol"))


def names(doc: Doc) -> list[Name]:
    """Every name of a paragraph, in order, none within another."""
    taken: list[Name] = []
    at = 0
    for name in sorted(_candidates(doc), key=lambda n: (n.start, n.sort != "outlet", -n.end)):
        if name.start >= at and (name.known or not _nothing(name)):
            whole = bool(taken) and _one_name(taken[-1], name)
            taken.append(Name(doc, taken.pop().start, name.end, "thing") if whole else name)
            at = name.end
    return taken


def _one_name(one: Name, other: Name) -> bool:
    """Whether the recogniser cut a name in two: neither half is known, and the first hangs on the second."""
    given = one.end - one.start == 1 and one.first.lower_ in GIVEN
    if one.end != other.start or one.known or other.known or not (given or "person" in (one.sort, other.sort)):
        return False
    if one.last.lower_ in PERSONS and other.end - other.start > 1:
        return False
    return one.head.dep_ in ("compound", "nmod") and one.head.head == other.head


def _nothing(name: Name) -> bool:
    """Whether words marked as a name are none: role nouns, cries, verbs, words in small letters."""
    words = tokens(name.doc)[name.start : name.end]
    return _no_words(words, name) or _office(name) or _loud(words) or (len(words) > 1 and name.last.lower_ in DEEDS)


def _no_words(words: list[Token], name: Name) -> bool:
    if all(t.lower_ in NO_NAME or t.lemma_.lower() in NAMELESS for t in words):
        return True
    if not any(t.text[:1].isupper() or t.text[:1] in "@#" for t in words) or words[0].pos_ == "VERB":
        return True
    if len(words) > 1:
        return False
    common = words[0].pos_ in ("NOUN", "VERB", "ADV") and not name.first.text.isupper()
    return common or name.text in NO_NAMES or words[0].lower_ in PRONOUNS


def _loud(words: list[Token]) -> bool:
    """Whether words are in capitals as in a headline, not as an acronym is."""
    loud = [t for t in words if t.text.isupper() and len(t.text) > 2]
    if len(words) > 1 and any(len(t.text) > 5 for t in loud):
        return True
    return len(loud) == len(words) and (any(len(t.text) > 4 for t in loud) if len(words) > 1 else len(words[0]) > 7)


def _office(name: Name) -> bool:
    """Whether a name is the title before one: `Supply Minister` Emil Hok."""
    after = tokens(name.doc)[name.end : name.end + 1]
    titled = name.last.lower_ in OFFICES and name.last.dep_ in ("compound", "nmod") and name.sort != "outlet"
    word = name.first.lower_
    common = word in dictionary(name.doc.vocab) and word not in GIVEN and name.end - name.start < 4
    return titled and common and len(after) > 0 and after[0].text[:1].isupper()


def _candidates(doc: Doc) -> Iterator[Name]:
    covered: set[int] = set()
    for start, end, _ in find_outlets(text_of(doc)):
        span = doc.char_span(start, end)
        if span is not None and not _goes_on(span):
            first, last = _trimmed(doc, span.start, span.end)
            covered.update(range(first, last))
            yield Name(doc, first, last, "outlet")
    for entity in doc.ents:
        if entity.label_ in NOT_NAMES:
            covered.update(range(entity.start, entity.end))
        elif entity.start not in covered:
            for name in _split(entity):
                long = Name(doc, name.start, name.end, "outlet") if publishes(name) else bodied(name)
                covered.update(range(long.start, long.end))
                yield long
    yield from _uncovered(doc, covered)


def _goes_on(span: Span) -> bool:
    """Whether one word that may be an outlet begins the name of a body: `Observer Mission`."""
    after = span.doc[span.end : span.end + 1]
    words = [token for token in span if token.lower_ != "the"]
    return len(words) == 1 and len(after) > 0 and after[0].text[:1].isupper() and after[0].lower_ in ORGANISATION_ENDS


def _split(entity: Span) -> Iterator[Name]:
    """Cut an entity where two names were run together, and trim what is no part of a name."""
    doc, sort = entity.doc, SORTS.get(entity.label_, "thing")
    if world.body_of(entity.text) or lands.word_of(entity.text, doc):
        yield Name(doc, *_trimmed(doc, entity.start, entity.end), sort)
        return
    at, printed = entity.start, texts(doc)
    cuts = PERSON_CUTS if sort == "person" or _two_names(entity) else CUTS
    for i in range(entity.start, entity.end + 1):
        if i == entity.end or (printed[i] in cuts and i > at):
            yield from _part(doc, at, i, sort)
            at = i + 1


def _two_names(entity: Span) -> bool:
    """Whether `Hok and Velan` was taken for one body: neither word is English."""
    low = lows(entity.doc)[entity.start : entity.end]
    nouns = dictionary(entity.doc.vocab)
    return len(low) == 3 and low[1] == "and" and not {low[0], low[2]} & ORGANISATION_ENDS and not _english(low, nouns)


def _english(words: Sequence[str], nouns: Mapping[str, bool]) -> bool:
    return words[0] in nouns or words[2] in nouns


def _part(doc: Doc, start: int, end: int, sort: Sort) -> Iterator[Name]:
    start, end = _trimmed(doc, start, end)
    if sort in ("person", "thing", "organisation"):
        start = _after_titles(doc, start, end)
    if end - start == 2 and (lemmas(doc)[end - 1] in SAME or lemmas(doc)[end - 1] in CROWDS):
        end -= 1
    word = lands.word_of(texts(doc)[start], doc) if end - start > 1 else None
    if word and all(low in NAMELESS for low in lows(doc)[start + 1 : end]):
        yield Name(doc, start, start + 1, "people" if word.kind == "adjective" else "place")
        return
    if end - start > 1 and _dangling(tokens(doc)[end - 1]):
        end -= 1
    if end > start:
        yield Name(doc, start, end, sort)


def _dangling(token: Token) -> bool:
    """Whether a preposition was run on to a name: `the Front on` the day."""
    return token.pos_ in ("ADP", "SCONJ") and token.text.islower() and bool(token.nbor(-1).whitespace_)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    printed = texts(doc)
    while start + 2 < end and printed[start].lower() in PREFIXES and printed[start + 1] == "-":
        start += 2
    while start < end and (printed[start] in TRIM or printed[start].isspace()):
        start += 1
    while end > start and (printed[end - 1] in TRIM or printed[end - 1].isspace()):
        end -= 1
    return start, end


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins: behind `Foreign Minister`, `Lorasian`, `Gen.`."""
    at, words = start, lows(doc)
    if words[end - 1] in ORGANISATION_ENDS:
        return start  # `General Motors Corporation`
    for i in range(start, end - 1):
        word = words[i]
        if (
            word in PERSONS
            or (word in ADDRESS and i == at)
            or (i == at and lands.word_of(texts(doc)[i], doc) and _titled(doc, i, end))
        ):
            at = i + 1
    return at


def _titled(doc: Doc, at: int, end: int) -> bool:
    return any(low in PERSONS for low in lows(doc)[at : end - 1])


def _uncovered(doc: Doc, covered: set[int]) -> Iterator[Name]:
    """Runs of proper nouns that nobody marked."""
    stop, end = 0, len(doc)
    for at, part in enumerate(parts(doc)):
        if at < stop or part != "PROPN" or at in covered or not _proper(doc, at):
            continue
        stop = at + 1
        while stop < end and stop not in covered and (_proper(doc, stop) or _joins(doc, stop)):
            stop += 1
        yield from _guess(doc, at, stop)


def _proper(doc: Doc, at: int) -> bool:
    text = texts(doc)[at]
    return parts(doc)[at] == "PROPN" and (text[:1].isupper() or text[:1] == "@") and len(text) > 1


def _joins(doc: Doc, at: int) -> bool:
    return lows(doc)[at] in INNER and at + 1 < len(doc) and _proper(doc, at + 1) and at > 0


def _guess(doc: Doc, start: int, end: int) -> Iterator[Name]:
    sort: Sort = "thing"
    before = lows(doc)[start - 1] if start else ""
    titled = _after_titles(doc, start, end)
    if titled > start or before in ADDRESS or before in PERSONS:
        sort = "person"
    elif lows(doc)[end - 1] in ORGANISATION_ENDS or is_acronym(stretch(doc, start, end)):
        sort = "organisation"
    start, end = _trimmed(doc, titled, end)
    if start < end:
        yield behind_body(Name(doc, start, end, sort))
