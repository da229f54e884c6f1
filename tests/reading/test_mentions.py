"""Event mentions of invented sentences: which word, which type, who fills which role, how real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.model import Source, Span, Statement, Time
from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from sentences import mentions, one, page

if TYPE_CHECKING:
    from spacy.language import Language


TRIGGERS = [
    ("The two sides negotiated in Kelmar for nine days.", "negotiated", "talks"),
    ("The envoys met the rebel leaders in a hotel.", "met", "talks"),
    ("Peace talks will resume in Kelmar on Monday.", "talks", "talks"),
    ("The mediator invited both delegations to the capital.", "invited", "invitation"),
    ("The rebels refused to attend the conference.", "refused", "boycott"),
    ("The opposition walked out of the talks.", "walked", "boycott"),
    ("The council urged the army to spare the dam.", "urged", "proposal"),
    ("The ministers demanded an apology.", "demanded", "proposal"),
    ("Both governments signed the accord in Osten.", "accord", "agreement"),
    ("The commander rejected the plan.", "rejected", "rejection"),
    ("A ceasefire took effect at midnight.", "ceasefire", "ceasefire"),
    ("The militia violated the truce near the bridge.", "violated", "violation"),
    ("Observers will monitor the ceasefire.", "monitor", "monitoring"),
    ("The army withdrew its tanks from the valley.", "withdrew", "withdrawal"),
    ("The kidnappers released four nurses.", "released", "release"),
    ("Gunmen abducted nine miners at the pass.", "abducted", "seizure"),
    ("The navy boarded the freighter off Osten.", "boarded", "seizure"),
    ("Hundreds of wounded were evacuated from the city.", "evacuated", "evacuation"),
    ("An aid convoy reached the town.", "reached", "aid"),
    ("Traders smuggled fuel over the border.", "smuggled", "transfer"),
    ("The company sold rifles to the militia.", "sold", "transfer"),
    ("Warplanes bombed the market.", "bombed", "attack"),
    ("Rebels launched an offensive against the garrison.", "offensive", "attack"),
    ("Government forces recaptured the town of Velm.", "recaptured", "advance"),
    ("The kingdom deployed troops along the river.", "deployed", "deployment"),
    ("The general threatened to flood the valley.", "threatened", "threat"),
    ("The union blacklisted three shipping companies.", "blacklisted", "designation"),
    ("The president resigned on Friday.", "resigned", "transition"),
    ("Nine villagers were killed in the shelling.", "killed", "casualties"),
]


@pytest.mark.parametrize(("text", "word", "kind"), TRIGGERS)
def test_every_type_has_its_words(text: str, word: str, kind: str, nlp: Language) -> None:
    assert one(text, word, nlp).type == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The chef met the demand for soup.", "met"),
        ("The group released a video of the festival.", "released"),
        ("She took the train home.", "took"),
        ("The war has lasted for years.", "war"),
        ("The spokesman refused to comment.", "refused"),
        ("Workers held a hunger strike over pay.", "strike_"),
        ("The firm struck a great deal of opposition.", "struck"),
        ("Prices fell in the spring.", "fell"),
        ("The army tested a ballistic missile and fired another ballistic missile.", "fired"),
    ],
)
def test_other_uses_of_a_word_are_no_events(text: str, word: str, nlp: Language) -> None:
    assert word not in {m.trigger.text for m in mentions(text, nlp) if m.type}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Veldania and the rebels held talks in Kelmar.", ["talks"]),
        ("Police made an arrest.", ["arrest"]),
        ("The barge was seized and its seizure filmed.", ["seized", "seizure"]),
        ("The freed sailors flew home.", ["freed"]),
        ("The talks between the army and the rebels were brokered by Orsa.", ["talks"]),
    ],
)
def test_a_carrying_verb_is_no_mention(text: str, words: list[str], nlp: Language) -> None:
    found = [m.trigger.text for m in mentions(text, nlp) if m.type]
    assert [word for word in found if word in words] == words
    assert not {"held", "made", "filmed", "brokered"} & set(found)


ROLES = [
    ("The rebels seized the barge in Osten.", "seized", "holder", "The rebels"),
    ("The barge was seized by the rebels.", "seized", "holder", "the rebels"),
    ("The barge was seized by the rebels.", "seized", "seized", "The barge"),
    ("Gunmen who kidnapped nine nurses fled.", "kidnapped", "holder", "Gunmen"),
    ("The army agreed to free the sailors.", "free", "holder", "The army"),
    ("The release of forty prisoners by the militia was filmed.", "release", "released", "forty prisoners"),
    ("The release of forty prisoners by the militia was filmed.", "release", "holder", "the militia"),
    ("The council urged the army to spare the dam, a relic.", "urged", "terms", "to spare the dam"),
    ("The council urged the army to spare the dam.", "urged", "addressee", "the army"),
    ("The army accused the rebels of shelling the mill.", "shelling", "attacker", "the rebels"),
    ("The rebels and the army met in the town of Paris.", "met", "venue", "Paris"),
    ("Nine villagers were killed in the raid.", "killed", "number", "Nine villagers"),
    ("The firm sold diesel to the militia.", "sold", "goods", "diesel"),
    ("The firm sold diesel to the militia.", "sold", "recipient", "the militia"),
    ("The militia was not invited to join the talks.", "talks", "excluded", "The militia"),
    ("Orsa held covert talks with the militia.", "talks", "secret", "covert"),
    ("The militia entered talks with the garrison.", "talks", "party", "The militia"),
]


@pytest.mark.parametrize(("text", "word", "role", "filler"), ROLES)
def test_roles_along_the_tree(text: str, word: str, role: str, filler: str, nlp: Language) -> None:
    args = one(text, word, nlp).args
    assert filler in [arg.text for arg in args if arg.role == role], args


def test_lists_are_split(nlp: Language) -> None:
    args = one("France, Spain and the rebels held talks.", "talks", nlp).args
    assert [arg.text for arg in args if arg.role == "party"] == ["France", "Spain", "the rebels"]


def test_roles_carry_actors_and_exact_spans(nlp: Language) -> None:
    text = "Spain released nine sailors on Monday."
    for arg in one(text, "released", nlp).args:
        assert arg.span is not None
        assert text[arg.span.start : arg.span.end] == arg.span.text
        assert (arg.actor is not None) == (arg.role == "holder")


def test_a_bare_mention_takes_the_parties_of_the_fuller_one(nlp: Language) -> None:
    text = "Spain held talks with the rebels in Paris.\nThe talks lasted an hour."
    first, second = [m for m in mentions(text, nlp) if m.type == "talks"]
    assert [a for a in first.args if a.role == "party"] == [a for a in second.args if a.role == "party"]


def test_a_noun_stands_for_what_the_page_is_about(nlp: Language) -> None:
    lines = (
        "Traders smuggled rifles to Veldania.",
        "The firm shipped rifles to the militia.",
        "The ministry denied the reports.",
    )
    text = "\n".join(lines)
    found = one(text, "reports", nlp)
    assert (found.type, found.realis) == ("transfer", "denied")


def test_phase_of_a_truce(nlp: Language) -> None:
    cases = {
        "The ceasefire expired on Sunday.": ("ceasefire", "expired"),
        "The truce was extended by a week.": ("truce", "extended"),
        "The truce is holding.": ("truce", "in_force"),
        "The army declared a ceasefire.": ("ceasefire", "declared"),
        "The envoy called for a ceasefire.": ("ceasefire", "offered"),
        "The truce collapsed within hours.": ("truce", "collapsed"),
    }
    for text, (word, phase) in cases.items():
        assert one(text, word, nlp).phase == phase, text


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Spain will meet the rebels next week.", "meet", "AGREE"),
        ("Spain met the rebels.", "met", "CONSULT"),
        ("Spain will not withdraw its troops.", "withdraw", "REJECT"),
        ("The rebels accepted the plan.", "accepted", "AGREE"),
        ("The army bombed the mill.", "bombed", "ASSAULT"),
        ("The truce expired.", "truce", None),
    ],
)
def test_plover_codes_move_with_realis(text: str, word: str, code: str | None, nlp: Language) -> None:
    found = one(text, word, nlp).plover
    assert (found.event if found else None) == code


def test_what_a_sentence_only_refers_to_is_not_coded(nlp: Language) -> None:
    found = {m.trigger.text: m.plover for m in mentions("The envoy condemned the raid that killed nine farmers.", nlp)}
    assert found["condemned"] is not None
    assert found["raid"] is None


def test_the_innermost_statement_vouches(nlp: Language) -> None:
    text = "The ministry denied that the army had shelled the mill."
    parsed = page(text, nlp)
    content = text[text.index("the army") : -1]
    start = text.index("the army")
    statement = Statement(
        "s1", "", Source(None, None), False, None, None, None, None, Span(13, 19, "denied"),
        [Span(start, start + len(content), content)], "indirect", "denies", [], None, None, None, 1.0,
    )  # fmt: skip
    found, _ = find_mentions(parsed, Cast.of(parsed), [statement], [])
    assert [(m.trigger.text, m.statement, m.realis) for m in found] == [("shelled", "s1", "denied")]


def test_a_time_dates_its_clause_and_other_mentions_of_the_event(nlp: Language) -> None:
    text = "The army freed nine nurses on Monday.\nThe release of the nine nurses was filmed."
    parsed = page(text, nlp)
    at = text.index("on Monday")
    time = Time("t1", "", Span(at, at + 9, "on Monday"), None, None, "day")
    found, rows = find_mentions(parsed, Cast.of(parsed), [], [time])
    assert [m.type for m in found] == ["release", "release"]
    assert [(row.mention, row.time) for row in rows] == [("m1", "t1"), ("m2", "t1")]


def test_talks_under_way_run_to_the_day_of_writing(nlp: Language) -> None:
    parsed = page("The rebels are negotiating with the army.", nlp)
    found, rows = find_mentions(parsed, Cast.of(parsed), [], [])
    assert [(row.mention, row.time, row.how) for row in rows] == [(found[0].id, None, "ongoing")]


def test_an_empty_page_has_no_mentions(nlp: Language) -> None:
    assert mentions("", nlp) == []


def test_the_two_sides_are_those_named_before(nlp: Language) -> None:
    text = "Spain and the rebels held talks in Paris.\nThe two sides signed an accord."
    accord = one(text, "accord", nlp)
    assert [arg.text for arg in accord.args if arg.role == "party"] == ["Spain", "the rebels"]


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("No convoy was blocked at the bridge.", "blocked", "denied"),
        ("The minister said she would invite both sides.", "invite", "planned"),
        ("The army has surrounded the town.", "surrounded", "ongoing"),
        ("The sides agreed a truce that will begin on Sunday.", "truce", "planned"),
        ("The talks failed to open.", "talks", "denied"),
    ],
)
def test_what_is_said_of_an_event_tells_how_real_it_is(text: str, word: str, realis: str, nlp: Language) -> None:
    assert one(text, word, nlp).realis == realis


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Soldiers turned back an aid convoy at the bridge.", "turned", "aid"),
        ("Shells struck the mill.", "struck", "attack"),
        ("The shells killed a farmer.", "killed", "casualties"),
        ("The rebels lay down their arms.", "lay", "withdrawal"),
        ("The mission counted nine dead.", "dead", "casualties"),
        ("The guns fell silent at dusk.", "fell", "ceasefire"),
    ],
)
def test_words_in_company(text: str, word: str, kind: str, nlp: Language) -> None:
    assert one(text, word, nlp).type == kind


@pytest.mark.parametrize(
    "text", ["A rebel-held town lies north.", "The so-called general spoke.", "Two attack helicopters landed."]
)
def test_half_a_word_is_no_event(text: str, nlp: Language) -> None:
    assert [m.trigger.text for m in mentions(text, nlp) if m.type] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army freed " + ", ".join(f"sailor {n}" for n in range(600)) + " and a cook.",
        "The release " + "of the crew " * 400 + "was filmed.",
        "The army said " * 300 + "talks began.",
        "“" * 500 + " attack " * 500,
    ],
)
def test_endless_sentences_are_read(text: str, nlp: Language) -> None:
    assert all(text[m.trigger.start : m.trigger.end] == m.trigger.text for m in mentions(text, nlp))
