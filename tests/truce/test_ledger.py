"""The ledger of a truce, on an invented war."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.record import Record, RecordError
from ceasewire.truce import Ledger, ledger
from ceasewire.truce.incidents import Incident, total_of
from fusion.builder import Page
from rulings.press import record

SIDES = {"party": ["Lorasia", "Marl Front"]}


def _page(path: str, outlet: str, day: str) -> Page:
    page = Page(path, outlet, day)
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    return page


def deal() -> Page:
    """The truce: declared for the fourth, in Pell, without the Ash Column."""
    page = _page("deal", "Herald", "2031-05-03")
    page.actor("Estria")
    page.actor("Pell", "place")
    page.actor("Ash Column", "armed_group")
    said = page.says("Ana Perle", "a truce was declared")
    out = page.words("The Ash Column, which the council lists as terrorist, is left out.")
    args = {
        **SIDES, "mediator": ["Estria"], "scope": ["Pell"], "excluded": ["Ash Column"], "duration": ["two weeks"],
        "signatory": ["seven factions"],
    }  # fmt: skip
    made = page.event("ceasefire", "truce", args, said, days=("2031-05-04", "2031-05-04"), phase="declared")
    for n, arg in enumerate(made.args):
        if arg.role == "excluded":
            made.args[n] = type(arg)(
                "excluded", type(out)(out.start + 4, out.start + 14, "Ash Column"), arg.actor, arg.text
            )
    overseer = page.actor("Coast Council", "monitor")
    assert overseer
    page.event("monitoring", "monitor", {"overseer": ["Coast Council"], "proposer": ["Lorasia"]}, said)
    return page


def broken(path: str, who: str, kind: str = "person", of: str | None = None, words: str = "they broke it") -> Page:
    """A page on which somebody says that the Front broke the truce in Pell on the sixth."""
    page = _page(path, "Gazette", "2031-05-07")
    page.actor("Pell", "place")
    side = page.actors[of].id if of else None
    said = page.says(who, words, "accuses", kind=kind, of=side)  # type: ignore[arg-type]
    args = {"violator": ["Marl Front"], "victim": ["Lorasia"], "place": ["Pell"]}
    page.event("violation", "broke", args, said, days=("2031-05-06", "2031-05-06"))
    return page


def attack(
    path: str = "shells", day: str = "2031-05-08", target: str = "Lorasia", attacker: str = "Marl Front"
) -> Page:
    page = _page(path, "Courier", day)
    page.actor("Pell", "place")
    said = page.says("Bo Lenk", "shells fell")
    args = {"attacker": [attacker], "target": [target], "place": ["Pell"], "means": ["mortars"]}
    page.event("attack", "shelled", args, said, days=(day, day))
    return page


def rejection() -> Page:
    page = _page("no", "Voice", "2031-05-08")
    said = page.says("Mira Toll", "we broke nothing", "denies", of=page.actors["Marl Front"].id)
    args = {"violator": ["Marl Front"], "victim": ["Lorasia"], "place": ["Pell"]}
    page.event("violation", "broke", args, said, "denied", days=("2031-05-06", "2031-05-06"))
    return page


def known(path: Path, *pages: Page) -> Record:
    return record(path / "r.db", *pages)


def incidents(book: Ledger, kind: str) -> list[Incident]:
    return [incident for incident in book.incidents if incident.kind == kind]


def test_who_agreed_to_what(tmp_path: Path) -> None:
    book = ledger(known(tmp_path, deal()), "Marl Front")
    assert [side.name for side in book.parties] == ["Lorasia", "Marl Front"]
    assert [(side.name, side.number) for side in book.signatories] == [("seven factions", 7.0)]
    assert [side.name for side in book.mediators] == ["Estria"]
    assert book.guarantors == []
    assert [side.name for side in book.places] == ["Pell"]
    assert book.factions == []
    assert book.duration == ["two weeks"]
    assert [side.name for side in book.oversight] == ["Coast Council"]


def test_who_is_left_out_and_why(tmp_path: Path) -> None:
    out = ledger(known(tmp_path, deal()), "Pell").excluded
    assert [(row.name, row.why) for row in out] == [
        ("Ash Column", ["which the council lists as terrorist, is left out"])
    ]


def test_phases_and_the_state_on_any_day(tmp_path: Path) -> None:
    end = _page("end", "Herald", "2031-05-21")
    said = end.says("Ana Perle", "the truce expired")
    end.event(
        "ceasefire", "expired", SIDES | {"scope": ["Pell"]}, said, days=("2031-05-20", "2031-05-20"), phase="expired"
    )
    told = known(tmp_path, deal(), end)
    states = {
        day: ledger(told, "Lorasia", day).state for day in ("2031-05-01", "2031-05-04", "2031-05-19", "2031-05-20")
    }
    assert states == {"2031-05-01": None, "2031-05-04": "declared", "2031-05-19": "declared", "2031-05-20": "expired"}
    window = ledger(told, "Lorasia").window
    assert (window.start, window.end) == ("2031-05-04", "2031-05-20")


def test_a_truce_only_wished_for_is_offered_and_changes_none_that_stands(tmp_path: Path) -> None:
    wish = _page("wish", "Herald", "2031-05-09")
    said = wish.says("Ana Perle", "it should be extended", "demands")
    wish.event("ceasefire", "truce", SIDES | {"scope": ["Pell"]}, said, "proposed", phase="extended")
    offered = ledger(known(tmp_path, wish, attack()), "Pell")
    assert (offered.state, offered.window.start, offered.incidents) == ("offered", None, [])
    assert ledger(known(tmp_path, deal(), wish), "Pell").state == "declared"


def test_an_alleged_violation(tmp_path: Path) -> None:
    book = ledger(known(tmp_path, deal(), broken("v", "Cy Marn", of="Lorasia")), "Pell")
    [incident] = incidents(book, "violation")
    assert incident.accusers == ["Lorasia"]
    assert (incident.accused, incident.victims, incident.places) == (["Marl Front"], ["Lorasia"], ["Pell"])
    assert incident.when and incident.when.start == "2031-05-06"
    assert incident.borne_out == ["alleged"]


def test_one_that_a_monitor_observed(tmp_path: Path) -> None:
    page = broken("v", "the Coast observer mission", "monitor")
    [incident] = incidents(ledger(known(tmp_path, deal(), page), "Pell"), "violation")
    assert incident.borne_out == ["alleged", "observed"]


def test_one_that_the_accused_admits(tmp_path: Path) -> None:
    page = broken("v", "Dara Holt", of="Marl Front", words="we broke it")
    [incident] = incidents(ledger(known(tmp_path, deal(), page), "Pell"), "violation")
    assert incident.borne_out == ["alleged", "admitted"]


def test_one_that_is_rejected(tmp_path: Path) -> None:
    told = known(tmp_path, deal(), broken("v", "Cy Marn", of="Lorasia"), rejection())
    [incident] = incidents(ledger(told, "Pell"), "violation")
    assert (incident.borne_out, incident.rejected_by) == (["alleged", "rejected"], ["Marl Front"])


def test_an_attack_that_nobody_calls_a_violation_is_a_possible_incident(tmp_path: Path) -> None:
    book = ledger(known(tmp_path, deal(), attack()), "Pell")
    assert incidents(book, "violation") == []
    [incident] = incidents(book, "possible")
    assert (incident.means, incident.places) == (["mortars"], ["Pell"])


def test_the_attack_that_a_violation_consists_in_is_its_means(tmp_path: Path) -> None:
    page, same = broken("v", "Cy Marn", of="Lorasia"), attack(day="2031-05-06")
    book = ledger(known(tmp_path, deal(), page, same), "Pell")
    assert incidents(book, "possible") == []
    assert incidents(book, "violation")[0].means == ["mortars"]


@pytest.mark.parametrize(
    "elsewhere",
    [attack(day="2031-05-02"), attack("far", target="Estria", attacker="Estrian rebels")],
)
def test_an_attack_before_the_truce_or_of_strangers_is_none(elsewhere: Page, tmp_path: Path) -> None:
    if elsewhere.path == "far":
        elsewhere.mentions[0].args = [a for a in elsewhere.mentions[0].args if a.role != "place"]
    assert ledger(known(tmp_path, deal(), elsewhere), "Pell").incidents == []


def test_a_total_is_a_claim_and_no_incident_more(tmp_path: Path) -> None:
    page = _page("total", "Voice", "2031-05-09")
    side = page.actors["Lorasia"].id
    said = page.says("Mira Toll", "the count", "accuses", of=side)
    start = len(page.text)
    span = page.words("The Front broke the truce 264 times.")
    made = page.event("violation", "x", {"violator": ["Marl Front"]}, said, days=("2031-05-08", "2031-05-08"))
    made.trigger = type(span)(start + 10, start + 15, "broke")
    book = ledger(known(tmp_path, deal(), page, broken("v", "Cy Marn", of="Lorasia")), "Pell")
    assert [(claim.number, claim.words, claim.by, claim.against) for claim in book.claims] == [
        (264.0, "264 times", ["Lorasia"], ["Marl Front"])
    ]
    assert all(incident.fact != book.claims[0].fact for incident in book.incidents)
    assert len(incidents(book, "violation")) == 1


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("They broke the truce 264 times since May.", 264.0),
        ("They counted forty ceasefire violations; it broke.", 40.0),
        ("They broke the truce on 12 May.", None),
        ("They broke the truce one time.", None),
        ("They broke it. There were 9 violations.", None),
    ],
)
def test_totals_in_words(words: str, number: float | None, tmp_path: Path) -> None:
    page = Page("t", "Herald")
    span = page.words(words)
    made = page.event("violation", "x", {"violator": ["Marl Front"]})
    at = span.text.index("broke")
    made.trigger = type(span)(at, at + 5, "broke")
    found = total_of(made, known(tmp_path, page))
    assert (found[0] if found else None) == number


@pytest.mark.parametrize("name", ["", "Nowhere", "ffff"])
def test_a_truce_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no truce of this record"):
        ledger(known(tmp_path, deal()), name)
