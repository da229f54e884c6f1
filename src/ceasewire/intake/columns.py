"""Rows of crawlers and news databases to pages: which field is the title, the text, the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.intake.credits import cleaned_byline
from ceasewire.intake.days import Order, day_of, order_of
from ceasewire.intake.decode import sound
from ceasewire.intake.fragment import text_of
from ceasewire.intake.page import Broken, Page, RefusedError

_PUNCTUATION = re.compile(r"[^\w.]|_")
_ADDRESS = re.compile(r"^(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/|$)")
_MARKUP = re.compile(r"<(?:p|br|div|span|a|b|i|strong|em|ul|h\d)\b[^<>]{0,500}>", re.I)

Row = Mapping[str, Any]


def key(name: str) -> str:
    """A column's name as the table writes it: `Publication Date` is `publicationdate`."""
    return _PUNCTUATION.sub("", name.casefold())


@cache
def names(group: str) -> tuple[str, ...]:
    """A list of the table of columns."""
    return tuple(table("columns")[group])


@cache
def known() -> frozenset[str]:
    """Every name of a column that the table has."""
    return frozenset(name for group in table("columns") if group != "lists" for name in names(group))


def order_in(rows: Iterable[Row]) -> Order | None:
    """How rows write days in numbers."""
    return order_of(value for row in rows for _, value in _values(_flat(row), "published"))


def page_of(row: Row, number: int, data: bytes, what: str = "row", order: Order | None = None) -> Page | Broken:
    """The page of a row. `number` names it where the row does not, `what` says whose date it is."""
    fields = _flat(row)
    name = _name(fields, number)
    title = _words(fields, "title") or ""
    body = _body(fields)
    if not (title or body.strip()):
        return Broken(name, "no title and no text")
    try:
        text = sound("\n\n".join(filter(None, (title, body))).encode("utf-8", "replace").decode())
    except RefusedError as reason:
        return Broken(name, str(reason))
    published, field = _day(fields, "published", order)
    source = _source(fields)
    return Page(
        name,
        data,
        text,
        url=_words(fields, "url"),
        domain=_words(fields, "domain") or (source if source and _ADDRESS.match(source) else None),
        site=source if source and not _ADDRESS.match(source) else None,
        title=" ".join(title.split()) or None,
        byline=_authors(fields),
        published=published,
        retrieved=_day(fields, "retrieved", order)[0],
        rights=_words(fields, "rights"),
        why=f"{field} of the {what}",
    )


def _flat(row: Row) -> dict[str, tuple[str, Any]]:
    """Fields by their plain names, with the name as given; fields of fields after a dot."""
    found: dict[str, tuple[str, Any]] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            for inner, deep in value.items():
                found.setdefault(f"{key(str(name))}.{key(str(inner))}", (f"{name}.{inner}", deep))
        else:
            found.setdefault(key(str(name)), (str(name), value))
    return found


def _values(fields: Mapping[str, tuple[str, Any]], group: str) -> Iterator[tuple[str, Any]]:
    for name in names(group):
        if name in fields and fields[name][1] not in (None, ""):
            yield fields[name]


def _words(fields: Mapping[str, tuple[str, Any]], group: str) -> str | None:
    return next((v for _, v in _values(fields, group) if isinstance(v, str) and v.strip()), None)


def _name(fields: Mapping[str, tuple[str, Any]], number: int) -> str:
    given = (value for _, value in _values(fields, "name") if isinstance(value, str | int))
    return next((str(name) for name in given), str(number))


def _body(fields: Mapping[str, tuple[str, Any]]) -> str:
    """The text, its first paragraph put before it where a database keeps that apart; markup taken off."""
    paragraphs = next((_joined(value) for _, value in _values(fields, "text") if _joined(value)), "")
    lead = _words(fields, "lead") or ""
    body = paragraphs if paragraphs.lstrip().startswith(lead.strip()) else f"{lead}\n\n{paragraphs}"
    return text_of(body) if len(_MARKUP.findall(body[:5000])) >= 2 else body


def _joined(value: object) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "\n\n".join(value)
    return value if isinstance(value, str) and value.strip() else ""


def _source(fields: Mapping[str, tuple[str, Any]]) -> str | None:
    """The outlet that a row names: `The Veldanian (Orsk)` without its place, an address as it is."""
    given = _words(fields, "source")
    if given is None or outlet_by_name(given):
        return given
    return re.split(r"\s*[(\[;,]|\s--\s", given.strip())[0] or None


def _day(fields: Mapping[str, tuple[str, Any]], group: str, order: Order | None) -> tuple[str | None, str]:
    """The first day that the fields give, and the field."""
    for field, value in _values(fields, group):
        if day := day_of(value, order):
            return day, field
    return None, group


def _authors(fields: Mapping[str, tuple[str, Any]]) -> str | None:
    """The names in a row, listed; a field may hold one name, several, or objects with names."""
    value = next((value for _, value in _values(fields, "byline")), None)
    given = value if isinstance(value, list) else [value]
    named = [each.get("name") if isinstance(each, Mapping) else each for each in given]
    kept = [cleaned_byline(" ".join(name.split())) for name in named if isinstance(name, str) and name.strip(" []")]
    return ", ".join(kept) or None
