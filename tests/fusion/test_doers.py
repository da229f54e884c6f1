"""What happened, and who is said to have done it."""

from __future__ import annotations

import pytest

from ceasewire.model import Fact, Story
from fusion.builder import Page, story

DAY = ("2031-05-03", "2031-05-03")


def shelled(doers: list[str], denier: str, bare: bool) -> Story:
    """Sources on the shelling of a mill, one a doer, one who names none if `bare`, and one who denies it."""
    page = Page("a", "Herald")
    for name in ("Lorasia", "Velland", "Dunmark"):
        page.actor(name)
    for n, doer in enumerate(doers):
        told = page.says(f"Jon Marek{n}", f"{doer} shelled the mill", "accuses")
        page.event("attack", "shelled the mill", {"attacker": [doer], "target": ["the mill"]}, told, days=DAY)
    if bare:
        told = page.says("Ana Perle", "the mill was shelled")
        page.event("attack", "shelled the mill", {"target": ["the mill"]}, told, days=DAY)
    no = page.says(denier, "it never shelled the mill", "denies", kind="state", of=page.actor(denier))
    page.event("attack", "shelled the mill", {"attacker": [denier], "target": ["the mill"]}, no, "denied", DAY)
    return story(page)


def statuses(told: Story) -> list[tuple[str, int, int]]:
    return sorted((f.status, len(f.origins_for), len(f.origins_against)) for f in told.facts if f.type == "attack")


def test_the_event_is_not_disputed_by_who_denies_his_part() -> None:
    assert statuses(shelled(["Lorasia"], "Lorasia", bare=True)) == [("contested", 1, 1), ("several_origins", 2, 0)]


@pytest.mark.parametrize(("doers", "denier", "bare"), [(["Lorasia"], "Lorasia", False), (["Lorasia"], "Dunmark", True)])
def test_it_is_one_fact_where_all_name_the_doer_or_another_denies_it(doers: list[str], denier: str, bare: bool) -> None:
    told = shelled(doers, denier, bare)
    assert [row[0] for row in statuses(told)] == ["contested"]


def test_both_facts_have_ids_and_passages_of_their_own() -> None:
    facts: list[Fact] = shelled(["Lorasia"], "Lorasia", bare=True).facts
    assert len({f.id for f in facts}) == len(facts)
    happened = next(f for f in facts if f.status == "several_origins")
    assert len(happened.support) == 2
    assert not happened.dispute
