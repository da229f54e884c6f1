"""How real an event is, by the words that govern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.statements import find_statements
from sentences import one, page

if TYPE_CHECKING:
    from spacy.language import Language

VERBS = [
    ("The army shelled the mill.", "shelled", "occurred"),
    ("The army has shelled the mill.", "shelled", "occurred"),
    ("The army is shelling the mill.", "shelling", "ongoing"),
    ("The army will shell the mill.", "shell", "planned"),
    ("The army may shell the mill.", "shell", "hypothetical"),
    ("The army did not shell the mill.", "shell", "denied"),
    ("The army never shelled the mill.", "shelled", "denied"),
    ("If the army shelled the mill, the rebels would leave.", "shelled", "hypothetical"),
    ("The rebels agreed to free the nurses.", "free", "planned"),
    ("The rebels offered to free the nurses.", "free", "proposed"),
    ("The rebels refused to free the nurses.", "free", "denied"),
    ("The rebels managed to free the nurses.", "free", "occurred"),
    ("The rebels have not agreed to free the nurses.", "free", "denied"),
    ("Relatives hope that the nurses were freed.", "freed", "hypothetical"),
    ("The army was accused of shelling the mill.", "shelling", "occurred"),
    ("Did the army shell the mill?", "shell", "hypothetical"),
    ("The freed nurses flew home.", "freed", "occurred"),
    ("It would not stop without freeing the nurses.", "freeing", "denied"),
    ("A plan to free the nurses leaked.", "free", "planned"),
    ("Nobody was hurt.", "hurt", "denied"),
    ("The rebels have held the dam since May.", "held", "ongoing"),
    ("The town has been cut off since May.", "cut", "ongoing"),
    ("The army has detained nine nurses.", "detained", "occurred"),
    ("Nine nurses have been detained since May.", "detained", "ongoing"),
    ("The army did not keep its word, continuing shelling Kelmar.", "shelling", "ongoing"),
    ("The army did not keep its word, shelling the town.", "shelling", "occurred"),
    ("Orsa urges both sides to stop.", "urges", "occurred"),
    ("The envoy is urging both sides to stop.", "urging", "ongoing"),
    ("The council demanded that the nurses be freed.", "freed", "proposed"),
]
NOUNS = [
    ("Talks are under way in Kelmar.", "Talks", "ongoing"),
    ("The talks will resume in Kelmar.", "talks", "planned"),
    ("The talks collapsed.", "talks", "occurred"),
    ("No truce was signed.", "truce", "denied"),
    ("This is not a truce.", "truce", "denied"),
    ("The envoy called for a truce.", "truce", "proposed"),
    ("The planned summit worries the rebels.", "summit", "planned"),
    ("The rebels ruled the town without a truce.", "truce", "denied"),
    ("They fear the possibility of an attack on the town.", "attack", "hypothetical"),
    ("The deal is the result of negotiations.", "negotiations", "occurred"),
    ("The union imposed sanctions on the firm.", "sanctions", "occurred"),
    ("The firm defies the sanctions.", "sanctions", "ongoing"),
    ("If the reports of airstrikes are true, the truce is over.", "airstrikes", "hypothetical"),
    ("They spoke of the ceasefire offer.", "ceasefire", "proposed"),
    ("He was wary ahead of possible talks in Kelmar.", "talks", "planned"),
    ("The rebels broke the truce.", "truce", "ongoing"),
    ("Sixty observers police the truce.", "truce", "ongoing"),
    ("The truce was hailed by Orsa.", "truce", "ongoing"),
    ("The truce was broken on Monday.", "truce", "ongoing"),
    ("The fragile truce has been threatened by the raid.", "truce", "ongoing"),
    ("We declare a truce.", "truce", "occurred"),
    ("A deal was reached during talks in Orsa.", "talks", "occurred"),
    ("The talks, which began on May 4, were scheduled to end on Friday.", "talks", "occurred"),
    ("The deal was meant to halt the war.", "deal", "occurred"),
    ("The army broke the terms of a truce agreement.", "truce", "ongoing"),
    ("Neither side announced a raid.", "raid", "denied"),
    ("Explosions threatened to shatter a day-old truce.", "truce", "ongoing"),
    ("She praised the army's commitment to the truce.", "truce", "ongoing"),
    ("The army scorned the truce that the rebels declared.", "truce", "occurred"),
    ("The army will declare a truce.", "truce", "planned"),
    ("The ceasefire deal was brokered in Orsa.", "ceasefire", "ongoing"),
    ("A ceasefire deal is near.", "ceasefire", "planned"),
    ("Envoys will fly to Kelmar before talks are held.", "talks", "planned"),
    ("The talks begin on Friday.", "talks", "planned"),
    ("The talks began on Friday.", "talks", "occurred"),
    ("Envoys are struggling to save the talks.", "talks", "ongoing"),
    ("The raid could lead to new sanctions.", "sanctions", "hypothetical"),
    ("They urged the rebels to commit to a truce.", "truce", "proposed"),
    ("They pinned little hope that a deal would emerge.", "deal", "hypothetical"),
    ("Kelmar is braced for an assault.", "assault", "hypothetical"),
    ("The council spoke of talks aimed at ending nine years of violence in the valley.", "violence", "ongoing"),
    ("A truce was agreed in Orsa.", "truce", "occurred"),
    ("The union levies sanctions on the firm.", "sanctions", "occurred"),
    ("The kingdom enforces the sanctions imposed by the council.", "sanctions", "ongoing"),
    ("Asked if he thought an airstrike was launched, he left.", "airstrike", "hypothetical"),
    ("The rebels wage a brutal campaign in the valley.", "campaign", "ongoing"),
    ("They are kept out of these talks.", "talks", "ongoing"),
]


@pytest.mark.parametrize(("text", "word", "realis"), VERBS)
def test_verbs(text: str, word: str, realis: str, nlp: Language) -> None:
    assert one(text, word, nlp).realis == realis


@pytest.mark.parametrize(("text", "word", "realis"), NOUNS)
def test_nouns(text: str, word: str, realis: str, nlp: Language) -> None:
    assert one(text, word, nlp).realis == realis


SAID = [
    ("The council called on the army to condemn the raid on the mill.", "raid", "occurred"),
    ("The council called for the release of the nurses.", "release", "proposed"),
    ("The council asked the union to sanction the firm for shipping oil to Orsa.", "shipping", "occurred"),
]


@pytest.mark.parametrize(("text", "word", "realis"), SAID)
def test_a_demand_does_not_reach_what_is_given(text: str, word: str, realis: str, nlp: Language) -> None:
    parsed = page(text, nlp)
    cast = Cast.of(parsed)
    found = find_mentions(parsed, cast, find_statements(parsed, cast), [])[0]
    assert [m.realis for m in found if m.trigger.text == word] == [realis]


def test_the_present_of_a_headline_is_past(nlp: Language) -> None:
    assert one("Rebels free nine nurses\nNothing more is known.", "free", nlp, title=True).realis == "occurred"
