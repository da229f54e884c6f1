"""Places: where the place actors of a story lie, as far as their names and the states of their pages tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ceasewire.codebook.world import state_of
from ceasewire.fusion.cities import City, cities_of
from ceasewire.fusion.material import Material
from ceasewire.model import Actor, Place

EXACT, COUNTRY = 1, 6  # where_prec of UCDP: the place itself; a country
FAMOUS = 300  # thousands of people: a city of that name is meant even where its page does not name the state
LARGER = 10  # of two cities of one name in one state the one so many times larger is meant


def places(material: Material) -> list[Place]:
    """A row for every place actor, in their order; without coordinates where the name is not known or is ambiguous."""
    states = _states_of_pages(material)
    rows = [actor for actor in material.actors.values() if actor.kind == "place"]
    return [_place(actor, {s for a in actor.aliases for s in states.get(a.doc, ())}) for actor in rows]


def _place(actor: Actor, near: set[str]) -> Place:
    country = state_of(actor.name)
    found = _city(actor, near)
    if found is None:
        is_state = country is not None and country == actor.name
        return Place(actor.id, actor.name, None, None, COUNTRY if is_state else None, None)
    return Place(actor.id, actor.name, found.lat, found.lon, EXACT, found.state)


def _city(actor: Actor, near: set[str]) -> City | None:
    """The city that an actor's own name means, else one that its other proper names agree on."""
    names = dict.fromkeys([actor.name, *(a.name for a in actor.aliases if a.name[:1].isupper())])
    for name in names:
        found = cities_of(name)
        if found:
            return _meant(found, near)
    return None


def _meant(found: Sequence[City], near: set[str]) -> City | None:
    """The one city of a name in the states that the pages name; else the only one of the name, if it is famous."""
    here = [city for city in found if city.state in near]
    if not here:
        famous = [city for city in found if city.people >= FAMOUS]
        return famous[0] if len(famous) == 1 and _alone(famous[0], found) else None
    return here[0] if _alone(here[0], here) else None


def _alone(city: City, found: Sequence[City]) -> bool:
    return all(other is city or city.people >= LARGER * other.people for other in found)


def _states_of_pages(material: Material) -> dict[str, set[str]]:
    """The states that each page names, by any of their words but cities: a name may be of two."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in material.actors.values():
        state = state_of(actor.name) or state_of(actor.name.removesuffix(" government"))
        if state and (actor.kind != "place" or state == actor.name):
            for alias in actor.aliases:
                found[alias.doc].add(state)
    return dict(found)
