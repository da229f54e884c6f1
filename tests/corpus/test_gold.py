"""The gold of the invented story agrees with its pages and with itself."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from ceasewire.codebook import table
from ceasewire.intake import take_in
from ceasewire.model import ContradictionKind, Document, LinkKind, Mode, Realis, Role, Stance, Status
from ceasewire.story import pages

GOLD = Path(__file__).parent / "gold"
NUMBERS = [path.stem for path in sorted(GOLD.glob("[0-9]*.json"))]
MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
COUNTING_RULES = range(1, 11)

Row = dict[str, Any]


def gold(number: str) -> Row:
    row: Row = json.loads((GOLD / f"{number}.json").read_text("utf-8"))
    return row


def number_of(path: str) -> str:
    return Path(path.rsplit("#", maxsplit=1)[-1]).name[:3]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    with pages() as folder:
        return {number_of(page.path): page.text for page in take_in([folder]) if isinstance(page, Document)}


def allowed(value: object, kind: Any) -> bool:
    return value in get_args(kind)


def test_every_page_has_its_gold(texts: dict[str, str]) -> None:
    assert sorted(texts) == NUMBERS
    assert len(NUMBERS) == 18


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_has_a_role(number: str, texts: dict[str, str]) -> None:
    lines = {str(n) for n, line in enumerate(texts[number].split("\n"), 1) if line.strip()}
    roles = gold(number)["lines"]
    assert set(roles) == lines
    assert all(allowed(role, Role) for role in roles.values())
    assert list(roles.values()).count("title") == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_every_quote_stands_in_its_page(number: str, texts: dict[str, str]) -> None:
    page = gold(number)
    quotes = [s[key] for s in page["statements"] for key in ("source_text", "cue")]
    quotes += [piece for s in page["statements"] for piece in s["content"]]
    quotes += [e[key] for e in page["events"] for key in ("trigger", "sentence")]
    quotes += [t[key] for t in page["times"] for key in ("text", "context")]
    quotes += [a["evidence"] for a in page["aliases"]]
    quotes += [r[key] for r in page["lineage"] for key in ("evidence", "span_starts", "span_ends")]
    assert [quote for quote in quotes if quote not in texts[number]] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_statements_are_coded_by_the_codebook(number: str) -> None:
    page = gold(number)
    for statement in page["statements"]:
        assert allowed(statement["stance"], Stance)
        assert allowed(statement["mode"], Mode)
        assert statement["chain"][0] == page["meta"]["origin"]
        assert statement["chain"][-1] == statement["source"]
        assert statement["content"], statement["id"]


@pytest.mark.parametrize("number", NUMBERS)
def test_events_are_coded_by_the_codebook(number: str) -> None:
    page, types = gold(number), table("events")["types"]
    statements = {statement["id"] for statement in page["statements"]}
    for event in page["events"]:
        assert set(event["args"]) <= set(types[event["type"]]["roles"]), event
        assert allowed(event["realis"], Realis)
        assert event["vouched_by"] is None or event["vouched_by"] in statements


@pytest.mark.parametrize("number", NUMBERS)
def test_a_trigger_stands_in_the_line_of_its_sentence(number: str, texts: dict[str, str]) -> None:
    text = texts[number]
    for event in gold(number)["events"]:
        start = text.index(event["sentence"])
        line = text[start:].split("\n", 1)[0]
        assert re.search(rf"(?<!\w){re.escape(event['trigger'])}(?!\w)", line), event


def interval(value: str) -> tuple[str, str]:
    start, end = value.split("/")
    return start[:10], end[:10]


@pytest.mark.parametrize("number", NUMBERS)
def test_intervals_run_forward(number: str) -> None:
    page = gold(number)
    for value in [t["value"] for t in page["times"]] + [e["time"] for e in page["events"]]:
        if value and not value.endswith(".."):
            start, end = map(datetime.date.fromisoformat, interval(value))
            assert start <= end


@pytest.mark.parametrize("number", NUMBERS)
def test_a_weekday_is_that_weekday(number: str) -> None:
    for time in gold(number)["times"]:
        named = [day for day in DAYS if day in time["text"]]
        if len(named) == 1 and time["text"].startswith(("on ", "On ")):
            start, end = map(datetime.date.fromisoformat, interval(time["value"]))
            assert (start, DAYS[start.weekday()]) == (end, named[0]), time


@pytest.mark.parametrize("number", NUMBERS)
def test_printed_dates_name_the_right_weekday(number: str, texts: dict[str, str]) -> None:
    months, days = "|".join(MONTHS), "|".join(DAYS)
    found = re.findall(rf"({days}),? (?:(\d+) ({months})|({months}) (\d+)),? (\d{{4}})", texts[number])
    for weekday, day, month, month_first, day_after, year in found:
        date = datetime.date(int(year), MONTHS.index(month or month_first) + 1, int(day or day_after))
        assert DAYS[date.weekday()] == weekday


def facts() -> list[Row]:
    rows: list[Row] = gold("cross")["facts"]
    return rows


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact["id"])
def test_facts_agree_with_themselves(fact: Row, texts: dict[str, str]) -> None:
    for passage in [*fact["support"], *fact["dispute"]]:
        assert passage["quote"] in texts[passage["doc"]]
    assert fact["type"] in table("events")["types"]
    assert allowed(fact["realis"], Realis)
    assert allowed(fact["status"], Status)
    assert bool(fact["dispute"]) == (fact["independent_dispute"] > 0)
    assert 0 < fact["independent_support"] <= len(fact["support"])
    rules = [int(rule) for rule in re.findall(r"\d+", fact["why"].rsplit("[", 1)[1])]
    assert rules
    assert set(rules) <= set(COUNTING_RULES)


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact["id"])
def test_a_status_follows_from_the_counts(fact: Row) -> None:
    if fact["independent_dispute"]:
        assert fact["status"] == "contested"
    else:
        assert fact["status"] == ("several_origins" if fact["independent_support"] > 1 else "one_origin")


def test_contradictions_and_lineage_quote_their_pages(texts: dict[str, str]) -> None:
    cross = gold("cross")
    for row in cross["contradictions"]:
        assert allowed(row["kind"], ContradictionKind)
        assert all(row[side]["quote"] in texts[row[side]["doc"]] for side in "ab")
    for row in cross["lineage"]:
        assert allowed(row["kind"], LinkKind)
        assert all(row[key] in texts[row["doc"]] for key in ("evidence", "span_starts_with", "span_ends_with"))


def test_the_actors_of_the_story_are_named_on_the_pages_said(texts: dict[str, str]) -> None:
    for actor in gold("cross")["actors"]:
        names = [actor["canonical"], *actor["aliases"]]
        assert actor["docs"], actor["canonical"]
        assert all(any(name in texts[doc] for name in names) for doc in actor["docs"])
