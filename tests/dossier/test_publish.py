"""A published site: plain files, whole in themselves, with no more of the pages than is let out."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from ceasewire.dossier.finding import words
from ceasewire.dossier.paper import About
from ceasewire.dossier.publish import Terms, publish
from ceasewire.record import RecordError
from dossier.conftest import HOSTILE, hostile

ABOUT = About("on 3 June 2031", "desk@paper.example")
LONG = "An envoy of Veldania told the Herald that talks with the Marrow Front began in Ostrel on Monday."


@pytest.fixture
def site(record: Path, tmp_path: Path) -> Path:
    publish(record, tmp_path / "site", Terms(about=ABOUT))
    return tmp_path / "site"


def addresses(html: str) -> list[str]:
    return re.findall(r'(?:href|src|action)="([^"]*)"', html)


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(site: Path) -> None:
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    assert len(pages) > 10
    for path, html in pages.items():
        for address in addresses(html):
            name, _, fragment = address.partition("#")
            target = (path.parent / unquote(name)).resolve() if name else path
            assert target.is_relative_to(site.resolve()) and target.is_file(), (path.name, address)
            assert not fragment or f'id="{fragment}"' in target.read_text("utf-8"), (path.name, address)


def test_nothing_leads_outside(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text("utf-8")
        assert not [a for a in addresses(text) if ":" in a or a.startswith("/")], path.name
        assert "@import" not in text and "url(" not in text, path.name


def test_the_site_says_when_from_what_and_by_whom(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    assert "on 3 June 2031" in text and "desk@paper.example" in text and "ceasewire of the tests" in text
    told = json.loads((site / "site.json").read_text("utf-8"))
    assert (told["built_at"], told["contact"], told["record"]["inputs"]["count"]) == (
        *("on 3 June 2031", "desk@paper.example"),
        3,
    )


def test_the_same_record_gives_the_same_files(record: Path, site: Path, tmp_path: Path) -> None:
    publish(record, tmp_path / "again", Terms(about=ABOUT))
    first = {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    again = tmp_path / "again"
    assert {str(p.relative_to(again)): p.read_bytes() for p in again.rglob("*") if p.is_file()} == first


def test_pages_go_out_as_quotations_with_a_little_context(tmp_path: Path) -> None:
    path = hostile(tmp_path / "hostile.db")
    publish(path, tmp_path / "site", Terms())
    page = (tmp_path / "site" / "page" / "d-herald.txt.html").read_text("utf-8")
    shown = re.sub(r"<[^>]+>", "", page[page.index('<div class="text"') : page.index("<aside")])
    assert "the Marrow Front began in Ostrel on Monday" in shown
    assert "alert(3)" not in shown


def test_the_whole_text_goes_out_only_where_it_is_let(record: Path, tmp_path: Path) -> None:
    publish(record, tmp_path / "full", Terms(full=True))
    page = (tmp_path / "full" / "page" / "d-herald.txt.html").read_text("utf-8")
    assert LONG in re.sub(r"<[^>]+>", "", page)


def test_there_are_no_forms(site: Path) -> None:
    assert not [p.name for p in site.rglob("*.html") if "<form" in p.read_text("utf-8")]


def test_an_older_site_gives_way_and_nothing_else_does(record: Path, site: Path, tmp_path: Path) -> None:
    listed = json.loads((site / "site.json").read_text("utf-8"))
    (site / "fact" / "gone.html").write_text("old")
    (site / "mine.txt").write_text("mine")
    (tmp_path / "outside.txt").write_text("mine")
    listed["files"] += ["fact/gone.html", "../outside.txt"]
    (site / "site.json").write_text(json.dumps(listed))
    publish(record, site, Terms())
    assert not (site / "fact" / "gone.html").exists()
    assert (site / "mine.txt").exists() and (tmp_path / "outside.txt").exists()


@pytest.mark.parametrize("name", ["notes.txt", "site.json"])
def test_a_folder_with_other_things_is_left_as_it_was(record: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / name).write_text("mine")
    with pytest.raises(RecordError, match="left as it was"):
        publish(record, tmp_path / "papers", Terms())
    assert [path.name for path in (tmp_path / "papers").iterdir()] == [name]


def test_hostile_words_are_text_in_files_too(tmp_path: Path) -> None:
    publish(hostile(tmp_path / "hostile.db"), tmp_path / "site", Terms(full=True, about=About(HOSTILE, HOSTILE)))
    for path in (tmp_path / "site").rglob("*.html"):
        text = path.read_text("utf-8")
        scripts = re.findall(r"<script\b([^>]*)>", text)
        assert len(scripts) == (2 if path.name == "search.html" else 1) and "<img" not in text, path.name
        assert all(" src=" in script for script in scripts) and "\u202e" not in text, path.name
    for path in (tmp_path / "site" / "search").iterdir():
        assert "\u202e" not in path.read_text("utf-8")


def index_of(site: Path, noun: str) -> dict[str, Any]:
    text = (site / "search" / f"{noun}.js").read_text("utf-8")
    lead, tail = f'ceasewireIndex("{noun}",', ");\n"
    assert text.startswith(lead) and text.endswith(tail)
    found: dict[str, Any] = json.loads(text[len(lead) : -len(tail)])
    return found


def rows_with(index: dict[str, Any], word: str) -> list[str]:
    return [index["rows"][row][0] for row in accumulate(index["words"].get(word, []))]


@pytest.mark.parametrize(
    ("noun", "word", "files"),
    [
        ("facts", "ostrel", ["fact/f0123456789abcde.html"]),
        ("facts", "talk", []),
        ("statements", "monday", ["page/d-herald.txt.html#c68-122"]),
        ("documents", "radio", ["page/d-radio.txt.html"]),
    ],
)
def test_the_index_leads_from_words_to_files(site: Path, noun: str, word: str, files: list[str]) -> None:
    found = rows_with(index_of(site, noun), word)
    assert [file.partition("#")[0] for file in found] == [file.partition("#")[0] for file in files]
    assert all((site / unquote(file.partition("#")[0])).is_file() for file in found)


def test_the_index_holds_no_more_of_the_pages_than_the_site(tmp_path: Path) -> None:
    path = hostile(tmp_path / "hostile.db")
    publish(path, tmp_path / "site", Terms())
    assert "alert(3)" not in "".join(row[4] for row in index_of(tmp_path / "site", "documents")["rows"])
    publish(path, tmp_path / "site", Terms(full=True))
    assert "alert(3)" in "".join(row[4] for row in index_of(tmp_path / "site", "documents")["rows"])


@pytest.mark.parametrize(
    ("text", "told"),
    [("The Envoy's café", ["the", "envoy", "s", "cafe"]), ("Łódź_2 naïve", ["łodz", "2", "naive"]), ("…", [])],
)
def test_words_are_small_and_without_marks(text: str, told: list[str]) -> None:
    assert words(text) == told
