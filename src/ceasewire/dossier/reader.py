"""Who looks at the dossier, as its views need to know it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.types import Scope

from ceasewire.record.tlp import ALL

READER = "ceasewire.reader"


@dataclass(frozen=True)
class Reader:
    """Somebody who was let in. `name` is empty where nobody asked for it; `sees` is the highest label shown to him;
    `seal` goes into his forms; `rules` says whether he may send more than his leave.
    """

    name: str = ""
    sees: str = ALL
    seal: str = ""
    named: bool = False
    rules: bool = False


def let_in(scope: Scope, reader: Reader) -> None:
    """Note on a request who makes it."""
    scope[READER] = reader


def reader_of(request: Request) -> Reader:
    """Who makes a request; somebody who may only read where nobody was let in."""
    found = request.scope.get(READER)
    return found if isinstance(found, Reader) else Reader()
