"""Personal names to persons: full names, last names, titles, and the rulers that the table knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    BODIES,
    GIVEN,
    GOVERNMENT,
    OFFICES,
    PERSONS,
    STATE_OFFICE,
    gender_of,
)
from ceasewire.reading.parties.name import Name, Sort
from ceasewire.reading.parties.names import bare_person, fold, stands_for
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.tokens import lows, parts, stretch, texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Words = tuple[str, ...]
# Forms of address with nothing before them: `Mr`, where `General` may follow a land or an office.
PLAIN = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir"))


@cache
def leaders() -> dict[str, list[tuple[Words, str, str]]]:
    """The rulers of the table by the last word of the name: folded name, full name, state."""
    found: dict[str, list[tuple[Words, str, str]]] = {}
    for state, row in table("leaders")["leaders"].items():
        for full in row:
            words = bare_person(fold(full))
            found.setdefault(words[-1], []).append((words, full, state))
    return found


def _rules(name: Name) -> bool:
    """Whether an office of rule stands before a bare name, or a government behind it: `President Velan`."""
    if not GOVERNMENT.isdisjoint(lows(name.doc)[name.end : name.end + 1]):
        return True
    return name.before in ("president", "premier", "chancellor", "minister", "king", "leader", "colonel")


class People:
    """Enters the persons of a page."""

    def __init__(
        self, register: Register, found: Sequence[Name], votes: dict[Words, Sort], states: Counter[str]
    ) -> None:
        self.register = register
        self.states = states
        self.full = self._full_names(found, votes)
        self.forms = {bare_person(fold(other.text)): _untitled(other) for other in reversed(found)}
        self.by_word: dict[str, list[tuple[Words, Party]]] = {}

    def _full_names(self, found: Sequence[Name], votes: dict[Words, Sort]) -> dict[str, list[Words]]:
        """Personal names of two words and more, by their last word."""
        folded = {bare_person(fold(n.text)) for n in found if votes[fold(n.text)] == "person"}
        by_last: dict[str, list[Words]] = {}
        for words in sorted(words for words in folded if len(words) > 1):
            by_last.setdefault(words[-1], []).append(words)
        return by_last

    def enter(self, name: Name) -> Party:
        """The party of one personal name, made where the page has none it may stand for."""
        words = bare_person(fold(name.text))
        party = self._same_person(words, name)
        if party is None:
            key = ("person", *self._longest(words))
            party = self.register.party(key, self._canonical(key[1:], name), "person", name.head)
            for word in set(key[1:]):
                self.by_word.setdefault(word, []).append((key[1:], party))
        if not party.state:
            self._leader(party, name)
        self._titles(name, party)
        return party

    def _leader(self, party: Party, name: Name) -> None:
        """A ruler whom the table knows: his full name where the page gives the last one only, and his state."""
        words = party.key[1:]
        if party.key[:1] != ("person",):
            return
        rows = leaders().get(words[-1], [])
        found = [row for row in rows if row[0] == words] or (rows if len(words) == 1 and _rules(name) else [])
        if len(found) == 1:
            _, full, state = found[0]
            party.actor.name = full if len(words) == 1 else party.actor.name
            home = self.register.party(("state", state), state, "state", name.head)
            home.state = party.state = state
            party.actor.affiliation = home.actor.id
            self.states[state] += 2

    def _same_person(self, words: tuple[str, ...], name: Name) -> Party | None:
        for known, party in reversed(self.by_word.get(words[-1], [])[-30:]):
            if words == known or (stands_for(words, known) and _agree(party, name)):
                return party
        return None

    def _longest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The only full name of the page that a short one may stand for, or the name itself."""
        fuller = self.full.get(words[-1], [])
        if len(words) > 1:
            fuller = [other for other in fuller if other[0] == words[0] and stands_for(words, other)]
        best = max(fuller, key=len, default=words)
        return best if all(other == best or stands_for(other, best) for other in fuller) else words

    def _canonical(self, words: tuple[str, ...], name: Name) -> str:
        return self.forms.get(words, name.text)

    def _titles(self, name: Name, party: Party) -> None:
        """Record the name as this mention has it, and what its title says of the person."""
        start = title_start(name)
        before = lows(name.doc)[start : name.start]
        party.offices |= {word for word in before if word in OFFICES}
        genders = [ADDRESS.get(word) or gender_of(word) for word in before] + [GIVEN.get(fold(name.text)[0], "")]
        party.gender = party.gender or next((g for g in genders if g), "")
        if start == name.start or len(fold(name.text)) > 1:
            self.register.alias(party, name.first, name.last)
        if start < name.start and not self._owned(name, start):
            self.register.alias(party, tokens(name.doc)[start], name.last)

    def _owned(self, name: Name, start: int) -> bool:
        """Whether a title is not the person's alone: it hangs on a possessor or names a body."""
        before = texts(name.doc)[start - 1] if start else ""
        words = tokens(name.doc)[start : name.start]
        return before in ("'s", "’s", "’", "'") or any(
            t.lower_ in STATE_OFFICE or t.lower_ in BODIES or _body_at(self.register, t) for t in words
        )


def _body_at(register: Register, token: Token) -> bool:
    party = register.at(token)
    return party is not None and party.actor.kind != "state"


def title_start(name: Name) -> int:
    """Where the words before a personal name begin that are its own: `Lorasian Vice President Ana Velan`."""
    doc, at = name.doc, name.start
    while at > max(0, name.start - 6) and _before_name(doc, at - 1) and lows(doc)[at] not in PLAIN:
        at -= 1
    words = lows(doc)[at : name.start]
    return at if any(low in PERSONS or low in ADDRESS for low in words) else name.start


def _before_name(doc: Doc, at: int) -> bool:
    return lows(doc)[at] in ADDRESS or parts(doc)[at] in ("PROPN", "NOUN", "ADJ") or texts(doc)[at] == "-"


def _agree(party: Party, name: Name) -> bool:
    """Whether the form of address before a name fits the person's gender."""
    before = lows(name.doc)[name.start - 1] if name.start else ""
    gender = ADDRESS.get(before, "")
    return not gender or not party.gender or gender == party.gender


def _untitled(name: Name) -> str:
    at = name.start
    while at < name.end - 1 and lows(name.doc)[at] in ADDRESS:
        at += 1
    return " ".join(stretch(name.doc, at, name.end).replace("[", "").replace("]", "").split())
