"""What stands in a record beside the files of the contract: labels and assessments, as of today's ids."""

from __future__ import annotations

from msgspec import Struct


class Label(Struct, frozen=True):
    """How far a page (`documents/ID`), a fact (`facts/ID`) or a note (`assessments/ID`) may travel, by whose word.

    The last one of a thing stands.
    """

    id: str
    what: str
    tlp: str
    by: str
    at: str
    why: str
    stands: bool


class Assessment(Struct, frozen=True):
    """What an analyst makes of a fact, in his own words. It changes no status; a later one of his own undoes it.

    `words` are None where he only takes an older one back.
    """

    id: str
    fact: str
    words: str | None
    by: str
    at: str
    tlp: str | None
    undoes: str | None
    stands: bool


class Withheld(Struct, frozen=True):
    """What is left out of a record that may go as far as `tlp` and no further."""

    tlp: str
    pages: int
    facts: int
    assessments: int


BESIDE: dict[str, type[Struct]] = {"labels": Label, "assessments": Assessment, "withheld": Withheld}
