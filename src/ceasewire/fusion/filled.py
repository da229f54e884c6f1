"""Filled roles as fusion compares them: the actor, the body behind it, the plain name, the words and the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from ceasewire.codebook import table
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import alike, any_of, bound, number_in, plain, words
from ceasewire.fusion.society import Society
from ceasewire.model import Arg, Mention

PLACES = ("venue", "place", "scope", "from", "to")
TELLING = 10  # a count above this, if the same, tells that two phrases mean the same people
NUMBER_RATIO = 1.5  # two counts further apart than this are not of one event
PEOPLE = re.compile(r"(?:an|ese|ish|i)$")
PEOPLE = re.compile(r"(?:an|ese|ish|i)$")
DEFINITE = re.compile(r"(?:the|these|those|their|our|his|her|its|they|them|he|she|it|him|all|others?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Filled:
    """A filled role as it is compared: the actor's id, its plain name, the words, the number in it.

    Of a place also the land it lies in, whether it is the whole of it, and whether it is told without its name.
    """

    role: str
    actor: str | None
    name: str
    words: frozenset[str]
    number: float | None
    exact: bool
    definite: bool
    body: str = ""
    land: str = ""
    whole: bool = False
    described: bool = False

    @property
    def counts(self) -> bool:
        """Whether the role is the toll of an event, which pages give in numbers alone."""
        return self.role == "number"

    @cached_property
    def named(self) -> bool:
        """Whether the words hold a proper name."""
        return any(word[0] == "^" for word in self.words)

    def same(self, other: Filled, dated: bool) -> bool:
        """Whether both may mean one party.

        Counts far apart are of two events, unless one is a bound or the same day is meant (then they are versions).
        """
        if self.number and other.number and self.exact and other.exact and not dated:
            low, high = sorted((self.number, other.number))
            if high > NUMBER_RATIO * low:
                return False
        return (dated and self.counts and not (self.words and other.words)) or self._fits(other)

    def _fits(self, other: Filled) -> bool:
        """The same actor or body, a town and its land, the same name, telling number, or half of the words."""
        if (self.actor and self.actor == other.actor) or (self.body and self.body == other.body):
            return True
        if self.land and self.land == other.land and (self.whole or other.whole):
            return True
        if self.number and self.number == other.number and (self.number > TELLING or not (self.words and other.words)):
            return True
        return self.name == other.name or alike(self.words, other.words)


def frames() -> dict[str, dict[str, list[str]]]:
    """For each event type its core roles: `agent`, `patient`, `both` (equals), `place`, and `text` (not compared)."""
    found: dict[str, dict[str, list[str]]] = table("fusion")["frames"]
    return found


def fill(mention: Mention, material: Material, society: Society | None = None, *, sides: bool = False) -> list[Filled]:
    """The core roles of a mention, ready to be compared; with a society a leader or an organ counts as its body.

    Fillers that only say that there are sides are left out unless `sides` is asked for.
    """
    wanted = _core(mention.type)
    return [
        _filled(arg, material, society) for arg in mention.args if arg.role in wanted and (sides or not generic(arg))
    ]


def cored(mention: Mention) -> bool:
    """Whether a mention fills any of its core roles."""
    wanted = _core(mention.type)
    return any(arg.role in wanted and not generic(arg) for arg in mention.args)


def generic(arg: Arg) -> bool:
    """Whether a filler only says that there are sides: `the two sides`, `warring parties`."""
    return bool(_sides().fullmatch(arg.text))


@cache
def _sides() -> re.Pattern[str]:
    words: list[str] = table("fusion")["words"]["sides"]
    return any_of(words)


@cache
def _core(kind: str | None) -> frozenset[str]:
    """The roles of a type that are compared."""
    rows = frames().get(kind or "", {})
    return frozenset(role for name, roles in rows.items() if name != "text" for role in roles)


def _filled(arg: Arg, material: Material, society: Society | None) -> Filled:
    name = material.name(arg.actor) or arg.text
    definite = bool(DEFINITE.match(arg.text)) and not any(w[:1].isupper() for w in arg.text.split()[1:])
    exact = bound(arg.text) == "exact"
    who = material.actors.get(arg.actor or "")
    body = (society.body(arg.actor) or "") if society and who and who.kind in ("person", "state", "government") else ""
    land, whole = society.land(arg.actor) if society and arg.role in PLACES else ("", False)
    return Filled(
        arg.role, arg.actor, plain(name), words(name), number_in(arg.text), exact, definite, body, land, whole,
        _described(name),
    )  # fmt: skip


def _described(name: str) -> bool:
    """`the besieged Lorasian town`: a common noun with no name but that of a people."""
    said = name.split()
    return bool(said) and said[-1].islower() and all(PEOPLE.search(word) for word in said[1:] if word[:1].isupper())
