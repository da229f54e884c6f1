"""The cast of a page: who is named in it, under which names, and whom a phrase or a pronoun means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Actor, ActorKind, Alias, Relation
from ceasewire.reading.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS: dict[str, ActorKind] = {"PERSON": "person", "NORP": "group", "GPE": "state", "ORG": "organisation"}


class Cast:
    """The actors of one page. Actor ids count within the page (`a1`, `a2`)."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._actors: dict[str, Actor] = {}
        self._by_name: dict[str, str] = {}

    @classmethod
    def of(cls, parsed: Parsed) -> Cast:
        """The cast that the text itself establishes."""
        cast = cls(parsed)
        for paragraph in parsed.paragraphs:
            for entity in paragraph.doc.ents:
                if entity.label_ in KINDS:
                    span = parsed.tokens(entity[0], entity[-1])
                    cast._add(entity.text, KINDS[entity.label_], Alias(entity.text, "", span))
        return cast

    def refer(self, head: Token) -> str | None:
        """The actor that the noun phrase or pronoun headed by `head` means, or None where it means no known actor."""
        for entity in head.doc.ents:
            if entity.start <= head.i < entity.end:
                return self._by_name.get(entity.text.lower())
        return None

    def introduce(self, head: Token, kind: ActorKind = "group", affiliation: str | None = None) -> str:
        """A new actor for the phrase headed by `head` (an unnamed source, a crowd), unless it already means one."""
        known = self.refer(head)
        if known:
            return known
        span = self._parsed.tokens(head.doc[head.left_edge.i], head)
        actor = self._add(span.text, kind, Alias(span.text, "", span))
        self._actors[actor].affiliation = affiliation
        return actor

    def actor(self, ident: str) -> Actor:
        """The actor of an id. Raises KeyError for an id that is not of this page."""
        return self._actors[ident]

    def actors(self) -> list[Actor]:
        """Every actor, in the order of first mention."""
        return list(self._actors.values())

    def relations(self) -> list[Relation]:
        """Who belongs to, speaks for, backs, leads or left whom, as the text says."""
        return []

    def _add(self, name: str, kind: ActorKind, alias: Alias) -> str:
        key = name.lower()
        if key not in self._by_name:
            self._by_name[key] = f"a{len(self._actors) + 1}"
            self._actors[self._by_name[key]] = Actor(self._by_name[key], name, kind, [])
        self._actors[self._by_name[key]].aliases.append(alias)
        return self._by_name[key]
