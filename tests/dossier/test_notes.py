"""Labels and assessments in the dossier, who sees what, and two people who rule on one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.app import application
from ceasewire.dossier.door import Named
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.paper import About
from ceasewire.dossier.publish import Terms, publish
from ceasewire.dossier.users import Users, beside
from ceasewire.record import open_record
from ceasewire.record.noting import assess, label
from dossier.conftest import HOSTILE, client_of
from rulings.press import meeting, quarrel, record, talks

PASSWORD = "seven wet herons"
BY = {"by": "Ada", "at": "2031-06-01", "why": "told in confidence"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


def fact_of(path: Path) -> str:
    return talks(open_record(path)).id


def page_of(path: Path, name: str = "a") -> str:
    return next(d.id for d in open_record(path).documents if d.path == name)


def hidden(reader: TestClient, address: str, action: str) -> dict[str, str]:
    """The hidden fields of the form with an action."""
    form = re.search(rf'<form method="post" action="{action}"[^>]*>(.*?)</form>', reader.get(address).text, re.S)
    assert form, action
    return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[1]))


def send(reader: TestClient, address: str, action: str, **fields: str) -> str:
    return unescape(reader.post(action, data={**hidden(reader, address, action), "by": "Ada", **fields}).text)


def test_a_fact_is_labelled(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    told = send(reader, f"/fact/{fact}", f"/fact/{fact}/label", tlp="AMBER", why="told in <b>confidence</b>")
    assert "TLP:AMBER" in told and "TLP:AMBER" in reader.get("/").text
    (row,) = open_record(path).labels
    assert (row.what, row.tlp, row.by, row.why) == (f"facts/{fact}", "AMBER", "Ada", "told in <b>confidence</b>")


def test_a_page_is_labelled(reader: TestClient, path: Path) -> None:
    page = page_of(path)
    assert "TLP:RED" in send(reader, f"/page/{page}", f"/page/{page}/label", tlp="RED", why="x")
    assert "TLP:RED" in reader.get("/pages").text
    fact = reader.get(f"/fact/{fact_of(path)}").text
    assert "Take along within" in fact and "tlp=RED" in fact


@pytest.mark.parametrize("tlp", ["purple", "", "<script>"])
def test_a_label_that_is_none_is_refused(reader: TestClient, path: Path, tlp: str) -> None:
    fact = fact_of(path)
    assert "no label" in send(reader, f"/fact/{fact}", f"/fact/{fact}/label", tlp=tlp, why="my reason")
    assert open_record(path).labels == []


def test_an_assessment_is_written_shown_and_taken_back(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    told = send(reader, f"/fact/{fact}", f"/fact/{fact}/assess", words="He had\nreason <i>to</i> say so.", tlp="GREEN")
    assert "He had\nreason <i>to</i> say so." in told and "TLP:GREEN" in told
    assert "<i>" not in reader.get(f"/fact/{fact}").text
    (row,) = [row for row in open_record(path).assessments if row.stands]
    assert (row.by, row.tlp, talks(open_record(path)).status) == ("Ada", "GREEN", "contested")
    assert "only Ada" in send(reader, f"/fact/{fact}", f"/assessments/{row.id}/withdraw", by="Bo")
    send(reader, f"/fact/{fact}", f"/assessments/{row.id}/withdraw")
    assert not [row for row in open_record(path).assessments if row.stands]
    assert "undone since" in reader.get(f"/fact/{fact}").text


def test_downloads_hold_what_may_go_to_everybody(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    for address in ("/export/facts.csv", f"/export/passages.json?fact={fact}", "/export/statements.csv"):
        assert "Ana Perle" in reader.get(address).text or "facts" in address
    label(path, "a", "amber", **BY)
    for name in ("facts", "statements", "pages", "lineage", "tracks", "contradictions"):
        for form in ("csv", "json"):
            assert "Ana Perle" not in reader.get(f"/export/{name}.{form}").text
            assert "Herald" not in reader.get(f"/export/{name}.{form}").text
    assert "Herald" in reader.get("/export/pages.csv?tlp=AMBER").text
    assert "Herald" not in reader.get("/export/pages.csv?tlp=GREEN").text
    assert "Herald" not in reader.get("/export/pages.csv?tlp=purple").text
    assert "Herald" in reader.get("/pages").text


def test_a_labelled_fact_is_in_no_download(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    label(path, f"facts/{fact}", "green", **BY)
    assert fact not in reader.get("/export/facts.json").text
    assert reader.get(f"/export/passages.csv?fact={fact}").status_code == 404
    assert fact in reader.get(f"/export/facts.json?fact={fact}&tlp=GREEN").text


def test_assessments_are_taken_along_as_far_as_they_may_go(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    assess(path, fact, "=Likely so.", by="Ada", at="2031-06-01")
    assess(path, fact, "Between us.", by="Bo", at="2031-06-01", tlp="amber")
    told = reader.get(f"/export/assessments.csv?fact={fact}").text
    assert "'=Likely so." in told and "Between us." not in told
    assert "Between us." in reader.get(f"/export/assessments.json?fact={fact}&tlp=AMBER").text


def log_in(path: Path, name: str) -> tuple[Moments, TestClient]:
    moments = Moments(path)
    browser = TestClient(application(moments, Named(Users(beside(path))), ["testserver"]))
    told = re.search(r'name="seal" value="([0-9a-f]{64})"', browser.get("/login").text)
    assert told
    browser.post("/login", data={"seal": told[1], "name": name, "password": PASSWORD})
    return moments, browser


def test_a_user_sees_up_to_his_label_and_how_much_is_withheld(path: Path) -> None:
    users = Users(beside(path))
    users.add("Low", PASSWORD, "review", "GREEN")
    users.add("High", PASSWORD, "read", "RED")
    label(path, "a", "amber", **BY)
    assess(path, fact_of(path), "Between us.", by="Ada", at="2031-06-01", tlp="red")
    moments, low = log_in(path, "Low")
    for address in ("/", "/pages", "/sources", "/search?q=Perle", "/rulings", "/lineage", "/?as_of=2031-05-06"):
        text = low.get(address).text
        assert "Ana Perle" not in text and "Herald" not in text, address
        assert "1 page and 1 assessment withheld (TLP:GREEN)" in text, address
    assert low.get(f"/page/{page_of(path)}").status_code == 404
    assert "Herald" not in low.get("/export/pages.csv?tlp=RED").text
    moments.close()
    moments, high = log_in(path, "High")
    assert "Ana Perle" in high.get("/sources").text and "Between us." in high.get(f"/fact/{fact_of(path)}").text
    moments.close()


def test_nobody_changes_the_label_of_what_he_may_not_see(path: Path) -> None:
    Users(beside(path)).add("Low", PASSWORD, "review", "GREEN")
    fact, page = fact_of(path), page_of(path)
    label(path, page, "amber", **BY)
    hidden_words = assess(path, fact, "Between us.", by="Low", at="2031-06-01", tlp="red")
    moments, low = log_in(path, "Low")
    seal = hidden(low, f"/page/{page_of(path, 'b')}", f"/page/{page_of(path, 'b')}/label")["seal"]
    for action in (f"/page/{page}/label", f"/page/{page[:8]}/label", f"/fact/{fact}/label", f"/fact/{fact}/rule"):
        form = {"seal": seal, "tlp": "CLEAR", "ruling": "accept", "why": "so that I see it"}
        assert "not among what you may see" in low.post(action, data=form).text, action
    form = {"seal": seal}
    assert "may see" in low.post(f"/assessments/{hidden_words.id}/withdraw", data=form).text
    assert [row.tlp for row in open_record(path).labels] == ["AMBER", "RED"] and not open_record(path).rulings
    moments.close()


def test_a_site_says_how_far_it_may_go(path: Path, tmp_path: Path) -> None:
    label(path, "a", "amber", **BY)
    publish(path, tmp_path / "site", Terms(about=About()))
    assert "TLP:AMBER" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_hostile_words_of_analysts_are_text(reader: TestClient, path: Path, tmp_path: Path) -> None:
    fact = fact_of(path)
    assess(path, fact, HOSTILE, by=HOSTILE, at=HOSTILE)
    label(path, f"facts/{fact}", "clear", by=HOSTILE, at=HOSTILE, why=HOSTILE)
    text = reader.get(f"/fact/{fact}").text
    assert "<img" not in text and "\u202e" not in text and "{{ 7 * 7 }}" in text
    publish(path, tmp_path / "site", Terms())
    text = (tmp_path / "site" / "fact" / f"{fact}.html").read_text("utf-8")
    assert "<img" not in text and "\u202e" not in text and "{{ 7 * 7 }}" in text


@pytest.fixture
def two(path: Path) -> Iterator[tuple[TestClient, TestClient]]:
    for first in client_of(path):
        for second in client_of(path):
            yield first, second


def test_what_changed_meanwhile_is_told_and_nothing_is_lost(two: tuple[TestClient, TestClient], path: Path) -> None:
    fact, (ada, bo) = fact_of(path), two
    action = f"/fact/{fact}/rule"
    late = {**hidden(bo, f"/fact/{fact}", action), "ruling": "reject", "by": "Bo", "why": "he was <b>never</b> there"}
    send(ada, f"/fact/{fact}", action, ruling="accept", why="I read both pages")
    answer = bo.post(action, data=late)
    text = unescape(answer.text)
    assert answer.status_code == 409 and "changed while you looked" in text
    assert "I read both pages" in text and "he was <b>never</b> there" in text and "<b>never" not in answer.text
    assert [r.by for r in open_record(path).rulings] == ["Ada"]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.text))
    bo.post(action, data={name: unescape(value) for name, value in fields.items()})
    assert [(r.by, r.ruling) for r in open_record(path).rulings] == [("Ada", "accept"), ("Bo", "reject")]


def test_a_note_made_meanwhile_is_told_too(two: tuple[TestClient, TestClient], path: Path) -> None:
    fact, (ada, bo) = fact_of(path), two
    late = {**hidden(bo, f"/fact/{fact}", f"/fact/{fact}/label"), "tlp": "CLEAR", "by": "Bo", "why": "printed"}
    send(ada, f"/fact/{fact}", f"/fact/{fact}/assess", words="Keep this close.")
    answer = bo.post(f"/fact/{fact}/label", data=late)
    assert answer.status_code == 409 and "Keep this close." in answer.text


def test_what_one_undid_another_does_not_undo_unawares(two: tuple[TestClient, TestClient], path: Path) -> None:
    fact, (ada, bo) = fact_of(path), two
    send(ada, f"/fact/{fact}", f"/fact/{fact}/rule", ruling="accept", why="read")
    (ruling,) = open_record(path).rulings
    action = f"/rulings/{ruling.id}/undo"
    late = {**hidden(bo, "/rulings", action), "by": "Bo", "why": "not so"}
    send(ada, "/rulings", action, why="too early")
    assert bo.post(action, data=late).status_code == 409
    assert len(open_record(path).rulings) == 2


def test_a_fact_that_is_gone_keeps_the_words_that_were_typed(reader: TestClient, path: Path) -> None:
    fact = fact_of(path)
    late = {**hidden(reader, f"/fact/{fact}", f"/fact/{fact}/assess"), "words": "A long thought.", "by": "Bo"}
    record(path, meeting("a", "Herald", "Ana Perle", "2031-05-04"))
    answer = reader.post(f"/fact/{fact}/assess", data=late)
    assert answer.status_code == 409 and "A long thought." in answer.text and "not there under this name" in answer.text
