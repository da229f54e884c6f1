"""Sentences as wires write them, of many invented wars: the event, how real it is, and who fills its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.model import Mention, Time
from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from sentences import mentions, one, page

if TYPE_CHECKING:
    from spacy.language import Language

Roles = dict[str, list[str]]
WIRES: list[tuple[str, str, str | None, str, Roles]] = [
    (
        "Government forces have besieged the Osten enclave since May.",
        "besieged", "attack", "ongoing", {"attacker": ["Government forces"]},
    ),
    (
        "Orsic pirates hijacked a tanker off the coast of Yemen and demanded a ransom of $3 million.",
        "hijacked", "seizure", "occurred", {"holder": ["Orsic pirates"], "seized": ["a tanker"], "place": ["Yemen"]},
    ),
    (
        "Soldiers seized power in Veldania, suspended the constitution and closed the border.",
        "suspended", "transition", "occurred", {"terms": ["the constitution"]},
    ),
    (
        "The army turned back nine trucks of Lantern Relief at the bridge.",
        "turned", "aid", "occurred", {"provider": ["Lantern Relief"], "place": ["the bridge"]},
    ),
    (
        "The mediator tabled a proposal under which the militia would withdraw from Spain.",
        "withdraw", "withdrawal", "proposed", {"party": ["the militia"], "from": ["Spain"]},
    ),
    (
        "Spain and France agreed to extend the truce for another five days.",
        "truce", "ceasefire", "planned", {"duration": ["another five days"], "party": ["Spain", "France"]},
    ),
    (
        "The militia announced a ceasefire for the feast.",
        "ceasefire", "ceasefire", "occurred", {"declarer": ["The militia"]},
    ),
    (
        "A faction led by a former cook broke away from the Veldan Front.",
        "broke", "transition", "occurred", {"actor": ["A faction", "the Veldan Front"]},
    ),
    (
        "The family paid a ransom to the kidnappers before the cook was set free.",
        "set", "release", "occurred", {"released": ["the cook"]},
    ),
    (
        "Two nurses kidnapped by an offshoot of the militia were freed on Thursday.",
        "kidnapped", "seizure", "occurred", {"seized": ["Two nurses"], "holder": ["an offshoot of the militia"]},
    ),
    (
        "A drone strike killed nine herders near Paris.",
        "strike", "attack", "occurred", {"target": ["nine herders"], "place": ["Paris"]},
    ),
    (
        "The frigate intercepted an arms shipment off Spain.",
        "intercepted", "seizure", "occurred", {"seized": ["an arms shipment"]},
    ),
    (
        "The rebels rejected a Spanish proposal for a truce.",
        "proposal", "proposal", "occurred", {"addressee": ["The rebels"], "proposer": ["Spanish"]},
    ),
    (
        "The council voted to send peacekeepers to Spain.",
        "send", "deployment", "planned", {"actor": ["The council"], "place": ["Spain"]},
    ),
    (
        "The alliance flew 900 Spaniards from Paris airport to Germany.",
        "flew", "evacuation", "occurred", {"agent": ["The alliance"], "to": ["Germany"]},
    ),
    (
        "Spain and the militia signed an accord in Paris on Thursday, brokered by France.",
        "accord", "agreement", "occurred", {"party": ["Spain", "the militia"], "mediator": ["France"]},
    ),
    (
        "The army and the rebels accused each other of breaking the truce.",
        "breaking", "violation", "occurred", {"violator": ["The army", "the rebels"]},
    ),
    (
        "Shells left nine villagers dead.",
        "dead", "casualties", "occurred", {"number": ["nine villagers"]},
    ),
    (
        "The two armies exchanged fire along the border on Sunday.",
        "exchanged", "attack", "occurred", {"attacker": ["The two armies"], "place": ["the border"]},
    ),
    (
        "The navy sank three fishing boats off Spain.",
        "sank", "attack", "occurred", {"attacker": ["The navy"], "target": ["three fishing boats"]},
    ),
    (
        "The envoy will travel to Paris for talks with the rebels.",
        "talks", "talks", "planned", {"party": ["The envoy", "the rebels"]},
    ),
    (
        "Veldania expelled two observers from the province.",
        "expelled", None, "occurred", {},
    ),
    (
        "The general sold rifles to the militia in spite of the ban.",
        "sold", "transfer", "occurred", {"goods": ["rifles"], "provider": ["The general"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind", "realis", "roles"), WIRES)
def test_wires(text: str, word: str, kind: str | None, realis: str, roles: Roles, nlp: Language) -> None:
    found = one(text, word, nlp)
    assert (found.type, found.realis) == (kind, realis)
    assert {role: _texts(found, role) for role in roles} == roles


def _texts(mention: Mention, role: str) -> list[str]:
    return [arg.text for arg in mention.args if arg.role == role]


def test_terms_without_relative_clauses(nlp: Language) -> None:
    text = "Spain proposed that the truce, which expires at noon, be extended by ten days."
    (terms,) = [arg for arg in one(text, "proposed", nlp).args if arg.role == "terms"]
    assert terms.text == "the truce be extended by ten days"
    assert terms.span is not None
    assert terms.span.text in text


BARRED = [
    ("The nurses were flown home by helicopter.", "flown", "holder", "helicopter"),
    ("The shells killed nine villagers.", "killed", "by", "The shells"),
    ("The hostages were abducted in May.", "abducted", "holder", "The hostages"),
    ("Israel blocked nine trucks of flour at the bridge.", "blocked", "provider", "Israel"),
    ("A peace accord signed in Osten holds.", "accord", "terms", "signed in Osten"),
    ("The strike ended a quarrel of the rebels.", "strike", "attacker", "a quarrel"),
    ("A truce signed in France took hold.", "truce", "scope", "France"),
    ("The rebels accepted a French proposal.", "proposal", "proposer", "The rebels"),
    ("Armed men abducted a priest.", "abducted", "seized", "Armed men"),
]


@pytest.mark.parametrize(("text", "word", "role", "filler"), BARRED)
def test_better_empty_than_wrong(text: str, word: str, role: str, filler: str, nlp: Language) -> None:
    assert filler not in {
        a.text for m in mentions(text, nlp) if m.trigger.text == word for a in m.args if a.role == role
    }


REALIS = [
    ("Their demand is for the army to leave Spain.", "leave", "proposed"),
    ("The mayor would neither confirm nor deny that the envoys met.", "met", "hypothetical"),
    ("A summit that did not happen cannot fail.", "summit", "denied"),
    ("Shells hit the mill, the army denies it.", "hit", "occurred"),
    ("Spain has backed the rebels for years.", "backed", "ongoing"),
    ("Spain rejected a call for calm.", "call", "occurred"),
    ("Spain blocked the convoy from entering the valley.", "entering", "denied"),
    ("Freed at dawn: but who paid?", "Freed", "occurred"),
]


@pytest.mark.parametrize(("text", "word", "realis"), REALIS)
def test_realis_of_wires(text: str, word: str, realis: str, nlp: Language) -> None:
    found = [m.realis for m in mentions(text, nlp) if m.trigger.text == word]
    assert found == [realis]


def dates(text: str, words: str, nlp: Language, title: bool = False) -> dict[str, bool]:
    """Which triggers of a text a time expression in it dates."""
    parsed = page(text, nlp, title)
    at = text.index(words)
    time = Time("t1", "", parsed.span(at, at + len(words)), None, None, "day")
    found, rows = find_mentions(parsed, Cast.of(parsed), [], [time])
    dated = {row.mention for row in rows if row.time}
    return {m.trigger.text: m.id in dated for m in found if m.type}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Spain closed talks on Monday after gunmen killed nine nurses.", "on Monday", {"killed": False}),
        ("The council voted on Monday to send troops to Spain.", "on Monday", {"send": False}),
        ("The envoys met on Monday on the siege of Paris.", "on Monday", {"met": True, "siege": False}),
        ("The ceasefire, which came into force on Monday, collapsed.", "on Monday", {"ceasefire": True}),
        ("The envoy will travel on Monday for talks with rebels.", "on Monday", {"talks": True}),
    ],
)
def test_whose_day_it_is(text: str, words: str, expected: dict[str, bool], nlp: Language) -> None:
    found = dates(text, words, nlp)
    assert {word: found[word] for word in expected} == expected


def test_headline_and_lead_tell_one_event(nlp: Language) -> None:
    text = "Shells hit mill in valley\nMortars struck the mill on Monday."
    assert dates(text, "on Monday", nlp, title=True) == {"hit": True, "struck": True}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a siege is not the strike of its days
        ("The siege of the mill began in May.\nShells hit the mill of the convent.", "in May", {"hit": False}),
        # the dead of a page's one attack
        ("Shells hit the mill on Monday.\nNine nurses were killed.", "on Monday", {"killed": True}),
        # what is denied altogether has no day
        ("Spain held talks with rebels on Monday.\nThere are no talks with rebels.", "on Monday", {"talks": False}),
    ],
)
def test_days_lent_within_a_page(text: str, words: str, expected: dict[str, bool], nlp: Language) -> None:
    found = dates(text, words, nlp)
    assert {word: found[word] for word in expected} == expected


def test_talks_that_were_held_on_a_day_are_over(nlp: Language) -> None:
    text = "Spain held talks with the rebels on Monday.\nSpies know because the talks are not public."
    parsed = page(text, nlp)
    at = text.index("on Monday")
    time = Time("t1", "", parsed.span(at, at + 9), None, None, "day")
    found, _ = find_mentions(parsed, Cast.of(parsed), [], [time])
    assert [m.realis for m in found if m.type == "talks"] == ["occurred", "occurred"]
