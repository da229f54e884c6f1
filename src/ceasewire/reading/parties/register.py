"""The register of a page: its parties under the names it uses for them, and which token means which party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ceasewire.model import Actor, ActorKind, Alias, Relation, RelationKind, Span
from ceasewire.reading.parties import lands

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ceasewire.reading.parse import Parsed

Place = tuple[int, int]


def place(token: Token) -> Place:
    """Where a token stands on the page: paragraph and number, in reading order."""
    return int(token.doc.user_data["start"]), token.i


@dataclass(eq=False)
class Party:
    """One real party of the page. `shown` is False for somebody unnamed whom nobody has introduced yet.

    `mentions`: how often the page means it; the words of one name count once. `land`: the state that an armed group
    fights or opposes, by the tables.
    """

    actor: Actor
    first: Place
    key: tuple[str, ...] = ()
    shown: bool = True
    gender: str = ""
    plural: bool = False
    roams: bool = False
    mentions: int = 0
    state: str = ""
    land: str = ""
    offices: set[str] = field(default_factory=set)
    seen: list[Token] = field(default_factory=list)
    keys: list[tuple[str, ...]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @property
    def person(self) -> bool:
        """Whether one human being is meant."""
        return self.actor.kind == "person"


class Register:
    """Parties in the order of their making, and the tokens that mean them."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.parties: list[Party] = []
        self._made = 0
        self._related: set[tuple[str, str, str]] = set()
        self.relations: list[Relation] = []
        self._keys: dict[tuple[str, ...], Party] = {}
        self._at: dict[int, dict[int, Party]] = {}
        self._ids: dict[str, Party] = {}

    def party(self, key: tuple[str, ...], name: str, kind: ActorKind, token: Token) -> Party:
        """The party of a key, made where there is none yet."""
        if key not in self._keys:
            self._keys[key] = self.new(name, kind, token, key)
            self._keys[key].keys.append(key)
        return self._keys[key]

    def state(self, state: str, token: Token) -> Party:
        """The party of a state."""
        party = self.party(("state", state), state, "state", token)
        party.state = state
        return party

    def government(self, state: str, token: Token) -> Party:
        """The party of the government of a state with a war inside: a side of its own."""
        name = f"{lands.adjective_of(state, token.doc)} government"
        party = self.party(("government", state), name, "government", token)
        party.state = state
        party.actor.affiliation = self.state(state, token).actor.id
        return party

    def new(self, name: str, kind: ActorKind, token: Token, key: tuple[str, ...] = ()) -> Party:
        """A party of its own."""
        self._made += 1
        party = Party(Actor(f"a{self._made}", name, kind, []), place(token), key)
        self.parties.append(party)
        self._ids[party.actor.id] = party
        return party

    def known(self, key: tuple[str, ...]) -> Party | None:
        """The party of a key, or None."""
        return self._keys.get(key)

    def also(self, key: tuple[str, ...], party: Party) -> None:
        """Let a key mean a party that has another one already."""
        party = self._current(party)
        if key not in self._keys:
            self._keys[key] = party
            party.keys.append(key)

    def mark(self, tokens: Iterable[Token], party: Party) -> None:
        """Let tokens mean a party, unless they mean one already."""
        party = self._current(party)
        for token in tokens:
            row = self.row(token.doc)
            if token.i not in row:
                party.mentions += row.get(token.i - 1) is not party
                row[token.i] = party
                party.seen.append(token)

    def at(self, token: Token) -> Party | None:
        """The party that a token means, or None."""
        row = self._at.get(token.doc.user_data["start"])
        return row.get(token.i) if row else None

    def row(self, doc: Doc) -> dict[int, Party]:
        """The parties that the tokens of a paragraph mean, by index, as far as they are known."""
        return self._at.setdefault(doc.user_data["start"], {})

    def by_id(self, ident: str) -> Party:
        """The party of an actor id, the one it was joined to where it was. Raises KeyError."""
        return self._current(self._ids[ident])

    def _current(self, party: Party) -> Party:
        """The party that a party has become: joins may follow on joins."""
        while self._ids[party.actor.id] is not party:
            party = self._ids[party.actor.id]
        return party

    def alias(self, party: Party, first: Token, last: Token) -> None:
        """Record the words from `first` to `last` as a name of a party, once a name."""
        span = self.parsed.tokens(first, last)
        if span.text not in party.names:
            party.names.add(span.text)
            party.actor.aliases.append(Alias(span.text, "", span))

    def join(self, kept: Party, lost: Party) -> None:
        """Make two parties one: names, tokens and affiliation of `lost` go to `kept`."""
        kept, lost = self._current(kept), self._current(lost)
        if kept is lost:
            return
        for key in lost.keys:
            self._keys[key] = kept
        kept.keys += lost.keys
        for token in lost.seen:
            self.row(token.doc)[token.i] = kept
        kept.seen += lost.seen
        kept.mentions += lost.mentions
        kept.actor.aliases += [alias for alias in lost.actor.aliases if alias.name not in kept.names]
        kept.names |= lost.names
        kept.actor.affiliation = kept.actor.affiliation or lost.actor.affiliation
        kept.offices |= lost.offices
        kept.gender = kept.gender or lost.gender
        kept.first = min(kept.first, lost.first)
        kept.shown = kept.shown or lost.shown
        self._moved(kept, lost)

    def _moved(self, kept: Party, lost: Party) -> None:
        self.parties.remove(lost)
        self._ids[lost.actor.id] = kept
        for party in self.parties:
            if party.actor.affiliation == lost.actor.id:
                party.actor.affiliation = kept.actor.id if party is not kept else None
        for relation in self.relations:
            relation.from_ = kept.actor.id if relation.from_ == lost.actor.id else relation.from_
            relation.to = kept.actor.id if relation.to == lost.actor.id else relation.to

    def relate(self, kind: RelationKind, one: Party, other: Party, span: Span) -> None:
        """Record that `one` stands in a relation to `other`, once."""
        if one is other or (kind, one.actor.id, other.actor.id) in self._related:
            return
        self._related.add((kind, one.actor.id, other.actor.id))
        self.relations.append(
            Relation(f"r{len(self.relations) + 1}", kind, one.actor.id, other.actor.id, None, "", span, None)
        )
