"""Interviews printed as turns: `HERALD: Will you resign?` and `ORLO: I will not.`; the answers are statements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.reading.parse import Paragraph, begin
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.tokens import Range, text_of, tokens_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

LABEL = re.compile(r"\s{0,4}([A-Z][\w.’'-]{0,24}(?: [A-Z(][\w.’')-]{0,24}){0,4}) ?: ?(?=\S)")
ASKING = ("q", "question", "interviewer", "moderator", "reporter")
ANSWERING = ("a", "answer")
LEAST = 2  # turns that make an interview
RUN = 12  # paragraphs without a label that an answer may run over


@dataclass
class Turn:
    """One turn: its label as printed, where its words begin in the paragraph, its paragraphs."""

    label: str
    at: int
    paragraphs: list[Paragraph]

    def asks(self) -> bool:
        """Whether the turn ends in a question."""
        return text_of(self.paragraphs[-1].doc).rstrip("”\"' ").endswith("?")


def answers(paragraphs: list[Paragraph]) -> list[tuple[Claim, Quote]]:
    """The answers of an interview, each as a claim and as the quotation that it is. Empty for other pages."""
    turns = list(_turns(paragraphs))
    askers = _askers(turns)
    given = [turn for turn in turns if turn.label.lower() not in askers]
    if len(turns) < LEAST or not askers or not given:
        return []
    person = _person(paragraphs[: paragraphs.index(turns[0].paragraphs[0])])
    return [_answer(turn, person) for turn in given]


def _turns(paragraphs: list[Paragraph]) -> Iterator[Turn]:
    """The turns of a page; a paragraph without a label goes on with the turn before where another turn follows."""
    turn: Turn | None = None
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        found = LABEL.match(text_of(paragraph.doc)) if paragraph.role == "body" else None
        if found is None:
            waiting.append(paragraph)
            continue
        if turn is not None:
            turn.paragraphs.extend(p for p in waiting[:RUN] if p.role == "body")
            yield turn
        turn, waiting = Turn(found.group(1), found.end(), [paragraph]), []
    if turn is not None:
        yield turn


def _askers(turns: list[Turn]) -> set[str]:
    """The labels, in small letters, whose turns are mostly questions."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        asked.setdefault(turn.label.lower(), []).append(turn.asks())
    return {label for label, ends in asked.items() if label in ASKING or sum(ends) * 2 > len(ends)}


def _person(before: list[Paragraph]) -> Token | None:
    """Who is asked, where the turns say only `A`: the first person named above them."""
    for paragraph in before:
        for entity in paragraph.doc.ents:
            if entity.label_ == "PERSON":
                return entity.root
    return None


def _answer(turn: Turn, person: Token | None) -> tuple[Claim, Quote]:
    first = turn.paragraphs[0]
    label = tokens_in(first.doc, 0, turn.at)
    named = [token for token in label if token.text != ":" and not token.is_space]
    head = person if turn.label.lower() in ANSWERING else named[-1]
    pieces = _pieces(turn)
    cue = over(named[0], label[-1])
    source = over(named[0], named[-1])
    claim = Claim(first, cue, named[-1], head, source, list(pieces), "asserts", 0.9, "turn", direct=True)
    return claim, Quote(pieces[0][0], pieces[-1][1], pieces, first.number)


def _pieces(turn: Turn) -> list[Range]:
    out = []
    for number, paragraph in enumerate(turn.paragraphs):
        tokens = [t for t in paragraph.doc if not t.is_space and (number or t.idx >= turn.at)]
        if tokens:
            out.append((begin(tokens[0]), over(tokens[-1], tokens[-1])[1]))
    return out or [over(turn.paragraphs[0].doc[0], turn.paragraphs[0].doc[-1])]
