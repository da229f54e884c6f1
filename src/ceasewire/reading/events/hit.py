"""A word that names an event, with what the table says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.company import View
    from ceasewire.reading.events.entries import Entry


@dataclass(frozen=True, eq=False)
class Hit:
    """A word that names an event."""

    token: Token
    entry: Entry
    view: View = field(repr=False)
