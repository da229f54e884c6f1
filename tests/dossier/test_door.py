"""The door for named users: logging in and out, roles, and what is held against those who try."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.app import application
from ceasewire.dossier.door import Named, local
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.sessions import IDLE, LIVES, Sessions, Throttle
from ceasewire.dossier.users import Users, beside
from dossier.addresses import ADDRESSES, FACT

PASSWORD = "seven wet herons"


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of two users; hashing is slow on purpose, so it is done once."""
    users = Users(tmp_path_factory.mktemp("door") / "users")
    users.add("Ada Brenn", PASSWORD, "review")
    users.add("Bo", PASSWORD, "read")
    return users.path.read_bytes()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def named(record: Path, known: bytes, clock: Clock) -> Named:
    beside(record).write_bytes(known)
    found = Named(Users(beside(record)), sessions=Sessions(clock))
    found.throttle = Throttle(clock)
    return found


@pytest.fixture
def browser(record: Path, named: Named) -> Iterator[TestClient]:
    moments = Moments(record)
    yield TestClient(application(moments, named, ["testserver"]), follow_redirects=False)
    moments.close()


def seal(text: str) -> str:
    found = re.search(r'name="seal" value="([0-9a-f]{64})"', text)
    assert found
    return found[1]


def log_in(browser: TestClient, name: str = "Ada Brenn", password: str = PASSWORD, **more: str) -> int:
    told = {"seal": seal(browser.get("/login").text), "name": name, "password": password, **more}
    return browser.post("/login", data=told).status_code


