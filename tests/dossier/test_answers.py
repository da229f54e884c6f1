"""Answers kept: the same view is printed once, and anew where anything about it changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.answers import Answers
from ceasewire.record.noting import label
from dossier.addresses import FACT


def test_what_was_asked_for_longest_ago_gives_way() -> None:
    answers = Answers(most=10)
    answers.put("a", "aaaa", 200)
    answers.put("b", "bbbb", 404)
    assert answers.get("a") == ("aaaa", 200)
    answers.put("c", "cccc", 200)
    assert (answers.get("b"), answers.get("a"), answers.get("c")) == (None, ("aaaa", 200), ("cccc", 200))
    answers.put("a", "a" * 7, 200)
    assert answers.get("c") is None and answers.get("a") == ("a" * 7, 200)


def test_a_view_is_printed_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/").text
    monkeypatch.setattr("ceasewire.dossier.app.render", lambda *_: "printed anew")
    assert client.get("/").text == first
    assert client.get("/?status=contested").text == "printed anew"


def test_a_label_is_seen_at_once(client: TestClient, record: Path) -> None:
    assert "TLP:" not in client.get("/pages").text
    label(record, "herald.txt", "amber", by="Ada", at="2031-06-01", why="told in confidence")
    assert "TLP:AMBER" in client.get("/pages").text
    assert "TLP:AMBER" in client.get(f"/fact/{FACT}").text


def test_a_name_is_kept_to_who_gave_it(client: TestClient, record: Path) -> None:
    client.cookies.set("ceasewire_reviewer", "Ada")
    assert 'value="Ada"' in client.get(f"/fact/{FACT}").text
    client.cookies.set("ceasewire_reviewer", "Bo")
    assert 'value="Ada"' not in client.get(f"/fact/{FACT}").text
