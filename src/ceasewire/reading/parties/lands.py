"""Lands that no table knows: a page's own words show that `Lorasia` is a state and `Lorasian` its adjective."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table, world
from ceasewire.codebook.world import Word
from ceasewire.reading.parties.lexicon import ADDRESS, GIVEN, NAMELESS, OFFICES, PERSONS
from ceasewire.reading.tokens import begins, lemmas, lows, texts, tokens
from ceasewire.reading.tokens import parts as parts_of_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from ceasewire.reading.parse import Parsed

PRINTED = re.compile(r"\b[A-Z][a-zà-ž]{3,24}\b")
REPUBLIC = re.compile(r"\b(Republic|Kingdom|Federation) of ([A-Z][a-zà-ž]{3,24})\b")
VOICE = re.compile(r"\b(?:Voice|Radio|Television|Republic) of ([A-Z][a-zà-ž]{3,24})$")
PLACES = frozenset(("GPE", "LOC"))
CLITICS = frozenset(("'s", "’s"))
NEAR = 4  # words between an adjective and the organ it stands before

_TABLE = table("lands")
ENDINGS: dict[str, list[str]] = dict(_TABLE["endings"])
NO_LAND = frozenset(_TABLE["no_land"]["words"])
ORGANS = frozenset(_TABLE["organs"]["after_adjective"])
LESSER = frozenset(_TABLE["organs"]["beside_land"])
POSSESSED = tuple(tuple(phrase.split()) for phrase in _TABLE["organs"]["after_possessor"])
OF = tuple(tuple(phrase.split()) for phrase in _TABLE["organs"]["before_of"])
OF_PLACE = tuple(tuple(phrase.split()) for phrase in _TABLE["organs"]["before_of_place"])


@dataclass
class Lands:
    """The lands of one page: what each word says about them, the adjective of each, the one its outlet is named for."""

    words: dict[str, Word] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    home: str = ""


def word_of(text: str, doc: Doc) -> Word | None:
    """How `text` stands for a state on the page of `doc`: by the tables, or by the page's own words."""
    return world.word_of(text) or of(doc).words.get(text)


def of(doc: Doc) -> Lands:
    """What the page of a paragraph shows of lands."""
    found: Lands | None = doc.user_data.get("lands")
    return found or Lands()


def adjective_of(state: str, doc: Doc) -> str:
    """The adjective of a state, by the page where the tables do not know it."""
    known = of(doc).adjectives.get(state) or world.adjective_of(state)
    return f"{state}n" if known == state and state.endswith("ia") else known


def learn(parsed: Parsed) -> Lands:
    """Find the lands of a page, and mark them in its paragraphs as the tables' states are marked."""
    docs = [paragraph.doc for paragraph in parsed.paragraphs]
    printed = dict.fromkeys(PRINTED.findall(parsed.document.text))
    lands = Lands()
    _by_adjective(lands, docs, printed)
    _by_organ(lands, docs)
    _by_republic(lands, parsed.document.text)
    lands.home = _own(lands, parsed.document.outlet or "")
    if lands.words:
        _adjectives(lands, printed)
        _capitals(lands, docs)
    for doc in docs:
        doc.user_data["lands"] = lands
        _mark(doc, lands)
    return lands


# ---- what shows a land -------------------------------------------------------------------------------
def _by_adjective(lands: Lands, docs: Sequence[Doc], printed: dict[str, None]) -> None:
    """`the Lorasian army` beside `Lorasia`; the adjective alone where the page never names the land."""
    told = {word for word in printed if _adjectival(word)}
    for token in _among(docs, told):
        if token.text in lands.words or not _before(token, ORGANS | LESSER):
            continue
        if token.i and token.nbor(-1).text[:1].isupper() and not token.nbor(-1).is_sent_start:
            continue  # the end of a longer name: `North Lorasian`
        base = next((b for b in bases(token.text) if b in printed and _unknown(b)), "")
        if base:
            _add(lands, base, token.text)
        elif token.text.endswith(("ian", "ean", "ese")) and _before(token, ORGANS):
            _add(lands, _guessed(token.text), token.text)


def _by_organ(lands: Lands, docs: Sequence[Doc]) -> None:
    """`Lorasia's foreign ministry`, `the government of Lorasia`, `the ambassador of Lorasia`."""
    people: set[str] | None = None
    for token in _owning(docs):
        if token.text in lands.words or not (_possessor(token) or _object(token)) or not _unknown(token.text):
            continue
        people = _persons(docs) if people is None else people
        if token.text not in people:
            lands.words[token.text] = Word(token.text, "name")


