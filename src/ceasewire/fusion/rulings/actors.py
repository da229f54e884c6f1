"""Actors joined, split and corrected by the user's table and by rulings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace as with_

from msgspec.structs import replace

from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.rulings.entries import Entry, field_of, of_noun, pieces
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.passages import with_field
from ceasewire.fusion.rulings.table import ActorRow
from ceasewire.fusion.rulings.unnamed import Tellers, tellers, why_not
from ceasewire.model import Actor, Alias, Arg, Mention, Source, Span, Statement, ident

ACTOR_FIELDS = frozenset({"name", "kind", "affiliation", "controller", "same_as"})

Renamed = tuple[Material, dict[str, str]]
Who = Callable[[str | None, Span | None, str], str | None]


def by_table(material: Material, of: dict[str, str], rows: Sequence[ActorRow]) -> Renamed:
    """The material with the user's actors. Unnamed people are left alone, whatever the table calls them.

    Where two rows claim one actor the first has it.
    """
    if not rows:
        return material, of
    known = _by_name(material)
    actors = dict(material.actors)
    into: dict[str, str] = {}
    for row in rows:
        named = {key for name in row.names for key in known.get(name, ()) if key not in into}
        found = sorted(
            key for key in named if row.kind is None or (row.kind == "place") == (actors[key].kind == "place")
        )
        if found:
            into |= dict.fromkeys(found, found[0])
            actors[found[0]] = _told(_one([actors[key] for key in found]), row)
    gone = {key: to for key, to in into.items() if key != to}
    kept = with_(material, actors={key: a for key, a in actors.items() if key not in gone})
    return _placed(_moved(kept, gone), rows), {page: gone.get(key, key) for page, key in of.items()}


def _by_name(material: Material) -> dict[str, set[str]]:
    """The actors of each name: their own, and the proper names that pages give them."""
    hidden = tellers(material.statements.values(), material.documents)
    found: dict[str, set[str]] = defaultdict(set)
    for key, actor in material.actors.items():
        if key not in hidden:
            for name in {actor.name, *(a.name for a in actor.aliases if a.name[:1].isupper())}:
                found[plain(name)].add(key)
    return dict(found)


def _told(actor: Actor, row: ActorRow) -> Actor:
    return replace(
        actor,
        name=row.name,
        kind=row.kind or actor.kind,
        controller=row.controller or actor.controller,
        same_as=sorted({*actor.same_as, *row.same_as}),
    )


def _placed(material: Material, rows: Sequence[ActorRow]) -> Material:
    """Affiliations are by name, and their actors are known only when every row was read."""
    named = {plain(a.name): key for key, a in sorted(material.actors.items(), reverse=True)}
    for row in rows:
        key, to = named.get(plain(row.name)), named.get(plain(row.affiliation or ""))
        if key and to and key != to:
            material.actors[key] = replace(material.actors[key], affiliation=to)
    return material


def by_rulings(material: Material, of: dict[str, str], entries: Sequence[Entry], finder: Finder) -> Renamed:
    """The material with actors merged, split, corrected and rejected, in the order of the rulings."""
    for entry in of_noun(entries, "actors", "merge", "split", "correct", "reject"):
        key = finder.actor(entry.anchor, material.actors)
        if key is None:
            continue
        if entry.ruling.ruling == "merge":
            other = finder.actor(entry.other, material.actors)
            hidden = tellers(material.statements.values(), material.documents)
            if other and other != key and why_not(key, other, hidden) is None:
                material, of = _merged(material, of, [key, other], other)
        elif entry.ruling.ruling == "split":
            material = _split(material, key, pieces(entry.ruling.value))
        elif entry.ruling.ruling == "reject":
            material, of = _dropped(material, key), {page: to for page, to in of.items() if to != key}
        else:
            _corrected(material, key, *field_of(entry.ruling.value))
    return material, of


def _dropped(material: Material, key: str) -> Material:
    """What was taken for an actor and is none: its words stay where they stand, and mean nobody."""
    actors = {k: replace(a, affiliation=None) if a.affiliation == key else a for k, a in material.actors.items()}
    del actors[key]
    return _renamed(with_(material, actors=actors), lambda of, span, text: None if of == key else of, {})


def _corrected(material: Material, key: str, name: str, told: str) -> None:
    hidden: Tellers = tellers(material.statements.values(), material.documents)
    if name in ("name", "affiliation") and key in hidden:
        return
    if name == "same_as":
        material.actors[key] = replace(material.actors[key], same_as=sorted({*material.actors[key].same_as, told}))
    elif name in ACTOR_FIELDS and (name != "affiliation" or told in material.actors or not told):
        material.actors[key] = with_field(material.actors[key], name, told)


def _merged(material: Material, of: dict[str, str], keys: Sequence[str], into: str) -> Renamed:
    """Several actors made one, which keeps the id and name of `into`."""
    gone = dict.fromkeys(sorted(set(keys) - {into}), into)
    whole = _one([material.actors[key] for key in (into, *gone)])
    actors = {key: a for key, a in material.actors.items() if key not in gone} | {into: whole}
    return _moved(with_(material, actors=actors), gone), {page: gone.get(key, key) for page, key in of.items()}


def _one(rows: Sequence[Actor]) -> Actor:
    """One actor of several, with the id and name of the first."""
    keys = {r.id for r in rows}
    return replace(
        rows[0],
        aliases=sorted({a for r in rows for a in r.aliases}, key=lambda a: (a.doc, a.span.start, a.name)),
        affiliation=next((r.affiliation for r in rows if r.affiliation and r.affiliation not in keys), None),
        controller=next((r.controller for r in rows if r.controller), None),
        same_as=sorted({other for r in rows for other in r.same_as}),
    )


def _moved(material: Material, gone: Mapping[str, str]) -> Material:
    """Every reference to an actor that is gone, moved to the one that it is now."""
    return _renamed(material, lambda key, span, text: gone.get(key or "", key), gone) if gone else material


def _split(material: Material, key: str, names: Sequence[str]) -> Material:
    """An actor without some of its names; these become an actor of their own."""
    wanted = {plain(name) for name in names}
    whole = material.actors[key]
    out = [a for a in whole.aliases if plain(a.name) in wanted]
    kept = [a for a in whole.aliases if plain(a.name) not in wanted]
    if not names or not out or not kept:
        return material
    apart = Actor(ident("actor", "split", key, *sorted(wanted)), names[0], whole.kind, out, whole.affiliation)
    rest = replace(whole, aliases=kept, name=_still(whole.name, wanted, kept))
    actors = material.actors | {key: rest, apart.id: apart}

    def who(of: str | None, span: Span | None, text: str) -> str | None:
        words = span.text if span else text
        return apart.id if of == key and (plain(words) in wanted or plain(text) in wanted) else of

    return _renamed(with_(material, actors=dict(sorted(actors.items()))), who, {})


def _still(name: str, gone: set[str], kept: Sequence[Alias]) -> str:
    if plain(name) not in gone:
        return name
    return max((a.name for a in kept), key=lambda n: (n[:1].isupper(), len(n), n))


def _renamed(material: Material, who: Who, above: Mapping[str, str]) -> Material:
    """Every reference to an actor passed through `who`; affiliations of actors through `above`."""
    actors = {
        key: replace(a, affiliation=above.get(a.affiliation, a.affiliation)) if a.affiliation else a
        for key, a in material.actors.items()
    }
    return with_(
        material,
        actors={k: replace(a, affiliation=None) if a.affiliation == k else a for k, a in actors.items()},
        statements={s.id: _statement(s, who) for s in material.statements.values()},
        mentions={m.id: _mention(m, who) for m in material.mentions.values()},
    )


def _statement(statement: Statement, who: Who) -> Statement:
    span = statement.source.span
    source = Source(span, who(statement.source.actor, span, span.text if span else ""))
    return replace(statement, source=source, affiliation=who(statement.affiliation, None, ""))


def _mention(mention: Mention, who: Who) -> Mention:
    args = [Arg(a.role, a.span, who(a.actor, a.span, a.text), a.text) for a in mention.args]
    return replace(mention, args=args)
