"""Pictures in files of their own: whole in themselves, safe, and with what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from ceasewire.dossier.pictures import style
from dossier import wider
from dossier.addresses import FACT, TRACK
from dossier.conftest import client_of

NAMES = ["story", "talks", "map", "lineage", f"fact-{FACT}", f"track-{TRACK}"]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[TestClient]:
    yield from client_of(wider.record(tmp_path / "wider.db"))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_whole_and_says_what_it_rests_on(reader: TestClient, name: str) -> None:
    answer = reader.get(f"/picture/{name}.svg")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    found = etree.fromstring(answer.content)
    words = " ".join(text.strip() for text in found.itertext())
    assert "Of 3 pages, machine-read, unreviewed" in words and "built with ceasewire of the tests" in words
    assert not re.search(r"var\(--|url\(|@import|https?://(?!www\.w3\.org/2000/svg)", answer.text)


@pytest.mark.parametrize(
    "name", ["story.png", "story", "pages.svg", "fact-0.svg", "fact.svg", "track-nothing.svg", "-.svg"]
)
def test_what_is_no_picture_is_told(reader: TestClient, name: str) -> None:
    assert reader.get(f"/picture/{name}").status_code == 404


@pytest.mark.parametrize("name", ["story", "lineage", f"fact-{FACT}"])
def test_hostile_words_are_text(attacked: TestClient, name: str) -> None:
    answer = attacked.get(f"/picture/{name}.svg")
    found = etree.fromstring(answer.content)
    tags = {etree.QName(node).localname for node in found.iter() if isinstance(node.tag, str)}
    assert not tags & {"script", "img", "image", "foreignObject", "iframe", "use"}
    assert "alert(1)" in answer.text and "\u202e" not in answer.text


def test_a_picture_may_do_nothing_but_look_as_it_does(reader: TestClient) -> None:
    policy = reader.get("/picture/story.svg").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "sandbox" in policy


def test_the_filters_of_a_view_hold_for_its_picture(reader: TestClient) -> None:
    whole, some = (reader.get(f"/picture/story.svg{query}").text for query in ("", "?type=attack"))
    assert some.count('class="mark') == 1 < whole.count('class="mark')


def test_the_style_names_plain_colours() -> None:
    assert "var(" not in style() and "#" in style() and "color-mix" not in style()
