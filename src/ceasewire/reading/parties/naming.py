"""Names to parties: which names of a page are one state, body, person or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from ceasewire.codebook import table, world
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.model import ActorKind
from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    ARMED,
    ARMED_NAMES,
    MILITANTS,
    MONITORS,
    REBELS,
    WAR,
    nouns,
)
from ceasewire.reading.parties.name import Name, Sort
from ceasewire.reading.parties.names import fold, initials, is_acronym
from ceasewire.reading.parties.people import People
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.parties.venues import acts, venue
from ceasewire.reading.parties.votes import vote
from ceasewire.reading.tokens import lows, parts, texts, tokens


class Naming:
    """Enters the names of a page in its register, in order of the text."""

    def __init__(self, register: Register, found: Sequence[Name]) -> None:
        self.register = register
        self.found = found
        self.votes = vote(found)
        self.inner = {word for words in self.votes if len(words) > 1 for word in words}
        self.tails: dict[tuple[str, ...], Party] = {}
        self.short: dict[str, Party] = {}
        self.acronyms: list[Party] = []
        self.starts: dict[str, list[tuple[tuple[str, ...], Party]]] = {}
        self.states: Counter[str] = Counter()
        self.split = set(_at_war(found))
        self.people = People(register, found, self.votes, self.states)

    def enter(self) -> None:
        """Enter every name."""
        for name in self.found:
            self._one(name)

    def _one(self, name: Name) -> None:
        if name.sort == "outlet" or (is_acronym(name.text) and not name.known and self._outlet_acronym(name.text)):
            party: Party | None = self._outlet(name)
        else:
            party = self._state(name) or self._known_body(name)
        party = party or self._misspelt(fold(name.text))
        if party is not None and name.sort != "outlet" and not name.known:
            self.register.alias(party, name.first, name.last)
        if party is None:
            sort = self.votes[fold(name.text)]
            party = self.people.enter(name) if sort == "person" else self._other(name, sort)
        if party:
            self.register.mark(tokens(name.doc)[name.start : name.end], party)
            words = fold(name.text)
            row = self.starts.setdefault(words[0], [])
            if len(row) < 20 and all(other != words for other, _ in row):
                row.append((words, party))

    def _outlet_acronym(self, text: str) -> bool:
        """Whether an acronym is an outlet's in running text; some are too short where nothing else names it."""
        outlet = outlet_by_name(text)
        known = outlet is not None and self.register.known(("outlet", outlet.name)) is not None
        return outlet is not None and (known or text not in outlet.short)

    def _outlet(self, name: Name) -> Party:
        known = self._known_body(name) or self.register.known(("name", *fold(name.text)))
        known = known or self.tails.get(fold(name.text))
        if known and (known.actor.kind == "outlet" or known.key[:1] == ("body",)):
            self.register.alias(known, name.first, name.last)
            return known
        outlet = outlet_by_name(name.text)
        title = outlet.name if outlet else name.text
        party = self.register.party(("outlet", title), title, "outlet", name.head)
        self.register.alias(party, name.first, name.last)
        self._index(name, party)
        return party

    def _misspelt(self, words: tuple[str, ...]) -> Party | None:
        """The party of a name of two words and more that differs in one letter of one word."""
        for known, party in self.starts.get(words[0], []) if len(words) > 1 else ():
            pairs = [(a, b) for a, b in zip(words, known, strict=False) if a != b]
            alike = len(words) == len(known) and len(pairs) == 1 and min(map(len, pairs[0])) > 3
            if alike and Levenshtein.distance(*pairs[0]) == 1:
                return party
        return None

    # ---- states ----------------------------------------------------------------------------------
    def _state(self, name: Name) -> Party | None:
        word = lands.word_of(name.text, name.doc)
        if word is None:
            return self._short(name)
        if name.text in table("world")["unsure"]["words"] and self._somebody(name, word.kind):
            return None
        if word.kind == "capital" and venue(name):
            return self._place(name, word.state)
        self.states[word.state] += 1 if word.kind == "adjective" else 2
        party = self.register.state(word.state, name.head)
        if word.state in self.split and word.kind == "name" and acts(name.head):
            return self.register.government(word.state, name.head)  # by a name that is the land's, not its own
        if word.state in self.split and word.kind in ("capital", "seat"):
            party = self.register.government(word.state, name.head)
        if word.kind != "adjective" or (name.first.tag_ in ("NNP", "NN") and name.text.isupper()) or _people(name):
            self.register.alias(party, name.first, name.last)
        return party

    def _somebody(self, name: Name, kind: str) -> bool:
        """Whether a word that may be a state or a person is a person: `Chad` is one where `Chad Velan` is named."""
        words = fold(name.text)
        likely = kind != "name" or words[0] in self.inner or name.before in ADDRESS
        return self.votes[words] == "person" and likely

    def _short(self, name: Name) -> Party | None:
        for state in world.short_of(name.text):
            party = self.register.known(("state", state))
            if party:
                the = name.first.nbor(-1) if name.before == "the" else name.first
                self.register.alias(party, the, name.last)
                return party
        return None

    def _place(self, name: Name, state: str = "") -> Party:
        title = name.text.title() if name.text.isupper() and len(name.text) > 3 else name.text
        party = self.register.party(("place", *fold(name.text)), title, "place", name.head)
        party.state = state or str(table("places")["city"].get(name.text, ""))
        self.register.alias(party, name.first, name.last)
        return party

    # ---- bodies ----------------------------------------------------------------------------------
    def _known_body(self, name: Name) -> Party | None:
        body = world.body_of(name.text)
        if body is None or (
            name.text in table("world")["unsure"]["words"] and not self._shown_in_full(body.name, name)
        ):
            people = world.people_of(name.text)
            return self.register.party(("people", people), people, "group", name.head) if people else None
        party = self.register.party(("body", body.name), body.name, body.kind, name.head)
        party.state, party.roams, party.land = body.of or "", body.roams, body.land
        if body.kind == "government" and body.of:
            party.actor.affiliation = self.register.state(body.of, name.head).actor.id
        self.register.alias(party, name.first, name.last)
        self.register.also(("name", *fold(name.text)), party)
        self._index(name, party)
        return party

    def _index(self, name: Name, party: Party) -> None:
        """Let the ends of a body's name and its initials find it: the last one named wins."""
        words = fold(name.text)
        stem = words[: next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))]
        for at in range(min(len(words), 8)):
            self.tails[words[at:]] = party
        for at in range(min(len(stem), 8)):
            self.tails.setdefault(stem[at:], party)
        if len(words) > 2:
            self.short[initials(words)] = party
        if is_acronym(name.text) and len(self.acronyms) < 50:
            self.acronyms.append(party)

    def _shown_in_full(self, canonical: str, name: Name) -> bool:
        known = self.register.known(("body", canonical))
        return known is not None or (name.sort == "organisation" and is_acronym(name.text) is False)

    def _other(self, name: Name, sort: Sort) -> Party | None:
        """A body, place or thing that no table knows: by its words, its acronym, or the end of a longer name."""
        words = fold(name.text)
        party = self.register.known(("name", *words)) or self._shortened(name, words)
        if party is None and sort in ("place",):
            return self._place(name)
        if party is None:
            kind = "outlet" if self._own(words) else _kind(name, sort)
            party = self.register.party(("name", *words), name.text, kind, name.head)
        self.register.also(("name", *words), party)
        self._index(name, party)
        self.register.alias(party, name.first, name.last)
        return party

    def _own(self, words: tuple[str, ...]) -> bool:
        """Whether a name is that of the page's own outlet, or of the one it credits."""
        page = self.register.parsed.document
        return any(words == fold(title) for title in (page.outlet, page.origin) if title)

    def _shortened(self, name: Name, words: tuple[str, ...]) -> Party | None:
        """A body of the page whose name ends like this one, or whose initials these are; the last one named."""
        if words in self.tails:
            return self.tails[words]
        if is_acronym(name.text):
            return self.short.get(name.text.replace(".", ""))
        for party in reversed(self.acronyms) if len(words) > 2 else ():
            if initials(words) == party.actor.name.replace(".", ""):
                return party
        return None


