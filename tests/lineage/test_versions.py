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
