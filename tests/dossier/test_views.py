"""What each view shows of the record made by hand."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from dossier.addresses import ADDRESSES, FACT


def words(client: TestClient, address: str) -> str:
    """What a reader reads at an address."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_view_says_what_it_rests_on(client: TestClient, address: str) -> None:
    assert "of 3 pages, machine-read, unreviewed" in words(client, address)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/", "Reported by 1 source; disputed by 1"),
        ("/", "Talks of Veldania in Ostrel"),
        (f"/fact/{FACT}", "told the Herald that talks with the Marrow Front began in Ostrel"),
        (f"/fact/{FACT}", "denies all of it"),
        (f"/fact/{FACT}", "holds an excerpt of The Herald"),
        (f"/fact/{FACT}", "at least 2"),
        (f"/fact/{FACT}", "2031-05-08 contested"),
        ("/page/d-mirror.txt", "This page holds an excerpt of The Herald"),
        ("/page/d-herald.txt", "Its words are taken up"),
        ("/source/brenn", "There were no talks in Ostrel,"),
        ("/link/l1", "Text beside text"),
        ("/contradictions", "one says it is so, the other that it is not"),
        ("/track/t1", "Veldania, Marrow Front"),
        ("/pages", "empty.txt: is empty"),
        ("/search?q=Brenn", "1 pages"),
    ],
)
def test_a_view_tells(client: TestClient, address: str, told: str) -> None:
    assert told in words(client, address)


def test_each_origin_stands_once_with_its_pages_under_it(client: TestClient) -> None:
    text = client.get(f"/fact/{FACT}").text
    assert text.count('<section class="origin">') == 2
    assert text.count('<div class="leaf">') == 3


@pytest.mark.parametrize("address", ["/nothing", "/fact/0", "/page/0", "/track/0", "/link/0", "/export/facts.exe"])
def test_what_is_not_there_is_told(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("actor", ["envoy", "veldania"])
def test_nobody_unnamed_or_silent_has_a_page(client: TestClient, actor: str) -> None:
    assert client.get(f"/source/{actor}").status_code == 404
    assert f"/source/{actor}" not in "".join(client.get(address).text for address in ADDRESSES)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("?actor=veldan", True),
        ("?actor=100%25", False),
        ("?type=attack", False),
        ("?status=contested", True),
        ("?status=denied", False),
        ("?place=ostrel", True),
        ("?outlet=Radio+Marrow", True),
        ("?outlet=Nobody", False),
        ("?since=2031-05-05&until=2031-05-05", True),
        ("?since=2031-06-01", False),
        ("?until=2031-01-01", False),
        ("?since=not-a-day&leaf=99&sort=x", True),
    ],
)
def test_filters(client: TestClient, query: str, found: bool) -> None:
    assert (f'class="what" href="/fact/{FACT}"' in client.get("/" + query).text) is found


def test_the_words_asked_for_are_lit_without_a_script(client: TestClient) -> None:
    text = client.get("/page/d-radio.txt?c=10-30").text
    lit = re.findall(r'<(?:span|a) class="[^"]*\bhit\b[^"]*"[^>]*>([^<]*)<', text)
    assert "".join(lit) == "“There were no talks"
    assert 'id="c10-30"' in text


def test_words_beyond_the_page_light_nothing(client: TestClient) -> None:
    assert client.get("/page/d-radio.txt?c=99999-100000").status_code == 200
    assert client.get("/page/d-radio.txt?c=9-3").status_code == 200


def test_a_page_holds_its_whole_text(client: TestClient) -> None:
    assert "An envoy of Veldania told the Herald that talks with the Marrow Front began" in words(
        client, "/page/d-herald.txt"
    )


def test_ids_stand_once(client: TestClient) -> None:
    for address in ADDRESSES:
        ids = re.findall(r'\bid="([^"]+)"', client.get(address).text)
        assert len(ids) == len(set(ids)), address


def test_no_view_is_heavy(client: TestClient) -> None:
    heavy = [address for address in ADDRESSES if len(client.get(address).content) > 150_000]
    assert heavy == []
    assert len(client.get("/assets/dossier.css").content) + len(client.get("/assets/dossier.js").content) < 60_000
