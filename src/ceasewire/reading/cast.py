"""The cast of a page: who is named in it, under which names, and whom a phrase or a pronoun means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Actor, ActorKind, Relation, Span
from ceasewire.reading.parse import Parsed
from ceasewire.reading.parties.brackets import bind
from ceasewire.reading.parties.chunks import names
from ceasewire.reading.parties.lands import learn
from ceasewire.reading.parties.naming import Naming
from ceasewire.reading.parties.nominals import walk
from ceasewire.reading.parties.phrases import left, right
from ceasewire.reading.parties.register import Party, Register
from ceasewire.reading.parties.relations import affiliate
from ceasewire.reading.parties.scene import Scene
from ceasewire.reading.parties.sides import SIDES
from ceasewire.reading.parties.votes import believed

if TYPE_CHECKING:
    from spacy.tokens import Token


class Cast:
    """The actors of one page. Actor ids count within the page (`a1`, `a2`)."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._register = Register(parsed)
        self._sides: list[Party] = []

    @classmethod
    def of(cls, parsed: Parsed) -> Cast:
        """The cast that the text itself establishes."""
        land = learn(parsed).home
        cast = cls(parsed)
        docs = [paragraph.doc for paragraph in parsed.paragraphs]
        found = believed([(names(p.doc), p.role == "title") for p in parsed.paragraphs])
        naming = Naming(cast._register, found)
        naming.enter()
        bind(cast._register, found)
        scene = Scene(cast._register, naming.states, own=land, split=naming.split)
        walk(scene, docs)
        cast._sides = scene.sides
        return cast

    def refer(self, head: Token) -> str | None:
        """The actor that the noun phrase or pronoun headed by `head` means, or None where it means no known actor.

        Somebody unnamed is known once `introduce` has been called for him, or once a later word refers back to him.
        """
        party = self._register.at(head)
        if party is None or (not party.shown and party.seen[0] == head):
            return None
        party.shown = True
        return party.actor.id

    def introduce(self, head: Token, kind: ActorKind = "group", affiliation: str | None = None) -> str:
        """A new actor for the phrase headed by `head` (an unnamed source, a crowd), unless it already means one."""
        known = self.refer(head)
        if known:
            return known
        party = self._register.at(head)
        if party is None:
            words = self._parsed.tokens(left(head), head).text
            party = self._register.new(words.removeprefix("the ").removeprefix("The "), kind, head)
            self._register.mark([head], party)
        party.shown = True
        one = party.person and not party.plural and kind == "group"
        if not one and (kind != "organisation" or party.actor.kind not in ("person", "group", "government")):
            party.actor.kind = kind
        if head.lower_ not in ("one", "another"):
            self._register.alias(party, left(head), head)
        if affiliation:
            party.actor.affiliation = affiliation
        elif party.actor.affiliation is None:
            affiliate(self._register, party, head)
        return party.actor.id

    def phrase(self, head: Token) -> Span:
        """The words that name whom `head` means: determiner, complements and own apposition, no relative clause."""
        return self._parsed.tokens(left(head), right(head))

    def affiliation(self, ident: str) -> str | None:
        """The actor that an actor belongs to or speaks for, as the text says. Raises KeyError for an unknown id."""
        return self.actor(ident).affiliation

    def sides(self) -> list[str]:
        """The two parties that the page sets against each other (`both sides`); empty where it shows no such two."""
        for party in self._sides:
            party.shown = True
        return [party.actor.id for party in self._sides]

    def members(self, ident: str) -> list[str]:
        """The actors that an actor stands for: the two parties for `both sides`, else itself."""
        return (self.sides() if self._register.by_id(ident).key == SIDES else []) or [ident]

    def actor(self, ident: str) -> Actor:
        """The actor of an id. Raises KeyError for an id that is not of this page."""
        return self._register.by_id(ident).actor

    def actors(self) -> list[Actor]:
        """Every actor, in the order of first mention."""
        wanted = {p.actor.affiliation for p in self._register.parties if p.shown}
        shown = [p for p in self._register.parties if p.shown or p.actor.id in wanted]
        return [party.actor for party in sorted(shown, key=lambda p: p.first)]

    def relations(self) -> list[Relation]:
        """Who belongs to, speaks for, backs, leads or left whom, as the text says."""
        ids = {actor.id for actor in self.actors()}
        return [relation for relation in self._register.relations if relation.from_ in ids and relation.to in ids]
