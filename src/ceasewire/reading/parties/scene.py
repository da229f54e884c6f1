"""What the resolving rules share: the register, what was mentioned so far, and which states the page is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ceasewire.reading.parties import lands
from ceasewire.reading.parties.history import History
from ceasewire.reading.parties.lexicon import COUNTRY, noun_of
from ceasewire.reading.parties.phrases import complements, left, modifiers, plural
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.parties.relations import affiliate, hyphened

if TYPE_CHECKING:
    from spacy.tokens import Token

TWICE = 4  # weight of a state that is named twice
LOOSE = frozenset(("DET", "PRON", "ADV", "ADP", "PART", "CCONJ", "SCONJ"))  # no part of a name at its head


@dataclass
class Scene:
    """The page as a rule sees it. `own` is the land of its outlet's name.

    `split` holds the states with a war inside: their government is a side of its own.
    """

    register: Register
    weights: Counter[str] = field(default_factory=Counter)
    focus: str = ""
    own: str = ""
    split: set[str] = field(default_factory=set)
    history: History = field(default_factory=History)
    pending: list[tuple[Party, Token]] = field(default_factory=list)
    sides: list[Party] = field(default_factory=list)

    def at(self, token: Token) -> Party | None:
        """The party that a token means."""
        return self.register.at(token)

    def state_of(self, token: Token) -> str:
        """The state that the words around a noun name: `Lorasian rebels`, `the government of Lorasia`, or empty."""
        return self.state_before(token) or self.state_after(token)

    def state_before(self, token: Token) -> str:
        """The state named before a noun, nearest first; a capital counts: `the Kelmar government`."""
        for other in reversed(modifiers(token)):
            party = self.at(other)
            if party and party.key[:1] == ("state",) and not hyphened(other):
                return party.key[1]
            if party and party.actor.kind == "place" and party.state and lands.word_of(other.text, other.doc):
                return party.state
        return self._just_before(token)

    def _just_before(self, token: Token) -> str:
        """The state whose adjective stands right before a phrase, where the parser hung it on a later noun."""
        first = left(token)
        if first.is_sent_start or first.pos_ == "DET" or not first.i:
            return ""
        before = first.nbor(-1)
        party, word = self.at(before), lands.word_of(before.text, before.doc)
        adjective = word is None or word.kind == "adjective" or before.text in ("US", "U.S.", "UK")
        return party.key[1] if party and party.key[:1] == ("state",) and adjective else ""

    def state_after(self, token: Token) -> str:
        """The state named after a noun with `of` or `in`: `the army of Lorasia`, `of the Lorasian republic`."""
        for preposition, other in complements(token):
            party = self.at(other)
            if preposition in ("of", "in") and party and party.key[:1] == ("state",):
                return party.key[1]
            if preposition == "of" and party is None and noun_of(other) in COUNTRY:
                return self.state_before(other)
        return ""

    def only_split(self) -> str:
        """The one state of the page with a war inside, or empty."""
        return next(iter(self.split)) if len(self.split) == 1 else ""

    def home(self) -> str:
        """The state that a phrase without a country belongs to: the one at war, else the one named most."""
        return self.only_split() or self.focus or self.own

    def main(self) -> str:
        """The state that the page is about: the one at war, else one named more than all others together, or empty."""
        weight = self.weights[self.focus]
        most = self.focus if weight >= TWICE and weight * 2 > sum(self.weights.values()) else ""
        return self.only_split() or most or self.own

    def near(self) -> str:
        """The state that an office without a country belongs to: the last one that acted, else the page's own."""
        for seen in self.history.back(lambda p: p.key[:1] in (("state",), ("government",)), 2):
            word = lands.word_of(seen.token.text, seen.token.doc)
            if seen.subject and (word is None or word.kind not in ("people", "adjective")):
                return seen.party.state
        return self.home()

    def ruling(self, state: str, token: Token) -> Party:
        """The party of a state's government: the state itself, unless its government is one side of a war inside."""
        if state not in self.split:
            return self.register.state(state, token)
        return self.register.government(state, token)

    def name(self, party: Party, head: Token, last: Token | None = None, first: Token | None = None) -> None:
        """Record a phrase as a name of a party: `the regime` with its article, other determiners off."""
        start = first or left(head)
        while start.pos_ in LOOSE and start.i < head.i:
            start = start.nbor(1)
        if start.i and start.nbor(-1).lower_ == "the":
            start = start.nbor(-1)
        crowd = party.key[:1] == ("crowd",) and plural(head)
        if start == (last or head) and (start.text.islower() or start.is_sent_start) and not crowd:
            return  # `government` without an article is a word, not a name
        self.register.alias(party, start, last or head)

    def belongs(self, party: Party, head: Token) -> None:
        """Note the affiliation that a phrase states, now or when the words after its head are resolved."""
        affiliate(self.register, party, head)
        if party.actor.affiliation is None:
            self.pending.append((party, head))

    def settle(self) -> None:
        """Try again the affiliations that were not yet clear."""
        for party, head in self.pending:
            affiliate(self.register, party, head)
        self.pending.clear()

    def groups(self) -> list[Party]:
        """The armed groups that the page names."""
        return [p for p in self.register.parties if p.actor.kind == "armed_group" and p.key[:1] != ("crowd",)]

    def insurgents(self) -> list[Party]:
        """Those of them that fight for no state."""
        return [party for party in self.groups() if not party.state]

    def dominant(self, *, rebels: bool = False) -> Party | None:
        """The armed group that the page names more than all others together, if there is one.

        `rebels`: not one that fights in many lands, which is nobody's rebels.
        """
        groups = self.insurgents() if rebels else self.groups()
        best = max(groups, key=lambda p: p.mentions, default=None)
        if best is None or (rebels and best.roams):
            return None
        return best if best.mentions * 2 > sum(p.mentions for p in groups) else None
