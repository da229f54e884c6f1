"""Rows of crawlers and of news databases: CSV and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ceasewire.intake import limits
from intake.story import LAST, LEAD, MORE, TITLE, body, pages, reasons


def csv(header: str, *rows: str) -> bytes:
    """A CSV file."""
    return "\n".join((header, *rows)).encode()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, mark: str) -> None:
    head = mark.join(("title", "text", "link", "published"))
    row = mark.join((TITLE, f'"{LEAD}\n\nSo it was{mark} he said."', "https://veldanian.example/orsk", "2031-05-04"))
    (page,) = pages(tmp_path, "rows.csv", csv(head, row))
    assert page.path == "rows.csv#1"
    assert page.text == f"{TITLE}\n\n{LEAD}\n\nSo it was{mark} he said."
    assert (page.title, page.url, page.published) == (TITLE, "https://veldanian.example/orsk", "2031-05-04")


@pytest.mark.parametrize(
    ("header", "row", "outlet", "day", "byline"),
    [
        ("Headline,Body,Publication,Date", "{t},{b},The Veldanian,4 May 2031", "Veldanian", "2031-05-04", None),
        (
            "HD,BY,PD,SN,LP,TD",
            "{t},By Ana Vel,4 May 2031,The Veldanian,{b},{m}",
            "Veldanian",
            "2031-05-04",
            "Ana Vel",
        ),
        (
            "Headline,Newspaper,Date,Article,Load-Date,Author",
            '{t},The New York Times (Late Edition),"May 4, 2031 Monday",{b},"May 6, 2031",Ana Vel',
            "New York Times",
            "2031-05-04",
            "Ana Vel",
        ),
        (
            "title,content,source_domain,date",
            "{t},{b},www.ft.com,04.05.2031 10:30",
            "Financial Times",
            "2031-05-04",
            None,
        ),
    ],
)
def test_columns_of_databases(tmp_path: Path, header: str, row: str, outlet: str, day: str, byline: str | None) -> None:
    filled = row.format(t=TITLE, b=f'"{LEAD}"', m=f'"{MORE}"')
    (page,) = pages(tmp_path, "export.csv", csv(header, filled))
    assert (page.outlet, page.published, page.title) == (outlet, day, TITLE)
    assert body(page)[0] == LEAD
    assert page.byline == byline


def test_days_in_numbers_take_the_order_of_their_column(tmp_path: Path) -> None:
    rows = [f'"{LEAD}",{day}' for day in ("04/05/2031", "23/05/2031")]
    assert [page.published for page in pages(tmp_path, "a.csv", csv("text,date", *rows))] == [
        "2031-05-04",
        "2031-05-23",
    ]
    (page,) = pages(tmp_path, "b.csv", csv("text,date", f'"{LEAD}",04/05/2031'))
    assert page.published is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "names no column that is known"),
        (b"title,text\n", "no rows"),
        (b"\x89PNG" * 100, "binary"),
        (b"title,text\n" + b"x" * 6_000_000, "limit"),
    ],
)
def test_bad_csv(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in next(iter(reasons(tmp_path, "a.csv", data).values()))


def test_a_row_without_text_is_named(tmp_path: Path) -> None:
    found = reasons(tmp_path, "a.csv", csv("id,title,text", "7,,", f"8,{TITLE},"))
    assert found == {"a.csv#7": "no title and no text"}


def test_other_encodings(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        data = f"title;text\n{TITLE};The mayor’s café in Orsk was shut, said the guild.".encode(encoding)
        (page,) = pages(tmp_path, "a.csv", data)
        assert page.text.endswith("The mayor’s café in Orsk was shut, said the guild.")


@pytest.mark.parametrize(
    "shape",
    [
        lambda row: [row, row],
        lambda row: {"status": "ok", "articles": [row, row]},
        lambda row: {"response": {"docs": [row, row]}},
    ],
)
def test_json(tmp_path: Path, shape: object) -> None:
    assert callable(shape)
    row = {
        "id": "x",
        "title": TITLE,
        "content": f"{LEAD}\n{MORE}",
        "source": {"name": "The Veldanian"},
        "publishedAt": "2031-05-04T10:00:00Z",
        "author": [{"name": "Ana Vel"}],
    }
    first, second = pages(tmp_path, "a.json", json.dumps(shape(row)).encode())
    assert (first.path, second.path) == ("a.json#x", "a.json#x-2")
    assert (first.outlet, first.published, first.byline) == ("Veldanian", "2031-05-04", "Ana Vel")


def test_a_json_file_of_one_row(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.json", json.dumps({"id": "x", "title": TITLE, "text": LEAD}).encode())
    assert (page.path, page.title) == ("a.json", TITLE)


def test_markup_in_a_row(tmp_path: Path) -> None:
    row = {"title": TITLE, "content_html": f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"}
    (page,) = pages(tmp_path, "a.json", json.dumps([row]).encode())
    assert body(page) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "not JSON"), (b"[]", "without an array"), (b"7", "without an array"), (b"[" * 100_000, "not JSON")],
)
def test_bad_json(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reasons(tmp_path, "a.json", data)["a.json"]


def test_a_row_past_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 200)
    data = json.dumps([{"text": "word " * 100}, {"text": LEAD}]).encode()
    assert "limit of 200" in reasons(tmp_path, "a.json", data)["a.json#1"]
