"""Web pages: linear text, the story in it, metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.intake import take_in
from ceasewire.intake.linear import linear, parse
from ceasewire.model import Document

LEAD = "The envoys of Veldania and of the hill towns met in Orsk on Monday to talk about a truce, officials said."
MORE = "The talks, the first in a year, were hosted by the harbour guild and lasted until the early evening hours."
LAST = "Nobody would say when the sides would meet again, or whether the ferry could sail before the winter."
PAGE = f"""<html><head><title>Envoys meet in Orsk | The Veldanian</title>
<meta property="og:site_name" content="The Veldanian">
<meta property="article:published_time" content="2021-05-04T10:00:00Z">
<script>var x = "no text";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Envoys meet in Orsk</h1><p>{LEAD}</p><p>{MORE.replace("harbour", "<b>har</b>bour")}</p>
<figure><img src="a.jpg"><figcaption>A ferry off Orsk</figcaption></figure><p>{LAST}</p>
</article>
<footer><p>All rights reserved</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>The <b>har</b>bour<i>s</i> are <a href='x'>shut</a>.</p>", ["The harbours are shut."]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<p>a<script>b</script><style>c</style>d</p>", ["ad"]),
        ("<ul><li>a</li><li>b  \n c</li></ul>", ["a", "b c"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<p>a<!-- no -->b</p>", ["ab"]),
    ],
)
def test_one_line_a_block_element(markup: str, lines: list[str]) -> None:
    assert [line.text for line in linear(parse(f"<html><body>{markup}</body></html>"))] == lines


def test_a_page(tmp_path: Path) -> None:
    file = tmp_path / "orsk.html"
    file.write_text(PAGE)
    (page,) = take_in([file])
    assert isinstance(page, Document)
    roles = {page.text[line.start : line.end]: line.role for line in page.lines}
    assert page.title == "Envoys meet in Orsk"
    assert roles["Envoys meet in Orsk"] == "title"
    assert [roles[line] for line in (LEAD, MORE, LAST)] == ["body", "body", "body"]
    assert roles["A ferry off Orsk"] == "caption"
    assert [roles[line] for line in ("Home", "World", "All rights reserved")] == ["furniture"] * 3
    assert page.outlet == page.origin == "Veldanian"
    assert page.published == "2021-05-04"


def test_the_charset_a_page_declares(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    text = '<html><head><meta charset="windows-1251"></head><body><p>Мост закрыт, сказал мэр города.</p></body></html>'
    file.write_bytes(text.encode("cp1251"))
    (page,) = take_in([file])
    assert isinstance(page, Document)
    assert page.text == "Мост закрыт, сказал мэр города."


@pytest.mark.parametrize("markup", ["<div>" * 30_000, "<" * 10_000, "<p>" + "a" * 5000, "\x00", "<p>" * 5000 + "x"])
def test_hostile_pages_end_in_a_page_or_a_reason(tmp_path: Path, markup: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(markup)
    assert len(list(take_in([file]))) == 1