def _by_republic(lands: Lands, text: str) -> None:
    """`the Republic of Lorasia`, then `the Republic`."""
    for short, name in REPUBLIC.findall(text):
        if _unknown(name):
            lands.words.setdefault(name, Word(name, "name"))
            lands.words.setdefault(f"{short} of {name}", Word(name, "name"))
            lands.words.setdefault(short, Word(name, "name"))


def _own(lands: Lands, outlet: str) -> str:
    """The land of `Voice of Lorasia`, `Lorasian Radio`, which calls its army `the army`; or empty."""
    for text in PRINTED.findall(outlet):
        if word := world.word_of(text) or lands.words.get(text):
            return word.state
    found = VOICE.search(outlet)
    if found and _unknown(found.group(1)):
        lands.words[found.group(1)] = Word(found.group(1), "name")
        return found.group(1)
    return ""


def _adjectives(lands: Lands, printed: dict[str, None]) -> None:
    """The adjectives and people of the lands found: `Lorasian`, `Lorasians`."""
    names = {word.state for word in lands.words.values()}
    for text in printed:
        single = text.removesuffix("s") if text.endswith("ns") else text
        base = next((b for b in bases(single) if b in names), "")
        if base and _unknown(text) and text not in lands.words:
            lands.words[text] = Word(base, "people" if single != text else "adjective")
            lands.adjectives.setdefault(base, single)
        elif single != text and single in lands.words and text not in lands.words:
            lands.words[text] = Word(lands.words[single].state, "people")


def _capitals(lands: Lands, docs: Sequence[Doc]) -> None:
    """`Kelmar, the Lorasian capital`, `the Lorasian capital, Kelmar`."""
    for token in (tokens(doc)[at] for doc in docs for at, low in enumerate(lows(doc)) if low == "capital"):
        state = _capital_of(token, lands)
        for other in _beside(token) if state else ():
            if PRINTED.fullmatch(other.text) and other.text not in lands.words and _unknown(other.text):
                lands.words[other.text] = Word(state, "capital")
                break


def _capital_of(token: Token, lands: Lands) -> str:
    """The state of `the Lorasian capital`, `Lorasia's capital`, `the capital of Lorasia`."""
    near = [*token.doc[max(0, token.i - 3) : token.i], *token.doc[token.i + 1 : token.i + 3]]
    return next((lands.words[t.text].state for t in near if t.text in lands.words), "")


def _beside(token: Token) -> list[Token]:
    """The words that a capital may be the name of: `Kelmar, the Lorasian capital`, `the Lorasian capital, Kelmar`."""
    doc, at, end = token.doc, token.i, token.i + 1
    while at and doc[at].text != "," and token.i - at < 5:
        at -= 1
    end += 2 if end < len(doc) and doc[end].text == "of" else 0
    before = [doc[at - 1]] if at and doc[at].text == "," else []
    comma = end < len(doc) and doc[end].text == ","
    return [*before, *(doc[end + 1 : end + 2] if comma else doc[end : end + 1])]


def _guessed(adjective: str) -> str:
    """The likeliest name of a land that the page has by its adjective alone: `Lorasian` is of `Lorasia`."""
    return adjective[:-1] if adjective.endswith("ian") else adjective


def _add(lands: Lands, land: str, adjective: str) -> None:
    lands.words.setdefault(land, Word(land, "name"))
    lands.words[adjective] = Word(land, "adjective")
    lands.adjectives.setdefault(land, adjective)


# ---- single words ------------------------------------------------------------------------------------
def bases(adjective: str) -> Iterator[str]:
    """The names that a land of this adjective may have: `Lorasian` gives `Lorasia`, `Loras`, ..."""
    for ending, starts in ENDINGS.items():
        if adjective.endswith(ending):
            stem = adjective.removesuffix(ending)
            yield from (stem + start for start in starts if len(stem) > 2 and stem + start != adjective)


def _adjectival(text: str) -> bool:
    return text.endswith(tuple(ENDINGS)) and PRINTED.fullmatch(text) is not None and len(text) > 5 and _unknown(text)


@cache
def parts() -> frozenset[str]:
    """The words of the longer names that the tables know: `Korea` alone is no new land."""
    names = (*world.words(), *world.bodies(), *world.peoples(), *table("places")["city"])
    return frozenset(word for name in names if " " in name or "-" in name for word in name.replace("-", " ").split())


@lru_cache(maxsize=8192)
def _unknown(text: str) -> bool:
    """Whether no table knows a word: no state, body, people, city, ruler, given name or common word."""
    low = text.lower()
    if text in parts() or low in NO_LAND or low in NAMELESS or low in ADDRESS or low in PERSONS or low in GIVEN:
        return False
    known = world.word_of(text) or world.body_of(text) or world.people_of(text) or world.short_of(text)
    return not known and text not in table("places")["city"]


