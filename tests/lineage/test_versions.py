"""Two versions of one report on one day: the page that calls itself the later one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage import trace
from ceasewire.model import Document

Page = Callable[..., Document]
Words = tuple[str, ...]


@pytest.mark.parametrize("mark", ["UPDATE 2-", "Correction: "])
def test_the_marked_version_is_the_later_one(mark: str, page: Page, report: Words) -> None:
    first = page(report[:4], outlet="Orlen Wire", title="Envoys meet at Port Sarel")
    last = page(report, outlet="Orlen Wire", title=f"{mark}Envoys meet at Port Sarel, road to open")
    (link,) = [link for link in trace([first, last]) if link.kind in ("update", "correction")]
    assert (link.doc, link.of_doc) == (last.id, first.id)


def test_a_first_version_kept_in_a_longer_one_is_updated(page: Page, report: Words, own: Words) -> None:
    first = page(report[:3], outlet="Orlen Wire", title="Envoys meet at Port Sarel")
    last = page([*report[:3], *own, *report[4:]], outlet="Orlen Wire", title="UPDATE 1-Envoys meet, road to open")
    (link,) = [link for link in trace([first, last]) if link.kind != "citation"]
    assert (link.kind, link.doc, link.of_doc) == ("update", last.id, first.id)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("An earlier version of this report misspelt the name of a dam.", "correction"),
        ("(Corrects spelling of Sarel in paragraph 2)", "correction"),
        ("This story has been updated with the answer of the Front.", "update"),
        ("(Adds quotes, details of the road)", "update"),
    ],
)
def test_a_line_around_the_text_tells_the_later_version(
    line: str, kind: str, page: Page, report: Words, own: Words
) -> None:
    first = page(report, outlet="Orlen Wire", path="z")
    last = page([*report[:3], own[0], *report[3:]], outlet="Orlen Wire", credit=line, path="a")
    (link,) = [link for link in trace([first, last]) if link.kind != "citation"]
    assert (link.kind, link.doc, link.of_doc) == (kind, last.id, first.id)


def test_of_one_address_the_page_fetched_later_is_the_later_version(page: Page, report: Words) -> None:
    known = {"url": "https://wire.example/sarel", "published": "2031-03-01"}
    first = page(report[:4], retrieved="2031-03-01T09:00Z", path="z", **known)
    last = page(report, retrieved="2031-03-01T15:00Z", path="a", **known)
    (link,) = [link for link in trace([first, last]) if link.kind != "citation"]
    assert (link.kind, link.doc) == ("update", last.id)
