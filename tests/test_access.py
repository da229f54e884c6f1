"""Labels and assessments from the command line, and what leaves under them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ceasewire.record import open_record
from contract import problems
from rulings.press import quarrel, record, talks, unnamed
from terminal import Run

WHO = ["--by", "Ada", "--why", "told in confidence", "--at", "2031-06-01"]
SECRET = "Ana Perle says they met"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel(), unnamed("u", "Post"))
    return tmp_path / "r.db"


def everything(folder: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(folder.rglob("*")) if file.is_file())


def test_a_label_is_told_and_shown(run: Run, path: Path) -> None:
    fact = talks(open_record(path)).id
    assert run("label", path, f"facts/{fact[:6]}", "amber", *WHO)[1].endswith(f"facts/{fact} TLP:AMBER\n")
    assert "TLP:AMBER" in run("facts", path)[1]
    assert "TLP:AMBER by Ada" in run("rulings", path)[1].replace("\n  ", " ")
    assert json.loads(run("why", path, fact, "--json")[1])["why"]["tlp"] == "AMBER"
    code, _, err = run("label", path, "a", "purple", *WHO)
    assert (code, "no label" in err) == (1, True)


def test_an_assessment_stands_beside_the_status(run: Run, path: Path) -> None:
    fact = talks(open_record(path)).id
    code, out, _ = run("assess", path, fact[:6], "He had reason to say so.", "--by", "Ada", "--at", "2031-06-01")
    key = out.partition(":")[0]
    shown = run("why", path, fact)[1]
    assert code == 0 and "assessment by Ada, 2031-06-01: He had reason to say so." in shown and "contested" in shown
    assert run("assess", path, key, "--withdraw", "--by", "Bo")[0] == 1
    assert run("assess", path, key, "--withdraw", "--by", "Ada")[0] == 0
    assert "He had reason" not in run("why", path, fact)[1]
    assert "(undone)" in run("rulings", path)[1]
    assert run("assess", path, fact, "--by", "Ada")[0] == 2


def test_an_export_leaves_behind_what_may_not_go(run: Run, path: Path, tmp_path: Path) -> None:
    fact = talks(open_record(path)).id
    run("label", path, "a", "amber", *WHO)
    run("assess", path, fact, "Likely so.", "--by", "Ada", "--tlp", "green")
    run("assess", path, fact, "Perhaps so.", "--by", "Bo")
    code, out, _ = run("export", path, "--to", tmp_path / "out")
    assert (code, "1 page and 1 assessment withheld (TLP:CLEAR)" in out) == (0, True)
    told = everything(tmp_path / "out")
    assert SECRET not in told and "Ana Perle" not in told and "Likely so" not in told and "Perhaps so." in told
    left = json.loads((tmp_path / "out" / "withheld.jsonl").read_text())
    assert left == {"tlp": "CLEAR", "pages": 1, "facts": 0, "assessments": 1}
    for name in ("assessments", "withheld"):
        (tmp_path / "out" / f"{name}.jsonl").unlink()
    assert problems(tmp_path / "out") == []
    run("export", path, "--to", tmp_path / "out", "--tlp", "amber")
    assert SECRET in everything(tmp_path / "out") and "Likely so" in everything(tmp_path / "out")
    assert not (tmp_path / "out" / "withheld.jsonl").exists()


def test_an_older_export_leaves_no_notes_behind(run: Run, path: Path, tmp_path: Path) -> None:
    run("assess", path, talks(open_record(path)).id, "Likely so.", "--by", "Ada", "--tlp", "green")
    run("export", path, "--to", tmp_path / "out", "--tlp", "green")
    assert "Likely so." in everything(tmp_path / "out")
    run("export", path, "--to", tmp_path / "out")
    assert "Likely so." not in everything(tmp_path / "out")
    run("export", path, "--to", tmp_path / "out", "--tlp", "green", "--redact")
    assert "Likely so." not in everything(tmp_path / "out")


def test_a_published_site_leaves_it_behind_and_says_so(run: Run, path: Path, tmp_path: Path) -> None:
    run("label", path, "a", "amber", *WHO)
    run("assess", path, talks(open_record(path)).id, "Perhaps so.", "--by", "Bo")
    for more in ([], ["--redact"], ["--as-of", "2031-05-06"], ["--text", "full"]):
        assert "withheld" in run("publish", path, tmp_path / "site", *more)[1]
        told = everything(tmp_path / "site")
        assert "Ana Perle" not in told and "Herald" not in told, more
        assert "1 page withheld (TLP:CLEAR)" in told


VIEWS = ["show", "facts", "contradictions", "sources", "tracks", "lineage", "rulings"]


@pytest.mark.parametrize("how", [[], ["--json"]])
@pytest.mark.parametrize("view", [*VIEWS, "why", "changes"])
def test_no_view_shows_more_than_it_is_let(run: Run, path: Path, view: str, how: list[str]) -> None:
    run("label", path, "a", "amber", *WHO)
    more = {"why": [talks(open_record(path)).id[:1]], "changes": ["--since", "2031-05-01"]}.get(view, [])
    if view == "why":
        kept = json.loads(run("facts", path, "--tlp", "clear", "--json")[1])["facts"][0]["fact"]["id"]
        more = [kept]
    code, out, err = run(view, path, *more, "--tlp", "clear", *how)
    assert code == 0, err
    assert "Ana Perle" not in out and "Herald" not in out and "confidence" not in out


def test_what_has_no_label_may_go_anywhere(run: Run, path: Path, tmp_path: Path) -> None:
    run("export", path, "--to", tmp_path / "one")
    run("export", path, "--to", tmp_path / "two", "--tlp", "red")
    assert everything(tmp_path / "one") == everything(tmp_path / "two")
    assert SECRET in everything(tmp_path / "one")
