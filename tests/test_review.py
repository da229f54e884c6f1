"""The commands with which people review a record, from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ceasewire.record import open_record
from rulings.press import meeting, quarrel, record, talks
from terminal import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


def test_rule_and_rulings_and_the_marks_on_views(run: Run, path: Path) -> None:
    fact = talks(open_record(path)).id
    who = ["--by", "Ada", "--why", "a rehearsal", "--at", "2031-06-01"]
    code, out, _ = run("rule", path, f"facts/{fact[:6]}", "reject", *who)
    assert (code, f"facts/{fact} reject" in out) == (0, True)
    assert run("facts", path)[1].startswith("0 facts")
    assert "rejected by Ada, 2031-06-01: a rehearsal" in run("why", path, fact)[1]
    assert "unreviewed but for 1 ruling" in run("show", path)[1]
    code, out, _ = run("rulings", path)
    assert "1 ruling, 1 of them standing" in out
    key = json.loads(run("rulings", path, "--json")[1])["rulings"]["log"][0]["ruling"]["id"]
    assert run("rule", path, f"rulings/{key[:6]}", "undo", *who)[0] == 0
    assert "(undone)" in run("rulings", path)[1]
    assert run("facts", path)[1].startswith("1 fact")


def test_a_refusal_is_one_line_with_the_reason(run: Run, path: Path) -> None:
    code, out, err = run("rule", path, "facts/ffff", "reject", "--by", "Ada", "--why", "x")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "ffff" in err


@pytest.mark.parametrize("missing", ["--by", "--why"])
def test_a_ruling_needs_name_and_reason(missing: str, run: Run, path: Path) -> None:
    told = {"--by": "Ada", "--why": "x"}
    told.pop(missing)
    code, _, err = run("rule", path, "facts/f", "reject", *(part for pair in told.items() for part in pair))
    assert (code, missing in err) == (2, True)


def test_a_time_that_is_none(run: Run, path: Path) -> None:
    code, _, err = run("rule", path, "facts/f", "reject", "--by", "A", "--why", "x", "--at", "soon")
    assert (code, "--at" in err) == (2, True)


def test_now_is_the_time_only_on_the_command_line(run: Run, path: Path) -> None:
    fact = talks(open_record(path)).id
    assert run("rule", path, f"facts/{fact}", "accept", "--by", "Ada", "--why", "read")[0] == 0
    assert open_record(path).rulings[0].at.endswith("Z")


def test_remove(run: Run, path: Path) -> None:
    code, out, _ = run("remove", path, "z", "--purge", "--why", "asked by the writer", "--at", "2031-06-01")
    assert (code, out) == (0, "removed: z; also from the cache\n")
    assert "a page was removed, 2031-06-01: asked by the writer" in run("rulings", path)[1]
    assert talks(open_record(path)).status == "several_origins"


def test_changes(run: Run, path: Path) -> None:
    code, out, _ = run("changes", path, "--since", "2031-05-05")
    assert code == 0
    assert "Newly denied (1)" in out and "by Lorasia" in out and "Silence" in out
    data = json.loads(run("changes", path, "--since", "2031-05-04", "--json")[1])["changes"]
    assert [row["origins"] for row in data["changes"]["supported"]] == [["Bo Lenk"]]
    assert data["silence"] == {"unanswered": [], "unheard": []}


def test_truce_names_those_there_are(run: Run, path: Path) -> None:
    code, _, err = run("truce", path, "Pell")
    assert (code, "no truce of this record" in err) == (1, True)


def test_why_as_a_graph(run: Run, path: Path) -> None:
    code, out, _ = run("why", path, talks(open_record(path)).id, "--graphviz")
    assert code == 0
    assert out.startswith("digraph why {\n") and out.endswith("}\n")
    assert out.count("{") == out.count("}") == 1
    assert "fact -> for0" in out and "fact -> against0" in out and "Ana Perle" in out


def test_nothing_of_a_page_ends_a_label(run: Run, tmp_path: Path) -> None:
    hostile = meeting("a", "Herald", 'Ana "]; x -> y; "\\', "2031-05-04")
    record(tmp_path / "h.db", hostile)
    out = run("why", tmp_path / "h.db", talks(open_record(tmp_path / "h.db")).id, "--graphviz")[1]
    assert 'Ana \\"]; x -> y; \\"\\\\' in out


def test_a_table_of_actors_on_build(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[[actor]]\nkind = 1\n")
    (tmp_path / "a.txt").write_text("x")
    code, _, err = run("build", tmp_path / "a.txt", "-o", tmp_path / "n.db", "--actors", tmp_path / "bad.toml")
    assert (code, "bad.toml" in err) == (1, True)
