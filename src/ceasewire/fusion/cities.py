"""The reduced gazetteer: cities by name. The data are GeoNames', CC BY 4.0; scripts/make_cities says what was kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ceasewire.codebook.world import state_of


@dataclass(frozen=True)
class City:
    """A city: its name, where it lies in degrees, the state it lies in, and its thousands of people."""

    name: str
    lat: float
    lon: float
    state: str
    people: int


def cities_of(name: str) -> list[City]:
    """Every city of that name, the largest first; spelling of accents, hyphens, apostrophes and articles aside."""
    return _index().get(fold(name), [])


@cache
def all_cities() -> list[City]:
    """Every city of the gazetteer once, the largest first."""
    found = {(city.name, city.lat, city.lon): city for cities in _index().values() for city in cities}
    return sorted(found.values(), key=lambda c: (-c.people, c.name, c.lat))


def fold(name: str) -> str:
    """A name as the gazetteer looks it up: `Ar-Raqqah` is `ar raqqah`."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in "’'‘`ʿʾ")
    return re.sub(r"^(?:city of|town of|the) ", "", " ".join(re.findall(r"\w+", bare)))


@cache
def _index() -> dict[str, list[City]]:
    found: dict[str, list[City]] = {}
    states: dict[str, str] = {}
    for row in files(__package__).joinpath("cities.tsv").read_text("utf-8").splitlines():
        if row.startswith("="):
            code, _, name = row[1:].partition("\t")
            states[code] = state_of(name) or name
        elif not row.startswith("#"):
            _add(found, row.split("\t"), states)
    return {key: sorted(cities, key=lambda c: (-c.people, c.state, c.lat)) for key, cities in found.items()}


def _add(found: dict[str, list[City]], cells: list[str], states: dict[str, str]) -> None:
    """One row; a name that is the city's own comes before one that is only called so elsewhere."""
    name, lat, lon, code, people = cells[:5]
    city = City(name, float(lat), float(lon), states.get(code, code), int(people))
    others = cells[5].split(";") if len(cells) > 5 else []
    for told in dict.fromkeys(_quick(other) for other in (name, *others)):
        found.setdefault(told, []).append(city)


def _quick(name: str) -> str:
    """The same as `fold` for the names of the table, which are plain letters, in a tenth of the time."""
    simple = " ".join(name.lower().replace("-", " ").replace("'", "").split())
    return (
        simple
        if simple.replace(" ", "").isalpha() and not simple.startswith(("the ", "city of ", "town of "))
        else fold(name)
    )
