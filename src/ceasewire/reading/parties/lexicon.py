"""The role nouns of the codebook as sets, and the sorts of thing they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ceasewire.codebook import table
from ceasewire.reading.tokens import kept, lemmas, parts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ROLES: dict[str, Any] = table("roles")

ADDRESS: dict[str, str] = dict(_ROLES["address"])
OFFICES = frozenset(_ROLES["person"]["office"])
PERSONS = OFFICES | frozenset(_ROLES["person"]["other"])
HUMAN = PERSONS - frozenset(_ROLES["person"]["either"])
MALE = frozenset(_ROLES["person"]["m"])
FEMALE = frozenset(_ROLES["person"]["f"])
SPEAKS = frozenset(_ROLES["person"]["speaks"])
LEADS = frozenset(_ROLES["person"]["leads"])
GOVERNMENT = frozenset(_ROLES["body"]["government"])
STATE_OFFICE = frozenset(_ROLES["body"]["office"])
OFFICE_KINDS = frozenset(_ROLES["body"]["kinds"])
OTHER_RULE = frozenset(_ROLES["body"]["no_government"])
RANKS = frozenset(_ROLES["person"]["rank"])
IMPERSONAL = frozenset(_ROLES["verbs"]["impersonal"])
BACKING = frozenset(_ROLES["verbs"]["backing"])
LEADING = frozenset(_ROLES["verbs"]["leading"])
PARTING = frozenset(_ROLES["verbs"]["parting"])
BODIES = frozenset(_ROLES["body"]["group"])
ARMED = frozenset(_ROLES["body"]["armed"])
MONITORS = frozenset(_ROLES["body"]["monitor"])
OUTLETS = frozenset(_ROLES["body"]["outlet"])
REBELS = frozenset(_ROLES["crowd"]["rebels"])
MILITANTS = frozenset(_ROLES["crowd"]["militants"])
OPPOSITION = frozenset(_ROLES["crowd"]["opposition"])
PEOPLE = frozenset(_ROLES["crowd"]["people"])
PART = frozenset(_ROLES["part"]["words"])
SAME: dict[str, str] = {word: sort for sort, row in _ROLES["same"].items() for word in row}
HELD = frozenset(_ROLES["held"]["sorts"])
BOUNDS = frozenset(_ROLES["held"]["bounds"])
RENAMING: tuple[tuple[str, ...], ...] = tuple(tuple(phrase.split()) for phrase in _ROLES["renaming"]["phrases"])
PLACE_BEFORE = frozenset(_ROLES["venue"]["before"])
PLACE_NOUNS = frozenset(_ROLES["venue"]["nouns"])
PLACE_VERBS = frozenset(_ROLES["venue"]["motion"])
TO_PLACE = frozenset(_ROLES["venue"]["verbs_to"])
GIVEN: dict[str, str] = dict.fromkeys(_ROLES["given"]["m"], "m") | dict.fromkeys(_ROLES["given"]["f"], "f")
NATURAL = frozenset(_ROLES["place"]["natural"])
DWELLERS = frozenset(_ROLES["place"]["dwellers"])
PLACE_ENDS = frozenset(_ROLES["place"]["ends"])
UNITS = frozenset(_ROLES["body"]["units"])
ARMED_NAMES = frozenset(_ROLES["body"]["armed_names"])
INNER = frozenset(_ROLES["names"]["inner"])
DEEDS = frozenset(_ROLES["names"]["deeds"])
PREFIXES = frozenset(_ROLES["names"]["prefixes"])
PRONOUNS = frozenset(_ROLES["names"]["pronouns"])
ORGANISATION_ENDS = frozenset(_ROLES["body"]["ends"])


def noun_of(token: Token) -> str:
    """The dictionary form of a noun in small letters, also where the tagger took it for a name: `Rebels` is `rebel`."""
    return nouns(token.doc)[token.i]


def nouns(doc: Doc) -> list[str]:
    """`noun_of` of every word of a paragraph."""
    return doc.user_data.get("nouns") or kept(
        doc, "nouns", lambda: [_noun(*pair) for pair in zip(lemmas(doc), parts(doc), strict=True)]
    )


def _noun(lemma: str, part: str) -> str:
    if part == "PROPN" and lemma[-1:] == "s" and lemma[:-1] in NOUNS:
        return lemma[:-1]
    return SHORT_NOUNS.get(lemma, lemma)


def gender_of(noun: str) -> str:
    """`m`, `f`, or empty where the noun does not say."""
    return "m" if noun in MALE else "f" if noun in FEMALE else ""


SAYING = frozenset(_ROLES["verbs"]["saying"])
COUNTRY = frozenset(_ROLES["place"]["country"])
TOWN = frozenset(_ROLES["place"]["town"])
GENERIC = frozenset(_ROLES["generic"]["words"])
TOPIC = frozenset(_ROLES["topic"]["words"])
WAR = REBELS | OPPOSITION | {"regime", "junta"}  # before one of these, a land has a war inside
CROWDS = REBELS | MILITANTS | OPPOSITION
NOUNS = CROWDS | PERSONS | frozenset(SAME)
SHORT_NOUNS = dict.fromkeys(("govt", "gov't", "gov’t"), "government") | {"militiamen": "militant", "forces": "force"}
PLACE_OF = frozenset(_ROLES["venue"]["of"])
NAMELESS = GENERIC | PERSONS | STATE_OFFICE | BODIES | CROWDS | GOVERNMENT
