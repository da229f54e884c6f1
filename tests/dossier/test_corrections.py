"""From a form to rulings, and the forms of pages, facts, actors, links and camps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.corrections import values_of
from ceasewire.model import Mention, Statement
from ceasewire.record import Record, open_record
from dossier.conftest import built_of

PAGE = """The Aldren Post

Talks in Ostrel

3 May 2031

The envoys of Veldania and Marrow held talks in Ostrel on Monday.

“We will meet again in June,” said Ada Brenn, a spokeswoman of the Marrow Front.

Veldania's army shelled Ostrel on Tuesday, Ada Brenn said."""


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ({"ruling": "accept"}, [None]),
        ({"ruling": "merge", "value": " 3fa2 "}, ["3fa2"]),
        ({"ruling": "split", "tick-m1": "on", "tick-m2": "on"}, ["m1,m2"]),
        ({"field": "stance", "to-stance": "denies", "to-mode": "direct"}, ["stance=denies"]),
        ({"field": "basis", "to-basis": ""}, ["basis="]),
        (
            {
                "field": "content",
                "content-0-start": "4",
                "content-0-end": "9",
                "content-1-start": "",
                "content-1-end": "",
            },
            ["content=4-9"],
        ),
        ({"field": "content", "content-0-start": "4", "content-0-end": ""}, ["content=4-"]),
        ({"field": "words", "words-0-start": "1", "words-0-end": "3"}, ["words=1-3"]),
        ({"field": "content"}, ["content="]),
    ],
)
def test_what_a_form_asks_for(form: dict[str, str], values: list[str | None]) -> None:
    assert values_of(form) == values


def filler(number: int, role: str, was: str, who: str, old: str, at: tuple[str, str] = ("", "")) -> dict[str, str]:
    lead = f"filler-{number}"
    return {
        f"{lead}-role": role, f"{lead}-was": was, f"{lead}-who": who, f"{lead}-old": old,
        f"{lead}-start": at[0], f"{lead}-end": at[1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ([filler(0, "party", "party", "a", "a")], [None]),
        ([filler(0, "party", "party", "b", "a"), filler(1, "party", "party", "c", "c")], ["role.party=b,c"]),
        (
            [filler(0, "host", "party", "a", "a"), filler(1, "party", "party", "c", "c")],
            ["role.party=c", "role.host=a"],
        ),
        ([filler(0, "party", "party", "", "a")], ["role.party="]),
        ([filler(0, "venue", "", "", "", ("4", "9"))], ["role.venue=@4-9"]),
        ([filler(0, "party", "party", "a", "a@1-2", ("1", "3"))], ["role.party=a@1-3"]),
        ([filler(0, "", "", "", "")], [None]),
        ([filler(0, "Bad=role", "", "a", "")], [None]),
    ],
)
def test_the_roles_that_a_form_changes(lines: list[dict[str, str]], values: list[str | None]) -> None:
    assert values_of({"field": "roles"} | {k: v for line in lines for k, v in line.items()}) == values


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_of(PAGE, tmp_path_factory.mktemp("corrected"))


def form_at(reader: TestClient, address: str, action: str) -> dict[str, str]:
    """The fields of a form of a view as they stand, without its buttons."""
    text = reader.get(address).text
    body = text[text.index(f'action="{action}"') :].partition("</form>")[0]
    fields = {
        told["name"]: told["value"]
        for tag in re.findall(r"<input[^>]*>", body)
        if (told := dict(re.findall(r'(\w+)="([^"]*)"', tag) + [("value", "")][: "value=" not in tag]))
        if "name" in told and told.get("type") != "checkbox"
    }
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', body, re.S):
        fields[name] = (re.findall(r'value="([^"]*)" selected', options) or re.findall(r'value="([^"]*)"', options))[0]
    return fields | {"by": "Ada", "why": "read it"}


def said(known: Record) -> Statement:
    return next(s for s in known.statement.values() if "meet again" in s.content[0].text)


def attack(known: Record) -> Mention:
    return next(m for m in known.mention.values() if m.type == "attack")


def test_the_words_of_a_statement_are_corrected_on_its_page(reader: TestClient, path: Path) -> None:
    item = said(open_record(path))
    form = form_at(reader, f"/page/{item.doc}?edit={item.id}", f"/statement/{item.id}/rule")
    start = item.content[0].start
    assert form["content-0-start"] == str(start)
    answer = reader.post(
        f"/statement/{item.id}/rule", data=form | {"field": "content", "content-0-end": str(start + 7)}
    )
    assert answer.url.path == f"/page/{item.doc}" and f"edit={item.id}" in str(answer.url)
    assert "correct" in answer.text and "Undo" in answer.text
    assert said_now(path, item.id).content[0].end == start + 7


