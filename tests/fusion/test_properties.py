"""What holds of every collection: order, repetition, republication, denial, unnamed sources."""

from __future__ import annotations

from random import Random

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceasewire.model import Fact, Link, Span, Story, ident
from fusion.builder import Page, story

PLACES = ["Pell", "Ostrel"]
WHO = ["Ana Perle", "Bo Lenk", "Cy Marn"]
OUTLETS = ["Herald", "Gazette", "Courier"]

Told = tuple[int, int, int, bool]
TOLD = st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 2), st.booleans())
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def page(number: int, told: Told) -> Page:
    """A page on which somebody, named or not, tells of talks in one of two places."""
    return _filled(Page(f"p{number}", OUTLETS[told[2]], f"2031-05-{4 + number:02}"), told)


def _filled(made: Page, told: Told) -> Page:
    place, who, where, hidden = told
    made.actor("Lorasia")
    made.actor("Marl Front", "armed_group")
    name = "an envoy" if hidden else WHO[who]
    said = made.says(name, f"{name} says they met in {PLACES[place]}", unnamed=hidden, chain=[OUTLETS[where], name])
    args = {"party": ["Lorasia", "Marl Front"], "venue": [PLACES[place]]}
    day = f"2031-05-0{1 + place}"
    made.event("talks", "met", args, said, days=(day, day))
    return made


def pages(told: list[Told]) -> list[Page]:
    return [page(number, one) for number, one in enumerate(told)]


def counts(told: Story) -> list[tuple[str, list[str], list[str], dict[str, list[int]]]]:
    """Status and origins of every fact, whatever its id."""
    return sorted((f.status, f.origins_for, f.origins_against, f.by_camp) for f in told.facts)


def denial(place: str) -> Page:
    made = Page("denial", "Voice", "2031-05-20")
    made.actor("Marl Front", "armed_group")
    state = made.actor("Lorasia")
    said = made.says("Mira Toll", "there were no talks", "denies", of=state)
    day = f"2031-05-0{1 + PLACES.index(place)}"
    made.event("talks", "talks", {"party": ["Lorasia", "Marl Front"], "venue": [place]}, said, "denied", (day, day))
    return made


def held_in(told: Story, place: str) -> list[Fact]:
    return [f for f in told.facts if any(a.role == "venue" and a.text == place for a in f.args)]


@FEW
@given(st.lists(TOLD, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter(rows: list[Told], chance: Random) -> None:
    made = pages(rows)
    shuffled = chance.sample(made, len(made))
    assert msgspec.json.encode(story(*made)) == msgspec.json.encode(story(*shuffled))


@FEW
@given(st.lists(TOLD, min_size=1, max_size=5), st.integers(0, 4))
def test_a_page_twice_moves_no_count(rows: list[Told], which: int) -> None:
    which %= len(rows)
    made = pages(rows)
    copy = _filled(Page("twice", made[which].outlet, made[which].day), rows[which])
    assert counts(story(*made)) == counts(story(*made, copy))


@FEW
@given(st.lists(TOLD, min_size=1, max_size=5), st.integers(0, 4))
def test_a_republication_moves_no_count(rows: list[Told], which: int) -> None:
    which %= len(rows)
    made = pages(rows)
    copy = _filled(Page("again", "Mirror", "2031-05-25"), rows[which])
    mine, theirs = Span(0, len(copy.text), copy.text), Span(0, len(made[which].text), made[which].text)
    link = Link(ident("l"), copy.id, None, [mine], "republication", made[which].id, None, [theirs], None, [], 1.0)
    assert counts(story(*made)) == counts(story(*made, copy, links=[link]))


@FEW
@given(st.lists(TOLD, min_size=2, max_size=6), st.sampled_from(PLACES))
def test_a_new_denial_from_another_origin_makes_several_origins_contested(rows: list[Told], place: str) -> None:
    made = pages(rows)
    before = [f for f in held_in(story(*made), place) if f.status == "several_origins"]
    after = held_in(story(*made, denial(place)), place)
    for fact in before:
        now = [f for f in after if f.origins_for == fact.origins_for]
        assert [f.status for f in now] == ["contested"]


@FEW
@given(st.lists(TOLD, min_size=1, max_size=6))
def test_unnamed_people_are_never_counted_as_one_across_reporters(rows: list[Told]) -> None:
    told = story(*pages(rows))
    hidden = {OUTLETS[where] for _, _, where, unnamed in rows if unnamed}
    assert len([o for o in told.origins if o.kind == "unnamed"]) == len(hidden)
