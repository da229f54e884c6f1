"""Which mentions are of one event."""

from __future__ import annotations

import pytest

from ceasewire.model import Realis, Stance, Story
from fusion.builder import Page, only, story

DAY = ("2031-05-03", "2031-05-03")


def events_of(told: Story, kind: str) -> int:
    return sum(f.type == kind for f in told.facts)


def release(page: Page, who: str, days: tuple[str, str] | None = None) -> None:
    page.actor("Marl Front", "armed_group")
    page.event("release", "freed", {"holder": ["Marl Front"], "released": [who]}, days=days)


def test_counts_that_differ_are_two_events() -> None:
    page = Page("a", "Herald")
    release(page, "21 sailors")
    release(page, "400 sailors")
    assert events_of(story(page), "release") == 2


def test_the_definite_phrase_means_the_ones_named_before() -> None:
    page = Page("a", "Herald")
    release(page, "21 sailors", ("2031-05-03", "2031-05-03"))
    release(page, "the men", ("2031-05-03", "2031-05-03"))
    assert events_of(story(page), "release") == 1


@pytest.mark.parametrize(("day", "events"), [("2031-05-03", 1), ("2031-06-20", 2)])
def test_days_that_do_not_meet_are_two_events(day: str, events: int) -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    release(page, "21 sailors", ("2031-05-03", "2031-05-03"))
    release(other, "21 sailors", (day, day))
    assert events_of(story(page, other), "release") == events


def test_who_is_left_out_of_one_meeting_was_not_at_it() -> None:
    page = Page("a", "Herald")
    for name in ("Lorasia", "Velland"):
        page.actor(name)
    page.actor("Marl Front", "armed_group")
    page.event("talks", "talks", {"party": ["Lorasia", "Marl Front"], "excluded": ["Velland"]})
    page.event("talks", "talks", {"party": ["Lorasia", "Velland"]})
    assert events_of(story(page), "talks") == 2


def test_a_call_for_talks_is_not_talks() -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    both = {"party": ["Lorasia", "Marl Front"]}
    page.event("talks", "talks", both)
    words = page.says("Ana Perle", "they should meet", "demands")
    page.event("talks", "meet", both, words, "proposed")
    assert events_of(story(page), "talks") == 2


def test_a_bare_mention_joins_what_its_page_spoke_of_last_and_alone_is_no_fact() -> None:
    page = Page("a", "Herald")
    page.event("talks", "talks", {})
    assert story(page).facts == []
    page.actor("Lorasia")
    page.event("talks", "talks", {"party": ["Lorasia"]})
    page.event("talks", "negotiations", {})
    assert len(only(story(page), "talks").support) == 2


def test_planned_then_not_held_is_one_fact_with_a_history() -> None:
    early, late = Page("a", "Herald", "2031-05-02"), Page("b", "Gazette", "2031-05-06")
    for page, realis in ((early, "planned"), (late, "denied")):
        page.actor("Lorasia")
        page.actor("Marl Front", "armed_group")
        words = page.says("Ana Perle", f"the meeting was {realis}")
        party = {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}
        if realis == "planned":
            page.event("talks", "meeting", party, words, "planned", ("2031-05-05", "2031-05-05"))
        else:
            page.event("talks", "meeting", party, words, "denied", ("2031-05-05", "2031-05-05"))
    told = story(early, late)
    fact = only(told, "talks")
    assert [(m.as_of, m.realis) for m in fact.history] == [("2031-05-02", "planned"), ("2031-05-06", "denied")]
    assert any(c.kind == "expectation" for c in told.contradictions)


def test_one_common_noun_in_one_role_on_no_day_is_no_fact() -> None:
    page = Page("a", "Herald")
    page.event("casualties", "killed", {"number": ["some"]})
    assert story(page).facts == []


@pytest.mark.parametrize(("stance", "facts"), [("asserts", 0), ("predicts", 1)])
def test_what_is_only_imagined_is_a_fact_where_somebody_foretells_it(stance: Stance, facts: int) -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    words = page.says("Ana Perle", "they may meet", stance)
    page.event("talks", "meet", {"party": ["Lorasia"]}, words, "hypothetical")
    assert len(story(page).facts) == facts


def test_a_repeated_mention_is_of_the_event_it_repeats_whatever_its_page_adds() -> None:
    page, copy = Page("a", "Herald"), Page("b", "Mirror", "2031-09-09")
    for where in (page, copy):
        where.actor("Lorasia")
        where.actor("Marl Front", "armed_group")
    first = page.event("talks", "talks", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]})
    again = copy.event("talks", "talks", {"venue": ["Aster"]})
    again.copy_of = first.id
    assert len(only(story(page, copy), "talks").support) == 2


def test_a_siege_is_not_the_shelling_of_the_town() -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    for trigger in ("siege", "shelled"):
        page.event("attack", trigger, {"attacker": ["Lorasia"], "target": ["Marl"]})
    assert events_of(story(page), "attack") == 2


@pytest.mark.parametrize(
    ("kind", "args", "facts"),
    [
        ("attack", {"place": ["Pell"]}, 0),
        ("attack", {"target": ["Ostrel"]}, 1),
        ("advance", {"place": ["Pell"]}, 1),
        ("talks", {"party": ["envoys"]}, 0),
        ("talks", {"party": ["envoys", "rebels"]}, 1),
        ("talks", {"party": ["Ostrel"]}, 1),
    ],
)
def test_a_fact_says_who_or_to_whom(kind: str, args: dict[str, list[str]], facts: int) -> None:
    page = Page("a", "Herald")
    for name in ("Ostrel", "Pell"):
        page.actor(name, "place")
    page.event(kind, kind, args)
    assert events_of(story(page), kind) == facts


