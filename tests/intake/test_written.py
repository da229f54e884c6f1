"""The day of writing of a web page, by its markup and the update that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.story import LAST, LEAD, MORE, TITLE, pages


def page(*lines: str) -> bytes:
    """A page of 4 May 2021 with these lines under its title."""
    shown = "".join(f"<div>{line}</div>" for line in lines)
    return (
        '<html><head><meta property="article:published_time" content="2021-05-04T10:00:00Z"></head><body>'
        f"<h1>{TITLE}</h1>{shown}<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ((), "2021-05-04"),
        (("Updated May 9, 2021",), "2021-05-09"),
        (("Last updated: 9 May 2021, 10:04 GMT",), "2021-05-09"),
        (("May 4, 2021", "Updated May 9, 2021"), "2021-05-04"),
        (("Published 4 May 2021 | Updated 9 May 2021",), "2021-05-04"),
        (("Updated May 2, 2021",), "2021-05-04"),
        (("May 9, 2021",), "2021-05-04"),
        (("Last edited by a reader on May 9, 2021",), "2021-05-04"),
    ],
)
def test_the_update_that_a_page_prints(tmp_path: Path, lines: tuple[str, ...], day: str) -> None:
    (found,) = pages(tmp_path, "a.html", page(*lines))
    assert (found.published_earliest, found.published, found.published_latest) == ("2021-05-04", day, day)
    (basis,) = found.published_basis
    assert (basis.span is not None) == (day == "2021-05-09")
    assert basis.span is None or found.text[basis.span.start : basis.span.end] == basis.span.text == lines[0]
