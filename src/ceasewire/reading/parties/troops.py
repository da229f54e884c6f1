"""Those who fight in a body without a name: government forces, Lorasian troops, rebel forces, pro-Lorasia forces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import GOVERNMENT, PART, REBELS, noun_of
from ceasewire.reading.parties.phrases import modifiers, number, plural
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.relations import hyphened
from ceasewire.reading.parties.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

TROOPS = frozenset(("force", "troop"))
RULED = frozenset(("government", "regime", "loyalist"))
FIGHTING = frozenset(("armed_group", "opposition_body"))


def troops(scene: Scene, token: Token) -> Party | None:
    """The forces of a government or of the rebels; None for counted ones, parts, and forces of another sort."""
    words = modifiers(token)
    if not plural(token) or number(token) or any(word.lower_ in PART for word in words):
        return None
    if group := _of_group(scene, token):
        return group
    party = _of_rebels(scene, token, words) or _of_somebody(scene, words) or _of_state(scene, token, words)
    if party:
        scene.name(party, token)
    return party


def _of_group(scene: Scene, token: Token) -> Party | None:
    """`Red Front forces`: the group itself."""
    before = scene.at(token.nbor(-1)) if token.i else None
    return before if before and before.actor.kind == "armed_group" and before.key[:1] != ("crowd",) else None


def _of_somebody(scene: Scene, words: list[Token]) -> Party | None:
    """`Kurdish forces`, `Hok's forces`: those of a people, or of a man who rules no state."""
    for word in words:
        party = scene.at(word)
        people = party is not None and party.key[:1] == ("people",)
        if party is None or hyphened(word) or not (people or (party.person and word.dep_ == "poss")):
            continue
        if party.person and party.state:
            return scene.ruling(party.state, word)
        name = f"{word.text} forces" if people else f"{party.actor.name}'s forces"
        those = scene.register.party(("forces", party.actor.id), name, "armed_group", word)
        those.plural, those.actor.affiliation = True, party.actor.id
        return those
    return None


def _of_rebels(scene: Scene, token: Token, words: list[Token]) -> Party | None:
    """`rebel forces`; `pro-Lorasia forces` in another land, where the page has rebels."""
    for word in words:
        party = scene.at(word)
        if noun_of(word) in REBELS and party and party.actor.kind in FIGHTING:
            return party
    abroad = _favoured(scene, token)
    if abroad and abroad != scene.only_split():
        return scene.history.latest(lambda p: p.key[:2] == ("crowd", "rebels"))
    return None


def _favoured(scene: Scene, token: Token) -> str:
    """The state of `pro-Lorasia forces`, `Lorasian-backed forces`, or empty."""
    for word in modifiers(token):
        party = scene.at(word)
        if party and hyphened(word) and party.key[:1] in (("state",), ("government",)):
            return party.state
    return ""


def _of_state(scene: Scene, token: Token, words: list[Token]) -> Party | None:
    """`government forces`, `Lorasian troops`, `Lorasian government forces`."""
    ruled = any(noun_of(word) in RULED for word in words)
    state = scene.state_before(token) or (scene.home() if ruled else "")
    if not state or not all(_plain(scene, word) for word in words):
        return None
    name = f"{lands.adjective_of(state, token.doc)} forces"
    party = scene.register.party(("forces", state), name, "government", token)
    party.plural, party.state = True, state
    party.offices.add("force")
    party.actor.affiliation = scene.register.state(state, token).actor.id
    return party


def _plain(scene: Scene, word: Token) -> bool:
    """Whether a word before forces says no more than whose they are."""
    known = scene.at(word)
    return known is not None or word.pos_ in ("DET", "PART", "PUNCT") or noun_of(word) in GOVERNMENT | RULED
