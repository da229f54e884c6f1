"""The days of a truce: its begin, its length, its end, and the bare mentions of one that is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.model import Document, Interval, Line, Mention, Reading
from ceasewire.reading import read
from ceasewire.reading.adopt import adopt, readopt

if TYPE_CHECKING:
    from spacy.language import Language

WRITTEN = "2031-05-14"  # a Wednesday


def adopted(text: str, nlp: Language) -> Reading:
    rest = (None,) * 4
    lines: list[Line] = []
    for line in text.split("\n"):
        start = lines[-1].end + 1 if lines else 0
        lines.append(Line(start, start + len(line), "body"))
    day = (WRITTEN,) * 3
    document = Document("d", "p", None, None, "", text, "en", True, None, None, "report", *rest, *day, [], lines)
    return adopt(read(document, nlp), document)


def truces(text: str, nlp: Language) -> list[Mention]:
    return [mention for mention in adopted(text, nlp).mentions if mention.type == "ceasefire"]


def days(mention: Mention) -> str | None:
    interval = mention.time.interval if mention.time else None
    return f"{interval.start or ''}/{interval.end or ''}" if interval else None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("A 48-hour truce will begin at noon on Friday, the army said.", "2031-05-16/2031-05-18"),
        ("The army agreed to a 72-hour humanitarian ceasefire starting on Friday.", "2031-05-16/2031-05-19"),
        ("Both sides agreed to stop fighting for 24 hours from Friday.", "2031-05-16/2031-05-17"),
        ("A ceasefire is due to take effect on Sunday and to last until May 25.", "2031-05-18/2031-05-25"),
        (
            "All hostilities in the valley shall cease on 18 May 2031 for a period of fourteen days.",
            "2031-05-18/2031-06-01",
        ),
        ("A truce that will begin on Sunday was hailed in Orsa.", "2031-05-18/"),
    ],
)
def test_a_planned_truce_runs_from_its_begin_to_its_end(text: str, term: str, nlp: Language) -> None:
    (truce,) = truces(text, nlp)
    assert (truce.realis, days(truce)) == ("planned", term)


@pytest.mark.parametrize(
    "text",
    [
        "A truce that began on May 4 is holding. The truce excludes the militia.",
        "The ceasefire came into force on May 4. Rebels have broken the ceasefire.",
        "The militia is left out of the truce. The two-week truce began on May 4.",
    ],
)
def test_a_truce_in_force_runs_from_its_begin_to_the_day_of_writing(text: str, nlp: Language) -> None:
    assert {days(m) for m in truces(text, nlp) if m.realis == "ongoing"} == {"2031-05-04/2031-05-14"}


def test_a_bare_truce_is_still_to_come_where_the_page_says_so(nlp: Language) -> None:
    text = "The sides agreed on a truce. It comes into force on Thursday and will last two weeks. The truce was hailed."
    assert [(m.realis, days(m)) for m in truces(text, nlp)] == [("planned", "2031-05-15/2031-05-29")] * 2


def test_what_happens_to_a_truce_has_its_own_day(nlp: Language) -> None:
    found = {
        m.trigger.text: days(m) for m in adopted("Nine breaches of the truce since Monday were recorded.", nlp).mentions
    }
    assert found == {"breaches": "2031-05-12/2031-05-14", "truce": None}


def test_a_deal_is_not_of_the_day_on_which_its_truce_begins(nlp: Language) -> None:
    found = adopted("The army agreed to a truce starting on Friday.", nlp).mentions
    assert [(m.type, days(m)) for m in found] == [("agreement", None), ("ceasefire", "2031-05-16/")]


def test_the_end_of_a_truce_is_that_day_alone(nlp: Language) -> None:
    (truce,) = truces("The three-day truce expired on Monday.", nlp)
    assert (truce.realis, truce.phase, days(truce)) == ("occurred", "expired", "2031-05-12/2031-05-12")


def test_the_days_follow_another_day_of_writing(nlp: Language) -> None:
    text = "A 48-hour truce will begin on Friday."
    reading = adopted(text, nlp)
    document = Document(
        "d", "p", None, None, "", text, "en", True, None, None, "report", None, None, None, None, "2031-05-24",
        None, None, [], [],
    )  # fmt: skip
    (truce,) = readopt(reading, document).mentions
    assert truce.time is not None
    assert truce.time.interval == Interval("2031-05-30", "2031-06-01")


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("A fragile truce agreed on May 8 is holding. The truce excludes Orsa.", "truce", "2031-05-08/2031-05-14"),
        ("Fire broke a truce struck on May 8 by the army and the rebels.", "truce", "2031-05-08/2031-05-14"),
        ("The army declared a truce at the opening of the peace talks on Saturday.", "talks", "2031-05-10/2031-05-10"),
        (
            "Rebels said the army shelled the mill on Monday, the very day it announced a truce.",
            "truce",
            "2031-05-12/2031-05-12",
        ),
        ("As the talks opened on Saturday, the army announced a truce.", "truce", "2031-05-10/2031-05-10"),
        ("On Saturday the army shelled a village in violation of a truce.", "violation", "2031-05-10/2031-05-10"),
        ("Units have kept the truce since 18:00 (19:00 Orsa time), May 5.", "truce", "2031-05-05/2031-05-14"),
        ("The port was closed on Monday after shells fell.", "fell", "2031-05-12/2031-05-12"),
        ("The mill was shelled after May 10.", "shelled", "2031-05-10/2031-05-14"),
        ("The rebels scorned the truce on Monday.", "truce", None),
        ("Rebels seized nine nurses on May 4. Many other nurses were seized by the rebels.", "seized", None),
        (
            "The rebels sold oil to Orsa on Oct. 9, monitors said. The rebels sold the oil to Orsa in October.",
            "sold",
            "2030-10-09/2030-10-09",
        ),
        ("A truce due to end on May 12 has expired, the army said.", "truce", "2031-05-12/2031-05-12"),
        (
            "The two-day pause in fighting began on May 4. The army keeps the truce. The truce and the lull help.",
            "truce",
            "2031-05-04/2031-05-14",
        ),
        ("Talks scheduled to start last weekend failed to take place.", "Talks", "2031-05-10/2031-05-11"),
        ("Envoys stressed the weekend talks were only a start.", "talks", "2031-05-10/2031-05-11"),
        ("They met at the first session of the talks in Kelmar May 4, 2031.", "met", "2031-05-04/2031-05-04"),
        (
            "There was shelling and gunfire in the east on Sunday as a truce agreed on Friday failed.",
            "shelling",
            "2031-05-11/2031-05-11",
        ),
        (
            "The army shelled Kelmar on Monday.\nRebels confirmed the attack in Kelmar.",
            "attack",
            "2031-05-12/2031-05-12",
        ),
        (
            "The rebels will free the nurses on Friday. They will release the nurses in Orsa.",
            "release",
            "2031-05-16/2031-05-16",
        ),
        (
            "The port was shut today after shells fell. The rebels had shelled the port.",
            "shelled",
            "2031-05-14/2031-05-14",
        ),
        (
            "As the talks opened on Saturday, guns fired. The rebels and the army are in talks.",
            "talks",
            "2031-05-10/2031-05-14",
        ),
        ("The front has been blamed for the bombing of the school in April.", "bombing", "2031-04-01/2031-04-30"),
        ("The rebels besieged Kelmar in June. Food reached the besieged town.", "besieged", "2030-06-01/2031-05-14"),
    ],
)
def test_days_that_one_event_lends_another(text: str, word: str, when: str | None, nlp: Language) -> None:
    assert [days(m) for m in adopted(text, nlp).mentions if m.trigger.text == word][-1] == when
