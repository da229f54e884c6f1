"""Which triggers are no events of their own: what carries another, names it again or only describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language


def types(text: str, nlp: Language) -> dict[str, str | None]:
    """The types of a sentence by their triggers."""
    return {m.trigger.text: m.type for m in mentions(text, nlp) if m.type}


DROPPED = [
    ("The sanctions committee heard the envoy.", "sanctions"),
    ("The sanction-breaking firm has closed.", "sanction"),
    ("Trade is banned under a resolution that the Security Council passed.", "resolution"),
    ("The council adopted new sanctions on Veldania.", "adopted"),
    ("The tanker carried prohibited goods past the sanctions.", "prohibited"),
    ("The firm was exporting oil through shipments of fuel by night.", "shipments"),
    ("The firm breached the sanctions by shipping oil to Orsa.", "breached"),
    ("The envoys met to discuss the truce.", "discuss"),
    ("The sanctions targeting Orsa bite.", "targeting"),
    ("More oil went to Orsa than allowed under the sanctions.", "allowed"),
    ("The minister dismissed talk of hunger.", "talk"),
    ("Troops stood by in the occupied Kelmar Valley.", "occupied"),
    ("The king declared a state of siege.", "siege"),
    ("They thanked the Free Our Nurses campaign.", "Free"),
    ("He runs a firm called Orsa Oil.", "called"),
    ("All hostilities shall cease on Friday.", "hostilities"),
    ("The army denied reports that it had shelled the mill and bombed the school.", "reports"),
]
KEPT = [
    ("The firm obeys the sanctions regime.", "sanctions", "designation"),
    ("The Security Council passed a resolution on Veldania.", "resolution", "designation"),
    ("The rebels violated the truce.", "truce", "ceasefire"),
    ("The council has imposed limits on oil imports.", "limits", "designation"),
    ("The union will send 60 observers to the valley.", "send", "monitoring"),
    ("The navy seized and searched a barge.", "seized", "seizure"),
    ("The envoys backed out of the talks.", "backed", "boycott"),
    ("The army flew raids - nine in all - on the mill.", "raids", "attack"),
    ("The rebels waged a brutal campaign in the valley.", "campaign", "attack"),
]


@pytest.mark.parametrize(("text", "word"), DROPPED)
def test_no_events_of_their_own(text: str, word: str, nlp: Language) -> None:
    assert word not in types(text, nlp)


@pytest.mark.parametrize(("text", "word", "kind"), KEPT)
def test_events_beside_others(text: str, word: str, kind: str, nlp: Language) -> None:
    assert types(text, nlp).get(word) == kind
