"""The user's own table of actors, which extends or overrules what the pages and our tables say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from ceasewire.fusion.names import plain
from ceasewire.model import ActorKind, Place

EXACT = 1  # where_prec of UCDP: the place itself


class ActorRow(Struct, frozen=True):
    """One actor of the user's: every name in `aliases` means `name`. None and empty leave things as they are.

    A place lies at `lat` and `lon` in degrees, `precision` as UCDP's where_prec (1 exact to 7 international).
    """

    name: str
    aliases: list[str] = []
    kind: ActorKind | None = None
    affiliation: str | None = None
    controller: str | None = None
    camp: str | None = None
    same_as: list[str] = []
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    precision: Annotated[int, Meta(ge=1, le=7)] | None = None

    @property
    def names(self) -> frozenset[str]:
        """Its names as they are compared."""
        return frozenset(plain(name) for name in (self.name, *self.aliases))


def camps(rows: Sequence[ActorRow]) -> dict[str, str]:
    """The camp of each name that the table gives one."""
    return {name: row.camp for row in rows if row.camp for name in sorted(row.names)}


def placed(places: Sequence[Place], rows: Sequence[ActorRow]) -> list[Place]:
    """The places at the coordinates that the table gives them."""
    told = {name: row for row in rows if row.lat is not None and row.lon is not None for name in sorted(row.names)}
    return [_placed(place, told[plain(place.name)]) if plain(place.name) in told else place for place in places]


def _placed(place: Place, row: ActorRow) -> Place:
    return replace(place, lat=row.lat, lon=row.lon, precision=row.precision or EXACT)
