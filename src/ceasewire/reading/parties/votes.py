"""What sort of thing each name of a page is, by the recogniser's labels and the words around all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ceasewire.reading.parse import dictionary
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    BODIES,
    CROWDS,
    DWELLERS,
    GIVEN,
    HUMAN,
    OFFICES,
    ORGANISATION_ENDS,
    PERSONS,
    PLACE_ENDS,
    RANKS,
    SAYING,
    TO_PLACE,
    TOWN,
    UNITS,
    noun_of,
    nouns,
)
from ceasewire.reading.parties.name import Name, Sort
from ceasewire.reading.parties.names import bare_person, fold, is_acronym
from ceasewire.reading.parties.phrases import plural
from ceasewire.reading.tokens import lows, texts, tokens

Words = tuple[str, ...]
LONGEST = 4  # words of a personal name
SURNAMES = frozenset(
    ("lake", "hill", "hills", "port", "street", "camp", "mill", "bay", "square", "rivers", "heights", "coast", "pass")
)
GROUND = PLACE_ENDS - {"camp", "station", "road", "port", "pass", "square", "county", "plain", "coast", "highway"}


def believed(paragraphs: Sequence[tuple[list[Name], bool]]) -> list[Name]:
    """The names of a page in order; those that only a heading has count where a table knows them or are a person's."""
    body = {fold(name.text) for found, heading in paragraphs if not heading for name in found}
    parts = {word for found, _ in paragraphs for name in found if not _first_word(name) for word in fold(name.text)}
    return [
        name
        for found, heading in paragraphs
        for name in found
        if name.known
        or ((not heading or not body or fold(name.text) in body or _full_person(name)) and _credible(name, parts))
    ]


def _first_word(name: Name) -> bool:
    """Whether only the capital of a sentence's first word makes it look like a name."""
    starts = name.first.is_sent_start or texts(name.doc)[name.start - 1] in (":", "—", "–")
    common = name.sort == "thing" or (name.sort != "outlet" and name.first.tag_ in ("NNS", "NNPS") and _word(name))
    return common and name.end - name.start == 1 and bool(starts)


def _word(name: Name) -> bool:
    """Whether a name in small letters is an English noun, singular or plural."""
    word, nouns = str(name.first.lower_), dictionary(name.doc.vocab)
    return not name.text.isupper() and any(form in nouns for form in (word, word[:-1], word[:-2]))


def _credible(name: Name, parts: set[str]) -> bool:
    if not _first_word(name) or fold(name.text)[0] in parts:
        return True
    return name.first.tag_ == "NNP" and bool(dictionary(name.doc.vocab)) and not _word(name)


def _full_person(name: Name) -> bool:
    return name.sort == "person" and name.end - name.start > 1 and name.first.lower_ in GIVEN


def vote(found: Sequence[Name]) -> dict[Words, Sort]:
    """What each name of the page mostly is; a form of address or an office before it settles it."""
    counts: dict[Words, Counter[Sort]] = {}
    for name in found:
        sort, weight = evidence(name)
        counts.setdefault(fold(name.text), Counter())[sort] += weight
    _lend(counts)
    _let_speak(counts, found)
    return {words: _most(count) for words, count in counts.items()}


def _most(count: Counter[Sort]) -> Sort:
    return max(count, key=lambda sort: (count[sort], sort == "person"))


def _lend(counts: dict[Words, Counter[Sort]]) -> None:
    """Names that share a word lend each other what they are: `Velan` makes `Ana Velan` a person, and the other way."""
    singles = {words[0] for words, c in counts.items() if len(words) == 1 and _most(c) == "person"}
    for words, count in counts.items():
        if (
            1 < len(words) < 4
            and "and" not in words
            and {words[0], words[-1]} & singles
            and not set(words) & ORGANISATION_ENDS
        ):
            count["person"] += 2
    people = [bare_person(words) for words, c in counts.items() if len(words) > 1 and _most(c) == "person"]
    ends = {word for words in people for word in (words[0], words[-1])}
    for words, count in counts.items():
        if len(words) == 1 and words[0] in ends and count["outlet"] == 0:
            count["person"] += count.total()


def _let_speak(counts: dict[Words, Counter[Sort]], found: Sequence[Name]) -> None:
    """`Velan Hok ... Hok said`: only of a person does the last word speak alone, where it is no word of English."""
    speakers = {fold(name.text) for name in found if name.end - name.start == 1 and _speaks(name)}
    for words, count in counts.items():
        if len(words) == 1 or len(words) > LONGEST or set(words) & (ORGANISATION_ENDS | {"and"}):
            continue
        if words[-1:] in speakers:
            count["person"] += 3
            counts[words[-1:]]["person"] += 3


def _speaks(name: Name) -> bool:
    if name.known or name.sort == "outlet" or name.before == "the" or is_acronym(name.text) or _word(name):
        return False
    return name.first.dep_ == "nsubj" and name.first.head.lemma_.lower() in SAYING


