"""The day of a page's news: what its headline is about, blow and answer, and the dead of a whole campaign."""

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


def day(text: str, word: str, nlp: Language) -> tuple[str, str] | None:
    """The words that date the last mention with a trigger and how, None where nothing does."""
    parsed = page(text, nlp, "\n" in text)
    cast = Cast.of(parsed)
    times, _ = find_times(parsed)
    mentions, rows = find_mentions(parsed, cast, find_statements(parsed, cast), times)
    last = [m.id for m in mentions if m.trigger.text == word][-1]
    row = next((row for row in rows if row.mention == last), None)
    words = {time.id: time.span.text for time in times}
    return (words[row.time], row.how) if row is not None and row.time else None


NEWS = [
    ("Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday. Nine workers were hurt, the mayor said.", "hurt"),
    ("Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday.\nThe mayor said nobody was killed.", "killed"),
    (
        "Rebels break truce\nRebels shelled Orsa on Monday.\nThe army called the raid a violation of the truce.",
        "violation",
    ),
    ("Army answers rockets\nThe truce began to crack on Monday after rockets hit Orsa.\nThe army fired back.", "fired"),
]


NEWS += [
    # the first sentence has one day, whatever the parser hangs it on
    (
        "Troops shoot two men\nTroops shot two men who were laying a mine on Monday.\nA boy was hit late on Sunday.",
        "shoot",
    ),
    # nobody hurt is nobody hurt on that day; what may have happened then
    ("Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday. No casualties were reported.", "casualties"),
    ("Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday.\nSome 17 men could have been hurt.", "hurt"),
    # the day of the event before the day of its report
    ("Rebels shell Orsa\nThe army said on Tuesday rebels broke a truce.\nRebels shelled it on Monday.", "broke"),
]


@pytest.mark.parametrize(("text", "word"), NEWS)
def test_news_is_of_one_day(text: str, word: str, nlp: Language) -> None:
    assert day(text, word, nlp) == ("on Monday", "at")


OLD = [
    # what has gone on up to now is no news of the day
    (
        "Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday.\nSome 900 people have been killed in the war.",
        "killed",
    ),
    # talks that are denied were on no day
    ("Rebels met army\nRebels met the army on Monday.\nThe minister denied that he had held talks.", "talks"),
    ("Shells hit mill in Orsa\nShells hit a mill in Orsa on Monday.\nThe fighting has killed 900 people.", "fighting"),
    # what is answered came before
    (
        "Orsa is calm after all\nOn Monday the minister spoke of the army's response to the shelling of Orsa.",
        "shelling",
    ),
    # raids that were held back were not flown, and a dateline dates the report alone
    ("Raid kills nine\nA raid killed nine men on Monday.\nThe president lifted the suspension of air raids.", "raids"),
    ("Rebels blame army\nKELMAR, May 4 (Herald) - Rebels accused the army of shelling Orsa.", "shelling"),
    # another kind of event than the headline's
    ("Talks open in Kelmar\nThe two sides met in Kelmar on Monday.\nThe rebels had shelled a mill in Orsa.", "shelled"),
]


@pytest.mark.parametrize(("text", "word"), OLD)
def test_background_is_not(text: str, word: str, nlp: Language) -> None:
    assert day(text, word, nlp) is None


CLAUSES = [
    ("Rebels fired rockets late on Monday, which the army answered with airstrikes.", "airstrikes"),
    ("Gunmen fired eight rockets at Orsa on Monday, six of which hit open fields.", "hit"),
    (
        "The deal began badly on Monday with rockets falling on Orsa and the army retaliating with air strikes.",
        "strikes",
    ),
    ("There was shelling and gunfire in Orsa on Monday.", "shelling"),
    ("The army struck targets in Orsa, its press office said in a statement on Monday.", "struck"),
]


@pytest.mark.parametrize(("text", "word"), CLAUSES)
def test_blow_and_answer(text: str, word: str, nlp: Language) -> None:
    found = day(text, word, nlp)
    assert found is not None
    assert found[0].endswith("on Monday")


STRETCHES = [
    (
        "Truce gets off to bad start\nThe two sides renewed a truce, but it broke on Monday.\nThe truce is frail.",
        "truce",
        ("on Monday", "ongoing"),
    ),
    (
        "Shells fell late on Tuesday, the first day of the truce. The truce is frail.",
        "truce",
        ("late on Tuesday", "ongoing"),
    ),
    ("On Sunday Halvane announced a truce.", "truce", ("On Sunday", "at")),
    (
        "Rebels agree to truce\nThe Free Front, which signed a deal in 2014, agreed to a truce, envoys said Thursday.",
        "agree",
        ("Thursday", "at"),
    ),
    ("Orsa spoke of the talks that the two sides are said to have held on Monday.", "talks", ("on Monday", "at")),
    ("The rebels declared a truce on Monday. This truce is a trick, he said.", "truce", ("on Monday", "ongoing")),
    (
        "Nine people have been killed since May 2, when Osten launched an offensive.",
        "offensive",
        ("since May 2", "start"),
    ),
    ("Beginning at dusk on Monday, gunmen fired rockets at Orsa.", "fired", ("at dusk on Monday", "at")),
    ("Osten began its offensive on May 2. More than 300 people have been killed.", "killed", ("on May 2", "ongoing")),
    ("Mediators said the weekend talks were just a start.", "talks", ("the weekend", "at")),
    ("Mediators have stressed the weekend talks were just a start of peace.", "talks", ("the weekend", "at")),
    ("The minister was not impressed by the weekend talks.", "talks", ("the weekend", "at")),
    ("The town has been calm since May 2, but many fear a war that has killed 900.", "killed", None),
    ("As part of peace talks, the army last month freed nine nurses.", "talks", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), STRETCHES)
def test_stretches(text: str, word: str, expected: tuple[str, str] | None, nlp: Language) -> None:
    assert day(text, word, nlp) == expected
