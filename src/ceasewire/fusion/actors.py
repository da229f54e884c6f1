"""Actors across pages: one actor a real party, never two persons joined on a surname alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace as with_

from msgspec.structs import replace

from ceasewire.codebook.world import state_of
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import NUMBERS, plain, words
from ceasewire.model import Actor, Arg, Mention, Relation, Source, Statement, ident

INDEFINITE = frozenset({"a", "an", "another", "several", "some", "many", "few", "dozens", *NUMBERS})


def join(material: Material) -> tuple[Material, dict[str, str]]:
    """The material with actors of the whole story, and the story's actor of each page's actor."""
    groups = _groups(material)
    story = [_merged(key, rows) for key, rows in groups.items()]
    of = {row.id: actor.id for actor, rows in zip(story, groups.values(), strict=True) for row in rows}
    sides = {actor.id: _side(rows, of) for actor, rows in zip(story, groups.values(), strict=True)}
    actors = {a.id: replace(a, affiliation=sides[a.id]) for a in sorted(story, key=lambda a: a.id)}
    statements, mentions = material.room.drawer(Statement), material.room.drawer(Mention)
    statements.update((key, _statement(row, of)) for key, row in material.statements.items())
    mentions.update((key, _mention(row, of)) for key, row in material.mentions.items())
    return with_(material, statements=statements, mentions=mentions, actors=actors), of


def relations(rows: Iterable[Relation], of: dict[str, str]) -> list[Relation]:
    """The relations with the story's actors, each once a passage; one that joins an actor to itself is dropped."""
    moved = [replace(r, from_=of[r.from_], to=of[r.to]) for r in rows if r.from_ in of and r.to in of]
    return sorted((r for r in moved if r.from_ != r.to), key=lambda r: r.id)


Key = tuple[str, str, str]


def _groups(material: Material) -> dict[Key, list[Actor]]:
    hidden = {s.source.actor for s in material.statements.values() if s.anonymous}
    keys = _agreed(material.actors.values(), {a.id: _key(a, hidden) for a in material.actors.values()})
    full = _full_names(material.actors.values(), keys)
    groups: dict[Key, list[Actor]] = defaultdict(list)
    for actor in material.actors.values():
        groups[full.get(keys[actor.id], keys[actor.id])].append(actor)
    return dict(sorted(groups.items()))


def _key(actor: Actor, hidden: set[str | None]) -> Key:
    """Unnamed people stay apart page by page; everybody else goes by name."""
    doc = actor.aliases[0].doc if actor.aliases else ""
    first = actor.name.split()[0].lower() if actor.name.split() else ""
    unnamed = actor.id in hidden and (actor.kind == "person" or first in INDEFINITE or first[:1].isdigit())
    lower_person = actor.kind == "person" and not any(w[:1].isupper() for w in actor.name.split())
    scope = f"{doc} {actor.id}" if unnamed or lower_person or first in INDEFINITE else ""
    kind = "place" if actor.kind == "place" else "person" if actor.kind == "person" else "party"
    return kind, plain(actor.name) if kind == "person" else _one_name(actor.name), scope


def _one_name(name: str) -> str:
    """A name as it joins pages; a land and its adjective are one (`Lorasia`, `Lorasian`)."""
    bare = plain(name)
    stem = words(name) if " " not in bare else frozenset()
    return next(iter(stem)) if len(stem) == 1 and state_of(name) is None else bare or name


def _agreed(actors: Iterable[Actor], keys: dict[str, Key]) -> dict[str, Key]:
    """A name that one page takes for a place or a person and most for a party is a party."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        kind, name, scope = keys[actor.id]
        if not scope:
            votes[name][kind] += len(actor.aliases)
    ranks = {name: min(kinds, key=lambda k: (-kinds[k], k)) for name, kinds in votes.items()}
    return {key: k if k[2] else (ranks[k[1]], k[1], "") for key, k in keys.items()}


def _full_names(actors: Iterable[Actor], keys: dict[str, Key]) -> dict[Key, Key]:
    """From a bare surname or acronym to the one full name of the collection that it belongs to."""
    rows = list(actors)
    longer: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for actor in rows:
        kind, name, scope = keys[actor.id]
        if not scope and " " in name and kind != "place":
            for short in _shorts(actor, name):
                longer[kind, short].add(keys[actor.id])
    known = sorted({k for k in keys.values() if not k[2] and " " not in k[1]})
    return {k: next(iter(longer[k[0], k[1]])) for k in known if len(longer.get((k[0], k[1]), ())) == 1}


def _shorts(actor: Actor, name: str) -> set[str]:
    """The surname of a person; the acronyms that a page gives for a body."""
    if actor.kind == "person":
        return {name.rsplit(maxsplit=1)[-1]}
    return {plain(a.name) for a in actor.aliases if a.name.isupper() and " " not in a.name and len(a.name) > 1}


def _merged(key: Key, rows: list[Actor]) -> Actor:
    rows = sorted(rows, key=lambda a: (-len(a.name), a.name, a.id))
    whole = [r for r in rows if " " in r.name]
    named = max(whole, key=lambda a: (len(a.name), a.name)) if whole else min(rows, key=lambda a: (len(a.name), a.name))
    kinds = Counter(kind for r in rows for kind in [r.kind] * max(1, len(r.aliases)))
    return Actor(
        ident("actor", *key),
        named.name,
        min(kinds, key=lambda k: (-kinds[k], k)),
        sorted({alias for row in rows for alias in row.aliases}, key=lambda a: (a.doc, a.span.start, a.name)),
        None,
        next((r.controller for r in rows if r.controller), None),
        sorted({other for row in rows for other in row.same_as}),
    )


def _side(rows: list[Actor], of: dict[str, str]) -> str | None:
    """Whom an actor belongs to on most pages: one page's slip does not move a spokeswoman to another country."""
    votes = Counter(of[r.affiliation] for r in rows if r.affiliation in of and of[r.affiliation] != of[r.id])
    return min(votes, key=lambda a: (-votes[a], a), default=None)


def _statement(statement: Statement, of: dict[str, str]) -> Statement:
    source = Source(statement.source.span, of.get(statement.source.actor or ""))
    return replace(statement, source=source, affiliation=of.get(statement.affiliation or ""))


def _mention(mention: Mention, of: dict[str, str]) -> Mention:
    return replace(mention, args=[Arg(a.role, a.span, of.get(a.actor or ""), a.text) for a in mention.args])
