"""What analysts do with a browser, end to end: read, rule, undo, label, assess, log in, search a site on a disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import made
from ceasewire.dossier.door import Named
from ceasewire.dossier.publish import Terms, publish
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.users import Users, beside
from ceasewire.export import export
from ceasewire.record import open_record
from ceasewire.record.noting import assess, label
from dossier.browsing import KEY, MARKS, chromium, faults, served
from dossier.conftest import HOSTILE, hostile
from rulings.press import quarrel, record, talks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
PASSWORD = "seven wet herons"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


@pytest.fixture
def address(path: Path) -> Iterator[str]:
    yield from served(path)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(f"{address}/?key={KEY}")
    yield opened
    context.close()


def exported(path: Path, folder: Path, name: str) -> list[dict[str, str]]:
    export(open_record(path), folder)
    file = folder / f"{name}.jsonl"
    return [json.loads(row) for row in file.read_text("utf-8").splitlines()] if file.exists() else []


def to_the_fact(page: Page) -> None:
    page.get_by_label("status").select_option("contested")
    page.get_by_role("button", name="Show").click()
    page.locator(".facts a.what").first.click()


def rule(page: Page, by: str, why: str, how: str) -> None:
    form = page.locator("form.rule").filter(has=page.get_by_role("button", name=how, exact=True)).first
    form.get_by_label("by", exact=True).fill(by)
    form.get_by_label("why", exact=True).fill(why)
    form.get_by_role("button", name=how, exact=True).click()


def test_from_the_story_to_a_ruling_its_undoing_and_the_export(page: Page, path: Path, tmp_path: Path) -> None:
    to_the_fact(page)
    fact = page.url
    page.locator(".side.against a.words").first.click()
    lit = page.locator("mark.found")
    assert lit.count() and lit.first.evaluate("e => e.getBoundingClientRect().top >= 0")
    page.goto(fact)
    rule(page, "Ada Brenn", "another meeting", "Reject")
    page.get_by_text("Rejected by a ruling.").wait_for()
    (made_,) = exported(path, tmp_path / "one", "rulings")
    assert (made_["ruling"], made_["by"], made_["why"]) == ("reject", "Ada Brenn", "another meeting")
    rule(page, "Ada Brenn", "it was this one", "Undo")
    page.wait_for_url("**/rulings")
    page.goto(fact)
    assert page.get_by_text("Nobody has ruled on this fact").is_visible()
    assert [row["ruling"] for row in exported(path, tmp_path / "two", "rulings")] == ["reject", "undo"]


def test_a_label_and_an_assessment_from_the_fact_to_the_export(page: Page, path: Path, tmp_path: Path) -> None:
    to_the_fact(page)
    form = page.locator("form.assess")
    form.get_by_label("what you make of it").fill("The envoy had reason\nto say so.")
    form.get_by_label("by", exact=True).fill("Ada")
    form.get_by_role("button", name="Write down").click()
    page.locator(".assessment .words").wait_for()
    assert page.locator(".assessment .words").inner_text() == "The envoy had reason\nto say so."
    page.locator(".labelling summary").click()
    form = page.locator(".labelling form")
    form.get_by_label("how far").select_option("AMBER")
    form.get_by_label("by", exact=True).fill("Ada")
    form.get_by_label("why", exact=True).fill("told in confidence")
    form.get_by_role("button", name="Label").click()
    page.locator("h1 .tlp").wait_for()
    assert page.locator("h1 .tlp").inner_text() == "TLP:AMBER"
    assert faults(page) == []
    assert [row["words"] for row in exported(path, tmp_path / "out", "assessments")] == [
        "The envoy had reason\nto say so."
    ]
    with page.expect_download() as told:
        page.goto(page.url.partition("/fact")[0] + "/pages")
        page.get_by_role("link", name="JSON").first.click()
    assert json.loads(told.value.path().read_text())["basis"]


def test_two_at_once_lose_nothing(browser: Browser, address: str, path: Path) -> None:
    fact = talks(open_record(path)).id
    ada, bo = (browser.new_context().new_page() for _ in range(2))
    for reader in (ada, bo):
        reader.goto(f"{address}/?key={KEY}")
        reader.goto(f"{address}/fact/{fact}")
    rule(ada, "Ada", "I read both pages", "Accept")
    ada.get_by_text("I read both pages").wait_for()
    rule(bo, "Bo", "he was never there", "Reject")
    bo.get_by_role("heading", name="This changed while you looked at it").wait_for()
    assert bo.get_by_text("I read both pages").is_visible() and bo.get_by_text("he was never there").is_visible()
    assert faults(bo) == []
    bo.get_by_role("button", name="Say it all the same").click()
    bo.wait_for_url("**/fact/*")
    assert [(r.by, r.ruling) for r in open_record(path).rulings] == [("Ada", "accept"), ("Bo", "reject")]
    for reader in (ada, bo):
        reader.context.close()


def test_a_named_user_logs_in_rules_and_leaves(browser: Browser, path: Path) -> None:
    Users(beside(path)).add("Ada Brenn", PASSWORD, "review")
    for address in served(path, Named(Users(beside(path)))):
        page = browser.new_page()
        page.goto(f"{address}/pages")
        assert faults(page) == []
        page.get_by_label("Name").fill("Ada Brenn")
        page.get_by_label("Password").fill("a wrong one")
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("alert").wait_for()
        page.get_by_label("Name").fill("Ada Brenn")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url(f"{address}/pages")
        assert faults(page) == []
        page.goto(f"{address}/fact/{talks(open_record(path)).id}")
        form = page.locator("form.rule").filter(has=page.get_by_role("button", name="Accept")).first
        form.get_by_label("why", exact=True).fill("read both")
        form.get_by_role("button", name="Accept").click()
        page.get_by_text("read both").wait_for()
        assert [r.by for r in open_record(path).rulings] == ["Ada Brenn"]
        page.get_by_role("button", name="Log out").click()
        page.wait_for_url(f"{address}/login")
        page.goto(f"{address}/")
        assert page.url == f"{address}/login"
        page.close()


QUERIES = [
    "talks",
    "no talks",
    '"no talks"',
    "Ostrel -Brenn",
    "Brenn OR envoy",
    "veld*",
    "nothing-here",
    "ENVOY talks*",
    "-talks",
]


def hrefs(page: Page, noun: str) -> list[str]:
    found = page.locator(f'ol.hits[data-noun="{noun}"] a').evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return sorted(re.sub(r"^.*?/|\.html.*$", "", str(href)) for href in found)


def test_a_site_on_a_disk_is_searched_as_the_server_is(browser: Browser, tmp_path: Path) -> None:
    made.record(tmp_path / "made.db")
    publish(tmp_path / "made.db", tmp_path / "site", Terms(full=True))
    shelf = Shelf(tmp_path / "made.db")
    context = browser.new_context(offline=True)
    page, failed = context.new_page(), list[str]()
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("request", lambda request: failed.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("link", name="Search", exact=True).click()
    for query in QUERIES:
        page.get_by_role("searchbox").fill(query)
        page.keyboard.press("Enter")
        page.wait_for_function("q => decodeURIComponent(location.search).includes(q) || !q", arg=query)
        page.wait_for_timeout(120)
        for noun in ("facts", "documents"):
            assert hrefs(page, noun) == sorted(hit.id for hit in shelf.search.find(query, noun, 50)[1]), (query, noun)
        said = page.locator('ol.hits[data-noun="statements"] li').count()
        assert said == len(shelf.search.find(query, "statements", 50)[1]), query
    page.get_by_role("searchbox").fill("envoy")
    page.keyboard.press("Enter")
    assert page.locator(".hits mark").first.inner_text().lower() == "envoy"
    assert faults(page) == []
    page.locator('ol.hits[data-noun="statements"] a').first.click()
    assert page.locator("mark.found").count() and failed == []
    shelf.close()
    context.close()


def test_a_site_is_read_without_scripts_and_says_what_search_takes(browser: Browser, tmp_path: Path) -> None:
    made.record(tmp_path / "made.db")
    publish(tmp_path / "made.db", tmp_path / "site", Terms())
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "site" / "search.html").as_uri())
    assert "Searching takes a script" in page.content()
    context.close()


def test_hostile_words_do_nothing_in_notes_or_in_the_search_of_a_site(browser: Browser, tmp_path: Path) -> None:
    path = hostile(tmp_path / "hostile.db")
    fact = open_record(path).facts[0].id
    assess(path, fact, HOSTILE, by=HOSTILE, at=HOSTILE)
    label(path, f"facts/{fact}", "clear", by=HOSTILE, at=HOSTILE, why=HOSTILE)
    publish(path, tmp_path / "site", Terms(full=True))
    page = browser.new_page(viewport={"width": 360, "height": 740})
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    page.goto((tmp_path / "site" / "search.html").as_uri() + "?q=script")
    page.locator(".hits li").first.wait_for()
    assert page.locator(".hits img, .hits script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto((tmp_path / "site" / "fact" / f"{fact}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert alarms == []
    page.close()