def _before(token: Token, nouns: frozenset[str]) -> bool:
    """Whether an organ of state follows within the same phrase: `Lorasian foreign ministry`."""
    near = slice(token.i + 1, token.i + 1 + NEAR)
    for lemma, part in zip(lemmas(token.doc)[near], parts_of_speech(token.doc)[near], strict=True):
        if lemma in nouns:
            return True
        if part not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _possessor(token: Token) -> bool:
    doc, at = token.doc, token.i + 1
    if at >= len(doc) or texts(doc)[at] not in CLITICS or not token.text[:1].isupper():
        return False
    words = tuple(lows(doc)[at + 1 : at + 5])
    return any(words[: len(phrase)] == phrase for phrase in POSSESSED) and not _longer(token)


def _object(token: Token) -> bool:
    """Whether `the government of` stands before a word."""
    doc, at = token.doc, token.i
    if at < 2 or lows(doc)[at - 1] != "of" or not token.text[:1].isupper() or _longer(token):
        return False
    words = tuple(lows(doc)[max(0, at - 4) : at - 1])
    phrases = (*OF, *OF_PLACE) if token.ent_type_ in PLACES else OF
    return any(words[-len(phrase) :] == phrase for phrase in phrases)


def _longer(token: Token) -> bool:
    """Whether a word is a part of a longer name: `Velan` of `Ana Velan's`, `Youth` of `the League of Youth Clubs`."""
    doc, at = token.doc, token.i
    before = at > 0 and doc[at - 1].text[:1].isupper() and not doc[at - 1].is_sent_start
    after = at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    return before or after


def _persons(docs: Sequence[Doc]) -> set[str]:
    """The words that a page uses as the last part of somebody's name or after a title."""
    return {
        after
        for doc in docs
        for low, part, after in zip(lows(doc), parts_of_speech(doc), texts(doc)[1:], strict=False)
        if low in ADDRESS or low in OFFICES or part == "PROPN"
    }


def _among(docs: Sequence[Doc], words: set[str]) -> Iterator[Token]:
    """The tokens of a page that are among some words as printed."""
    for doc in docs if words else ():
        yield from (tokens(doc)[at] for at, text in enumerate(texts(doc)) if text in words)


def _owning(docs: Sequence[Doc]) -> Iterator[Token]:
    """The words with a capital before a possessive or after `of`."""
    for doc in docs:
        printed = texts(doc)
        for at, text in enumerate(printed):
            if text in CLITICS and at and printed[at - 1][:1].isupper():
                yield tokens(doc)[at - 1]
            elif text in ("of", "Of", "OF") and at + 1 < len(printed) and printed[at + 1][:1].isupper():
                yield tokens(doc)[at + 1]


# ---- marks -------------------------------------------------------------------------------------------
def _mark(doc: Doc, lands: Lands) -> None:
    """Give the words of lands the labels of states; a longer name that only begins or goes on with one stays."""
    if not lands.words or lands.words.keys().isdisjoint(texts(doc)):
        return
    inner = {i for ent in doc.ents if len(ent) > 1 and _keeps(ent) for i in range(ent.start, ent.end)}
    mine = [i for i, text in enumerate(texts(doc)) if text in lands.words and i not in inner]
    own = [_labelled(doc, i, _label(lands.words[texts(doc)[i]])) for i in mine]
    taken = set(mine)
    rest = [ent for ent in doc.ents if not taken & set(range(ent.start, ent.end))]
    doc.set_ents(sorted([*own, *rest], key=lambda span: span.start))


def _labelled(doc: Doc, at: int, label: str) -> Span:
    start = begins(doc)[at]
    found = doc.char_span(start, start + len(texts(doc)[at]), label=label)
    assert found is not None
    return found


def _label(word: Word) -> str:
    return "NORP" if word.kind in ("adjective", "people") else "GPE"


def _keeps(ent: Span) -> bool:
    """Whether a name holds its land as a part: `Bank of Lorasia`, `Lorasian River Commission`, not `Lorasian army`."""
    words = [token for token in ent if token.lower_ not in ("the", "'s", "’s")]
    return (
        len(words) > 1
        and all(t.text[:1].isupper() or t.lower_ in ("of", "for", "and") for t in words)
        and (not all(t.lower_ in NAMELESS for t in words[1:]) and not all(t.lower_ in NAMELESS for t in words[:-1]))
    )