def _at_war(found: Sequence[Name]) -> Iterator[str]:
    """The states with a war inside: where the known groups mostly fight, and that of `Lorasian rebels`."""
    grounds: Counter[str] = Counter()
    for name in found:
        body = world.body_of(name.text)
        if body and body.land and body.kind == "armed_group":
            grounds[body.land] += 1
        word = lands.word_of(name.text, name.doc)
        if word and (_before_rebels(name) or _behind_rebels(name)):
            yield word.state
    yield from (land for land, count in grounds.items() if count * 2 >= max(grounds.values()))


def _behind_rebels(name: Name) -> bool:
    """`separatists in Lorasia`, `rebels in northern Lorasia`."""
    low = lows(name.doc)
    at = name.start - 1 if name.start and low[name.start - 1] == "in" else name.start - 2
    return at > 0 and low[at] == "in" and nouns(name.doc)[at - 1] in REBELS


def _before_rebels(name: Name) -> bool:
    if name.start and texts(name.doc)[name.start - 1] == "-":
        return False  # `pro-Lorasia rebels`
    near = slice(name.end, name.end + 3)
    for noun, part in zip(nouns(name.doc)[near], parts(name.doc)[near], strict=True):
        if noun in WAR:
            return True
        if part not in ("ADJ", "NOUN", "PROPN", "PART"):
            return False
    return False


def _people(name: Name) -> bool:
    """Whether an adjective stands for the people: `the Lorasian` never, `the Dutch`, `the Chinese` as a subject."""
    return (
        name.last.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass", "conj")
        and name.start > 0
        and texts(name.doc)[name.start - 1].lower() == "the"
    )


UNDER_ARMS = REBELS | MILITANTS | ARMED - {"army"}  # `the Red Dawn rebels`, `the Red Dawn militia`
OPPOSED = frozenset(("council", "committee", "coalition", "ministry", "institute", "court", "party", "radio"))


def _qualifiers(name: Name) -> Iterator[str]:
    """The words of the same phrase right before a name: `rebel` of `the rebel Red Front`."""
    for token in reversed(tokens(name.doc)[max(0, name.start - 4) : name.start]):
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT") or token.text == ",":
            return
        yield token.lower_


def _kind(name: Name, sort: Sort) -> ActorKind:
    """The kind of a body that no table knows, from its own words and those around it."""
    words = set(fold(name.text))
    before = set(_qualifiers(name))
    after = set(nouns(name.doc)[name.end : name.end + 1])
    if (before & ARMED or after & UNDER_ARMS or words & ARMED_NAMES) and not words & OPPOSED:
        return "armed_group"
    if (words | before) & MONITORS:
        return "monitor"
    if "opposition" in words | before and sort != "place":
        return "opposition_body"
    return "group" if sort == "people" else "organisation"
