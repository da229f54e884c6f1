"""Who stands behind a statement and through whom it came, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "anonymous", "count"),
    [
        ("Two diplomats said the talks had failed.", True, 2),
        ("A source said the talks had failed.", True, 1),
        ("Two of the king's envoys said the talks had failed.", True, 2),
        ("One of Mr Orlo's advisers said the talks had failed.", True, 1),
        ("Many residents said the talks had failed.", True, None),
        ("Analysts said the talks had failed.", True, None),
        ("Jan Dow, an analyst, said the talks had failed.", False, 1),
        ("The ministry said the talks had failed.", False, 1),
        ("An army spokesman said the talks had failed.", True, 1),
        ("A spokesman for the king, Jan Dow, said the talks had failed.", False, 1),
        ("The report said the talks had failed.", False, 1),
        ("The spokesman said the talks had failed.", False, 1),
        ("The minister said the talks had failed.", False, 1),
        ("It is said that the talks had failed.", True, None),
    ],
)
def test_unnamed(say: Say, text: str, anonymous: bool, count: int | None) -> None:
    statement = say(text)[0]
    assert (statement.anonymous, statement.count) == (anonymous, count)


def test_a_crowd_named_again_is_the_same_crowd(say: Say) -> None:
    text = "Two officials told the Star the talks had failed. The two officials said the road was shut."
    assert [(s.anonymous, s.count) for s in say(text)] == [(True, 2), (True, 2)]


def test_reason(say: Say) -> None:
    text = "“It failed,” said a diplomat, who asked not to be named because of a feud in his office."
    statement = say(text)[0]
    assert statement.reason is not None
    assert statement.reason.text == "because of a feud in his office"
    assert statement.source.span is not None
    assert statement.source.span.text == "a diplomat"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("An official briefed on the talks said they had failed.", "briefed"),
        ("A delegate who took part said the talks had failed.", "took_part"),
        ("A farmer who saw the raid said it was over.", "witnessed"),
        ("A farmer said it was over.", None),
    ],
)
def test_basis(say: Say, text: str, basis: str | None) -> None:
    assert say(text)[0].basis == basis


def test_chain_through_nesting(say: Say) -> None:
    statements = say("Relatives said that the army admitted it had shelled the market.")
    outer, inner = sorted(statements, key=lambda s: s.cue.start)
    assert inner.inside == outer.id
    assert inner.chain[:2] == outer.chain
    assert len(inner.chain) == 3


def test_chain_through_the_outlet_it_was_told_to(say: Say) -> None:
    statement = say("The rebels told Reuters the talks had failed.")[0]
    assert statement.chain[:2] == ["The Bela Herald", "Reuters"]
    assert statement.cue.text == "told Reuters"


def test_own_outlet_is_no_relay(say: Say) -> None:
    assert len(say("The rebels told Reuters the talks had failed.", "Reuters")[0].chain) == 2


def test_cited_people_speak_and_the_outlet_relays(say: Say) -> None:
    statement = say("The army shelled the market, Reuters reported, citing two diplomats.")[0]
    assert statement.source.span is not None
    assert statement.source.span.text == "two diplomats"
    assert (statement.anonymous, statement.count, statement.chain[1]) == (True, 2, "Reuters")


def test_chain_of_paper_agency_and_official(say: Say) -> None:
    statements = say("The Bela Star, quoting the Tarn news agency, said an official had admitted the raid.")
    inner = statements[-1]
    assert inner.source.span is not None
    assert inner.source.span.text == "an official"
    assert (inner.inside, len(inner.chain)) == (statements[0].id, 3)


def test_columnist(say: Say) -> None:
    statement = say("In May I said that the truce would fail.")[0]
    assert statement.chain == ["The Bela Herald", "The Bela Herald columnist"]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A lieutenant at the gate said he had orders to wait.", True),
        ("The cook, who asked not to be named out of fear of the army, said the road was shut.", True),
        ("Two sailors said the barge was empty.", True),
        ("Captain Jan Dow said the barge was empty.", False),
        ("The chief executive said the barge was empty.", False),
    ],
)
def test_people_without_a_name(say: Say, text: str, anonymous: bool) -> None:
    assert say(text)[0].anonymous is anonymous


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A trader said the port was shut.", True),
        ("Traders in Kelm said the port was shut.", True),
        ("The trader said the port was shut.", False),
        ("The trader, who asked not to be named, said the port was shut.", True),
    ],
)
def test_a_trade_with_the_is_one_known_person(say: Say, text: str, anonymous: bool) -> None:
    assert say(text)[0].anonymous is anonymous


def test_a_plea_that_is_its_own_reason(say: Say) -> None:
    one = say("A clerk, who was not authorised to speak to the press, said the port was shut.")[0]
    assert one.reason is not None
    assert one.reason.text == "not authorised to speak to the press"


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("The Bela Media Center quoted an official as saying the road was shut.", ["Bela Media Center"]),
        ("Jan Dow was quoted by the state news agency as saying the road was shut.", ["state news agency"]),
        ("Jan Dow was quoted by Ada Orlo as saying the road was shut.", []),
        ("Jan Dow was quoted as saying the road was shut.", []),
    ],
)
def test_who_quotes_stands_between(say: Say, text: str, through: list[str]) -> None:
    assert say(text, "The Kelm Star")[0].chain[1:-1] == through


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police arrested two men suspected of theft.", "Police"),
        ("A barge suspected of carrying arms was seized by Orvania.", "Orvania"),
        ("The envoy met a trader suspected of theft.", "suspected"),
        ("Two captains accused of theft were jailed by Orvania.", "accused"),
        ("One farmer near the talks, who added that the guild was tired, left at noon.", "One farmer near the talks"),
        ("Jan Dow left, saying that the bill was held up by mistrust and arguing that he was right.", "Jan Dow"),
        ("The guild emailed its members saying the road was shut.", "The guild"),
        ("Farmers carrying signs saying the road was shut marched.", "Farmers"),
        ("She was adamant that the firm keep the fort, telling Orlo it would not move.", "She"),
    ],
)
def test_whose_words(say: Say, text: str, source: str) -> None:
    span = say(text)[-1].source.span
    assert span is not None
    assert span.text == source


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("Rebels opened a front, leading to fears that they were after the road.", "fears", "predicts"),
        ("There are suspicions the raid is related to a split.", "suspicions", "asserts"),
        ("The envoys raised concerns that the road was shut.", "The envoys", "predicts"),
        ("Mediators stressed it was a start and they hope to persuade the rebels to join.", "they", "predicts"),
    ],
)
def test_nobody_in_particular(say: Say, text: str, source: str, stance: str) -> None:
    one = say(text)[-1]
    assert one.source.span is not None
    assert (one.source.span.text, one.stance) == (source, stance)


@pytest.mark.parametrize("text", ["The report the guild wrote was long.", "They left in the hope of peace."])
def test_no_statement_of_a_noun(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Andrei Orlo, the head of the guild, said it was over. The official said nobody left.", "Andrei Orlo"),
        ("An official in Kelm said it was over. The official said nobody left.", "official"),
        ("The head of the aid centre of the council, Andrei Orlo, said that nobody left.", "Andrei Orlo"),
    ],
)
def test_a_role_of_somebody_named(say: Say, text: str, name: str) -> None:
    assert say(text)[-1].chain[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "Ada Dow, the palace's spokeswoman, left. The palace's spokeswoman said on condition of anonymity it was over.",
        "The minister, Ada Dow, left. The minister, who asked not to be named because of a feud, said it was over.",
    ],
)
def test_nobody_is_unmasked(say: Say, text: str) -> None:
    one = say(text)[-1]
    assert one.anonymous
    assert "Ada Dow" not in one.chain
