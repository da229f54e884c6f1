"""The ten counting rules of the codebook, one by one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ceasewire.model import Fact, Realis, Span, Stance, Statement
from fusion.builder import Page, names, only, story

SHELLED = {"attacker": ["Lorasia"], "target": ["the mill"]}


def shelling(page: Page, by: Statement | None = None, realis: Realis = "occurred") -> None:
    page.actor("Lorasia")
    page.event("attack", "shelled", SHELLED, by, realis, ("2031-05-03", "2031-05-03"))


def count(*pages: Page) -> Fact:
    return only(story(*pages), "attack")


def test_rule_1_the_same_quotation_in_two_papers_is_one_origin() -> None:
    pages = [Page("a", "Herald"), Page("b", "Gazette")]
    for page in pages:
        shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    fact = count(*pages)
    assert (len(fact.origins_for), len(fact.support), fact.status) == (1, 2, "one_origin")


def test_rule_2_all_who_speak_for_one_government_are_one() -> None:
    page = Page("a", "Herald")
    state = page.actor("Velland", "state")
    ministry = page.actor("Velland defence ministry", "government", state)
    for who in ("Jon Marek", "Lida Soll"):
        shelling(page, page.says(who, f"{who}: Lorasia shelled the mill", of=ministry))
    told = story(page)
    assert names(told, only(told, "attack").origins_for) == {"Velland"}


def test_rule_2_organs_that_contradict_each_other_are_two() -> None:
    page = Page("a", "Herald")
    state = page.actor("Velland", "state")
    army, ministry = (
        page.actor("Velland army", "government", state),
        page.actor("Velland ministry", "government", state),
    )
    shelling(page, page.says("Jon Marek", "Lorasia shelled the mill", of=army))
    shelling(page, page.says("Lida Soll", "Lorasia shelled nothing", "denies", of=ministry), "denied")
    fact = count(page)
    assert (fact.status, len(fact.origins_for), len(fact.origins_against)) == ("contested", 1, 1)
    assert fact.origins_for != fact.origins_against


def test_rule_3_unnamed_people_of_one_group_are_one_a_reporter() -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    for where, who, number in ((page, "four villagers", 4), (page, "one villager", 1), (other, "a villager", 1)):
        group = where.actor("villagers", "group")
        shelling(where, where.says(who, "it was Lorasia", kind="group", of=group, unnamed=True, count=number))
    told = story(page, other)
    fact = only(told, "attack")
    assert sorted(o.count or 0 for o in told.origins if o.id in fact.origins_for) == [1, 4]
    assert fact.origins_possible == [1, 2]


def test_rule_3_an_official_announces_but_a_source_confides() -> None:
    page = Page("a", "Herald")
    state = page.actor("Velland", "state")
    shelling(page, page.says("Jon Marek", "Lorasia shelled the mill", of=state))
    shelling(page, page.says("an official", "Lorasia shelled it", of=state, unnamed=True, count=1))
    shelling(page, page.says("a military source", "Lorasia did it", of=state, unnamed=True, count=1))
    assert len(count(page).origins_for) == 2


def test_rule_4_own_voices_are_one_background_origin_and_add_nothing_beside_a_source() -> None:
    pages = [Page("a", "Herald"), Page("b", "Gazette")]
    for page in pages:
        shelling(page)
    told = story(*pages)
    fact = only(told, "attack")
    assert len(fact.origins_for) == 1
    assert [o.background for o in told.origins if o.id in fact.origins_for] == [True]
    shelling(pages[0], pages[0].says("Ana Perle", "Lorasia shelled the mill"))
    assert names(story(*pages), count(*pages).origins_for) == {"Ana Perle"}


def test_rule_6_a_cited_outlet_is_one_origin() -> None:
    page = Page("a", "Herald")
    shelling(page, page.says("Reuters", "Lorasia shelled the mill", kind="outlet"))
    told = story(page)
    assert [o.kind for o in told.origins if o.id in only(told, "attack").origins_for] == ["outlet"]


@pytest.mark.parametrize("stance", ["no_comment", "no_knowledge", "doubts"])
def test_rule_8_silence_and_doubt_stand_on_neither_side(stance: Stance) -> None:
    page = Page("a", "Herald")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    shelling(page, page.says("Bo Lenk", "nothing on the shelling", stance), "hypothetical")
    shelling(page, page.says("Bo Lenk", "nothing on that", stance))
    fact = next(f for f in story(page).facts if f.origins_for)
    assert (fact.status, len(fact.origins_for), fact.dispute) == ("one_origin", 1, [])


def test_rule_8_a_bare_denial_answers_the_claim_before_it_and_reaches_the_speakers_part_alone() -> None:
    page = Page("a", "Herald")
    state = page.actor("Lorasia", "state")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    page.says("Mira Toll", "We have no part in it", "denies", of=state)
    fact = count(page)
    assert (fact.status, [p.disputes for p in fact.dispute]) == ("contested", ["agent"])


def test_rule_9_a_call_has_one_origin_its_utterer() -> None:
    pages = [Page("a", "Herald"), Page("b", "Gazette")]
    for page in pages:
        page.actor("Ana Perle", "person")
        page.event(
            "proposal", "urged", {"proposer": ["Ana Perle"]}, page.says("Ana Perle", "they must talk", "demands")
        )
        page.event("proposal", "urged", {"proposer": ["Ana Perle"]}, page.says("Bo Lenk", "Ana Perle urged talks"))
    assert len(only(story(*pages), "proposal").origins_for) == 1


def test_rule_10_different_numbers_are_versions_not_disputes() -> None:
    page = Page("a", "Herald")
    for who, number in (("Ana Perle", "9 people"), ("Bo Lenk", "at least 11 people")):
        page.event(
            "casualties", "killed", {"number": [number], "place": ["Marl"]}, page.says(who, f"{number} were killed")
        )
    fact = only(story(page), "casualties")
    assert [(f.value, f.bound) for f in fact.figures] == [(9.0, "exact"), (11.0, "at_least")]
    assert fact.status == "several_origins"


def test_rule_5_a_columnist_is_no_origin_for_events_that_he_repeats() -> None:
    page = Page("a", "Herald", genre="column")
    writer = page.says("Herald columnist", "Lorasia shelled the mill")
    shelling(page, writer)
    told = story(page)
    assert [o.background for o in told.origins if o.id in only(told, "attack").origins_for] == [True]


def test_rule_5_a_columnist_is_an_origin_for_what_he_contradicts() -> None:
    page = Page("a", "Herald", genre="column")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    shelling(page, page.says("Herald columnist", "nobody shelled it", "denies"), "denied")
    assert names(story(page), count(page).origins_against) == {"Herald columnist"}


def test_rule_6_a_cited_outlet_adds_nothing_beside_the_source_it_had_it_from() -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    shelling(other, other.says("Herald", "Lorasia shelled the mill", kind="outlet"))
    assert names(story(page, other), count(page, other).origins_for) == {"Ana Perle"}


def test_rule_1_a_repeated_passage_has_the_voice_of_the_passage_it_repeats() -> None:
    page, copy = Page("a", "Herald"), Page("b", "Mirror")
    first = page.says("a villager", "it was Lorasia", kind="group", unnamed=True, count=1)
    second = copy.says("one resident", "it was Lorasia", kind="group", unnamed=True, count=1)
    second.copy_of = first.id
    shelling(page, first)
    shelling(copy, second)
    assert len(count(page, copy).origins_for) == 1


def test_rule_4_the_papers_own_correspondent_is_its_own_voice() -> None:
    page = Page("a", "Herald")
    paper = page.actor("Herald", "outlet")
    shelling(page, page.says("Ira Holm", "Lorasia shelled the mill", of=paper))
    told = story(page)
    assert [o.background for o in told.origins if o.id in only(told, "attack").origins_for] == [True]


def test_rule_7_who_says_that_a_ship_broke_the_sanctions_does_not_report_the_sanctions() -> None:
    page = Page("a", "Herald")
    page.actor("Velland")
    words = page.says("Ana Perle", "the ship broke the sanctions on Velland with its oil")
    page.event("designation", "sanctions", {"target": ["Velland"]}, words, "ongoing")
    page.event("transfer", "brought", {"recipient": ["Velland"], "goods": ["oil"]}, words)
    told = story(page)
    assert names(told, only(told, "transfer").origins_for) == {"Ana Perle"}
    assert [o.background for o in told.origins if o.id in only(told, "designation").origins_for] == [True]


@pytest.mark.parametrize("word", ["this", "They", "none of the men who spoke"])
def test_a_word_that_names_nobody_is_no_origin(word: str) -> None:
    page = Page("a", "Herald")
    shelling(page, page.says(word, "Lorasia shelled the mill", kind="group"))
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    assert names(story(page), count(page).origins_for) == {"Ana Perle"}


def test_rule_3_a_plea_for_secrecy_covers_the_group_on_its_page() -> None:
    page = Page("a", "Herald")
    state = page.actor("Velland", "state")
    shelling(page, page.says("Jon Marek", "Lorasia shelled the mill", of=state))
    shelling(page, page.says("an official", "it was Lorasia", of=state, unnamed=True, count=1))
    shelling(
        page, page.says("the official", "we saw it", of=state, unnamed=True, count=1, reason="because it is secret")
    )
    told = story(page)
    assert sorted(o.kind for o in told.origins if o.id in only(told, "attack").origins_for) == ["body", "unnamed"]


def test_rule_4_an_own_voice_that_gainsays_a_source_is_shown_and_not_counted() -> None:
    page = Page("a", "Herald")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    shelling(page, None, "denied")
    fact = count(page)
    assert (fact.status, fact.origins_against, len(fact.dispute)) == ("one_origin", [], 1)


def test_denials_with_and_without_an_event_of_their_own_stand_side_by_side() -> None:
    page = Page("a", "Herald")
    state = page.actor("Lorasia", "state")
    shelling(page, page.says("Ana Perle", "Lorasia shelled the mill"))
    page.says("Mira Toll", "We have no part in it", "denies", of=state)
    shelling(page, page.says("Bo Lenk", "nobody shelled it", "denies"), "denied")
    assert len(count(page).dispute) == 2


@pytest.mark.parametrize(
    ("words", "chain", "origins"),
    [
        ("the second source", ["Herald", "source"], 1),
        ("another source", ["Herald", "Coast Agency", "source"], 1),
        ("a diplomat", ["Herald", "diplomat"], 2),
    ],
)
def test_rule_3_a_second_source_is_one_of_those_told_of(words: str, chain: list[str], origins: int) -> None:
    page = Page("c", "Herald")
    army = page.actor("Velland")
    first = ["Herald", "Coast Agency", "two sources"]
    shelling(page, page.says("two security sources", "it was Lorasia", of=army, unnamed=True, count=2, chain=first))
    shelling(page, page.says(words, "Lorasia did it", unnamed=True, count=1, chain=chain))
    assert len(only(story(page), "attack").origins_for) == origins


@pytest.mark.parametrize(
    ("thing", "origins"),
    [("a published report", {"Ana Perle"}), ("images taken from space", {"Ana Perle"})],
)
def test_a_thing_that_nobody_made_known_is_no_origin(thing: str, origins: set[str]) -> None:
    page = Page("c", "Herald")
    shelling(page, page.says("Ana Perle", "Lorasia shelled it"))
    shelling(page, page.says(thing, "it was Lorasia", kind="organisation"))
    told = story(page)
    assert names(told, only(told, "attack").origins_for) == origins


@pytest.mark.parametrize(("who", "kind"), [("an official", "body"), ("a diplomat", "unnamed")])
def test_rule_2_officials_without_a_land_announce_what_their_government_did(who: str, kind: str) -> None:
    page = Page("c", "Herald")
    page.actor("Lorasia")
    said = page.says(who, "Lorasia took the ship", unnamed=True, count=1)
    page.event("seizure", "took", {"holder": ["Lorasia"], "seized": ["the ship"]}, said)
    told = story(page)
    assert [o.kind for o in told.origins if o.id in only(told, "seizure").origins_for] == [kind]


@pytest.mark.parametrize(
    ("words", "origins"),
    [("the Council has imposed sanctions", 1), ("we keep to the sanctions adopted by the Council", 0)],
)
def test_rule_7_who_names_the_sanctions_does_not_report_them(words: str, origins: int) -> None:
    page = Page("c", "Herald")
    page.actor("Council", "organisation")
    page.actor("Velland")
    said = page.says("Ana Perle", words)
    at = words.index("sanctions")
    mention = page.event("designation", "sanctions", {"authority": ["Council"], "target": ["Velland"]}, said)
    start = said.content[0].start + at
    page.mentions[-1] = replace(mention, trigger=Span(start, start + len("sanctions"), "sanctions"))
    told = story(page)
    assert sum(o.kind == "person" for o in told.origins if o.id in only(told, "designation").origins_for) == origins


@pytest.mark.parametrize("words", ["he", "They", "an army spokesman"])
def test_rule_2_a_pronoun_speaks_as_whom_it_stands_for(words: str) -> None:
    page = Page("a", "Herald")
    army = page.actor("Velland army", "government", page.actor("Velland", "state"))
    shelling(page, page.says("Velland army spokesman", "it was Lorasia", kind="group", of=army, unnamed=True))
    page.statements[-1].source = replace(page.statements[-1].source, span=page.words(words))
    told = story(page)
    assert names(told, only(told, "attack").origins_for) == {"Velland"}


def test_rule_2_a_capital_that_speaks_is_its_state() -> None:
    page, other = Page("a", "Herald"), Page("b", "Gazette")
    shelling(page, page.says("Peru", "it was Lorasia", kind="state", of=page.actor("Peru")))
    shelling(other, other.says("Lima", "it was Lorasia", kind="place"))
    told = story(page, other)
    assert names(told, only(told, "attack").origins_for) == {"Peru"}
