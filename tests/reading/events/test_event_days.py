"""Which time expression dates a mention: its own words, its clause, and other mentions of its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.statements import find_statements
from ceasewire.reading.times import find_times
from sentences import page

if TYPE_CHECKING:
    from spacy.language import Language


def day(text: str, word: str, nlp: Language, title: bool = False) -> str | None:
    """The words that date the last mention with a trigger; `today` for the day of writing, None where nothing does."""
    parsed = page(text, nlp, title)
    cast = Cast.of(parsed)
    times, _ = find_times(parsed)
    mentions, rows = find_mentions(parsed, cast, find_statements(parsed, cast), times)
    last = [m.id for m in mentions if m.trigger.text == word][-1]
    row = next((row for row in rows if row.mention == last), None)
    if row is None:
        return None
    return next((time.span.text for time in times if time.id == row.time), "today")


OWN = [
    ("The navy seized a barge on Monday.", "seized", "on Monday"),
    ("The union blacklisted two firms from Osten and their ships in May.", "blacklisted", "in May"),
    ("Planes show tankers selling fuel to the rebels nine times since May.", "selling", "since May"),
    ("The navy boarded the barge and searched its crew when they came to Osten on May 4.", "boarded", "on May 4"),
    ("The rebels shelled the mill and burned the school on Monday.", "shelled", "on Monday"),
    ("The council condemned the raid on the mill in a letter on Tuesday.", "raid", None),
    ("On Tuesday the council discussed the raid.", "raid", None),
    ("The two sides held talks on Monday.", "talks", "on Monday"),
    ("The militia has killed 900 villagers and displaced more since it rose in 2009.", "killed", "in 2009"),
    ("In May the army said that a nurse had been freed.", "freed", "In May"),
    ("The minister said on Monday that Veldania must drop its barriers.", "drop", "on Monday"),
    ("In its latest sanctions, imposed on May 4, the council was stern with Orsa.", "sanctions", "on May 4"),
    ("Trade with Orsa is banned under a resolution passed on May 4 by the Security Council.", "banned", "on May 4"),
]


@pytest.mark.parametrize(("text", "word", "words"), OWN)
def test_own_words_and_clause(text: str, word: str, words: str | None, nlp: Language) -> None:
    assert day(text, word, nlp) == words


UNDER_WAY = [
    ("The two sides are negotiating in Kelmar.", "negotiating", "today"),
    ("The two sides are in talks.", "talks", "today"),
    ("The border was being discussed by the two sides.", "discussed", None),
    ("The talks are no secret.", "talks", None),
]


@pytest.mark.parametrize(("text", "word", "words"), UNDER_WAY)
def test_talks_under_way_run_to_the_day_of_writing(text: str, word: str, words: str | None, nlp: Language) -> None:
    assert day(text, word, nlp) == words


SHARED = [
    ("Rebels shelled the mill on Monday. The shelling lasted an hour.", "shelling", "on Monday"),
    ("Shells hit the mill on Monday. Nine villagers were killed.", "killed", "on Monday"),
    ("Rebels abducted nine nurses in May. The abduction of the nurses shocked Veldania.", "abduction", "in May"),
    ("Rebels abducted nine nurses in May. They have abducted many more women since.", "abducted", None),
    ("The envoys met on Monday. The deal is the fruit of tough negotiations.", "negotiations", None),
    ("Rebels shelled the mill on Monday. The army pursues the war against the rebels.", "war", None),
    ("Rebels seized 200 nurses in May. Of the nurses 20 came home after the seizure.", "seizure", "in May"),
    ("Veldania sold oil to Orsa in May. Veldanian tankers delivered the oil to Orsa by night.", "delivered", "in May"),
    ("The council imposed sanctions on Orsa on May 4. Under those sanctions trade is void.", "sanctions", "on May 4"),
    ("The council imposed sanctions on Orsa on May 4. Orsa defies the sanctions.", "sanctions", None),
    ("Rebels freed nine captives on Monday. The freed captives were flown to Osten.", "flown", None),
    ("The nurses were freed on Monday, the army said.\nThe freed nurses wept.", "freed", "on Monday"),
]


@pytest.mark.parametrize(("text", "word", "words"), SHARED)
def test_mentions_of_one_event_share_its_day(text: str, word: str, words: str | None, nlp: Language) -> None:
    assert day(text, word, nlp) == words


def test_the_day_of_a_report_yields_to_the_day_of_the_event(nlp: Language) -> None:
    text = "The navy has seized the barge Aster, officials said on Friday.\nThe navy seized the barge Aster on Tuesday."
    assert day(text + "\nThe seizure of the barge Aster angered Osten.", "seizure", nlp) == "on Tuesday"
    assert day("The navy has seized the barge Aster, officials said on Friday.", "seized", nlp) == "on Friday"


def test_headline_takes_the_day_of_the_body(nlp: Language) -> None:
    text = "Rebels seize mill in Osten\nRebels seized a mill in Osten on Monday. The council was told of it on Friday."
    assert day(text, "seize", nlp, title=True) == "on Monday"