def evidence(name: Name) -> tuple[Sort, int]:
    """What a mention says its name is, and how strongly."""
    words = fold(name.text)
    if _titled(name, words) or _described(name, words):
        return "person", 5
    if (settled := _by_last_word(name, words)) is not None:
        return settled
    if name.sort in ("person", "thing") and name.before == "the" and name.last.dep_ not in ("compound", "nmod", "poss"):
        return "thing", 3
    if _located(name) or _personal(name, words):
        return ("place" if _located(name) else "person"), 2
    if name.sort == "person" and len(words) == 1 and name.last.dep_ == "compound" and name.last.head.tag_ == "NNS":
        return "thing", 1
    return name.sort, 1


def _by_last_word(name: Name, words: Words) -> tuple[Sort, int] | None:
    """What the words of a name or the noun before it say: `Kelmar Bridge` is a place, `Red Column` a body."""
    if name.sort == "outlet" or words[0] in GIVEN:
        return None
    ground = len(words) > 1 and words[-1] in PLACE_ENDS and not set(words) & ORGANISATION_ENDS
    if ground and (name.sort != "person" or name.before == "the" or words[-1] not in SURNAMES):
        return "place", 3
    if len(words) > 1 and name.sort in ("place", "person") and (words[-1] in UNITS or _names_body(words)):
        return "organisation", 3
    if len(words) > 1 and name.sort == "person" and (name.before in BODIES or _before_fighters(name)):
        return "organisation", 3
    if len(words) == 1 and _before_ground(name):
        return "place", 2
    return None


def _described(name: Name, words: Words) -> bool:
    """Whether the noun that a name stands beside is a person's: `Velan Hok, the supply minister`."""
    if name.known or name.sort == "outlet" or name.before == "the" or len(words) > LONGEST:
        return False
    head = name.head
    beside = [child for child in head.children if child.dep_ == "appos"]
    beside += [head.head] if head.dep_ == "appos" else []
    if any(noun_of(noun) in HUMAN and not plural(noun) for noun in beside):
        return True
    row = [head, *head.conjuncts]  # `Hok and Velan, the former ministers`
    return len(row) > 1 and any(noun_of(t) in HUMAN for one in row for t in one.children if t.dep_ == "appos")


def _names_body(words: Words) -> bool:
    """`Red Council`, `Centre for River Studies`, by the noun at the end or before its complement."""
    stem = next((at for at, word in enumerate(words[:-1]) if word in ("of", "for")), len(words))
    return words[-1] in ORGANISATION_ENDS or (stem > 0 and words[stem - 1] in ORGANISATION_ENDS)


def _before_fighters(name: Name) -> bool:
    """`Red Dawn fighters`, `a Red Dawn rebel`."""
    return not CROWDS.isdisjoint(nouns(name.doc)[name.end : name.end + 1])


def _before_ground(name: Name) -> bool:
    """Whether an unknown word stands before a word for ground or for people: `Kelmar ridge`, `Kelmar villagers`."""
    if name.known or name.end >= len(name.doc):
        return False
    after = lows(name.doc)[name.end]
    return after in GROUND or after in TOWN or (after not in DWELLERS and nouns(name.doc)[name.end] in DWELLERS)


def _titled(name: Name, words: Words) -> bool:
    if name.sort != "outlet" and (name.before in ADDRESS or (words[0] in ADDRESS and len(words) > 1)):
        return True
    titled = name.before in OFFICES or (name.before in PERSONS and name.sort == "person")
    return titled and name.first.text[:1].isupper() and (name.sort in ("person", "thing") or _ranked(name))


def _personal(name: Name, words: Words) -> bool:
    if words[0] in GIVEN and 1 < len(words) < 4 and not set(words) & ORGANISATION_ENDS:
        return True
    return name.sort == "organisation" and len(words) == 2 and _among_people(name)


def _ranked(name: Name) -> bool:
    """Whether a title in capitals stands before one unknown word: `General Velan`."""
    token = tokens(name.doc)[name.start - 1] if name.start else name.first
    if name.before in RANKS and token.text[:1].isupper() and not set(fold(name.text)) & ORGANISATION_ENDS:
        return name.end - name.start < 4
    return name.end - name.start == 1 and name.before in OFFICES and (token.is_space or token.text[:1].isupper())


def _located(name: Name) -> bool:
    """Whether the words before an unknown name make it a place: `in Velan`, `the town of Velan`, `flown to Velan`."""
    if name.known or name.sort == "place" or name.end - name.start > 2:
        return False
    if name.before in ("in", "near", "outside", "around"):
        return name.sort != "person" or name.end - name.start == 1
    if name.before == "of" and name.start > 1:
        return lows(name.doc)[name.start - 2] in TOWN
    governor = name.head.head
    return name.before in ("to", "from") and governor.head.lemma_.lower() in TO_PLACE and name.end - name.start == 1


def _among_people(name: Name) -> bool:
    """Whether a name of two words stands in a row with a person's: `Ana Velan, Emil Hok and Carly Torin`."""
    if name.before == "the" or set(fold(name.text)) & ORGANISATION_ENDS:
        return False
    others = [*name.head.conjuncts]
    return bool(others) and all(o.ent_type_ == "PERSON" for o in others)
