"""Nothing of a page is markup, and a stranger does not get in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import ceasewire.dossier
from ceasewire.dossier.app import application
from ceasewire.dossier.moments import Moments
from dossier.addresses import ADDRESSES
from dossier.conftest import HOSTILE

ROOM = Path(ceasewire.dossier.__file__).parent
OURS = ["/assets/dossier.js", "/assets/review.js"]


class Tags(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    found = Tags()
    found.feed(html)
    return found.tags


@pytest.mark.parametrize("address", [*ADDRESSES, "/search?q=%3Cscript%3E%22onload%3D", "/?actor=%22%3E%3Cscript%3E"])
def test_hostile_words_are_text(attacked: TestClient, address: str) -> None:
    answer = attacked.get(address)
    assert answer.status_code == 200
    found = tags(answer.text)
    assert [a["src"] for tag, a in found if tag == "script"] in (OURS[:1], OURS)
    assert {tag for tag, _ in found} & {"img", "iframe", "object", "embed", "base", "style"} == set()
    for _, attributes in found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not str(attributes.get("href", "")).startswith(("javascript:", "data:", "http:", "https:", "//"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_character_steers_the_screen(attacked: TestClient, address: str) -> None:
    assert not re.findall("[\x00-\x08\x0b\x0e-\x1f\u202a-\u202e\u2066-\u2069]", attacked.get(address).text)


def test_hostile_words_are_shown_and_not_run(attacked: TestClient) -> None:
    text = attacked.get("/page/d-herald.txt").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7 * 7 }}" in text


def test_a_cell_is_no_formula(attacked: TestClient) -> None:
    table = attacked.get("/export/facts.csv").text
    assert not re.findall(r'(?:^|,)"?[=+@]', table)
    assert HOSTILE not in table


@pytest.mark.parametrize("address", [*ADDRESSES, "/export/facts.csv", "/assets/dossier.css", "/nothing"])
def test_every_answer_has_the_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("address", [*ADDRESSES, "/assets/dossier.css", "/export/facts.csv", "/?key=wrong", "/?key="])
def test_nobody_comes_in_without_the_key(record: Path, address: str) -> None:
    moments = Moments(record)
    stranger = TestClient(application(moments, "the-key", ["testserver"]))
    stranger.cookies.set("ceasewire_0", "guess")
    answer = stranger.get(address)
    assert answer.status_code == 403
    assert "Veldania" not in answer.text
    moments.close()


def test_the_key_leaves_the_address_and_becomes_a_cookie_of_this_site_alone(record: Path) -> None:
    moments = Moments(record)
    browser = TestClient(application(moments, "the-key", ["testserver"]), follow_redirects=False)
    answer = browser.get("/pages?key=the-key&leaf=1")
    assert answer.headers["location"] == "/pages?leaf=1"
    cookie = answer.headers["set-cookie"].lower()
    assert "samesite=strict" in cookie and "httponly" in cookie and "the-key" not in cookie
    assert browser.get("/pages").status_code == 200
    assert browser.get("//evil.example/?key=the-key").headers.get("location", "/").startswith("/")
    moments.close()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8620", ""])
def test_no_other_name_is_answered(record: Path, host: str) -> None:
    moments = Moments(record)
    browser = TestClient(application(moments, "the-key"), base_url="http://127.0.0.1:8620")
    assert browser.get("/?key=the-key").status_code == 200
    assert browser.get("/", headers={"host": host}).status_code == 400
    moments.close()


def test_only_reading_is_answered(client: TestClient) -> None:
    assert {client.request(method, "/").status_code for method in ("POST", "PUT", "DELETE")} == {405}


def own_words() -> list[tuple[str, str]]:
    """The words of ours: templates without their code, and the texts of the dossier's modules."""
    code = r"{[{%#].*?[}%#]}|aria-(?:hidden|current)=\"true\""
    templates = [(f.name, re.sub(code, "", f.read_text("utf-8"), flags=re.S)) for f in ROOM.rglob("templates/*")]
    scripts = [
        (f.name, re.sub(r"\b(?:return|===?) true\b|, true\)", "", f.read_text("utf-8")))
        for f in ROOM.rglob("assets/*.js")
    ]
    return (
        templates
        + scripts
        + [(f.name, " ".join(re.findall(r'"([^"\n]*)"', f.read_text("utf-8")))) for f in ROOM.rglob("*.py")]
    )


@pytest.mark.parametrize(("name", "text"), own_words())
def test_no_word_of_ours_judges(name: str, text: str) -> None:
    assert not re.findall(r"\b(?:confirmed|verified|true|reliab\w+)\b", text, re.I)


def test_no_template_prints_raw_text() -> None:
    for file in ROOM.rglob("*.html"):
        assert not re.findall(r"\|\s*safe\b|Markup|autoescape", file.read_text("utf-8")), file.name
