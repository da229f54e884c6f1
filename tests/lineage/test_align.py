"""Runs of words that two pages have in common."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from ceasewire.lineage.align import Run, align
from ceasewire.lineage.seeds import stretches
from ceasewire.lineage.words import texts_of
from ceasewire.model import Document

Page = Callable[..., Document]


def runs_of(one: Document, other: Document) -> list[Run]:
    mine, theirs = texts_of([one, other])
    found = stretches([mine, theirs], np.array([0], dtype=np.int64), np.array([1], dtype=np.int64))
    return [run for same in found for run in align(mine, theirs, same)]


def test_a_changed_word_and_a_cut_do_not_end_a_run(page: Page, report: tuple[str, ...]) -> None:
    told = " ".join(report)
    edited = told.replace("three people close to", "some near").replace("holds the upper valley and", "holds")
    (run,) = runs_of(page([told]), page([edited]))
    assert run.left == (0, len(texts_of([page([told])])[0]))
    assert run.equal < run.left[1]


def test_sentences_that_changed_places_are_runs_of_their_own(page: Page, report: tuple[str, ...]) -> None:
    assert len(runs_of(page(report), page([report[3], report[4], report[0], report[1]]))) == 2


@pytest.mark.parametrize("seed", range(20))
def test_no_word_of_a_page_is_counted_twice(page: Page, seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        " ".join(chance.choices(["dam", "road", "ferry", "truce", "grain", "mill"], k=7)) + "." for _ in range(12)
    ]
    one, other = page([" ".join(pieces)]), page([" ".join(chance.choices(pieces, k=16))])
    runs = runs_of(one, other)
    places = [place for run in runs for b in run.blocks for place in range(b.left, b.left + b.size)]
    assert len(places) == len(set(places)) and runs


@pytest.mark.parametrize("text", ["mill " * 3000, "mill dam " * 3000])
def test_a_page_that_says_one_thing_over_and_over_has_few_runs(page: Page, text: str) -> None:
    assert len(runs_of(page([text]), page([text + "ferry"], path="b"))) <= 2
