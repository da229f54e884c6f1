"""Rulers and what is theirs, on invented pages with some real rulers and states that the tables know."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name, read, word

WAR = "Syrian rebels fled."


@pytest.mark.parametrize(
    ("page", "word", "expected"),
    [
        (f"Barack Obama spoke in Oslo. {WAR} The Obama administration refused.", "administration", "United States"),
        (f"Barack Obama spoke. {WAR} The Obama administration met. The administration refused.", "refused", None),
        (f"{WAR} The Hok regime vowed revenge. Emil Hok spoke.", "regime", "Syrian government"),
        (f"Barack Obama spoke. {WAR} Mr. Obama's military waited.", "military", "American military"),
        (f"Emil Hok spoke. {WAR} Mr. Hok's military waited.", "military", None),
        ("Finland armed one proxy army.", "army", None),
    ],
)
def test_what_belongs_to_a_ruler(nlp: Language, page: str, word: str, expected: str | None) -> None:
    assert name(nlp, page, word) == expected


def test_a_bare_administration_is_the_one_named_before(nlp: Language) -> None:
    page = f"Barack Obama spoke. {WAR} The Obama administration met. The administration refused."
    assert name(nlp, page, "administration", 1) == "United States"


def test_a_ruler_is_known_by_his_last_name_once_his_office_is_said(nlp: Language) -> None:
    page = "Obama said no. President Obama met Velan."
    assert aliases(nlp, page, "Barack Obama") == {"Obama", "President Obama"}
    assert name(nlp, "Obama said no.", "Obama") == "Obama"


@pytest.mark.parametrize("short", ["Ana Velan", "Velan"])
def test_a_fuller_name_is_the_same_person(nlp: Language, short: str) -> None:
    page = f"{short} spoke to the miners. Ana Maria Velan left."
    assert name(nlp, page, "Velan") == name(nlp, page, "Velan", 1) == "Ana Maria Velan"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Colombian rebels shelled a mill. Islamic State fighters fled. Islamic State denied it.", "Colombian rebels"),
        ("Colombian rebels shelled a mill. FARC fighters fled. FARC denied it. FARC left.", "FARC"),
        ("The rebels fled. Finland, Norway and Chad said nothing.", "rebels"),
    ],
)
def test_the_rebels_of_a_land_are_no_group_of_many_lands(nlp: Language, page: str, expected: str) -> None:
    assert name(nlp, page, "rebels") == expected


@pytest.mark.parametrize(
    ("page", "actor", "expected"),
    [
        ("Emil Hok of the Center for River Studies spoke.", "Center for River Studies", {"Center for River Studies"}),
        ("The progress Mr. Hok made has ended.", "Hok", {"Mr. Hok"}),
        ("It was just our army that fled, Finland said.", "Finnish army", set()),
    ],
)
def test_a_name_ends_where_its_words_do(nlp: Language, page: str, actor: str, expected: set[str]) -> None:
    assert aliases(nlp, page, actor) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Finland is ready. Finland waits, Defence Minister Emil Hok said. Finland hopes.", "Finland"),
        ("Finland and Chad met. Finland left. Minister Emil Hok spoke. Chad stayed.", None),
        ("Finland is ready. Finland waits. Finland hopes. Emil Hok spoke.", None),
    ],
)
def test_a_minister_without_a_land_is_of_the_one_the_page_is_about(
    nlp: Language, page: str, expected: str | None
) -> None:
    cast, parsed = read(nlp, page)
    ident = cast.refer(word(parsed, "Hok"))
    affiliation = cast.affiliation(ident) if ident else None
    assert (cast.actor(affiliation).name if affiliation else None) == expected


def test_a_court_of_a_body_is_no_state_s(nlp: Language) -> None:
    assert name(nlp, "Finland's minister was indicted by the U.N. piracy court.", "court") is None


def test_rebels_named_for_a_place_in_a_land(nlp: Language) -> None:
    page = "Sudan accused Darfur rebels of theft. Sudan waits."
    assert aliases(nlp, page, "Sudanese rebels") == {"Darfur rebels"}


def test_a_group_named_as_often_as_the_rebels_is_not_they(nlp: Language) -> None:
    page = "Zambian rebels said that President Hok and his Zambian National Front must agree."
    assert name(nlp, page, "rebels") == "Zambian rebels"


def test_both_sides_stay_a_group_when_they_speak(nlp: Language) -> None:
    cast, parsed = read(nlp, "Finland met the Dusk Column. Both sides said so.")
    assert cast.actor(cast.introduce(word(parsed, "sides"), "organisation")).kind == "group"


def test_who_calls_another_something_is_not_he(nlp: Language) -> None:
    page = "Emil Hok called Ana Velan a liar. Hok called Velan on Monday."
    assert name(nlp, page, "Velan") == name(nlp, page, "Velan", 1) == "Ana Velan"
    assert name(nlp, page, "Hok", 1) == "Emil Hok"


def test_a_group_that_calls_itself_something_is_it(nlp: Language) -> None:
    page = "The Dusk Column, which calls itself the River Union, left."
    assert aliases(nlp, page, "Dusk Column") == {"Dusk Column", "River Union"}


@pytest.mark.parametrize(("page", "word"), [("You left.", "You"), ("A pro-Velan crowd left.", "pro")])
def test_no_part_of_a_name(nlp: Language, page: str, word: str) -> None:
    assert name(nlp, page, word) is None


@pytest.mark.parametrize(
    ("page", "actor"),
    [
        ("General Motors Corporation closed. General Emil Hok left.", "General Motors Corporation"),
        ("Singapore Airlines (SIA) closed.", "Singapore Airlines"),
    ],
)
def test_a_company_keeps_the_words_of_its_name(nlp: Language, page: str, actor: str) -> None:
    assert actor in aliases(nlp, page, actor)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("A school spokesman said so.\nAna Velan, the mayor, said no.", "school spokesman"),
        ("An army spokesman said so on Monday.\nCol. Emil Hok said no more.", "Emil Hok"),
    ],
)
def test_a_spokesman_is_not_the_next_with_a_description_of_his_own(nlp: Language, page: str, expected: str) -> None:
    cast, parsed = read(nlp, *page.split("\n"))
    ident = cast.refer(word(parsed, "spokesman")) or cast.introduce(word(parsed, "spokesman"), "person")
    assert cast.actor(ident).name == expected


def test_a_group_for_another_is_not_it(nlp: Language) -> None:
    page = "The pro-Hezbollah group that calls itself River Media left. Hezbollah left."
    assert "River Media" not in aliases(nlp, page, "Hezbollah")


@pytest.mark.parametrize(
    "page",
    [
        "Emil Hok, who has been called a miners' Ana Velan, left. Ana Velan stayed.",
        "Emil Hok, speaking on Monday, called Ana Velan a “liar”. Velan left.",
    ],
)
def test_two_people_stay_two_whatever_one_is_called(nlp: Language, page: str) -> None:
    assert name(nlp, page, "Hok") == "Emil Hok"
    assert name(nlp, page, "Velan", 1) == "Ana Velan"


def test_a_person_known_by_another_name(nlp: Language) -> None:
    page = "Emil Hok, known as Abu Torin, left."
    assert aliases(nlp, page, "Emil Hok") == {"Emil Hok", "Abu Torin"}
