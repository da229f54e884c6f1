"""Statements made by verbs, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


def first(statements: list[Statement]) -> tuple[str, str, list[str], str]:
    """Source words, cue, content and stance of the first statement."""
    one = statements[0]
    return one.source.span.text if one.source.span else "", one.cue.text, [c.text for c in one.content], one.stance


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        (
            "Jane Doe, a spokeswoman for the Veldanian army, said on Tuesday that the road was open.",
            "Jane Doe, a spokeswoman for the Veldanian army",
            "said",
            ["the road was open"],
            "asserts",
        ),
        (
            "A curfew in the port was lifted at dawn Monday, a local clerk said.",
            "a local clerk",
            "said",
            ["A curfew in the port was lifted at dawn Monday"],
            "asserts",
        ),
        (
            "The guild asked for an inquiry into the raid.",
            "The guild",
            "asked for",
            ["an inquiry into the raid"],
            "demands",
        ),
        (
            "Jan Dow left, saying the bill had failed and arguing he was right.",
            "Jan Dow",
            "saying",
            ["the bill had failed"],
            "asserts",
        ),
        (
            "Mediators stressed the weekend talks were a start.",
            "Mediators",
            "stressed",
            ["the weekend talks were a start"],
            "asserts",
        ),
        (
            "A clerk described Kelm as “calm and quiet”.",
            "A clerk",
            "described",
            ["Kelm as “calm and quiet”"],
            "asserts",
        ),
        (
            "The guild said the army did not keep the truce, continuing to shell Kelm.",
            "The guild",
            "said",
            ["the army did not keep the truce, continuing to shell Kelm"],
            "asserts",
        ),
        (
            "He said he did not see good evidence in the paper that the guild lied.",
            "He",
            "said",
            ["he did not see good evidence in the paper that the guild lied"],
            "asserts",
        ),
        (
            "Al-Dow held Orvania responsible for any new battle.",
            "Al-Dow",
            "held",
            ["Orvania responsible for any new battle"],
            "accuses",
        ),
        (
            "A resolution requiring all sides to leave was passed.",
            "A resolution",
            "requiring",
            ["all sides to leave"],
            "demands",
        ),
        (
            "The army put its losses at 12 soldiers.",
            "The army",
            "put",
            ["its losses at 12 soldiers"],
            "asserts",
        ),
        (
            "Ada Dow said the raid showed the need for talks, though the envoy said the guild was weak.",
            "Ada Dow",
            "said",
            ["the raid showed the need for talks"],
            "asserts",
        ),
        (
            "Karol’s forces on Sunday said the guild had left.",
            "Karol’s forces",
            "said",
            ["the guild had left"],
            "asserts",
        ),
        (
            "A senior Bela official, Jan Orlo, tweeted on Tuesday that the target of the raids was a school.",
            "A senior Bela official, Jan Orlo",
            "tweeted",
            ["the target of the raids was a school"],
            "asserts",
        ),
        (
            "A Front envoy made it clear that the road was shut.",
            "A Front envoy",
            "made it clear",
            ["the road was shut"],
            "asserts",
        ),
        ("Veldania says the truce holds.", "Veldania", "says", ["the truce holds"], "asserts"),
        ("The army left the valley, a minister said.", "a minister", "said", ["The army left the valley"], "asserts"),
        (
            "The ferries, they say, have stopped at noon.",
            "they",
            "say",
            ["The ferries", "have stopped at noon"],
            "asserts",
        ),
        (
            "As the Bela Star has reported, the army left the valley in May.",
            "the Bela Star",
            "has reported",
            ["the army left the valley in May"],
            "asserts",
        ),
        ("The army denied the report.", "The army", "denied", ["the report"], "denies"),
        ("The army denied holding talks.", "The army", "denied", ["holding talks"], "denies"),
        ("The rebels did not deny that they had met.", "The rebels", "did not deny", ["they had met"], "confirms"),
        (
            "Rebels rejected the claims of a secret deal.",
            "Rebels",
            "rejected",
            ["the claims of a secret deal"],
            "denies",
        ),
        (
            "The minister accused Orvania of arming the rebels.",
            "The minister",
            "accused",
            ["Orvania of arming the rebels"],
            "accuses",
        ),
        (
            "The minister urged Orvania to stop the raids.",
            "The minister",
            "urged",
            ["Orvania to stop the raids"],
            "demands",
        ),
        ("The rebels vowed to fight on.", "The rebels", "vowed", ["to fight on"], "promises"),
        ("The minister called for a corridor.", "The minister", "called for", ["a corridor"], "demands"),
        ("The army confirmed the loss of the fort.", "The army", "confirmed", ["the loss of the fort"], "confirms"),
        (
            "The rebels demanded a ransom of five million.",
            "The rebels",
            "demanded",
            ["a ransom of five million"],
            "demands",
        ),
        (
            "The army announced that a bridge had been hit; it was empty.",
            "The army",
            "announced",
            ["a bridge had been hit"],
            "asserts",
        ),
        (
            "The guild admitted it had hired the divers, but that nobody paid them.",
            "The guild",
            "admitted",
            ["it had hired the divers, but that nobody paid them"],
            "confirms",
        ),
        (
            "The diplomats said they believed the army had left.",
            "The diplomats",
            "said they believed",
            ["the army had left"],
            "asserts",
        ),
    ],
)
def test_clause(say: Say, text: str, source: str, cue: str, content: list[str], stance: str) -> None:
    assert first(say(text)) == (source, cue, content, stance)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The minister called for all sides to leave.", "called for", "all sides to leave"),
        ("Ostria calls upon all parties to leave the dam.", "calls upon", "all parties to leave the dam"),
        ("The guard told the patrol that he had no orders.", "told", "he had no orders"),
        ("The Mission attributed nine shots to the militia.", "attributed", "nine shots to the militia"),
        ("The Mission recorded 14 violations.", "recorded", "14 violations"),
        ("Guilds accuse both sides of theft, of ships above all.", "accuse", "both sides of theft, of ships above all"),
        ("Witnesses described seeing soldiers at the dam.", "described", "seeing soldiers at the dam"),
        ("The king announced a review.", "announced", "a review"),
        ("Diplomats fear a long siege.", "fear", "a long siege"),
        (
            "The envoy said that, the pass having closed, the column had turned back.",
            "said",
            "the pass having closed, the column had turned back",
        ),
        ("14:05 The king has called for a halt.", "has called for", "a halt"),
        ("The minister called the plan “a very bad joke”.", "called", "the plan “a very bad joke”"),
        ("The minister described the plan as a joke.", "described", "the plan as a joke"),
        ("The rebels declared themselves loyal to the king.", "declared", "loyal to the king"),
        ("The minister spoke of a great loss.", "spoke of", "a great loss"),
        ("The minister said on Friday he had signed the deal.", "said", "he had signed the deal"),
        ("The minister said he had signed, in an interview with the Star.", "said", "he had signed"),
        ("The minister said he would sign but did not say when.", "said", "he would sign"),
        ("The minister said during the debate that he had met the rebels.", "said", "he had met the rebels"),
        ("The Orvanian minister wants the rebels to leave.", "wants", "the rebels to leave"),
        ("Pictures show that the bridge is gone.", "show", "the bridge is gone"),
        ("The rebels expressed joy over the release.", "expressed", "joy over the release"),
    ],
)
def test_content_of_other_kinds(say: Say, text: str, cue: str, content: str) -> None:
    assert (say(text)[0].cue.text, say(text)[0].content[0].text) == (cue, content)


def test_who_is_quoted_as_saying_speaks(say: Say) -> None:
    statement = say("It quotes Jan Dow, a teacher, as saying that the road was open.")[0]
    assert statement.source.span is not None
    assert statement.source.span.text == "Jan Dow, a teacher"


def test_purpose_has_the_subject_of_its_verb(say: Say) -> None:
    statement = say("Jan Dow used an interview with the Star to accuse Orvania of cheating.")[0]
    assert statement.source.span is not None
    assert statement.source.span.text == "Jan Dow"


def test_participle_takes_the_speaker_of_its_cue(say: Say) -> None:
    statements = say("The army left, a minister said, adding that the road was open.")
    assert [(s.cue.text, s.content[0].text) for s in statements] == [
        ("said", "The army left"),
        ("adding", "the road was open"),
    ]
    assert statements[1].source.span is not None
    assert statements[1].source.span.text == "a minister"


def test_relative_clause_speaks_of_its_antecedent(say: Say) -> None:
    statements = say("The army found miners who officers said were killed in May.")
    assert [c.text for c in statements[0].content] == ["miners", "were killed in May"]


def test_a_second_cue_goes_back_to_its_speaker(say: Say) -> None:
    first_, second = say("Lenk acknowledged that shots had been fired but denied that boats were hit.")
    assert (first_.content[0].text, first_.stance) == ("shots had been fired", "confirms")
    assert second.source.span is not None
    assert (second.source.span.text, second.stance) == ("Lenk", "denies")


def test_words_around_their_cue(say: Say) -> None:
    statements = say("The deal, one negotiator conceded, was about fish. The siege is over, or so the king says.")
    assert [[c.text for c in s.content] for s in statements] == [["The deal", "was about fish"], ["The siege is over"]]


def test_a_nurse_speaks_not_the_rescue(say: Say) -> None:
    statement = say("A worker who met the boys after their rescue said all of them were ill.")[0]
    assert statement.source.span is not None
    assert statement.source.span.text.startswith("A worker")


def test_critics_without_a_name(say: Say) -> None:
    statement = say("The president has been criticised for not doing more.")[0]
    assert (statement.stance, statement.anonymous, statement.content[0].text) == ("accuses", True, "not doing more")


@pytest.mark.parametrize(
    "text",
    [
        "The army might say that the road is open.",
        "The army denied the town access.",
        "If the army says so, the road is open.",
        "Four officials were told to leave.",
        "The raid has claimed many lives.",
    ],
)
def test_no_statement(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("Both envoys referred to a map.", "Both envoys", "referred to", ["a map"], "asserts"),
        (
            "Sollen proposed that the truce be extended by ten days.",
            "Sollen",
            "proposed",
            ["the truce be extended by ten days"],
            "demands",
        ),
        (
            "The guild rejected “a paper signed in great haste”.",
            "The guild",
            "rejected",
            ["a paper signed in great haste"],
            "denies",
        ),
        (
            "The minister accused Orvania on Monday of arming the rebels.",
            "The minister",
            "accused",
            ["Orvania", "of arming the rebels"],
            "accuses",
        ),
        (
            "The minister complained of the siege in an interview with the Bela Star.",
            "The minister",
            "complained of",
            ["the siege"],
            "asserts",
        ),
        (
            "A clip purporting to show the crew of the barge was posted on Monday.",
            "A clip",
            "purporting to show",
            ["the crew of the barge"],
            "asserts",
        ),
        (
            "The footage shows soldiers leaving the fort.",
            "The footage",
            "shows",
            ["soldiers leaving the fort"],
            "asserts",
        ),
        (
            "The shells came from the north, an artillery captain has told the Bela Star.",
            "an artillery captain",
            "has told",
            ["The shells came from the north"],
            "asserts",
        ),
        (
            "Relief came for the envoys of the guild, who said that the road was shut.",
            "the envoys of the guild",
            "said",
            ["the road was shut"],
            "asserts",
        ),
    ],
)
def test_contents_of_other_forms(say: Say, text: str, source: str, cue: str, content: list[str], stance: str) -> None:
    assert first(say(text)) == (source, cue, content, stance)


@pytest.mark.parametrize("text", ["They pointed the drivers to the gate.", "The road shows the way to the fort."])
def test_pointing_and_showing_things_says_nothing(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mr. Dow, whose latest firm, Para, uses maps to help growers find wells, said Mr. Roe was a liar.", "Mr. Dow"),
        (
            "The firm drew the map to serve in times of war, a spokeswoman, Anna Roe, said on Saturday.",
            "a spokeswoman, Anna Roe",
        ),
        ("The talks with the guild collapsed on Monday, Jane Roe, an envoy, said.", "Jane Roe, an envoy"),
    ],
)
def test_a_speaker_set_off_by_commas(say: Say, text: str, source: str) -> None:
    found = say(text)[0].source.span
    assert found is not None
    assert found.text.startswith(source)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("The envoy stressed the need for a truce.", True),
        ("The ministry noted the report.", True),
        ("The siege underscores the need for a truce.", False),
    ],
)
def test_a_thing_that_cannot_speak_stresses_nothing(say: Say, text: str, heard: bool) -> None:
    assert bool(say(text)) is heard


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Officers have stated one of nine shells, at about noon, was likely fired by a tank.",
            "Officers",
            ["one of nine shells, at about noon, was likely fired by a tank"],
        ),
        (
            "Investigators concluded ice formed on the wings, stopping the engine.",
            "Investigators",
            ["ice formed on the wings"],
        ),
        ("The guild, which the army accused of theft, left in May.", "the army", ["The guild", "of theft"]),
        ("In remarks to the Bela Star, he said “There was mud on the walls.”", "he", ["There was mud on the walls."]),
        ("The mayor told reporters nobody was hurt, according to the Bela Star.", "The mayor", ["nobody was hurt"]),
        (
            'The agency said "[a]n appeal has been launched", reporting others were safe.',
            "The agency",
            ["[a]n appeal has been launched"],
        ),
    ],
)
def test_contents_that_the_parser_tore_up(say: Say, text: str, source: str, content: list[str]) -> None:
    one = say(text)[0]
    assert one.source.span is not None
    assert (one.source.span.text, [piece.text for piece in one.content]) == (source, content)


@pytest.mark.parametrize(
    "text", ["They made no effort to confirm the report.", "The victims were farmers, as the guild argued for peace."]
)
def test_words_not_yet_said_and_clauses_of_time(say: Say, text: str) -> None:
    assert all("victims" not in piece.text for one in say(text) for piece in one.content)
    assert not any(one.stance == "confirms" for one in say(text))


def test_whom_comes_next_does_not_speak(say: Say) -> None:
    text = "Jean Roe, who said she was held in May and told officers weeks later, told reporters: “We hoped for help.”"
    found = say(text)[-1].source.span
    assert found is not None
    assert found.text.startswith("Jean Roe")


@pytest.mark.parametrize(
    "text",
    [
        "As the year goes on there will be more raids.",
        "The treaty assumes that the islands belong to Orvania.",
        "All signs point to a raid.",
        "The army welcomed a baby girl.",
        "A fraction of the reported losses was paid.",
        "They used reports to find the fort.",
        "The town will be considered a key target.",
        "The shift felt less dramatic.",
        "It is important to remember that the road is shut.",
        "The senate confirmed the judge.",
    ],
)
def test_things_have_no_mind(say: Say, text: str) -> None:
    assert say(text) == []


def test_not_surprisingly_negates_nothing(say: Say) -> None:
    assert [one.stance for one in say("Not surprisingly the envoys replied that the road was shut.")] == ["asserts"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Officers said the road was open, with one guard saying “We saw nobody.”", "the road was open"),
        ("He said he was glad, issuing a statement saying “This is a great day.”", "he was glad"),
        ("The guild called for a re-count of the ballots.", "a re-count"),
    ],
)
def test_a_content_ends_where_another_paper_or_person_speaks(say: Say, text: str, content: str) -> None:
    assert say(text)[0].content[0].text == content


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("None of the envoys who spoke about the talks would say where they met.", ["would say"]),
        ("One envoy, when asked why the guild left, said it was tired.", ["said"]),
        ("The captain spoke about the raid.", ["spoke about"]),
    ],
)
def test_what_only_tells_who_speaks_or_when(say: Say, text: str, cues: list[str]) -> None:
    assert [one.cue.text for one in say(text)] == cues


@pytest.mark.parametrize(
    "text",
    [
        "It is time for the guild to admit its defeat.",
        "The shells threaten the market.",
        "Shells threatened to end the truce.",
        "The silence of the rebels cast doubt on the plan.",
        "The king declared a ceasefire.",
        "The army denied them food.",
        "He does not trust them.",
        "The farmers told the men gathered at the gate.",
        "They held the fort.",
        "They stopped threatening the town.",
        "They put the boxes at the gate.",
        "It made a climate aimed at pressing the guild to leave.",
        "The road is shut.",
    ],
)
def test_nobody_says_anything(say: Say, text: str) -> None:
    assert say(text) == []
