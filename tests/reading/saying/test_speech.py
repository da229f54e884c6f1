"""Direct speech, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We left. Nobody stopped us,” she said.", ["We left. Nobody stopped us,"]),
        ("“We left,” said Jan Dow, a minister. “Nobody stopped us.”", ["We left,", "Nobody stopped us."]),
        ("“The road is closed,” sobbed Marta Orlo.", ["The road is closed,"]),
        ("The widow sobbed: “The road is closed.”", ["The road is closed."]),
        ("“The road,” she said, “is closed.”", ["The road,", "is closed."]),
        ("Jan Dow said: “The road is closed.”", ["The road is closed."]),
        ('"The road is closed," Jan Dow told reporters.', ["The road is closed,"]),
        ("'The road is closed to all,' said Jan Dow.", ["The road is closed to all,"]),
        ("“It [the army] left,” the minister said.", ["It [the army] left,"]),
        ("This is what Jan Dow said:\n“The road is closed. We wait.”", ["The road is closed. We wait."]),
        ("Jan Dow answered as follows\n“The road is closed.”", ["The road is closed."]),
        ("“The road is closed,” Jan Dow said.\n“The bridge is down.”", ["The road is closed,", "The bridge is down."]),
        ("“The road is closed.\n“The bridge is down,” Jan Dow said.", ["The road is closed.", "The bridge is down,"]),
        ("Jan Dow said: “The road is closed.\n“The bridge is down.”", ["The road is closed.", "The bridge is down."]),
    ],
)
def test_direct(say: Say, text: str, content: list[str]) -> None:
    statements = say(text)
    assert len(statements) == 1
    assert ([c.text for c in statements[0].content], statements[0].mode) == (content, "direct")


def test_a_term_in_quotes_makes_it_mixed(say: Say) -> None:
    statement = say("Jan Dow said the plan was “dead”.")[0]
    assert statement.mode == "mixed"


def test_a_promise_after_the_cue_stands_alone(say: Say) -> None:
    statements = say("“The road is closed,” Jan Dow said. “We will open it.”")
    assert [s.stance for s in statements] == ["asserts", "promises"]


def test_a_quotation_before_another_speaker_is_not_his(say: Say) -> None:
    statements = say("Jan Dow called the plan “a very bad joke.” He added that the army would stay.")
    assert [c.text for c in statements[-1].content] == ["the army would stay"]


def test_quoted_report_keeps_its_own_statements(say: Say) -> None:
    text = "It reports:\n“Rebels left the valley.\n“We are tired,” said one fighter.”"
    statements = say(text)
    assert any(s.content[0].text == "We are tired," for s in statements)


def test_a_label_and_a_colon(say: Say) -> None:
    statement = say("The banner: “No seat for the rebels at the lake.”")[0]
    assert statement.content[0].text == "No seat for the rebels at the lake."


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The envoy had a blunt reply: “We will never leave the fort.”",
            "The envoy",
            "had",
            "We will never leave the fort.",
        ),
        ("A guard barked “Go back to your camp” and left.", "A guard", "barked", "Go back to your camp"),
        (
            "“What is coming is a storm for our town,” said ranking member Jan Dow (D-Kelm).",
            "ranking member Jan Dow",
            "said",
            "What is coming is a storm for our town,",
        ),
        (
            "Anna Roe — “The guild will win the vote in May.”",
            "Anna Roe",
            "Anna Roe —",
            "The guild will win the vote in May.",
        ),
    ],
)
def test_quotations_by_the_order_of_words(say: Say, text: str, source: str, cue: str, content: str) -> None:
    one = say(text)[0]
    assert one.source.span is not None
    assert (one.source.span.text[: len(source)], one.cue.text, one.content[0].text) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The guild issued a statement saying the road was shut.", "The guild"),
        ("The army released a video that said the fort was empty.", "The army"),
        ("He saw a statement saying the road was shut.", "a statement"),
    ],
)
def test_who_puts_out_a_paper_speaks_in_it(say: Say, text: str, source: str) -> None:
    one = say(text)[0]
    assert one.source.span is not None
    assert one.source.span.text == source


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Jan Dow has since apologised for what happened: “Yes, we should have used two carts.”", "Jan Dow",
         ["Yes, we should have used two carts."]),
        ("Mr. Dow ''cares about people like me,'' said a farmer.", "a farmer",
         ["Mr. Dow ''cares about people like me,''"]),
    ],
)  # fmt: skip
def test_whole_quotations(say: Say, text: str, source: str, content: list[str]) -> None:
    one = say(text)[0]
    assert one.source.span is not None
    assert (one.source.span.text, [piece.text for piece in one.content]) == (source, content)


def test_a_quotation_over_paragraphs_is_told_once(say: Say) -> None:
    text = "“They lied,” said Jan Dow. “They should leave Kelm.\n“Until then, nobody talks,” Jan Dow told reporters."
    said, told = say(text)
    assert [piece.text for piece in said.content] == ["They lied,"]
    assert [piece.text for piece in told.content] == ["They should leave Kelm.", "Until then, nobody talks,"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“There is a build-up in Kelm.” He pointed out.", "He", ["There is a build-up in Kelm."]),
        ("Asked if he feared a raid, the mayor shrugged: “We are used to it.”", "the mayor", ["We are used to it."]),
        ("“We ask why they are silent.” Stated the Minister.", "the Minister", ["We ask why they are silent."]),
        ("“They left at dawn.” The minister said the road was shut.", "The minister", ["the road was shut"]),
    ],
)
def test_a_sentence_that_only_tells_who_spoke(say: Say, text: str, source: str, content: list[str]) -> None:
    one = say(text)[0]
    assert one.source.span is not None
    assert (one.source.span.text, [piece.text for piece in one.content]) == (source, content)
