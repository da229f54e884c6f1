"""The user's own table of actors, which extends or overrules what the pages and our tables say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ceasewire.fusion.names import plain
from ceasewire.model import ActorKind


class ActorRow(Struct, frozen=True):
    """One actor of the user's: every name in `aliases` means `name`. None and empty leave things as they are."""

    name: str
    aliases: list[str] = []
    kind: ActorKind | None = None
    affiliation: str | None = None
    controller: str | None = None
    camp: str | None = None
    same_as: list[str] = []

    @property
    def names(self) -> frozenset[str]:
        """Its names as they are compared."""
        return frozenset(plain(name) for name in (self.name, *self.aliases))


def camps(rows: Sequence[ActorRow]) -> dict[str, str]:
    """The camp of each name that the table gives one."""
    return {name: row.camp for row in rows if row.camp for name in sorted(row.names)}
