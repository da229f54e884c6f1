"""The table of triggers, by every form of every word in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ceasewire.codebook import table
from ceasewire.reading.events.lemmas import forms

Frame = dict[str, list[str]]
# Keys of a group of the table that say how the word is used, not what company it needs.
ABOUT = frozenset(["verbs", "nouns", "adjectives", "roles", "plover", "cameo", "mode", "state", "sure"])


@dataclass(frozen=True, eq=False)
class Entry:
    """One row of the table for one word: the type it names, what it needs beside it, and how its roles are filled."""

    type: str | None
    part: str
    before: str
    needs: dict[str, Any]
    frame: Frame
    roles: frozenset[str]
    plover: str | None
    mode: str | None
    cameo: str | None
    state: bool
    sure: float
    rank: tuple[bool, bool, float] = (False, True, 0.0)
    """Of two rows that fit, the longer name, then the one with a type, then the surer."""


@cache
def lexicon(part: str) -> dict[str, list[Entry]]:
    """The triggers of one part of speech (`verb`, `noun`, `adjective`) by every form of the word."""
    made: dict[str, list[Entry]] = {}
    events = table("events")
    for name, row in [*events["types"].items(), *events["other"].items()]:
        kind = name if name in events["types"] else None
        for group in row["triggers"]:
            for word in group.get(part + "s", []):
                entry = _entry(kind, part, word, row, group)
                for form in forms(part, _pieces(word)[-1] if part == "noun" else word):
                    made.setdefault(form, []).append(entry)
    return made


@cache
def known_forms() -> frozenset[str]:
    """Every form of every trigger."""
    return frozenset(form for part in ("verb", "noun", "adjective") for form in lexicon(part))


def _pieces(word: str) -> list[str]:
    """A name as the parser parts it: `no-fly zone` gives `no`, `-`, `fly`, `zone`."""
    if word in table("events")["one_word"]:
        return [word]
    return word.replace("-", " - ").split()


def _entry(kind: str | None, part: str, word: str, row: dict[str, Any], group: dict[str, Any]) -> Entry:
    before, sure = " ".join(_pieces(word)[:-1]), group.get("sure", 0.8)
    return Entry(
        type=kind,
        part=part,
        before=before,
        needs={key: value for key, value in group.items() if key not in ABOUT},
        frame={**row.get("frame", {}), **group.get("roles", {})},
        roles=frozenset(row.get("roles", [])),
        plover=group.get("plover", row["plover"]) or None,
        mode=group.get("mode", row.get("mode")),
        cameo=group.get("cameo", row["cameo"]) or None,
        state=group.get("state", False),
        sure=sure,
        rank=(bool(before), kind is not None, sure),
    )


@cache
def frame_of(kind: str) -> tuple[Frame, frozenset[str]]:
    """The slots and the roles of a type."""
    row = table("events")["types"][kind]
    return row["frame"], frozenset(row["roles"])
