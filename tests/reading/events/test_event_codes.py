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
        ("The firm transferred 400 barrels of lamp oil to the barge.", "transferred", "transfer"),
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


@pytest.mark.parametrize(
    ("text", "word", "kind", "code"),
    [
        ("Veldan rebels have sworn to fight on until spring.", "sworn", "threat", "THREATEN"),
        ("The new president was sworn in on Monday.", "sworn", "transition", None),
        ("The cabinet is prepared to impose a curfew.", "prepared", None, "THREATEN"),
        ("The cabinet is prepared to lift the curfew.", "prepared", None, "AGREE"),
        ("Spain is committed to opening the port.", "committed", None, "AGREE"),
        ("The regional forum agreed to set up a centre.", "agreed", "agreement", "AGREE"),
        ("Spain is opposed to Greek mediation.", "opposed", "rejection", "REJECT"),
        ("The minister opposed the deployment.", "opposed", None, "REJECT"),
        ("The regime accepted the demands of the miners.", "accepted", "agreement", "RETREAT"),
        ("The regime bowed to demands from the miners.", "bowed", None, "RETREAT"),
        ("The president warned Spain against sending troops.", "warned", "threat", "THREATEN"),
        ("The army gave them 48 hours to leave the town.", "gave", "threat", "THREATEN"),
        ("The army gave the rebels two days to hand in their guns.", "gave", "threat", "THREATEN"),
        ("The guerrillas exploded two bombs at the mill.", "exploded", "attack", "ASSAULT"),
        ("Spanish officials shared evidence with France.", "shared", None, "COOPERATE"),
        ("Spain provided satellite imagery to the army.", "provided", None, "AID"),
        ("France announced the suspension of ferry links with Spain.", "suspension", None, "SANCTION"),
        ("Students blocked the road to the airport.", "blocked", None, "PROTEST"),
        ("The president arrived in Paris on a surprise visit.", "arrived", None, "CONSULT"),
        ("France sent 900 peacekeepers to the island.", "sent", "deployment", "AID"),
        ("France sent 900 marines to the island.", "sent", "deployment", "MOBILIZE"),
        ("The two navies held a joint exercise.", "exercise", None, "COOPERATE"),
        ("The navy held a naval exercise.", "exercise", None, "MOBILIZE"),
        ("The prosecutor opened an investigation into the minister.", "investigation", None, "ACCUSE"),
        ("A transitional government was formed on Monday.", "government", "transition", "COOPERATE"),
    ],
)
def test_rows_of_the_table(text: str, word: str, kind: str | None, code: str | None, nlp: Language) -> None:
    found = one(text, word, nlp)
    assert (found.type, found.plover.event if found.plover else None) == (kind, code)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers blocked the road to the airport.", "blocked"),
        ("He sat down, as opposed to the others.", "opposed"),
        ("The plant must meet customer demand.", "meet"),
        ("The transitional government closed the port.", "government"),
        ("The nurse cleaned it with a sterile solution of salt.", "solution"),
        ("The foundation gave the school two years of support.", "gave"),
        ("Ana Ruiz travelled to Paris to visit her aunt.", "travelled"),
        ("He leads the Veldan Liberation Front in the south.", "Liberation"),
        ("The report by Amnesty International was read on Monday.", "Amnesty"),
        ("The case went to the Court of Appeal on Monday.", "Appeal"),
        ("He heads the Bureau of Investigation in Paris.", "Investigation"),
    ],
)
def test_what_no_row_means(text: str, word: str, nlp: Language) -> None:
    assert word not in [m.trigger.text for m in mentions(text, nlp)]


def test_an_accord_is_named_with_capitals(nlp: Language) -> None:
    assert one("Spain broke the Osten Peace Accord in May.", "Accord", nlp).type == "agreement"


@pytest.mark.parametrize(
    ("text", "word", "kind", "code"),
    [
        ("Veldan troops arrived in Osten on Monday.", "arrived", "deployment", "MOBILIZE"),
        ("Spain has strengthened its forces on the border.", "strengthened", "deployment", "MOBILIZE"),
        ("The troops remained on alert along the border.", "alert", None, "MOBILIZE"),
        ("The president reneged on his promise of a vote.", "reneged", None, "REJECT"),
        ("The pilot sought asylum in France.", "sought", None, "REQUEST"),
        ("The governor extended the curfew by a week.", "extended", None, "COERCE"),
        ("The governor will extend the curfew by a week.", "extend", None, "THREATEN"),
        ("The council imposed sanctions on the firm.", "sanctions", "designation", "SANCTION"),
        ("Government troops captured a rebel stronghold on Monday.", "captured", "advance", "ASSAULT"),
        ("The militia seized part of a separatist town.", "seized", "advance", "ASSAULT"),
        ("The army captured nine rebels near the town.", "captured", "seizure", "COERCE"),
        ("The police seized a rebel leader on Monday.", "seized", "seizure", "COERCE"),
    ],
)
def test_rows_for_forces_and_ground(text: str, word: str, kind: str | None, code: str | None, nlp: Language) -> None:
    found = one(text, word, nlp)
    assert (found.type, found.plover.event if found.plover else None) == (kind, code)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The envoy arrived in Osten on Monday.", "arrived"),
        ("The film sought to console the nurses.", "sought"),
        ("The firm extended the deadline by a week.", "extended"),
    ],
)
def test_what_is_no_force_and_no_clampdown(text: str, word: str, nlp: Language) -> None:
    assert word not in [m.trigger.text for m in mentions(text, nlp)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The nurse was listed among the best of the year.", "listed"),
        ("The stock exchange fell by nine points.", "exchange"),
        ("The traffic came to a standstill.", "standstill"),
    ],
)
def test_a_word_does_not_bear_itself_out(text: str, word: str, nlp: Language) -> None:
    assert word not in [m.trigger.text for m in mentions(text, nlp)]


def test_whom_a_ban_hits(nlp: Language) -> None:
    assert codes("The president banned opposition leaders from the vote.", nlp)["banned"] == "COERCE"
    assert codes("The council banned the export of coal.", nlp)["banned"] == "SANCTION"
