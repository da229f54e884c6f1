"""Nobody is unmasked: an unnamed source is joined to nobody, not even by a ruling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ceasewire.fusion.names import plain
from ceasewire.model import Document, Statement

Tellers = dict[str, set[str]]


def tellers(statements: Iterable[Statement], documents: Mapping[str, Document]) -> Tellers:
    """The actors that stand for unnamed people, each with the reporters that it spoke to."""
    found: Tellers = defaultdict(set)
    for statement in statements:
        if statement.anonymous and statement.source.actor:
            found[statement.source.actor].add(teller(statement, documents))
    return dict(found)


def teller(statement: Statement, documents: Mapping[str, Document]) -> str:
    """The outlet that an unnamed source spoke to: the last one before it in the chain, else the page's own."""
    page = documents[statement.doc]
    relays = statement.chain[:-1]
    return plain(relays[-1] if relays else page.origin or page.outlet or page.path)


def why_not(one: str, other: str, hidden: Tellers) -> str | None:
    """Why two actors may not be joined, None where they may."""
    if one not in hidden and other not in hidden:
        return None
    if one not in hidden or other not in hidden:
        return "an unnamed source is never joined to somebody named"
    if len(hidden[one] | hidden[other]) > 1:
        return "unnamed sources who spoke to different reporters are never joined"
    return None


def why_apart(one: Statement, other: Statement, documents: Mapping[str, Document]) -> str | None:
    """Why two statements may not be made one, None where they may."""
    if one.anonymous != other.anonymous:
        return "an unnamed source is never joined to somebody named"
    if one.anonymous and teller(one, documents) != teller(other, documents):
        return "unnamed sources who spoke to different reporters are never joined"
    return None
