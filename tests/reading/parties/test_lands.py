"""Lands that no table knows, learnt from the words of a page, on lands that never were."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name, read
from casting import page as page_of
from ceasewire.reading.parties.lands import bases


@pytest.mark.parametrize(
    ("adjective", "land"),
    [
        ("Veldanian", "Veldania"),
        ("Ostmeran", "Ostmere"),
        ("Karvese", "Karva"),
        ("Torish", "Torland"),
        ("Hokani", "Hokan"),
    ],
)
def test_bases(adjective: str, land: str) -> None:
    assert land in bases(adjective)


@pytest.mark.parametrize(
    ("page", "word", "expected"),
    [
        ("Veldania kept silent. The Veldanian army shelled the town.", "Veldanian", "Veldania"),
        ("Veldania kept silent. The Veldanian army shelled the town.", "army", "Veldanian army"),
        ("Ostmere's foreign ministry declined to comment. Two Ostmeran officials were there.", "Ostmeran", "Ostmere"),
        ("The ambassador of Karvia said so. The Karvians went home.", "Karvians", "Karvia"),
        ("The government of Veldania fell. Nobody in the Veldanian capital was surprised.", "government", "Veldania"),
        ("The Veldanian foreign ministry denied it. The government would not talk.", "government", "Veldania"),
        ("The Republic of Hoskia signed the paper. The Republic will keep its word.", "Republic", "Hoskia"),
    ],
)
def test_land(nlp: Language, page: str, word: str, expected: str | None) -> None:
    assert name(nlp, page, word, -1 if word == "Republic" else 0) == expected


def test_a_capital_stands_for_its_government(nlp: Language) -> None:
    page = "Veldania sent troops. Morvane, the Veldanian capital, was quiet.\nTalks with Morvane broke down."
    assert name(nlp, page, "Morvane", 1) == "Veldania"


@pytest.mark.parametrize(
    ("page", "land"),
    [
        ("The Sallin rebels hold the Sallin valley.", "Sallin"),
        ("Emil Velan spoke. Velan's foreign minister was silent.", "Velan"),
        ("The republican army fought in the hills.", "Republica"),
        ("North Korean officials met the Korean envoy.", "Korea"),
    ],
)
def test_no_land(nlp: Language, page: str, land: str) -> None:
    cast, _ = read(nlp, page)
    assert land not in {actor.name for actor in cast.actors() if actor.kind == "state"}


def test_the_outlet_names_the_land_of_the_army(nlp: Language) -> None:
    cast, parsed = page_of(nlp, "The army said it had not fired.", outlet="Voice of Veldania")
    actor = cast.refer(next(t for t in parsed.paragraphs[0].doc if t.text == "army"))
    assert actor
    assert cast.actor(actor).name == "Veldanian army"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("The Sallin Liberation Front (SLF) holds the valley.", "armed_group"),
        ("A bomb was laid by the Dusk Column, a small group.", "armed_group"),
        ("The rebel Sallin Union holds the valley.", "armed_group"),
        ("The aid group Harbour Relief sent flour.", "organisation"),
        ("The trucks crossed Morlin Bridge.", "place"),
        ("The army must open Morlin Bridge.", "place"),
        ("Guns stood on Haskel ridge.", "place"),
        ("Trucks crossed Morlin Bridge on Sunday.", "place"),
    ],
)
def test_kind_of_an_unlisted_name(nlp: Language, page: str, kind: str) -> None:
    cast, _ = read(nlp, page)
    assert kind in {
        actor.kind for actor in cast.actors() if actor.name.split()[0] in page and actor.kind != "government"
    }


@pytest.mark.parametrize(
    "page",
    [
        "Morlin: Artillery struck the village at night.",
        "The truce begins at 1800 GMT on Sunday.",
        'Ours had names. "Theirs had more," he said.',
        "Shells hit the mill. Soldiers ran.",
        "A report of the Observer Mission in the Teel Valley came out.",
    ],
)
def test_no_junk(nlp: Language, page: str) -> None:
    cast, _ = read(nlp, page)
    junk = {"Artillery", "GMT", "Theirs", "Shells", "Soldiers", "The Observer"}
    assert not junk & {actor.name for actor in cast.actors()}


@pytest.mark.parametrize(
    ("page", "person", "body"),
    [
        ("Veldanian army spokesman Major Emil Hok said so.", "Emil Hok", "Veldanian army"),
        (
            "Ana Velan, a spokeswoman for the Veldanian foreign ministry, said so.",
            "Ana Velan",
            "Veldanian foreign ministry",
        ),
        ("Veldania's foreign minister said it was late.\nEmil Hok told reporters to wait.", "Emil Hok", "Veldania"),
        ("Supply Minister Greta Hok spoke for Veldania's foreign ministry.", "Greta Hok", ""),
    ],
)
def test_affiliation(nlp: Language, page: str, person: str, body: str) -> None:
    cast, _ = read(nlp, *page.split("\n"))
    actors = {actor.name: actor for actor in cast.actors()}
    of = actors[person].affiliation
    assert (cast.actor(of).name if of else "") == body


def test_who_the_minister_was_is_told_in_the_next_sentence(nlp: Language) -> None:
    page = "Veldania's foreign minister said it was late.\nEmil Hok told reporters to wait."
    assert "Veldania's foreign minister" in aliases(nlp, page, "Emil Hok")
