"""Which facts the reader wants: the filters of the story, as one question to the index."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ceasewire.dossier.draw.scale import day_of
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked

ORDERS = {
    "weight": "position",
    "day": "coalesce(begins, ends, first, '9999'), position",
    "new": "coalesce(last, '') DESC, position",
    "sources": "pro + con DESC, position",
}


@dataclass(frozen=True)
class Filters:
    """What was asked, each empty where it was not. `since` and `until` are ISO days."""

    actor: str = ""
    type: str = ""
    status: str = ""
    place: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    sort: str = "weight"

    @classmethod
    def of(cls, asked: Asked) -> Filters:
        """The filters of an address; days that are none are left out."""
        found = {field.name: asked.get(field.name, "").strip()[:200] for field in fields(cls)}
        found |= {name: found[name] if day_of(found[name]) else "" for name in ("since", "until")}
        return cls(**{**found, "sort": found["sort"] if found["sort"] in ORDERS else "weight"})

    @property
    def any(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, field.name) for field in fields(self) if field.name != "sort")

    def values(self) -> dict[str, str]:
        """What is to stand in an address for the same choice."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in found.items() if value and value != "weight"}

    def without(self, name: str) -> dict[str, str]:
        """The values but for one of them."""
        return {key: value for key, value in self.values().items() if key != name}

    def where(self) -> tuple[str, list[str]]:
        """The condition in SQL, and its values."""
        rows = [row for row in (*self._plain(), *self._linked(), *self._period()) if row]
        return " AND ".join(f"({condition})" for condition, _ in rows) or "1", [v for _, vs in rows for v in vs]

    def _plain(self) -> list[tuple[str, list[str]]]:
        named = (("type", self.type), ("status", self.status), ("place", self.place))
        return [(f"{column} = ?", [value]) for column, value in named if value]

    def _linked(self) -> list[tuple[str, list[str]]]:
        rows = []
        if self.actor:
            question = (
                "id IN (SELECT fact FROM part JOIN actor ON actor.id = part.actor WHERE actor.name LIKE ? ESCAPE '\\')"
            )
            rows.append((question, [f"%{_literal(self.actor)}%"]))
        if self.outlet:
            rows.append(
                ("id IN (SELECT fact FROM rests JOIN page ON page.id = rests.doc WHERE page.outlet = ?)", [self.outlet])
            )
        return rows

    def _period(self) -> list[tuple[str, list[str]]]:
        rows = []
        if self.since:
            rows.append(("coalesce(ends, last, begins, '9999') >= ?", [self.since]))
        if self.until:
            rows.append(("substr(coalesce(begins, first, ends, '0000'), 1, 10) <= ?", [self.until]))
        return rows


def chosen(shelf: Shelf, filters: Filters, most: int = -1, skip: int = 0) -> list[str]:
    """The ids of the facts that pass, in the order asked for."""
    where, values = filters.where()
    question = f"SELECT id FROM fact WHERE {where} ORDER BY {ORDERS[filters.sort]} LIMIT ? OFFSET ?"
    return shelf.keys(question, *values, most, skip)


def how_many(shelf: Shelf, filters: Filters) -> int:
    """How many facts pass."""
    where, values = filters.where()
    return shelf.number(f"SELECT count(*) FROM fact WHERE {where}", *values)


def choices(shelf: Shelf) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers, as (value, label), the commonest first."""
    types = shelf.known("SELECT type, count(*) FROM fact GROUP BY type ORDER BY 2 DESC, 1")
    places = shelf.known(
        "SELECT place, count(*) FROM fact WHERE place IS NOT NULL GROUP BY place ORDER BY 2 DESC, 1 LIMIT 60"
    )
    outlets = shelf.known(
        "SELECT outlet, count(*) FROM page WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 1 LIMIT 200"
    )
    actors = shelf.known(
        "SELECT name FROM part JOIN actor ON actor.id = part.actor GROUP BY name ORDER BY count(*) DESC, name LIMIT 80"
    )
    return {
        "type": [(str(key), str(number)) for key, number in types],
        "place": [(str(key), shelf.name(str(key))) for key, _ in places],
        "outlet": [(str(key), str(number)) for key, number in outlets],
        "actor": [(str(name), "") for (name,) in actors],
    }


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
