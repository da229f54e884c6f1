"""Where places lie, by their names and the states that their pages name."""

from __future__ import annotations

import pytest

from ceasewire.fusion.cities import cities_of, fold
from ceasewire.model import ActorKind, Place
from fusion.builder import Page, story


def placed(name: str, *others: tuple[str, ActorKind]) -> Place:
    page = Page("a", "Herald")
    page.actor(name, "place")
    for other, kind in others:
        page.actor(other, kind)
    return next(place for place in story(page).places if place.name == name)


@pytest.mark.parametrize(
    ("name", "state", "near"),
    [
        ("Tripoli", "Libya", (32.9, 13.2)),
        ("Tripoli", "Lebanon", (34.4, 35.8)),
        ("Valencia", "Venezuela", (10.2, -68.0)),
        ("Córdoba", "Argentina", (-31.4, -64.2)),
    ],
)
def test_the_state_on_the_page_tells_which(name: str, state: str, near: tuple[float, float]) -> None:
    place = placed(name, (state, "state"))
    assert place.lat is not None and place.lon is not None
    assert abs(place.lat - near[0]) < 0.2 and abs(place.lon - near[1]) < 0.2
    assert (place.precision, place.within) == (1, state)


@pytest.mark.parametrize("name", ["Valencia", "Nowhereville", "San Fernando"])
def test_nothing_is_guessed_where_a_name_is_ambiguous_or_unknown(name: str) -> None:
    place = placed(name)
    assert (place.lat, place.lon, place.precision, place.within) == (None, None, None, None)


def test_two_of_one_name_in_one_state_are_ambiguous() -> None:
    assert placed("San Fernando", ("Philippines", "state")).lat is None


def test_a_famous_city_needs_no_state() -> None:
    assert placed("Nairobi").within == "Kenya"


def test_other_spellings() -> None:
    assert {city.state for city in cities_of("Kiev")} == {"Ukraine"} == {city.state for city in cities_of("Kyiv")}


@pytest.mark.parametrize(
    ("name", "folded"), [("Ar-Raqqah", "ar raqqah"), ("N'Djamena", "ndjamena"), ("São Paulo", "sao paulo")]
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_every_name_of_the_table_is_folded_alike() -> None:
    from ceasewire.fusion.cities import _index

    assert [key for key in _index() if fold(key) != key] == []


def test_a_state_is_a_country_wide_place() -> None:
    page = Page("a", "Herald")
    page.actor("Kenya", "place")
    assert [(p.lat, p.precision) for p in story(page).places] == [(None, 6)]


def test_only_places_have_rows() -> None:
    page = Page("a", "Herald")
    page.actor("Kenya", "state")
    assert story(page).places == []
