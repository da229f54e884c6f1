"""A browser on the real server: what a reader does, and what axe finds. Skipped where there is no chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import made
from ceasewire.dossier.paper import About
from ceasewire.dossier.publish import Terms, publish
from dossier.addresses import ADDRESSES, FACT
from dossier.browsing import KEY, MARKS, chromium, faults, served
from dossier.conftest import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server over the record made by hand."""
    path = tmp_path_factory.mktemp("served") / "made.db"
    made.record(path)
    yield from served(path)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server over the hostile record."""
    yield from served(hostile(tmp_path_factory.mktemp("attacked") / "hostile.db"))


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that has come in; an error on its console fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened, told = context.new_page(), list[str]()
    opened.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.goto(f"{address}/?key={KEY}")
    yield opened
    context.close()
    assert told == []


def test_from_the_story_to_the_words_that_a_contested_fact_rests_on(page: Page) -> None:
    page.get_by_label("status").select_option("contested")
    page.get_by_role("button", name="Show").click()
    assert "status=contested" in page.url
    page.locator(".facts a.what").first.click()
    assert (
        page.get_by_role("heading", level=1).inner_text().strip() == "talks between Veldania and Marrow Front in Ostrel"
    )
    page.locator(".side.against a.words").click()
    lit = page.locator("mark.found")
    assert lit.all_inner_texts() == ["talks"]
    assert lit.first.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )


def test_any_characters_can_be_landed_on(page: Page, address: str) -> None:
    page.goto(f"{address}/page/d-radio.txt#c10-45")
    assert "".join(page.locator("mark.found").all_inner_texts()) == "“There were no talks in Ostrel,” sa"


def test_a_statement_lights_its_source_its_cue_and_its_content(page: Page, address: str) -> None:
    page.goto(f"{address}/page/d-radio.txt")
    page.locator(".margin [data-s]").first.hover()
    assert page.locator(".margin li.lit").count() == 1
    page.locator(".text .cue").first.hover()
    lit = "".join(page.locator(".text .lit").all_inner_texts())
    assert lit == "There were no talks in Ostrel,saidAda Brenn"


def test_the_keyboard_reaches_everything(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("Brenn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Brenn")
    assert page.locator(".hits mark").first.inner_text() == "Brenn"


def test_the_slider_replays_what_was_known(page: Page) -> None:
    page.locator("input[type=range]").focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=2031-05-06**")
    assert "As of 2031-05-06" in page.locator(".asof").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(browser: Browser, address: str, scheme: Any) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{address}/?key={KEY}")
    found = {}
    for where in [*ADDRESSES, "/nothing"]:
        page.goto(address + where)
        found[where] = faults(page)
    page.close()
    assert {where: told for where, told in found.items() if told} == {}


def test_hostile_pages_do_nothing_and_fit_a_small_screen(browser: Browser, attacked: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    page.goto(f"{attacked}/?key={KEY}")
    for where in ADDRESSES:
        page.goto(attacked + where)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, where
    assert alarms == []
    page.close()


def test_two_browsers_at_once(browser: Browser, address: str) -> None:
    readers = [browser.new_context().new_page() for _ in range(2)]
    for reader in readers:
        reader.goto(f"{address}/?key={KEY}")
    for reader in readers:
        reader.goto(f"{address}/fact/{FACT}")
        assert reader.get_by_role("heading", name="Against 1 source").is_visible()
        reader.context.close()


def test_a_site_opens_from_the_disk_without_scripts_or_network(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    made.record(path)
    publish(path, tmp_path / "site", Terms(about=About(contact="desk@paper.example")))
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.locator(".facts a.what").click()
    page.locator(".side.for a.words").first.click()
    assert page.locator(":target").inner_text() == "talks"
    assert json.loads((tmp_path / "site" / "site.json").read_text())["contact"] == "desk@paper.example"
    assert failed == []
    context.close()
