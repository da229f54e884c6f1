"""The cast of a page, on invented sentences about countries, wars and people that never were (and some real states)."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name, read, word


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("The Norwegians and Turkey met on Friday.", "Norwegians", "Norway"),
        ("The Chilean demand was refused.", "Chilean", "Chile"),
        ("Oslo said it would host the parties.", "Oslo", "Norway"),
        ("The envoys met in Oslo on Friday.", "Oslo", "Oslo"),
        ("The envoys flew to Oslo on Friday.", "Oslo", "Oslo"),
        ("The Oslo talks were held in secret.", "Oslo", "Oslo"),
        ("Talks with Oslo broke down.", "Oslo", "Norway"),
        ("The Elysee said the truce was dead.", "Elysee", "France"),
    ],
)
def test_states_and_their_capitals(nlp: Language, sentence: str, text: str, expected: str) -> None:
    assert name(nlp, sentence, text) == expected


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("Peruvian rebels shelled the mill. The regime vowed revenge.", "regime", "Peruvian government"),
        ("Peruvian rebels shelled the mill. The rebels then withdrew.", "rebels", "Peruvian rebels"),
        (
            "Peru's rebels met the Velan regime. The Peruvian government said nothing.",
            "government",
            "Peruvian government",
        ),
        ("The Finnish authorities freed the crew.", "authorities", "Finland"),
        ("Finland's foreign ministry denied the report.", "ministry", "Finnish foreign ministry"),
        (
            "Finland's foreign ministry denied the report. The ministry said more.",
            "ministry",
            "Finnish foreign ministry",
        ),
        ("The Chadian army fired first. The army denied it.", "army", "Chadian army"),
        ("A member of the Zambian opposition spoke. The opposition wants talks.", "opposition", "Zambian opposition"),
    ],
)
def test_governments_offices_and_crowds(nlp: Language, sentence: str, text: str, expected: str) -> None:
    last = sentence.split().count(text) + sentence.split().count(text + ".") - 1
    assert name(nlp, sentence, text, max(last, 0)) == expected


def test_a_government_is_its_state_where_no_war_splits_it(nlp: Language) -> None:
    assert aliases(nlp, "Finland closed the port. The Finnish government gave no reason.", "Finland") == {
        "Finland",
        "The Finnish government",
    }


@pytest.mark.parametrize(
    ("sentence", "actor", "expected"),
    [
        ("The Free River Union (FRU) met. The FRU left early.", "Free River Union", {"Free River Union", "FRU"}),
        ("The Young Front, formerly known as Red Dawn, disbanded.", "Young Front", {"Young Front", "Red Dawn"}),
        ("President Emil Hok spoke. Mr Hok then left.", "Emil Hok", {"President Emil Hok", "Emil Hok", "Mr Hok"}),
        ("Ana Velan spoke. Velan then left.", "Ana Velan", {"Ana Velan", "Velan"}),
        ("Ahmed al-Torin spoke. Later Ahmad Al Torin left.", "Ahmed al-Torin", {"Ahmed al-Torin", "Ahmad Al Torin"}),
        ("Maria Velan spoke. Later Maria Velam left.", "Maria Velan", {"Maria Velan", "Maria Velam"}),
    ],
)
def test_names_that_the_text_equates(nlp: Language, sentence: str, actor: str, expected: set[str]) -> None:
    assert aliases(nlp, sentence, actor) == expected


def test_two_people_of_one_last_name_stay_two(nlp: Language) -> None:
    cast, parsed = read(nlp, "Ana Velan met Peter Velan on Monday.", "Mrs Velan said the talks failed.")
    first, second = (cast.refer(word(parsed, "Velan", n)) for n in (0, 1))
    assert first != second
    assert cast.refer(word(parsed, "Velan", 2)) == first


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("Ana Velan met the press. She said the truce held.", "She", "Ana Velan"),
        ("Emil Hok, the Finnish envoy, spoke. The envoy said little.", "envoy", "Emil Hok"),
        ("Finland sent a note. It said the port was shut.", "It", "Finland"),
        ("Ana Velan praised Peter Hok. He thanked her.", "He", "Peter Hok"),
        ("Emil Hok, who led the talks, resigned.", "who", "Emil Hok"),
        ("Chile sent a note. When it shut the port, Finland gave no reason.", "it", "Finland"),
        ("Chile sent a note. In its answer, Finland refused.", "its", "Finland"),
    ],
)
def test_words_that_point_back(nlp: Language, sentence: str, text: str, expected: str) -> None:
    assert name(nlp, sentence, text, 1 if text == "envoy" else 0) == expected


def test_it_may_mean_nothing(nlp: Language) -> None:
    assert name(nlp, "Finland sent a note. It is likely that the port stays shut.", "It") is None


@pytest.mark.parametrize(
    ("sentence", "actor", "expected"),
    [
        ("Emil Hok, the Finnish foreign minister, left.", "Emil Hok", "Finland"),
        ("Finland's defence minister Emil Hok left.", "Emil Hok", "Finland"),
        ("Emil Hok, a member of the Free River Union, left.", "Emil Hok", "Free River Union"),
        ("Emil Hok, fellow at the Institute for River Studies, wrote it.", "Emil Hok", "Institute for River Studies"),
        ("Ana Velan, a spokeswoman for the Finnish foreign ministry, spoke.", "Ana Velan", "Finnish foreign ministry"),
    ],
)
def test_affiliation(nlp: Language, sentence: str, actor: str, expected: str) -> None:
    cast, _ = read(nlp, sentence)
    found = next(a for a in cast.actors() if a.name == actor)
    belongs = cast.affiliation(found.id)
    assert belongs is not None
    assert cast.actor(belongs).name == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "one", "other"),
    [
        ("Emil Hok, a member of the Free River Union, left.", "member_of", "Emil Hok", "Free River Union"),
        ("Finland backs Chile in the dispute.", "backs", "Finland", "Chile"),
        ("Emil Hok, leader of the Free River Union, left.", "leads", "Emil Hok", "Free River Union"),
    ],
)
def test_relations(nlp: Language, sentence: str, kind: str, one: str, other: str) -> None:
    cast, _ = read(nlp, sentence)
    rows = {(r.kind, cast.actor(r.from_).name, cast.actor(r.to).name) for r in cast.relations()}
    assert (kind, one, other) in rows


def test_an_unnamed_source_is_known_once_introduced(nlp: Language) -> None:
    cast, parsed = read(nlp, "A rebel commander said the mill was lost.", "He blamed the rain.")
    head = word(parsed, "commander")
    assert cast.refer(head) is None
    actor = cast.introduce(head, "person")
    assert cast.refer(head) == actor == cast.refer(word(parsed, "He"))
    assert cast.actor(actor).kind == "person"


def test_introduce_gives_the_affiliation_of_the_phrase(nlp: Language) -> None:
    cast, parsed = read(nlp, "Four officials from the Free River Union said so.")
    actor = cast.introduce(word(parsed, "officials"))
    belongs = cast.affiliation(actor)
    assert belongs is not None
    assert cast.actor(belongs).name == "Free River Union"


def test_the_spokesman_is_unmasked_by_the_next_sentence(nlp: Language) -> None:
    page = "A Finnish army spokesman said the port was safe.\nColonel Emil Hok was answering questions in Oslo."
    cast, parsed = read(nlp, *page.split("\n"))
    assert cast.refer(word(parsed, "spokesman")) == cast.refer(word(parsed, "Hok"))


@pytest.mark.parametrize(
    ("sentence", "head", "expected"),
    [
        ("Ana Velan, the ministry's spokeswoman, said so.", "Velan", "Ana Velan, the ministry's spokeswoman"),
        ("One opposition figure who left early said so.", "figure", "One opposition figure"),
        (
            "Four teachers from rebel-held eastern Peru said so.",
            "teachers",
            "Four teachers from rebel-held eastern Peru",
        ),
    ],
)
def test_phrase(nlp: Language, sentence: str, head: str, expected: str) -> None:
    cast, parsed = read(nlp, sentence)
    assert cast.phrase(word(parsed, head)).text == expected


def test_actors_come_in_order_with_exact_spans(nlp: Language) -> None:
    cast, parsed = read(nlp, "Finland and Chile met.", "The Finnish president, Ana Velan, spoke. Velan left.")
    actors = cast.actors()
    assert [a.name for a in actors] == ["Finland", "Chile", "Ana Velan"]
    for alias in (alias for actor in actors for alias in actor.aliases):
        assert parsed.document.text[alias.span.start : alias.span.end] == alias.span.text


def test_an_unknown_id_raises(nlp: Language) -> None:
    cast, _ = read(nlp, "Finland spoke.")
    with pytest.raises(KeyError):
        cast.actor("a99")


def test_a_page_of_ten_thousand_names_does_not_stall(nlp: Language) -> None:
    cast, _ = read(nlp, *(f"Ana Velan{n} met Emil Hok{n}." for n in range(300)))
    assert len(cast.actors()) > 50


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The government of Finland closed the port.", {"The government of Finland", "Finland"}),
        ("The government closed the port of Finland.", {"The government", "Finland"}),
    ],
)
def test_a_government_may_be_named_with_its_land_behind(nlp: Language, sentence: str, expected: set[str]) -> None:
    assert aliases(nlp, sentence, "Finland") == expected
