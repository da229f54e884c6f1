"""Reviewing in a browser: words chosen by mouse and by keys, rulings made and undone by keys, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ceasewire.model import Statement
from ceasewire.record import open_record
from dossier import wider
from dossier.browsing import KEY, MARKS, chromium, faults, served
from dossier.conftest import built_of
from dossier.test_corrections import PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
FULL = (
    "/talks",
    "/positions",
    "/map",
    "/track/t1",
    "/page/d-herald.txt?edit=s1",
    "/page/d-herald.txt?edit=m1",
    "/source/brenn",
    "/link/l1",
    "/review",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return built_of(PAGE, tmp_path)


@pytest.fixture
def said(path: Path) -> Statement:
    return next(s for s in open_record(path).statement.values() if "meet again" in s.content[0].text)


@pytest.fixture
def address(path: Path) -> Iterator[str]:
    yield from served(path)


def opened(browser: Browser, address: str, where: str, *, scripts: bool = True) -> Page:
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(8000)
    page.goto(f"{address}/?key={KEY}")
    page.goto(address + where)
    return page


def ends(page: Page, name: str = "content-0") -> tuple[str, str]:
    return page.input_value(f"[name={name}-start]"), page.input_value(f"[name={name}-end]")


def test_words_are_chosen_with_the_mouse(browser: Browser, address: str, path: Path, said: Statement) -> None:
    page = opened(browser, address, f"/page/{said.doc}?edit={said.id}")
    page.locator(".text p", has_text="meet again").evaluate(
        "e => { const w = document.createTreeWalker(e, 4); let n;"
        " while ((n = w.nextNode()) && !n.data.includes('meet'));"
        " const at = n.data.indexOf('meet'); getSelection().setBaseAndExtent(n, at, n, at + 4);"
        " document.dispatchEvent(new MouseEvent('mouseup', {bubbles: true})) }"
    )
    start = PAGE.index("meet again")
    assert ends(page) == (str(start), str(start + 4))
    assert page.locator(".text mark.picked").all_inner_texts() == ["meet"]
    page.fill(".desk [name=by]", "Ada")
    page.fill(".desk [name=why]", "that is all")
    page.locator(".desk [name=field][value=content]").click()
    page.wait_for_selector(".desk .made")
    assert [s.text for s in open_record(path).statement[said.id].content] == ["meet"]
    page.context.close()


def test_an_end_is_moved_by_keys(browser: Browser, address: str, said: Statement) -> None:
    page = opened(browser, address, f"/page/{said.doc}?edit={said.id}")
    start, end = ends(page)
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "content-0-start"
    page.keyboard.press("ArrowUp")
    assert ends(page) == (str(int(start) + 1), end)
    page.focus("[name=content-0-end]")
    page.keyboard.press("Shift+ArrowDown")
    assert PAGE[int(ends(page)[0]) : int(ends(page)[1])].rstrip().endswith("again in")
    assert "".join(page.locator(".text mark.picked").all_inner_texts()).rstrip().endswith("again in")
    page.context.close()


def test_keys_walk_reject_and_undo(browser: Browser, address: str, path: Path, said: Statement) -> None:
    page = opened(browser, address, f"/page/{said.doc}?edit={said.id}")
    page.keyboard.press("n")
    page.wait_for_url(lambda url: said.id not in url)
    page.keyboard.press("p")
    page.wait_for_url(f"**edit={said.id}*")
    page.fill(".desk form [name=by]", "Ada")
    page.fill(".desk form [name=why]", "not so")
    page.locator(".desk .beside b").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("x")
    page.wait_for_selector(".desk .made")
    assert [r.ruling for r in open_record(path).rulings] == ["reject"]
    page.keyboard.press("u")
    assert page.input_value(".made [name=why]") == "not so"
    page.keyboard.press("Enter")
    page.wait_for_url("**/rulings")
    assert [r.ruling for r in open_record(path).rulings] == ["reject", "undo"]
    page.context.close()


def test_the_desk_works_without_scripts(browser: Browser, address: str, path: Path, said: Statement) -> None:
    page = opened(browser, address, f"/page/{said.doc}?edit={said.id}", scripts=False)
    page.fill(".desk [name=by]", "Ada")
    page.fill(".desk [name=why]", "a promise")
    page.select_option("[name=to-stance]", "demands")
    page.locator(".desk [name=field][value=stance]").click()
    assert open_record(path).statement[said.id].stance == "demands"
    page.context.close()


def test_a_picture_can_be_had_as_png(browser: Browser, address: str) -> None:
    page = opened(browser, address, "/")
    with page.expect_download() as found:
        page.locator(".pic button", has_text="PNG").first.click()
    assert found.value.suggested_filename == "story.png"
    assert Path(found.value.path()).read_bytes().startswith(b"\x89PNG")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_where_views_are_full(browser: Browser, tmp_path: Path, scheme: str) -> None:
    for address in served(wider.record(tmp_path / "wider.db")):
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{address}/?key={KEY}")
        found = {}
        for where in FULL:
            page.goto(address + where)
            found[where] = faults(page)
        page.close()
        assert {where: told for where, told in found.items() if told} == {}


def test_full_views_fit_a_small_screen(browser: Browser, tmp_path: Path) -> None:
    for address in served(wider.record(tmp_path / "wider.db")):
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"{address}/?key={KEY}")
        for where in FULL:
            page.goto(address + where)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, where
        page.close()
