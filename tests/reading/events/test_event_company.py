"""Triggers by the company they keep: who stays away, who breaks a truce, fire that is opened, fighting that flares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language

TALKS = "Peace talks opened in Orsa. The talks are the first. The talks may last. "


def kinds(text: str, nlp: Language) -> dict[str, tuple[str | None, str]]:
    """Type and realis by the words of the triggers; of a word that stands twice the last."""
    return {m.trigger.text: (m.type, m.realis) for m in mentions(text, nlp)}


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("The rebels did not attend the talks.", "attend", ("boycott", "occurred")),
        ("The rebels said they would not attend.", "attend", ("boycott", "occurred")),
        ("The rebels are not attending the talks.", "attending", ("boycott", "ongoing")),
        ("The rebels may not attend the talks.", "attend", ("boycott", "hypothetical")),
        ("The absence of the rebels cast doubt on the deal.", "absence", ("boycott", "occurred")),
        ("Envoys of the absent factions wrote a letter.", "absent", ("boycott", "ongoing")),
        ("The envoys left the gathering early.", "gathering", ("talks", "occurred")),
        ("The council urged the rebels to attend.", "attend", ("talks", "proposed")),
    ],
)
def test_who_stays_away_from_talks(text: str, word: str, found: tuple[str, str], nlp: Language) -> None:
    assert kinds(TALKS + text, nlp)[word] == found


def test_talks_that_somebody_does_not_attend_are_not_denied(nlp: Language) -> None:
    assert kinds("The rebels did not attend the talks in Orsa.", nlp)["talks"] == ("talks", "occurred")


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("The army did not observe the ceasefire.", "observe", ("violation", "occurred")),
        ("The rebels failed to abide by the truce.", "abide", ("violation", "occurred")),
        ("Observers observed the truce.", "observed", ("monitoring", "occurred")),
        ("Fire was opened on a convoy of the army.", "Fire", ("attack", "occurred")),
        ("The rebels came under fire.", "fire", ("attack", "occurred")),
        ("Fighting flared again in the east.", "Fighting", ("attack", "occurred")),
        ("Rockets were used by the rebels.", "used", ("attack", "occurred")),
        ("The rebels signed up to a 12-point plan.", "signed", ("agreement", "occurred")),
        ("The army threatened to shell the town.", "threatened", ("threat", "occurred")),
    ],
)
def test_company(text: str, word: str, found: tuple[str, str], nlp: Language) -> None:
    assert kinds(text, nlp)[word] == found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army observes the truce.", "observes"),
        ("Shelling threatens the cease-fire.", "threatens"),
        ("The rebels respected the truce.", "respected"),
        ("Orsa was not allowed to take part in the peace talks.", "take"),
        ("The envoy launched a stinging attack on the council.", "launched"),
        ("The envoy launched a stinging attack on the council.", "attack"),
        ("They warmed themselves at the fire.", "fire"),
    ],
)
def test_words_in_other_company_name_nothing(text: str, word: str, nlp: Language) -> None:
    assert kinds(text, nlp).get(word, (None, ""))[0] is None


def test_a_truce_with_a_hyphen_in_a_headline(nlp: Language) -> None:
    found = {m.trigger.text: m.type for m in mentions("Two sides agree cease-fire", nlp, title=True)}
    assert found == {"agree": "agreement", "cease-fire": "ceasefire"}
