"""The parties of a conflict: which group the rebels are, and whom `both sides` means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ceasewire.codebook import world
from ceasewire.reading.parties.lexicon import BACKING, BODIES, MILITANTS, REBELS, noun_of
from ceasewire.reading.parties.names import fold
from ceasewire.reading.parties.phrases import complements, determiner, modifiers, number, plural
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.relations import hyphened
from ceasewire.reading.parties.scene import Scene
from ceasewire.reading.tokens import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SIDES = ("sides",)
SIDE_NOUNS = frozenset(("side", "party", "delegation", "combatant", "belligerent", "foe", "army", "camp"))
OPPOSING = frozenset(("warring", "opposing", "rival", "belligerent"))
AGAINST = frozenset(("with", "against", "at", "on"))
SEEN = 2  # words that mean a party, before it can be a side
RULE = frozenset(("state", "government"))
FIGHT = frozenset(("armed_group", "opposition_body"))


# ---- which group the rebels are ----------------------------------------------------------------------
def one_side(scene: Scene) -> None:
    """`the rebel Red Front ... the rebels`: the group that the page calls rebel is they.

    Without such a word it is the only group of the page, if it is mostly named.
    """
    groups = scene.insurgents()
    crowds = [p for p in scene.register.parties if p.key[:2] == ("crowd", "rebels")]
    called = [group for group in groups if any(_called_rebel(scene, token) for token in group.seen)]
    if len(crowds) != 1:
        return
    crowd = crowds[0]
    regions = _regions(crowd)
    called = [g for g in groups if any(regions & set(fold(name)) for name in g.names)] if regions else called
    if len(called) == 1:
        scene.register.join(called[0], crowd)
    elif not regions and len(groups) == 1 and not groups[0].roams and groups[0].mentions > crowd.mentions:
        scene.register.join(groups[0], crowd)


def _regions(crowd: Party) -> set[str]:
    """The places that are no states in the names of a crowd: `Teel rebels` are no Red Front's, but the Teel Front's."""
    words = [word for name in crowd.names for word in name.removeprefix("The ").split()]
    named = [word for word in words if word[0].isupper() and word.lower().rstrip("s") not in REBELS]
    return {part for word in named if world.word_of(word) is None for part in fold(word)}


def _called_rebel(scene: Scene, token: Token) -> bool:
    """`the rebel Red Front`, `Red Front rebels`, `the Red Front rebel group`."""
    if noun_of(token) in REBELS:
        return token.i > 0 and scene.at(token.nbor(-1)) is scene.at(token)
    named = token.pos_ == "PROPN" or noun_of(token) in BODIES
    return named and any(noun_of(word) in REBELS for word in modifiers(token))


def name_regions(scene: Scene) -> None:
    """`Teel rebels`, where Teel is named only so: the group with Teel in its name, else a crowd of that name."""
    for party in list(scene.register.parties):
        if party.key[:1] != ("name",) or len(party.key) != 2 or party.actor.kind == "place":
            continue
        own = [token for token in party.seen if fold(token.text) == party.key[1:]]
        if own and all(_before_rebels(token) for token in own):
            _place_crowd(scene, party, own[0])


def _place_crowd(scene: Scene, party: Party, token: Token) -> None:
    groups = [
        p
        for p in scene.register.parties
        if p is not party and p.actor.kind == "armed_group" and any(party.key[1] in fold(name) for name in p.names)
    ]
    party.actor.aliases = [alias for alias in party.actor.aliases if fold(alias.name) != party.key[1:]]
    party.names -= {name for name in party.names if fold(name) == party.key[1:]}
    if len(groups) == 1:
        scene.register.join(groups[0], party)
    elif not groups:
        party.actor.name, party.actor.kind, party.plural = f"{token.text} {token.nbor(1).lower_}", "armed_group", True


def _before_rebels(token: Token) -> bool:
    after = tokens(token.doc)[token.i + 1 : token.i + 2]
    return len(after) > 0 and noun_of(after[0]) in REBELS | MILITANTS and plural(after[0])


# ---- both sides --------------------------------------------------------------------------------------
def note_sides(scene: Scene, docs: Sequence[Doc]) -> None:
    """Find the two parties of the page, whom `both sides`, `the warring parties` mean together."""
    scene.sides = list(opposed(scene, docs) or ())
    group = scene.register.known(SIDES)
    if group and scene.sides:
        group.shown = True


def sides(scene: Scene, token: Token) -> Party | None:
    """The group that `both sides` means, whoever they turn out to be."""
    if not is_sides(token):
        return None
    party = scene.register.known(SIDES)
    if party is None:
        party = scene.register.party(SIDES, "both sides", "group", token)
        party.shown, party.plural = False, True
    return party


def one_of_two(scene: Scene, token: Token) -> Party | None:
    """`the Lorasian side`: Lorasia; not the side of a border or of a town."""
    if plural(token) or determiner(token) != "the" or any(preposition == "of" for preposition, _ in complements(token)):
        return None
    for word in reversed(modifiers(token)):
        party = scene.at(word)
        if party and party.actor.kind in RULE | FIGHT and not hyphened(word):
            return scene.ruling(party.key[1], token) if party.key[:1] == ("state",) else party
    return None


def is_sides(token: Token) -> bool:
    """`both sides`, `the two delegations`, `the warring parties`, `the parties`; not `the ruling parties`."""
    if noun_of(token) not in SIDE_NOUNS or not plural(token):
        return False
    first, words = determiner(token), {word.lower_ for word in modifiers(token)}
    if words - {"the", "both", "two"} - OPPOSING:
        return False
    counted = first == "both" or "both" in words or number(token) == "two" or bool(words & OPPOSING)
    return counted or (first == "the" and noun_of(token) in ("party", "side"))


def opposed(scene: Scene, docs: Sequence[Doc]) -> tuple[Party, Party] | None:
    """The two parties that the page sets against each other most often; None where another two are so as often.

    The government must be the one that the page names most, and neither may be named only once.
    """
    counts: Counter[tuple[str, str]] = Counter()
    parties: dict[str, Party] = {}
    for one, other in _pairs(scene, docs):
        counts[one.actor.id, other.actor.id] += 1
        parties |= {one.actor.id: one, other.actor.id: other}
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    one, other = (parties[ident] for ident in best[0][0])
    rulers = _weights(scene)
    told = min(rulers[one.actor.id], len(other.seen)) >= SEEN and rulers[one.actor.id] * 2 >= max(rulers.values())
    return (one, other) if told else None


def _weights(scene: Scene) -> Counter[str]:
    """How often each government is meant, by its own words and by those for its parts."""
    counts: Counter[str] = Counter()
    for party in scene.register.parties:
        if party.actor.kind in RULE:
            office = party.actor.affiliation if party.key[:1] == ("office",) else None
            counts[office or party.actor.id] += len(party.seen)
    return counts


def _pairs(scene: Scene, docs: Sequence[Doc]) -> Iterator[tuple[Party, Party]]:
    """A government and those who fight it: in one list, or as the doer and the target of one verb."""
    for doc in docs:
        for token in (tokens(doc)[at] for at in sorted(scene.register.row(doc))):
            one = _ruler(scene, token)
            for other in _beside(token) if one else ():
                fighter = scene.at(other)
                if one and fighter and fighter.actor.kind in FIGHT:
                    yield one, fighter


def _ruler(scene: Scene, token: Token) -> Party | None:
    """The government that a token means; a ministry or an army stands for its state."""
    party = scene.at(token)
    if party is None or party.actor.kind not in RULE or token.dep_ in ("amod", "compound", "nmod"):
        return None
    if party.key[:1] == ("office",) and party.actor.affiliation:
        return scene.register.by_id(party.actor.affiliation)
    return party


def _beside(token: Token) -> Iterator[Token]:
    """The other members of a list that a token is in, and the other party of its verb."""
    if len(token.conjuncts) == 1:
        yield from token.conjuncts
    verb = token.head
    if verb.lemma_ in BACKING:
        return
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and verb.pos_ == "VERB":
        for child in verb.children:
            if child.dep_ in ("nsubj", "dobj") and child.i != token.i:
                yield child
            elif child.dep_ == "prep" and child.lower_ in AGAINST:
                yield from (inner for inner in child.children if inner.dep_ == "pobj")
