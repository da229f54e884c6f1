"""What the parser is given: whole paragraphs, without the dateline, at the page's own offsets."""

from __future__ import annotations

import hashlib

import pytest
from spacy.language import Language

from ceasewire.model import Document, Line, Role
from ceasewire.reading.parse import parse


def page(*lines: tuple[Role, str], gap: str = "\n") -> Document:
    """A page of the given lines."""
    rows: list[Line] = []
    text = ""
    for role, words in lines:
        rows.append(Line(len(text), len(text) + len(words), role))
        text += words + gap
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        "d", "p", None, None, digest, text, "en", True, None, None, "report",
        None, None, None, None, None, None, None, [], rows,
    )  # fmt: skip


def texts(document: Document, nlp: Language) -> list[str]:
    return [p.doc.text for p in parse(document, nlp).paragraphs]


WRAPPED = (
    "The envoys of the two sides met in the old mill on",
    "Monday and spoke for nine hours, an aide to the",
    "minister said.",
)


def test_a_text_broken_at_a_fixed_width_is_one_paragraph(nlp: Language) -> None:
    assert texts(page(*[("body", line) for line in WRAPPED]), nlp) == [" ".join(WRAPPED)]


def test_offsets_hold_across_the_joined_lines(nlp: Language) -> None:
    document = page(*[("body", line) for line in WRAPPED])
    parsed = parse(document, nlp)
    last = parsed.paragraphs[0].doc[-2]
    assert parsed.tokens(last, last).text == "said"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_paragraphs_that_end_in_full_stops_stay_apart(nlp: Language, gap: str) -> None:
    lines = ["The envoys met.", "They spoke for nine hours.", "An aide said so."]
    assert texts(page(*[("body", line) for line in lines], gap=gap), nlp) == lines


@pytest.mark.parametrize(
    "dateline",
    [
        "MARLOW, Velland, Sept 14 (Harbour Press) - ",
        "PORT MARL (Agency) — ",
        "PORT MARL (Agency) -",
        "MARLOW, May 3 - ",
        "MARLOW -- ",
        "MARLOW, Velland --- ",
        "MARLOW, October 11. /TASS/. ",
        "PORT MARL, MAY 26, HARBOURPRESS. ",
        "Marlow [Velland], May 1 (ANI): ",
        "Port Marl, Velland (AFP)  – ",
        "(Reuters) - ",
        "Marlow, 17 May - ",
    ],
)
def test_the_dateline_is_not_read(nlp: Language, dateline: str) -> None:
    document = page(("body", dateline + "Shells struck the mill on Tuesday."))
    parsed = parse(document, nlp)
    assert parsed.paragraphs[0].doc.text == "Shells struck the mill on Tuesday."
    assert parsed.tokens(parsed.paragraphs[0].doc[0], parsed.paragraphs[0].doc[1]).text == "Shells struck"


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Watch (HW) - the body that counts ships - said so.",
        "President Hok - who left on May 3 - said so.",
        "Talks on May 3 - the first this year - failed.",
        "SYRIAN rebels - who fled - said so.",
    ],
)
def test_what_only_looks_like_a_dateline_is_read(nlp: Language, line: str) -> None:
    assert texts(page(("body", line)), nlp) == [line]


def test_a_title_in_capitals_is_read_whole(nlp: Language) -> None:
    assert texts(page(("title", "CLAIMED - Velland talks to the rebels")), nlp) == [
        "CLAIMED - Velland talks to the rebels"
    ]


@pytest.mark.parametrize("word", ["cease-fire", "Cease-fire", "Cease-Fire", "cease-fires", "air-strike"])
def test_a_word_written_with_a_hyphen_is_one_word(word: str, nlp: Language) -> None:
    assert word in [token.text for token in nlp(f"The {word} in Veldania held.")]
