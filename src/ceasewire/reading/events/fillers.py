"""Who or what may fill a role, and whom a word means where one mention stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.events.company import (
    NAMES,
    OWNERS,
    PLACES,
    WHEN,
    is_actor,
    is_kind,
    is_number,
    is_place,
    kind_words,
)
from ceasewire.reading.events.syntax import prepositions, whose
from ceasewire.reading.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

_EMPTY = frozenset(["it", "this", "that", "which", "there", "what", "-"])
_PEOPLE = frozenset(["released", "seized", "people", "number"])
_LASTING = frozenset(["duration", "deadline"])
_PLACING = frozenset(["in", "near", "from", "of", "off", "at", "around", "inside", "outside"])
_ASKED = frozenset(["WP", "WDT"])
# Offices that mean their state where they say `we`.
# What a name of a place before a noun may mean without its being somebody: `the Osten kidnapping` (of Osten's girls).
_GROUNDS = ("place", "group")
_FORCES = ("armed_group", "opposition_body", "person")
_ARMS = ("munition", "guns", "warcraft", "weaponry")
_SPEAKING = ("ministry", "department", "presidency", "embassy", "foreign office", "state department")
_SURE = 0.8
_LANDS = frozenset(["country", "nation", "government", "state"])
_WITHIN = frozenset(["in", "across", "throughout", "inside"])
_GROUND = frozenset(["to", "scope"])
_INSIDE = frozenset(["in", "at"])
_PLACES = frozenset(["venue", "place", "from"])


@dataclass(frozen=True)
class Stage:
    """One trigger on its page, with the statement it stands in."""

    hit: Hit
    parsed: Parsed
    cast: Cast
    statement: Statement | None

    def who(self, token: Token) -> str | None:
        """The actor a word means; `we` and `it` of a statement mean who speaks and whom he speaks for."""
        if self.statement and token.lower_ in ("we", "us") and token.pos_ == "PRON":
            return self._state(self.statement.affiliation) or self.statement.source.actor
        if token.lemma_ in _LANDS and (owner := _owner_of(token)) is not None:
            return self._home(owner) or self.cast.refer(token)
        known = self.cast.refer(token)
        if known or self.statement is None:
            return known
        if token.lower_ in ("i", "me"):
            return self.statement.source.actor
        if (
            token.lower_ in ("it", "they")
            and token.dep_ in ("nsubj", "nsubjpass")
            and self.statement.mode == "indirect"
        ):
            return self.statement.source.actor
        return None

    def side(self, token: Token) -> str | None:
        """The same; of a commander (`his contacts with the government`) the group that he leads."""
        actor = self.who(token)
        group = self.cast.affiliation(actor) if actor else None
        leads = group is not None and self.cast.actor(group).kind in ("armed_group", "opposition_body")
        return group if leads else actor

    def _home(self, owner: Token) -> str | None:
        """`the minister, whose country brokered the deal`: the state he belongs to."""
        actor = self.cast.refer(owner)
        return self.cast.affiliation(actor) if actor else None

    def _state(self, actor: str | None) -> str | None:
        """The state that a ministry speaks for; any other actor as he is."""
        if actor and self.cast.actor(actor).name.lower().endswith(_SPEAKING):
            return self.cast.affiliation(actor) or actor
        return actor


def _owner_of(token: Token) -> Token | None:
    """Whom `whose country` stands for."""
    asked = next((child for child in token.children if child.dep_ == "poss" and child.lower_ == "whose"), None)
    return next(iter(whose(asked)), None) if asked is not None else None


def is_actor_role(role: str) -> bool:
    """Whether a role is filled by somebody who acts."""
    return _kind_of(role) == "actor"


@cache
def _kind_of(role: str) -> str:
    return next((kind for kind, names in table("events")["roles"].items() if role in names), "text")


def may_fill(token: Token, role: str, slot: str, stage: Stage) -> bool:
    """Whether a word may fill a role: places where, people who, numbers how many; none that the table bars."""
    return not _barred(token, role, stage) and _suits(token, role, slot, stage)


def _barred(token: Token, role: str, stage: Stage) -> bool:
    """`the hostages` hold nobody, `they` who are the parents neither, and a newspaper is no party to a truce."""
    rows, words = _bars(stage.hit.entry.type, role)
    if not rows:
        return False
    low = token.lower_
    if low in words or token.lemma_.lower() in words or (low.endswith("s") and low[:-1] in words):
        return True
    actor = stage.who(token)
    if actor is None:
        return False
    known = stage.cast.actor(actor)
    return known.kind in rows["actors"] or (token.pos_ == "PRON" and _named_as(known.name, rows["kinds"]))


@cache
def _bars(kind: str | None, role: str) -> tuple[dict[str, list[str]], frozenset[str]]:
    """What a role never takes, and all the words of those kinds."""
    barred = table("events")["barred"]
    rows: dict[str, list[str]] = barred.get(f"{kind}.{role}", barred.get(role, {}))
    return rows, frozenset(word for name in rows.get("kinds", ()) for word in kind_words(name))


def _named_as(name: str, kinds: list[str]) -> bool:
    """Whether an unnamed actor (`the parents of the crew`) is called by a word of a kind."""
    head = name.split(" of ", maxsplit=1)[0].split()[-1:]
    return any(word in kind_words(kind) or word.rstrip("s") in kind_words(kind) for word in head for kind in kinds)


def _suits(token: Token, role: str, slot: str, stage: Stage) -> bool:
    """Whether a word is of the sort that its role asks for, by the path it stands on."""
    if role in _LASTING:
        bare = role == "deadline" and slot == "by" and _length(token)
        return not bare and (token.ent_type_ in WHEN or is_kind(token, "spans"))
    if _unfit(token, role, slot, stage):
        return False
    if token.ent_type_ in WHEN or token.lower_ in _EMPTY:
        return slot in ("subject", "object", "mediator", "host") and stage.who(token) is not None
    if slot == "modifier" and role in _PEOPLE:
        return is_kind(token, "captive") or is_kind(token, "civilian")
    return _admitted(token, role, slot, stage) or _SORTS[_sort(role)](token, slot, stage)


def _unfit(token: Token, role: str, slot: str, stage: Stage) -> bool:
    """An hour (`at 21:40`), a word of asking (`who is talking`), help (`with Orsan help`), a share for a place."""
    if ":" in token.text or token.tag_ in _ASKED or _each_other(token):
        return True
    if role == "means" and slot in ("with", "modifier"):
        return not any(is_kind(token, kind) for kind in _ARMS)
    if role == "target" and slot == "with":
        return not is_actor(token)
    return role == "place" and "share" in stage.hit.entry.roles and _portion(token)


def _each_other(token: Token) -> bool:
    """`each other`, `one another`: those who do it, and nobody else."""
    return token.lower_ in ("other", "another") and token.i > 0 and token.nbor(-1).lower_ in ("each", "one")


def _portion(token: Token) -> bool:
    """`swathes of territory`, `many areas`: how much is won, and not where."""
    if is_kind(token, "portions"):
        return token.pos_ != "PROPN"
    return token.pos_ == "NOUN" and any(
        child.dep_ in ("amod", "nummod") and is_kind(child, "amounts") for child in token.children
    )


def _length(token: Token) -> bool:
    """`extended by ten days`: how long, and not until when."""
    return is_kind(token, "spans") and any(child.dep_ == "nummod" for child in token.children)


def _admitted(token: Token, role: str, slot: str, stage: Stage) -> bool:
    """Things that may fill a role of somebody: `shelled a bakery`; a sure word for an attack hits whatever it hits."""
    if role == "target" and slot in ("object", "target") and stage.hit.entry.sure >= _SURE:
        return token.pos_ == "NOUN" and stage.hit.entry.type == "attack" and not is_kind(token, "abstracts")
    kinds = table("events")["also"].get(f"{stage.hit.entry.type}.{role}", [])
    return any(is_kind(token, kind) for kind in kinds)


def _sort(role: str) -> str:
    """The sort of filler a role takes: `venue`, `ground`, `count`, `actor` or `text`."""
    if role in _PLACES:
        return "venue"
    return "ground" if role in _GROUND else _kind_of(role)


def _is_ground(token: Token, slot: str, stage: Stage) -> bool:
    """Where somebody goes or what a truce covers: a place, or a noun where the preposition says so.

    `a truce on air raids` covers raids, `a truce in a bid for talks` no bid.
    """
    if is_place(token) or slot in ("for", "modifier"):
        return is_place(token)
    return token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "PRON") and slot not in _INSIDE)


def _is_text(token: Token, slot: str, stage: Stage) -> bool:
    return token.pos_ not in ("ADP", "PUNCT", "PART") and (slot != "modifier" or token.ent_type_ != "NORP")


def _is_count(token: Token, slot: str, stage: Stage) -> bool:
    return slot in ("subject", "object") or is_number(token)


def _is_venue(token: Token, slot: str, stage: Stage) -> bool:
    known = stage.who(token)
    if known and stage.cast.actor(known).kind in _FORCES:
        return False
    if slot != "modifier":
        home = slot in _WITHIN and token.lemma_ in ("country", "nation") and stage.who(token) is not None
        return home or is_place(token) or (slot in _PLACING and _unknown_name(token, stage))
    actor = stage.cast.refer(token)
    return token.ent_type_ in ("GPE", "LOC", "FAC") and (actor is None or stage.cast.actor(actor).kind == "place")


def _unknown_name(token: Token, stage: Stage) -> bool:
    """`pulled out of Obrin`: a name that the page tells nothing else of."""
    actor = stage.who(token) if token.pos_ == "PROPN" else None
    crowd = is_kind(token, "people") or is_kind(token, "force")
    bare = token.tag_ == "NNP" and token.ent_type_ not in ("PERSON", "NORP", "ORG", *WHEN) and not crowd
    return stage.cast.actor(actor).kind == "place" if actor else bare


def _is_agent(token: Token, slot: str, stage: Stage) -> bool:
    if slot == "modifier":
        known = stage.who(token)
        ground = token.ent_type_ in PLACES and known is not None and stage.cast.actor(known).kind in _GROUNDS
        return not ground and (token.ent_type_ in NAMES or is_kind(token, "war_side"))
    if slot == "by" and is_kind(token, "vehicle"):
        return False
    return is_actor(token) or stage.who(token) is not None or (_owned(token) and not is_place(token))


def _owned(token: Token) -> bool:
    """`the regime's efforts`, `a Council resolution`: a thing that acts for its owner."""
    if any(is_kind(token, kind) for kind in ("truce", "parley", "fight")):
        return False
    before = [child for child in token.children if child.dep_ in OWNERS and child.i < token.i]
    return any(is_actor(one) for one in before + [maker for name, maker in prepositions(token) if name == "by"])


_SORTS = {"venue": _is_venue, "ground": _is_ground, "count": _is_count, "actor": _is_agent, "text": _is_text}
