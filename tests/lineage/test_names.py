"""Names of outlets, days and quotations as lineage compares them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage.credits import fold
from ceasewire.lineage.days import printed_day
from ceasewire.lineage.margins import margin
from ceasewire.lineage.quotes import quoted
from ceasewire.model import Document

Page = Callable[..., Document]


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Orlen Herald", "ORLENHERALD.COM"), ("AP", "Associated Press"), ("Coast-Gazette", "coast gazette")],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "line",
    [
        "Source: Harbour Herald",
        "(Via Harbour Herald)",
        "© Harbour Herald",
        "Harbour Herald contributed this report",
        "This article was first published by the Harbour Herald.",
    ],
)
def test_credit_lines(page: Page, own: tuple[str, ...], line: str) -> None:
    (credit,) = margin(page(own, outlet="Coast Gazette", credit=line)).credits
    assert (credit.key, credit.name) == ("harbourherald", "Harbour Herald")


def test_a_pages_own_copyright_is_no_credit(page: Page, own: tuple[str, ...]) -> None:
    assert margin(page(own, outlet="Coast Gazette", credit="© Coast Gazette")).credits == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday 3 March 2031", "2031-03-03"),
        ("Sept. 4, 2031", "2031-09-04"),
        ("2031-12-05 10:00", "2031-12-05"),
        ("March 3", None),
    ],
)
def test_printed_days(page: Page, own: tuple[str, ...], line: str, day: str | None) -> None:
    assert printed_day(page(own, date=line)) == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("The farmers' leader said: 'We'll stay.'", ["'We'll stay.'"]),
        ("She wrote: “Nothing is agreed", ["“Nothing is agreed"]),
        ("The road is open. — Ilka Maren (@ilkamaren)", ["The road is open. — Ilka Maren (@ilkamaren)"]),
        ("The farmers' market is shut.", []),
        ('The road is shut." He turned and left.', ['The road is shut."']),
        ("The road is shut.” He turned. “Go home.”", ["The road is shut.”", "“Go home.”"]),
        ('He said "no", then ("never") and (quietly) "perhaps."', ['"no"', '"never"', '"perhaps."']),
    ],
)
def test_quotations(page: Page, text: str, found: list[str]) -> None:
    document = page([text])
    spans = [
        span for line in document.lines if line.role == "body" for span in quoted(document.text, line.start, line.end)
    ]
    assert [document.text[start:end] for start, end in spans] == found
