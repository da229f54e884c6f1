"""Roles that the whole page fills, on invented pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language

ON_CHILE = "The United Nations imposed sanctions on Chile in May."


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (f"{ON_CHILE}\nFirms found gaps in the sanctions.", "sanctions", ["Chile"]),
        (f"{ON_CHILE}\nIt was a breach of an embargo, an officer said.", "embargo", ["Chile"]),
        ("Peru sold oil to Chile in breach of United Nations sanctions.", "sanctions", ["Chile"]),
        (f"{ON_CHILE}\nPeru faces sanctions too. France wants sanctions on Peru.", "sanctions", ["Peru"]),
        ("Traders fear the sanctions.", "sanctions", []),
        ("The sanctions on Peru and the sanctions on Chile hurt.\nTraders fear an embargo.", "embargo", []),
    ],
)
def test_a_rule_is_on_somebody(text: str, word: str, expected: list[str], nlp: Language) -> None:
    found = [mention for mention in mentions(text, nlp) if mention.trigger.text == word][-1]
    assert [arg.text for arg in found.args if arg.role == "target"] == expected


def test_a_bare_rule_needs_no_maker(nlp: Language) -> None:
    acts = "Chile was barred from trade by Peru.\nChile was barred from all trade."
    act = mentions(acts, nlp)[-1]
    bare = mentions(f"{ON_CHILE}\nGaps in the sanctions remain.", nlp)[-1]
    assert [arg.text for arg in bare.args if arg.role == "authority"] == []
    assert [arg.text for arg in act.args if arg.role == "authority"] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("Peru and Chile held talks in Oslo.\nThe talks lasted a day.", "talks", "venue", ["Oslo"]),
        ("Peru and Chile held talks in Oslo.\nTalks are planned for May.", "Talks", "venue", []),
        ("Peru met Chile in Oslo.\nPeru met France in Bern.\nThe talks lasted a day.", "talks", "venue", []),
        ("Shells hit a mill in Lima.\nThe attack was filmed.", "attack", "place", ["Lima"]),
        ("Peru declared a ceasefire.\nA ceasefire is good news, traders said.", "ceasefire", "declarer", ["Peru"]),
    ],
)
def test_a_page_about_one_event_tells_where_it_is(
    text: str, word: str, role: str, expected: list[str], nlp: Language
) -> None:
    found = [mention for mention in mentions(text, nlp) if mention.trigger.text == word][-1]
    assert [arg.text for arg in found.args if arg.role == role] == expected


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("Peru asked the militia to quit Lima.\nLima must be surrendered.", "surrendered", "party", ["the militia"]),
        ("Chile took Lima from the militia.\nLima may be recaptured.", "recaptured", "loser", []),
    ],
)
def test_what_is_asked_for_is_told_in_full_once(
    text: str, word: str, role: str, expected: list[str], nlp: Language
) -> None:
    found = [mention for mention in mentions(text, nlp) if mention.trigger.text == word][-1]
    assert [arg.text for arg in found.args if arg.role == role] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norway is at the Lima talks.\nThe war in Lima is old.\nThey met in Oslo.", "talks", ["Oslo"]),
        ("Norway is at the Lima talks.\nThe mayor of Lima is old.", "talks", ["Lima"]),
        ("Envoys came to the Lima peace talks.\nLima rebels stayed away.", "talks", []),
    ],
)
def test_talks_about_a_place_at_war_are_elsewhere(text: str, word: str, expected: list[str], nlp: Language) -> None:
    found = next(mention for mention in mentions(text, nlp) if mention.trigger.text == word)
    assert [arg.text for arg in found.args if arg.role == "venue"] == expected


def test_ground_without_a_name_has_that_of_the_page(nlp: Language) -> None:
    first = mentions("The army attacked an area along the coast.\nIt shelled a mill in Lima too.", nlp)[0]
    assert [arg.text for arg in first.args if arg.role == "place"] == ["Lima"]


def test_others_who_talk_do_so_elsewhere(nlp: Language) -> None:
    lines = (
        "Peru and Chile held talks in Oslo, brokered by Norway.",
        "The talks between Peru and Chile failed.",
        "The pope met the freed miners.",
    )
    assert not [arg for arg in mentions("\n".join(lines), nlp)[-1].args if arg.role in ("venue", "mediator")]


def test_who_takes_part_brokers_nothing_elsewhere(nlp: Language) -> None:
    lines = (
        "Norway brokered talks between Peru and Chile.",
        "Norway held talks with Peru.",
        "Norway met Chile.",
        "The talks went on.",
    )
    assert not [arg for arg in mentions("\n".join(lines), nlp)[-1].args if arg.role == "mediator"]