def said_now(path: Path, key: str) -> Statement:
    return open_record(path).statement[key]


def test_a_filler_is_taken_out_and_the_others_stay(reader: TestClient, path: Path) -> None:
    item = attack(open_record(path))
    form = form_at(reader, f"/page/{item.doc}?edit={item.id}", f"/mention/{item.id}/rule")
    number = next(n for n, a in enumerate(item.args) if a.role in ("target", "place"))
    gone = {f"filler-{number}-{part}": "" for part in ("who", "start", "end")}
    reader.post(f"/mention/{item.id}/rule", data=form | gone | {"field": "roles"})
    kept = open_record(path).mention[item.id].args
    assert len(kept) == len(item.args) - 1 and {a.role for a in kept} == {
        a.role for n, a in enumerate(item.args) if n != number
    }


def test_a_statement_is_rejected_and_the_ruling_undone(reader: TestClient, path: Path) -> None:
    item = said(open_record(path))
    address = f"/page/{item.doc}?edit={item.id}"
    form = form_at(reader, address, f"/statement/{item.id}/rule")
    reader.post(f"/statement/{item.id}/rule", data=form | {"ruling": "reject"})
    (ruling,) = open_record(path).rulings
    assert (ruling.what, ruling.ruling) == (f"statements/{item.id}", "reject")
    undo = form_at(reader, address, f"/rulings/{ruling.id}/undo")
    assert reader.post(f"/rulings/{ruling.id}/undo", data=undo).status_code == 200
    assert [r.ruling for r in open_record(path).rulings] == ["reject", "undo"]


def test_a_camp_and_an_actor_are_corrected(reader: TestClient, path: Path) -> None:
    known = open_record(path)
    fact = next(f for f in known.facts if f.origins_for)
    origin = known.origin[fact.origins_for[0]]
    form = form_at(reader, f"/fact/{fact.id}", f"/camp/{origin.id}/rule")
    reader.post(f"/camp/{origin.id}/rule", data=form | {"value": "the south"})
    assert open_record(path).origin[origin.id].camp == "the south"
    brenn = next(a for a in known.actor.values() if a.name == "Ada Brenn")
    form = form_at(reader, f"/source/{brenn.id}", f"/source/{brenn.id}/rule")
    reader.post(f"/source/{brenn.id}/rule", data=form | {"field": "name", "to-name": "Ada R. Brenn"})
    assert open_record(path).actor[brenn.id].name == "Ada R. Brenn"


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/page/../x y", "/logout", "/page/1\r\nX: 1"]
)
def test_nothing_leads_away(reader: TestClient, path: Path, back: str) -> None:
    item = said(open_record(path))
    form = form_at(reader, f"/page/{item.doc}?edit={item.id}", f"/statement/{item.id}/rule")
    answer = reader.post(
        f"/statement/{item.id}/rule", data=form | {"ruling": "accept", "back": back}, follow_redirects=False
    )
    assert answer.headers["location"] == "/rulings"


@pytest.mark.parametrize("edit", ["nothing", "", "../x"])
def test_a_page_without_such_a_thing_has_no_desk(reader: TestClient, path: Path, edit: str) -> None:
    item = said(open_record(path))
    assert 'id="desk"' not in reader.get(f"/page/{item.doc}?edit={edit}").text


def test_a_day_of_the_record_has_no_desk(reader: TestClient, path: Path) -> None:
    item = said(open_record(path))
    assert 'id="desk"' not in reader.get(f"/page/{item.doc}?edit={item.id}&as_of=2040-01-01").text


def test_a_desk_holds_hostile_words_as_text(attacked: TestClient) -> None:
    text = attacked.get("/page/d-herald.txt?edit=s1").text
    assert 'id="desk"' in text and "<script>alert" not in text and "<img" not in text


def test_a_statement_may_repeat_another_on_the_same_fact(client: TestClient) -> None:
    text = client.get("/page/d-herald.txt?edit=s1").text
    assert re.search(r'<option value="s3">Ada Brenn: There were no talks in Ostrel,</option>', text)
    assert "Merge" not in client.get("/page/d-mirror.txt?edit=s2").text
