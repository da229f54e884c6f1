"""Mentions grouped by pairs: what is alike, what clashes, and what a new page may touch."""

from __future__ import annotations

from random import Random

import pytest

from ceasewire.fusion.clusters import clusters, pairs
from ceasewire.fusion.likeness import CLASH, Row, likeness, row_of
from ceasewire.fusion.material import gather
from ceasewire.model import Realis
from fusion.builder import Page

REPORT = "Guns of the Marl Front shelled the mill beside the old harbour of Ostrel before dawn"
SAME = "Before dawn the Marl Front shelled a mill in the old harbour of Ostrel"
OTHER = "Gunmen robbed a bank van near the northern ring road while police watched"


def attack(
    path: str,
    words: str,
    target: str = "the mill",
    day: str | None = None,
    written: str = "2031-05-04",
    realis: Realis = "occurred",
) -> Page:
    page = Page(path, f"Herald {path}", written)
    page.actor("Marl Front", "armed_group")
    days = (day, day) if day else None
    page.event("attack", words, {"attacker": ["Marl Front"], "target": [target]}, realis=realis, days=days)
    return page


def rows(*pages: Page) -> list[Row]:
    material = gather([p.document() for p in pages], {p.id: p.reading() for p in pages})
    return [row_of(mention, material) for mention in material.mentions.values()]


def groups(*pages: Page) -> set[frozenset[str]]:
    found = rows(*pages)
    return {frozenset(found[n].mention.id for n in group) for group in clusters(found)}


def test_sentences_of_the_same_words_are_likelier_one_event() -> None:
    same, other = rows(attack("a", REPORT), attack("b", SAME)), rows(attack("a", REPORT), attack("b", OTHER))
    assert likeness(*same) > likeness(*other) + 1


def test_a_sentence_of_few_words_is_no_likeness() -> None:
    short = rows(attack("a", "shelled"), attack("b", "shelled"))
    long = rows(attack("a", REPORT), attack("b", REPORT))
    assert likeness(*short) < likeness(*long)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"day": "2031-05-03"}, {"day": "2031-05-09"}),
        ({"realis": "occurred"}, {"realis": "hypothetical"}),
    ],
)
def test_what_cannot_be_one_event_clashes(first: dict[str, str], second: dict[str, str]) -> None:
    one, other = rows(attack("a", REPORT, **first), attack("b", REPORT, **second))  # type: ignore[arg-type]
    assert likeness(one, other) == likeness(other, one) == CLASH


def test_undated_mentions_written_months_apart_are_two_events() -> None:
    assert len(groups(attack("a", REPORT), attack("b", REPORT, written="2031-09-04"))) == 2
    assert len(groups(attack("a", REPORT), attack("b", REPORT, written="2031-05-06"))) == 1


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [attack(f"p{n}", REPORT if n % 2 else OTHER, "the mill" if n % 3 else "the bank van") for n in range(12)]
    wanted = groups(*pages)
    Random(3).shuffle(pages)
    assert groups(*pages) == wanted


def test_a_page_on_other_days_leaves_the_groups_as_they_are() -> None:
    pages = [attack(f"p{n}", SAME if n % 2 else REPORT, day=f"2031-05-0{1 + n % 3}") for n in range(9)]
    before = groups(*pages)
    new = attack("new", REPORT, day="2031-08-20", written="2031-08-21")
    assert before < groups(*pages, new)
    assert len(groups(*pages, new)) == len(before) + 1


def test_only_mentions_with_a_name_and_a_time_in_common_are_compared() -> None:
    far = [attack(f"p{n}", REPORT, day=f"2031-{1 + n:02}-11", written=f"2031-{1 + n:02}-12") for n in range(10)]
    assert not list(pairs(rows(*far)))
    near = [attack(f"p{n}", REPORT, day="2031-05-03") for n in range(5)]
    assert len(list(pairs(rows(*near)))) == 10
