"""Relations with their voucher and their days, on parties and people that never were."""

from __future__ import annotations

import pytest
from spacy.language import Language

import sentences
from ceasewire.model import Interval, Relation
from ceasewire.reading import read
from ceasewire.reading.adopt import adopt

DAY = "2021-05-04"


def relations(nlp: Language, text: str) -> tuple[list[Relation], dict[str, str]]:
    """The relations of a page written on `DAY`, and the cue of each of its statements."""
    document = sentences.page(text, nlp).document
    document.published = DAY
    adopted = adopt(read(document, nlp), document)
    return adopted.relations, {statement.id: statement.cue.text for statement in adopted.statements}


@pytest.mark.parametrize(
    ("text", "kind", "interval"),
    [
        ("Ana Velan, a spokeswoman for the Red Front, left.", "speaks_for", None),
        ("Ana Velan, a former spokeswoman for the Red Front, left.", "speaks_for", Interval(None, DAY)),
        ("Emil Hok, an ex-leader of the Red Front, left.", "leads", Interval(None, DAY)),
        ("Emil Hok, leader of the Red Front since 2019, left.", "leads", Interval("2019-01-01", DAY)),
        ("Emil Hok, the leader of the Red Front, left on Monday.", "leads", None),
    ],
)
def test_when_a_relation_holds(nlp: Language, text: str, kind: str, interval: Interval | None) -> None:
    found, _ = relations(nlp, text)
    assert [(relation.kind, relation.interval) for relation in found] == [(kind, interval)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Finland backs the Red Front.", None),
        ("Emil Hok said that Finland backs the Red Front.", "said"),
        ("Emil Hok said that Ana Velan had denied that Finland backs the Red Front.", "had denied"),
    ],
)
def test_who_vouches_for_a_relation(nlp: Language, text: str, cue: str | None) -> None:
    found, cues = relations(nlp, text)
    backs = next(relation for relation in found if relation.kind == "backs")
    assert (cues[backs.statement] if backs.statement else None) == cue
