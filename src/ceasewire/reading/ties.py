"""Relations with what the page says of them: in whose words they stand, and when they hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Clock, Relation, Span, Statement, Time

BEHIND = 2  # characters between a relation and the time that says how long it has held


def tied(
    relations: Sequence[Relation], statements: Sequence[Statement], times: Sequence[Time], clocks: dict[str, Clock]
) -> tuple[list[Relation], dict[str, Clock]]:
    """The relations with the statement each stands in, and by relation the clock of the stretch in which it holds."""
    vouched = [replace(relation, statement=_voucher(relation.span, statements)) for relation in relations]
    found = {relation.id: _clock(relation.span, times, clocks) for relation in relations}
    return vouched, {ident: clock for ident, clock in found.items() if clock}


def _voucher(span: Span, statements: Sequence[Statement]) -> str | None:
    """The innermost statement whose words hold a relation: `The envoy said that Chad backs the rebels`."""
    holding = [
        (piece.end - piece.start, number)
        for number, statement in enumerate(statements)
        for piece in statement.content
        if piece.start <= span.start and span.end <= piece.end
    ]
    return statements[min(holding)[1]].id if holding else None


def _clock(span: Span, times: Sequence[Time], clocks: dict[str, Clock]) -> Clock | None:
    """`a former envoy` was one until the page was written, `leader of the front since 2019` from then on."""
    if _over() & set(span.text.lower().replace("-", " ").split()):
        return Clock("before", ["offset", 0])
    near = (time for time in times if span.start <= time.span.start <= span.end + BEHIND)
    return next((clocks[time.id] for time in near if time.id in clocks and clocks[time.id].rule != "vague"), None)


@cache
def _over() -> frozenset[str]:
    return frozenset(table("roles")["over"]["words"])
