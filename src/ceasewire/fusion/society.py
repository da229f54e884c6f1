"""Who speaks for whom: the body behind a voice, and the camp it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from ceasewire.codebook import table
from ceasewire.codebook.world import state_of
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import any_of, plain, words
from ceasewire.fusion.places import places
from ceasewire.model import Actor, Arg, Place, Statement

VAGUE = frozenset({"Any", "Some", "Many", "Most", "No", "All", "Both", "Several"})
BODIES = frozenset({"state", "government", "armed_group", "opposition_body", "monitor"})


@cache
def voices(name: str) -> re.Pattern[str]:
    """The words of the table that tell one kind of voice, as whole words. Raises KeyError for a kind that is none."""
    found: list[str] = table("fusion")["voices"][name]
    return any_of(found)


@dataclass(frozen=True)
class Society:
    """The bodies and camps of one story."""

    material: Material

    def body(self, actor: str | None, depth: int = 0) -> str | None:
        """The name of the government or body that an actor is or speaks for; None for one who speaks for himself.

        `the Lorasian foreign ministry` and `Lorasia` are one body, `Lorasia`; so is its capital, where that speaks.
        """
        who = self.material.actors.get(actor or "")
        if who is None or depth > 6:
            return None
        if who.kind in ("state", "government") or who.name in self._official_organs:
            return self._state(who) or self._above(who, depth) or who.name
        if who.kind in BODIES:
            return who.name
        if who.kind == "organisation":
            return self._above(who, depth) or who.name
        if who.kind == "place":
            return state_of(who.name)
        return self.body(who.affiliation, depth + 1) if who.kind in ("person", "group") else None

    def land(self, actor: str | None) -> tuple[str, bool]:
        """The state that a place lies in and whether it is the state itself, empty for what no table knows."""
        who = self.material.actors.get(actor or "")
        state = state_of(who.name) if who else None
        if who and state and plain(state) == plain(who.name):
            return state, True
        return self._within.get(actor or "", ""), False

    def speaker(self, statement: Statement) -> str | None:
        """The body that the source of a statement is or belongs to, else the one that its page gives him."""
        return self.body(statement.source.actor) or self.body(statement.affiliation)

    def party(self, arg: Arg) -> str:
        """The plain name of the body that fills a role, of the words where there is none."""
        return plain(self.body(arg.actor) or arg.text)

    def speaks_for(self, statement: Statement) -> str | None:
        """The body whose voice a statement is (a spokesman's, a minister's, its own); None for a private voice."""
        who = self.material.actors.get(statement.source.actor or "")
        words = statement.source.span.text if statement.source.span else ""
        by_name, by_page = self.body(statement.source.actor), self.body(statement.affiliation)
        body = (by_page or by_name) if statement.anonymous else (by_name or by_page)
        if who is None or body is None:
            return None
        if who.kind == "person" and not self._holds_office(who, words, statement.affiliation):
            return None
        return None if self._loose(who, statement) else body

    def camp(self, name: str, words: str, body: str | None, outlet: bool) -> str:
        """The camp of a voice, from the words that name it and the body behind it."""
        for camp in ("analyst", "monitor", "humanitarian"):
            if voices(camp).search(f"{words} {name} {body or ''}"):
                return camp
        if outlet:
            return "outlet"
        return self._side(body) if body else "unknown"

    def is_mediator(self, body: str) -> bool:
        """A body that brokers in this story and is nowhere a party."""
        return body in self._roles["mediator"] and body not in self._roles["party"]

    def _side(self, body: str) -> str:
        """The rebels and the opposition of one land are one camp; who brokers is the mediator."""
        if self.is_mediator(body):
            return "mediator"
        side = voices("opposition").sub("opposition", body, count=1)
        return side if side != body or _proper(body) else "unknown"

    def _holds_office(self, who: Actor, words: str, affiliation: str | None) -> bool:
        """A person speaks for a body by office, or as a member of an organised body."""
        to = self.material.actors.get(affiliation or who.affiliation or "")
        if to is None:
            return False
        named = " ".join([words, *(a.name for a in who.aliases)])
        if voices("analyst").search(named):
            return False
        return to.kind in ("state", "government", "armed_group", "opposition_body", "monitor") or bool(
            voices("office").search(named)
        )

    def _loose(self, who: Actor, statement: Statement) -> bool:
        """A crowd without organisation (`opposition members`) is no body that speaks with one voice."""
        to = self.material.actors.get(statement.affiliation or who.affiliation or "") or who
        return to.kind == "group" and who.kind in ("person", "group")

    def _above(self, who: Actor, depth: int) -> str | None:
        return self.body(who.affiliation, depth + 1) if who.affiliation else None

    def _state(self, who: Actor) -> str | None:
        """The state of a government or ministry, from its own name or its affiliation."""
        direct = state_of(who.name)
        if direct:
            return direct
        if who.kind == "state" or not voices("organ").search(who.name):
            return None
        for word in re.findall(r"[\w’'-]+", who.name):
            bare = re.sub(r"[’']s?$", "", word)
            state = state_of(bare) or self._lands.get(next(iter(words(bare)), ""))
            if state:
                return state
        return None

    @cached_property
    def places(self) -> list[Place]:
        """Where the places of the story lie."""
        return places(self.material)

    @cached_property
    def _within(self) -> dict[str, str]:
        """The states of the places that the gazetteer knows."""
        return {place.id: place.within for place in self.places if place.within}

    @cached_property
    def _lands(self) -> dict[str, str]:
        """The one-word names of the story that are no persons, by stem: lands that no table knows."""
        named = [a.name for a in self.material.actors.values() if a.kind != "person" and " " not in a.name]
        return {next(iter(words(n))): n for n in sorted(named, reverse=True) if n[:1].isupper() and words(n)}

    @cached_property
    def _official_organs(self) -> frozenset[str]:
        others = [a for a in self.material.actors.values() if a.kind != "person"]
        return frozenset(a.name for a in others if voices("organ").search(a.name) and self._state(a))

    @cached_property
    def _roles(self) -> dict[str, set[str]]:
        """Which bodies act as party and which as mediator anywhere in the story."""
        found: dict[str, set[str]] = {"party": set(), "mediator": set()}
        for mention in self.material.mentions.values():
            for arg in mention.args:
                if arg.role in found:
                    found[arg.role].add(self.body(arg.actor) or plain(arg.text))
        return found


def _proper(name: str) -> bool:
    """Whether a name is somebody's own: `Marl Front`, not `both sides` or `Any reading of it`."""
    first = next((word for word in name.split() if plain(word)), "")
    return first[:1].isupper() and first not in VAGUE