@pytest.mark.parametrize("address", [*ADDRESSES, "/export/facts.csv", "/assets/dossier.js", "/nothing", "/?key=guess"])
def test_a_stranger_sees_nothing_of_the_record(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login")
    page = browser.get(answer.headers["location"])
    assert page.status_code == 200 and "Veldania" not in page.text and "tests" not in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "private, no-store"


def test_a_stranger_can_send_nothing(browser: TestClient) -> None:
    assert browser.post(f"/fact/{FACT}/rule", data={"ruling": "accept"}).status_code == 401


def test_who_logs_in_goes_on_to_where_he_was_going(browser: TestClient) -> None:
    where = browser.get("/search?q=talks").headers["location"]
    form = {"seal": seal(browser.get(where).text), "name": "bo", "password": PASSWORD, "next": "/search?q=talks"}
    answer = browser.post("/login", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=talks")
    assert "Log out" in browser.get("/search?q=talks").text
    assert browser.get("/login").headers["location"] == "/"


@pytest.mark.parametrize("tls", [False, True])
def test_cookies_are_for_this_site_and_for_no_script(record: Path, named: Named, tls: bool) -> None:
    moments = Moments(record)
    door = Named(named.users, tls=tls)
    base = "https://testserver" if tls else "http://testserver"
    browser = TestClient(application(moments, door, ["testserver"]), base_url=base, follow_redirects=False)
    told = {"seal": seal(browser.get("/login").text), "name": "Bo", "password": PASSWORD}
    answer = browser.post("/login", data=told)
    (cookie,) = [c.lower() for c in answer.headers.get_list("set-cookie") if "_login" not in c]
    assert "httponly" in cookie and "samesite=" in cookie and "path=/" in cookie
    assert ("secure" in cookie, cookie.startswith("__host-")) == (tls, tls)
    assert ("strict-transport-security" in answer.headers) is tls
    assert browser.get("/").status_code == 200
    moments.close()


@pytest.mark.parametrize(
    ("name", "password"), [("Ada Brenn", "guess"), ("Cy", PASSWORD), ("", ""), ("<b>", "\x00"), ("\udcff", "\udcff")]
)
def test_a_wrong_word_is_told_as_every_other_wrong_word(browser: TestClient, name: str, password: str) -> None:
    name, password = (text.encode("utf-8", "replace").decode() for text in (name, password))
    told = {"seal": seal(browser.get("/login").text), "name": name, "password": password}
    answer = browser.post("/login", data=told)
    assert answer.status_code == 403 and "do not go together" in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("change", [{"seal": ""}, {"seal": "0" * 64}, {"seal": "\u00e9"}])
def test_a_login_needs_the_page_where_one_logs_in(browser: TestClient, change: dict[str, str]) -> None:
    assert log_in(browser, **change) == 403
    assert browser.get("/").status_code == 303


def test_no_other_site_can_log_one_in(browser: TestClient) -> None:
    told = {"seal": seal(browser.get("/login").text), "name": "Bo", "password": PASSWORD}
    assert browser.post("/login", data=told, headers={"origin": "https://evil.example"}).status_code == 403


def test_who_fails_waits_and_another_does_not(browser: TestClient, clock: Clock) -> None:
    assert [log_in(browser, password="guess") for _ in range(6)] == [403] * 5 + [429]
    assert log_in(browser) == 429
    assert log_in(browser, name="Bo") == 303
    clock.now += 2
    assert log_in(TestClient(browser.app, follow_redirects=False)) == 303


def test_a_reader_reads_and_a_reviewer_rules(browser: TestClient) -> None:
    assert log_in(browser, "Bo") == 303
    text = browser.get(f"/fact/{FACT}").text
    assert "/rule" not in text and "Log out" in text
    assert browser.post(f"/fact/{FACT}/rule", data={"seal": seal(text), "ruling": "accept"}).status_code == 403
    other = TestClient(browser.app, follow_redirects=False)
    assert log_in(other) == 303
    text = other.get(f"/fact/{FACT}").text
    assert "/rule" in text and 'name="by"' not in text


def test_a_ruling_stands_under_the_name_of_who_is_logged_in(browser: TestClient, record: Path) -> None:
    log_in(browser)
    form = {"seal": seal(browser.get(f"/fact/{FACT}").text), "ruling": "accept", "by": "Somebody Else", "why": "read"}
    assert browser.post(f"/fact/{FACT}/rule", data=form).status_code == 303
    with sqlite3.connect(record) as connection:
        assert "Ada Brenn" in connection.execute("SELECT body FROM rulings").fetchone()[0]
    connection.close()


def test_a_form_of_another_session_is_refused(browser: TestClient) -> None:
    log_in(browser)
    other = TestClient(browser.app, follow_redirects=False)
    log_in(other)
    form = {"seal": seal(other.get(f"/fact/{FACT}").text), "ruling": "accept", "why": "read"}
    assert browser.post(f"/fact/{FACT}/rule", data=form).status_code == 403


def test_logging_out_ends_the_session_and_not_the_cookie_alone(browser: TestClient, named: Named) -> None:
    log_in(browser, "Bo")
    token = browser.cookies[named.cookie]
    assert browser.post("/logout", data={"seal": "0" * 64}).headers["location"] == "/"
    assert browser.get("/").status_code == 200
    assert browser.post("/logout", data={"seal": seal(browser.get("/").text)}).headers["location"] == "/login"
    browser.cookies.set(named.cookie, token)
    assert browser.get("/").status_code == 303


def test_who_is_removed_or_given_another_password_is_out(browser: TestClient, named: Named) -> None:
    log_in(browser, "Bo")
    Users(named.users.path).add("Bo", "another of them", "review")
    assert browser.get("/").status_code == 303
    log_in(browser)
    assert browser.get("/").status_code == 200
    Users(named.users.path).remove("Ada Brenn")
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize(("idle", "in_"), [(IDLE - 1, True), (IDLE + 1, False)])
def test_a_session_ends(browser: TestClient, clock: Clock, idle: float, in_: bool) -> None:
    log_in(browser)
    clock.now += idle
    assert (browser.get("/").status_code == 200) is in_


def test_a_session_ends_however_busy() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    token = sessions.open("Bo", "mark")
    for _ in range(int(LIVES // 3600)):
        clock.now += 3600
        assert sessions.find(token)
    clock.now += 1
    assert sessions.find(token) is None


@pytest.mark.parametrize(
    "told", ["//evil.example", "https://evil.example", "/\\evil.example", "", "evil", "/login?next=/", "/a\r\nb: c"]
)
def test_a_login_leads_nowhere_else(told: str) -> None:
    assert local(told) == "/"


def test_a_throttle_forgets_the_oldest_and_waits_no_longer_than_a_quarter_of_an_hour() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    for _ in range(40):
        throttle.failed({"ada": 5})
    assert throttle.wait({"ada": 5, "bo": 5}) == 900
    clock.now += 900
    assert throttle.wait({"ada": 5}) == 0
