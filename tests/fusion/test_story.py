"""Properties of the whole: order, repetition, addition and removal of pages."""

from __future__ import annotations

import msgspec

from fusion.builder import Page, names, only, story


def pages() -> list[Page]:
    made = []
    for path, outlet, who, day in (
        ("a", "Herald", "Ana Perle", "2031-05-04"),
        ("b", "Gazette", "Bo Lenk", "2031-05-05"),
    ):
        page = Page(path, outlet, day)
        page.actor("Lorasia")
        page.actor("Marl Front", "armed_group")
        words = page.says(who, f"{who} says they met")
        page.event(
            "talks", "met", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}, words, days=("2031-05-03",) * 2
        )
        made.append(page)
    return made


def denial(outlet: str = "Voice") -> Page:
    page = Page("z", outlet, "2031-05-06")
    state = page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    words = page.says("Mira Toll", "there were no talks", "denies", of=state)
    page.event("talks", "talks", {"party": ["Lorasia", "Marl Front"]}, words, "denied")
    return page


def test_the_order_of_pages_does_not_matter() -> None:
    one, two = story(*pages(), denial()), story(denial(), *reversed(pages()))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)


def test_a_repeated_page_moves_no_count() -> None:
    copy = pages()[0]
    copy.path = "copy"
    copy.statements.clear()
    copy.mentions.clear()
    copy.actors.clear()
    copy.text = ""
    copy.sentences.clear()
    again = Page("copy", "Mirror")
    again.actor("Lorasia")
    again.actor("Marl Front", "armed_group")
    words = again.says("Ana Perle", "Ana Perle says they met", chain=["Herald", "Ana Perle"])
    again.event(
        "talks", "met", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}, words, days=("2031-05-03",) * 2
    )
    fact = only(story(*pages(), again), "talks")
    assert (len(fact.origins_for), len(fact.support)) == (2, 3)


def test_a_new_denial_turns_several_origins_into_contested_and_its_removal_back() -> None:
    before, after = only(story(*pages()), "talks"), only(story(*pages(), denial()), "talks")
    assert (before.status, after.status) == ("several_origins", "contested")
    assert [m.status for m in after.history] == ["one_origin", "several_origins", "contested"]
    assert msgspec.json.encode(story(*pages())) == msgspec.json.encode(story(*pages()))


def test_camps_stand_beside_the_counts() -> None:
    fact = only(story(*pages(), denial()), "talks")
    assert fact.by_camp == {"Lorasia": [0, 1], "unknown": [2, 0]}


def test_the_denial_is_a_contradiction_with_both_sides_words() -> None:
    told = story(*pages(), denial())
    flat = [c for c in told.contradictions if c.kind == "flat"]
    assert len(flat) == 1
    assert {s.span.text for s in flat[0].a} == {"Ana Perle says they met", "Bo Lenk says they met"}
    assert [s.span.text for s in flat[0].b] == ["there were no talks"]


def test_two_meetings_on_one_day_stay_two() -> None:
    page = Page("c", "Herald")
    for party, place in (("Marl Front", "Pell"), ("Doro Union", "Aster")):
        page.actor("Lorasia")
        page.actor(party, "armed_group")
        page.event("talks", "met", {"party": ["Lorasia", party], "venue": [place]}, days=("2031-05-03",) * 2)
    assert len([f for f in story(page).facts if f.type == "talks"]) == 2


def test_an_escape_is_not_the_release() -> None:
    page = Page("c", "Herald")
    for trigger in ("released", "escaped"):
        page.event("release", trigger, {"holder": ["rebels"], "released": ["the sailors"]})
    assert len([f for f in story(page).facts if f.type == "release"]) == 2


def test_a_truce_is_a_track_with_its_violations() -> None:
    page = Page("c", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    both = {"party": ["Lorasia", "Marl Front"]}
    page.event("ceasefire", "truce", both, days=("2031-05-01", "2031-05-08"), phase="in_force")
    words = page.says("Ana Perle", "the Front broke it", "accuses")
    page.event(
        "violation",
        "broke",
        {"violator": ["Marl Front"], "victim": ["Lorasia"]},
        words,
        days=("2031-05-02", "2031-05-02"),
    )
    told = story(page)
    track = next(t for t in told.tracks if t.kind == "truce")
    assert track.state == "in_force"
    assert track.violations == [only(told, "violation").id]
    assert {a.name for a in told.actors if a.id in track.parties} == {"Lorasia", "Marl Front"}


def test_persons_of_one_surname_stay_apart_and_a_bare_surname_finds_its_only_owner() -> None:
    one, two, three = Page("a", "Herald"), Page("b", "Gazette"), Page("c", "Mirror")
    one.says("Ana Perle", "yes")
    two.says("Tom Perle", "no")
    three.says("Perle", "maybe")
    told = story(one, two, three)
    assert {o.name for o in told.origins} == {"Ana Perle", "Tom Perle", "Perle"}
    assert {o.name for o in story(one, three).origins} == {"Ana Perle"}


def test_unnamed_people_of_two_pages_are_never_one_actor() -> None:
    made = [Page("a", "Herald"), Page("b", "Gazette")]
    for page in made:
        page.says("a diplomat", "they met", unnamed=True, count=1)
    told = story(*made)
    assert len([a for a in told.actors if a.name == "a diplomat"]) == 2
    assert names(told, [o.id for o in told.origins]) == {"a diplomat"}
    assert len(told.origins) == 2


def test_rebels_and_opposition_of_one_land_are_one_camp() -> None:
    page = Page("a", "Herald")
    party = {"party": ["Lorasia", "Marl Front"]}
    page.actor("Lorasia")
    for who, group in (("a rebel", "Lorasian rebels"), ("a deputy", "Lorasian opposition")):
        side = page.actor(group, "group")
        page.event("talks", "met", party, page.says(who, f"{who}: they met", of=side, unnamed=True, count=1))
    assert only(story(page), "talks").by_camp == {"Lorasian opposition": [2, 0]}


def test_talks_that_name_only_their_place_belong_to_the_series_held_there() -> None:
    page = Page("c", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    page.event("talks", "met", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}, days=("2031-05-03",) * 2)
    page.event("talks", "session", {"venue": ["Pell"]}, days=("2031-06-20",) * 2)
    told = story(page)
    assert [len(t.facts) for t in told.tracks] == [2]


def test_one_fact_that_names_no_two_participants_is_no_track() -> None:
    page = Page("c", "Herald")
    page.actor("Lorasia")
    page.event("talks", "met", {"party": ["Lorasia"], "venue": ["Pell"]}, days=("2031-05-03",) * 2)
    assert story(page).tracks == []


def test_one_pages_slip_does_not_move_a_spokeswoman_to_another_country() -> None:
    made = [Page(path, outlet) for path, outlet in (("a", "Herald"), ("b", "Gazette"), ("c", "Mirror"))]
    for page, land in zip(made, ("Lorasia", "Lorasia", "Velland"), strict=True):
        state = page.actor(land)
        page.actor("Marl Front", "armed_group")
        words = page.says("Mira Toll", "the Front was there", of=state)
        page.event("talks", "met", {"party": ["Marl Front"], "venue": ["Pell"]}, words)
    told = story(*made)
    assert names(told, only(told, "talks").origins_for) == {"Lorasia"}
