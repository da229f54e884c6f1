"""Nouns that stand for an event which the page has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language

WAR = "The army shelled Osten on Monday. Rebels ambushed a convoy and bombed a mill. "


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (WAR + "The rebels declared a truce on Friday. The move surprised the army.", "move", "ceasefire"),
        (WAR + "The rebels walked out of the talks.\nThe decision angered the mediator.", "decision", "boycott"),
        (WAR + "The militia released nine miners, and the gesture was welcomed.", "gesture", "release"),
        (WAR + "Spain withdrew its troops. Spain's move came late.", "move", "withdrawal"),
        (WAR + "The mediator said nothing. The move surprised the army.", "move", None),
        (WAR + "The rebels declared a truce. The decision to build a school came late.", "decision", None),
        (WAR + "The rebels declared a truce. The next move is theirs.", "move", None),
        ("The rebels declared a truce. The move surprised the cook.", "move", None),
        (WAR + "Nine farmers fled the fighting.", "fighting", "attack"),
        (WAR + "Two nurses were killed in the violence.", "violence", "attack"),
        (WAR + "The envoy wants to end the fighting.", "fighting", None),
        (WAR + "He called for a pause in the fighting.", "fighting", None),
        ("The envoy spoke of bread. Nine farmers fled the fighting.", "fighting", None),
        (WAR + "The army denied the incident.", "incident", "attack"),
        (WAR + "The army denied the reports.", "reports", "attack"),
    ],
)
def test_what_a_noun_stands_for(text: str, word: str, kind: str | None, nlp: Language) -> None:
    assert {m.trigger.text: m.type for m in mentions(text, nlp)}.get(word) == kind
