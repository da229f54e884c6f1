"""Rulings made in the dossier: into the log, and out again; never on the word of another site."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.record import open_record
from dossier.conftest import built_of, client_of

PAGE = """The Aldren Post

Talks in Ostrel

3 May 2031

The envoys of Veldania and Marrow held talks in Ostrel on Monday."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that was read, so that it can be put together anew."""
    return built_of(PAGE, tmp_path_factory.mktemp("ruled"))


def seal(reader: TestClient, address: str) -> str:
    found = re.search(r'name="seal" value="([0-9a-f]{64})"', reader.get(address).text)
    assert found
    return found[1]


def fact_of(path: Path) -> str:
    return open_record(path).facts[0].id


def test_reject_then_undo(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    form = {
        "seal": seal(reader, f"/fact/{fact}"),
        "ruling": "reject",
        "by": "Ada Brenn",
        "why": "it was <b>another</b> day",
    }
    answer = reader.post(f"/fact/{fact}/rule", data=form)
    assert "Rejected by a ruling" in answer.text and "it was <b>another</b> day" in unescape(answer.text)
    assert "<b>another</b>" not in answer.text
    for address in ("/", "/review", "/search?q=talks", "/export/facts.csv", "/tracks"):
        assert fact not in reader.get(address).text, address
    assert fact not in {f.id for f in open_record(path).facts}
    (ruling,) = open_record(path).rulings
    assert (ruling.by, ruling.ruling, ruling.what) == ("Ada Brenn", "reject", f"facts/{fact}")
    undo = {"seal": seal(reader, "/rulings"), "ruling": "undo", "by": "Bo", "why": "it was not"}
    reader.post(f"/rulings/{ruling.id}/undo", data=undo)
    assert fact in reader.get("/export/facts.csv").text
    assert "undone" in reader.get("/rulings").text


def test_accept_is_shown_on_the_fact_and_leaves_the_queue(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    assert f'href="/fact/{fact}"' in reader.get("/review").text
    form = {"seal": seal(reader, "/review"), "ruling": "accept", "by": "Ada", "why": "read it", "back": "/review"}
    answer = reader.post(f"/fact/{fact}/rule", data=form)
    assert answer.url.path == "/review" and f'href="/fact/{fact}"' not in answer.text
    assert "read it" in reader.get(f"/fact/{fact}").text
    assert 'value="Ada"' in reader.get(f"/fact/{fact}").text


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"seal": ""}, {}, 403),
        ({"seal": "0" * 64}, {}, 403),
        ({}, {"origin": "https://evil.example"}, 403),
        ({}, {"origin": "null"}, 403),
        ({"why": "w" * 20_000}, {}, 403),
        ({"why": ""}, {}, 409),
        ({"by": " "}, {}, 409),
        ({"ruling": "bless"}, {}, 409),
        ({"ruling": "undo"}, {}, 409),
        ({"ruling": "merge", "value": "nothing"}, {}, 409),
    ],
)
def test_what_is_refused_changes_nothing(
    reader: TestClient, path: Path, change: dict[str, str], headers: dict[str, str], status: int
) -> None:
    fact, before = fact_of(path), path.read_bytes()
    form = {"seal": seal(reader, f"/fact/{fact}"), "ruling": "reject", "by": "Ada", "why": "no"} | change
    assert reader.post(f"/fact/{fact}/rule", data=form, headers=headers).status_code == status
    assert path.read_bytes() == before


def test_a_day_of_the_record_has_no_forms(reader: TestClient, path: Path) -> None:
    assert 'method="post"' not in reader.get(f"/fact/{fact_of(path)}?as_of=2040-01-01").text


def test_two_reviewers_lose_nothing(path: Path) -> None:
    for first in client_of(path):
        for second in client_of(path):
            fact = fact_of(path)
            for reader, by in ((first, "Ada"), (second, "Bo")):
                form = {"seal": seal(reader, f"/fact/{fact}"), "ruling": "accept", "by": by, "why": "read it"}
                reader.post(f"/fact/{fact}/rule", data=form)
    assert [ruling.by for ruling in open_record(path).rulings] == ["Ada", "Bo"]
