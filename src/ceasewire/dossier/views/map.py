"""The map: where the story's facts are told to happen, as far as its places are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceasewire.dossier.draw.atlas import Atlas, Spot, atlas
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.filters import Filters
from ceasewire.dossier.words import KINDS, kind_of
from ceasewire.model import Fact, Place

LISTED = 10  # facts under one place
LEAF = 60  # places on one leaf of the list
WIDTHS = (100, 300, 1000, 3000)  # kilometres from west to east, to go closer


@dataclass(frozen=True)
class Site:
    """A place of the map or of the list below it: its facts by kind, their ids, the first of them, its coordinates."""

    key: str
    name: str
    place: Place | None
    kinds: tuple[tuple[str, int], ...]
    keys: tuple[str, ...]
    facts: tuple[Fact, ...] = ()

    @property
    def total(self) -> int:
        """How many facts are told of it."""
        return sum(count for _, count in self.kinds)


def atlas_sheet(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """The map of the facts that pass the filters. `near` is the id of a place, `wide` kilometres around it."""
    filters = Filters.of(asked)
    sites = sites_of(shelf, filters)
    spots = [spot for site in sites if (spot := spot_of(site))]
    leaf = number(asked, "leaf", 1, -(-len(sites) // LEAF) or 1)
    listed = with_facts(shelf, sites[(leaf - 1) * LEAF : leaf * LEAF])
    wide = number(asked, "wide", 300, 20_000)
    near = next((spot for spot in spots if spot.key == asked.get("near")), None)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "filters": filters,
        "picture": atlas(spots, near, float(wide) if near else -1.0 if asked.get("whole") else 0.0),
        "sites": listed,
        "listed": {site.key for site in listed},
        "total": len(sites),
        "leaf": leaf,
        "leaves": -(-len(sites) // LEAF) or 1,
        "placed": len(spots),
        "near": near,
        "wide": wide,
        "closer": max((w for w in WIDTHS if w < wide), default=None),
        "wider": min((w for w in WIDTHS if w > wide), default=None),
        "whole": bool(asked.get("whole")),
        "types": shelf.keys("SELECT type FROM fact GROUP BY type ORDER BY count(*) DESC, type"),
        "nowhere": _nowhere(shelf, filters),
    }
    return Sheet("map.html", "Map", values)


def sites_of(shelf: Shelf, filters: Filters) -> list[Site]:
    """The places of the facts that pass, those most told of first."""
    where, values = filters.where()
    question = f"SELECT place, type, id FROM fact WHERE place IS NOT NULL AND {where} ORDER BY position"
    rows = [(str(place), str(type_), str(key)) for place, type_, key in shelf.known(question, *values)]
    return sites_from(shelf, rows)


def sites_from(shelf: Shelf, rows: Sequence[tuple[str, str, str]]) -> list[Site]:
    """The places of rows of (place, type, fact), those most told of first."""
    facts: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, dict[str, int]] = defaultdict(dict)
    for place, type_, key in rows:
        facts[place].append(key)
        kind, told = kind_of(type_), kinds[place]
        told[kind] = told.get(kind, 0) + 1
    known = {place.id: place for place in shelf.many(Place, facts)}
    found = [
        Site(
            key,
            shelf.name(key) or key,
            known.get(key),
            tuple((kind, kinds[key][kind]) for kind in (*KINDS, "Other") if kind in kinds[key]),
            tuple(keys),
        )
        for key, keys in facts.items()
    ]
    return sorted(found, key=lambda site: (-site.total, site.name, site.key))


def with_facts(shelf: Shelf, sites: Sequence[Site]) -> list[Site]:
    """The places with the first of their facts."""
    first = {fact.id: fact for fact in shelf.many(Fact, [key for site in sites for key in site.keys[:LISTED]])}
    return [replace(site, facts=tuple(first[key] for key in site.keys[:LISTED] if key in first)) for site in sites]


def spot_of(site: Site) -> Spot | None:
    """A place of known coordinates as the map needs it."""
    place = site.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return Spot(site.key, site.name, place.lat, place.lon, place.precision or 7, site.kinds)


def first_of_map(shelf: Shelf) -> set[str]:
    """The places that the first leaf of the map lists."""
    return shelf.once(_first)


def _first(shelf: Shelf) -> set[str]:
    return {site.key for site in sites_of(shelf, Filters())[:LEAF]}


def map_of(shelf: Shelf, rows: Sequence[tuple[str, str, str]]) -> Atlas | None:
    """The map of rows of (place, type, fact), for a view beside others."""
    return atlas([spot for site in sites_from(shelf, rows) if (spot := spot_of(site))])


def _nowhere(shelf: Shelf, filters: Filters) -> int:
    """How many of the facts that pass name no place."""
    where, values = filters.where()
    return shelf.number(f"SELECT count(*) FROM fact WHERE place IS NULL AND {where}", *values)


def place_rows(shelf: Shelf, asked: Asked) -> Iterator[dict[str, object]]:
    """The places of the facts that pass the filters, as rows of a table."""
    for site in sites_of(shelf, Filters.of(asked)):
        place = site.place
        yield {
            "id": site.key, "name": site.name, "lat": place and place.lat, "lon": place and place.lon,
            "precision": place and place.precision, "within": place and place.within, "facts": site.total,
            "kinds": "; ".join(f"{kind}: {number}" for kind, number in site.kinds),
        }  # fmt: skip