@pytest.mark.parametrize(("who", "facts"), [(None, 0), ("Ana Perle", 1)])
def test_what_a_paper_alone_says_did_not_happen_is_no_fact(who: str | None, facts: int) -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    said = page.says(who, "Lorasia freed nobody", "denies") if who else None
    page.event("release", "freed", {"holder": ["Lorasia"], "released": ["21 sailors"]}, said, "denied")
    assert events_of(story(page), "release") == facts


def test_a_bare_denial_answers_the_claim_that_touches_the_denier() -> None:
    page = Page("a", "Herald")
    lorasia = page.actor("Lorasia")
    for doer in ("Lorasia", "Velland"):
        page.actor(doer)
        said = page.says("Ana Perle", f"{doer} sent shells to the Marl Front")
        page.event("transfer", "sent", {"provider": [doer], "recipient": ["the Marl Front"]}, said)
    denied = page.says("Bo Lenk", "the shipments", "denies", of=lorasia)
    page.event("transfer", "shipments", {}, denied, "denied")
    status = {f.args[0].text: f.status for f in story(page).facts if f.type == "transfer"}
    assert status == {"Lorasia": "contested", "Velland": "one_origin"}


@pytest.mark.parametrize(("stance", "status"), [("predicts", "one_origin"), ("denies", "contested")])
def test_a_guess_that_it_will_not_last_disputes_no_truce(stance: Stance, status: str) -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    both = {"party": ["Lorasia", "Marl Front"]}
    page.event("ceasefire", "truce", both, page.says("Ana Perle", "the truce holds"), "ongoing", phase="in_force")
    page.event("ceasefire", "truce", both, page.says("Bo Lenk", "the truce will not hold", stance), "denied")
    assert [f.status for f in story(page).facts if f.type == "ceasefire"] == [status]


@pytest.mark.parametrize(("last", "realis"), [("occurred", "occurred"), ("ongoing", "ongoing")])
def test_the_last_page_says_whether_talks_go_on(last: Realis, realis: str) -> None:
    pages: list[Page] = []
    told: list[tuple[str, str, Realis]] = [("a", "2031-05-04", "ongoing"), ("b", "2031-05-06", last)]
    for path, day, how in told:
        page = Page(path, f"Herald {path}", day)
        page.actor("Lorasia")
        page.actor("Marl Front", "armed_group")
        page.event("talks", "talks", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}, realis=how)
        pages.append(page)
    assert [f.realis for f in story(*pages).facts if f.type == "talks"] == [realis]


def test_outlets_alone_do_not_contest_what_outlets_alone_say() -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    both = {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}
    page.event("talks", "talks", both)
    page.event("talks", "talks", both, realis="denied")
    assert [f.status for f in story(page).facts] == ["one_origin"]


def blow(page: Page, place: str, day: str, target: str = "a mill") -> None:
    page.actor("Marl Front", "armed_group")
    if place:
        page.actor(place, "place")
    args = {"attacker": ["Marl Front"], "target": [target], "place": [place] if place else []}
    page.event("attack", "shelled the mill at dusk", args, days=(day, day))


@pytest.mark.parametrize(
    ("other", "events"),
    [("Peru", 1), ("Ecuador", 2), ("Cuzco", 2)],
)
def test_a_town_and_the_land_it_lies_in_are_no_two_places(other: str, events: int) -> None:
    page, second = Page("a", "Herald"), Page("b", "Gazette")
    page.actor("Peru")
    meet(page, "Arequipa")
    meet(second, other)
    assert events_of(story(page, second), "talks") == events


def meet(page: Page, venue: str) -> None:
    page.actor("Marl Front", "armed_group")
    page.actor("Peru")
    if venue != "Peru":
        page.actor(venue, "place")
    page.event("talks", "talks", {"party": ["Marl Front"], "venue": [venue]})


@pytest.mark.parametrize(("day", "events"), [("2031-05-04", 1), ("2031-05-06", 2)])
def test_two_pages_may_date_an_event_a_day_apart(day: str, events: int) -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    blow(page, "Hallin", "2031-05-03")
    blow(other, "Hallin", day)
    assert events_of(story(page, other), "attack") == events


def test_one_page_that_tells_of_two_days_tells_of_two_events() -> None:
    page = Page("a", "Herald")
    blow(page, "Hallin", "2031-05-02")
    blow(page, "Hallin", "2031-05-03")
    assert events_of(story(page), "attack") == 2


@pytest.mark.parametrize(("toll", "events"), [("at least nine troops", 1), ("nine", 1), ("nine nuns", 2)])
def test_the_toll_of_a_day_is_told_in_many_words(toll: str, events: int) -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    for one, words in ((page, "12 soldiers"), (other, toll)):
        one.actor("Hallin", "place")
        one.event("casualties", "killed", {"number": [words], "place": ["Hallin"]}, days=("2031-05-03", "2031-05-03"))
    assert events_of(story(page, other), "casualties") == events


@pytest.mark.parametrize(
    ("place", "events"), [("a besieged Lorasian town", 1), ("the town", 1), ("Osten", 2), ("the Osten plain", 2)]
)
def test_a_place_told_without_its_name_is_no_other_place(place: str, events: int) -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    for one, trigger, where in ((page, "shelled", "Hallin"), (other, "blasts", place)):
        one.event("attack", trigger, {"target": ["a flour mill"], "place": [where]}, days=DAY)
    assert events_of(story(page, other), "attack") == events
