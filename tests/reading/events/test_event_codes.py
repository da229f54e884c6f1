"""Which events of a sentence are coded, and which of them is the surest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions, one

if TYPE_CHECKING:
    from spacy.language import Language


def codes(text: str, nlp: Language) -> dict[str, str | None]:
    """The code of every mention by its trigger."""
    return {m.trigger.text: m.plover.event if m.plover else None for m in mentions(text, nlp)}


@pytest.mark.parametrize(
    ("text", "scene", "told"),
    [
        ("The militia declared a truce after nine days of battles with the army.", "battles", {"truce": "RETREAT"}),
        ("Despite the ceasefire, the army shelled the mill.", "ceasefire", {"shelled": "ASSAULT"}),
        ("Following talks with the envoy, the rebels freed nine nurses.", "talks", {"freed": "RETREAT"}),
        ("The army bombed the mill during the negotiations.", "negotiations", {"bombed": "ASSAULT"}),
    ],
)
def test_what_sets_the_scene_is_not_coded(text: str, scene: str, told: dict[str, str], nlp: Language) -> None:
    found = codes(text, nlp)
    assert found[scene] is None
    assert found == {**found, **told}


def test_a_scene_alone_is_coded(nlp: Language) -> None:
    assert codes("The town was quiet after the bombardment of the mill.", nlp) == {"bombardment": "ASSAULT"}


def test_the_surest_mention_is_what_the_sentence_reports(nlp: Language) -> None:
    found = mentions("Amid the shelling of the mill, the rebels rejected the plan.", nlp)
    assert max(found, key=lambda mention: mention.confidence).trigger.text == "rejected"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The doctors handed over nine tons of flour to the clinic.", "handed", None),
        ("The firm transferred 600 tons of refined petroleum to the barge.", "transferred", "transfer"),
        ("Veldan troops captured part of the town on Monday.", "captured", "advance"),
        ("The rebels seized a dozen trucks on the road.", "seized", "seizure"),
        ("Spain has backed a dozen EU sanctions.", "backed", None),
    ],
)
def test_an_amount_stands_for_what_it_measures(text: str, word: str, kind: str | None, nlp: Language) -> None:
    assert {m.type for m in mentions(text, nlp) if m.trigger.text == word} <= ({kind} if kind else {None, "aid"})
    assert kind is None or one(text, word, nlp).type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council repeated its plea that Spain release the crew.", "release"),
        ("The union renewed its appeal today that France lift the embargo.", "lift"),
    ],
)
def test_a_wish_without_a_verb_of_wishing_is_proposed(text: str, word: str, nlp: Language) -> None:
    assert one(text, word, nlp).realis == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels pulled back north of the river on Monday.",
        "Spanish troops pulled back on Monday.",
        "The troops moved out west of the town.",
    ],
)
def test_a_particle_may_hang_on_a_direction(text: str, nlp: Language) -> None:
    assert [m.type for m in mentions(text, nlp)] == ["withdrawal"]
