"""The command line, from the outside: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import made
from ceasewire.record import open_record
from ceasewire.show.path import trace
from ceasewire.story import pages
from contract import problems
from terminal import Run

VIEWS = ["show", "facts", "contradictions", "sources", "tracks", "lineage"]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The record made by hand."""
    made.record(tmp_path / "r.db")
    return tmp_path / "r.db"


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the tests that build the story."""
    return tmp_path_factory.mktemp("cache") / "cache.db"


@pytest.fixture
def story(run: Run, tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The record of the bundled story, read once a session."""
    monkeypatch.setenv("CEASEWIRE_CACHE", str(shared_cache))
    assert run("demo", "-o", tmp_path / "story.db").code == 0
    return tmp_path / "story.db"


def exported(run: Run, record: Path, *more: str) -> dict[str, bytes]:
    folder = record.with_suffix(".out")
    assert run("export", record, "--to", folder, *more).code == 0
    assert problems(folder) == []
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# ---- how it behaves -------------------------------------------------------------------------------


def test_help_lists_the_commands(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(name in said.out for name in [*VIEWS, "build", "why", "export", "demo"])
    assert run().out == said.out


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("ceasewire 0.")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["show"], "RECORD"),
        (["build", "a.txt"], "--record"),
        (["build", "no-such-page.txt", "-o", "x.db"], "no-such-page.txt"),
        (["facts", "x.db", "--status", "sure"], "--status"),
        (["facts", "x.db", "--type", "party"], "--type"),
        (["show", "x.db", "--as-of", "yesterday"], "--as-of"),
        (["export", "x.db", "--to", "d", "--format", "xml"], "--format"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: list[str], names: str, run: Run) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert names in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", [*VIEWS, "why", "export"])
def test_a_record_that_is_not_there(command: str, run: Run, tmp_path: Path) -> None:
    more = {"why": ["f"], "export": ["--to", str(tmp_path)]}.get(command, [])
    said = run(command, tmp_path / "none.db", *more)
    assert (said.code, said.out) == (1, "")
    assert "none.db" in said.err
    assert said.err.count("\n") == 1


def test_a_target_that_is_no_record_is_refused_before_reading(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A page.")
    said = run("build", tmp_path / "page.txt", "-o", tmp_path / "page.txt")
    assert said.code == 1
    assert "page.txt: exists and is not a record" in said.err
    assert (tmp_path / "page.txt").read_text() == "A page."


def test_a_fault_of_our_own_is_one_line(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceasewire.cli.present", lambda *_, **__: 1 / 0)
    said = run("show", record)
    assert said.code == 1
    assert said.err.startswith("ceasewire: a fault of its own: ZeroDivisionError")


@pytest.mark.parametrize("command", VIEWS)
def test_every_view_as_text_and_as_json(command: str, run: Run, record: Path) -> None:
    assert "of 3 pages" in run(command, record).out
    data = json.loads(run(command, record, "--json").out)
    assert data["basis"] == "of 3 pages, machine-read, unreviewed"
    assert data["pages"]["read"] == 3


def test_why_as_json_holds_the_path(run: Run, record: Path) -> None:
    data = json.loads(run("why", record, "f0", "--json").out)["why"]
    way = data["paths"]["support"][0]["pages"][0]["ways"][0]
    text = made.PAGES["herald.txt"]
    assert text[way["words"]["start"] : way["words"]["end"]] == way["words"]["text"] == "talks"


def test_why_of_an_unknown_fact(run: Run, record: Path) -> None:
    said = run("why", record, "ffff")
    assert (said.code, said.out) == (1, "")
    assert "'ffff'" in said.err


@pytest.mark.parametrize("arguments", [["--help"], ["show", "{record}"]])
def test_quick_commands_load_no_parser(arguments: list[str], record: Path) -> None:
    code = (
        "import sys; from ceasewire.cli import main; main(); "
        "print([m for m in ('spacy', 'trafilatura', 'lxml', 'numpy', 'ceasewire.intake') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, *(part.format(record=record) for part in arguments)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.endswith("[]\n")


def test_a_reader_that_stops_early_is_no_fault(record: Path) -> None:
    command = f"{sys.executable} -m ceasewire.cli facts {record} --json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""


# ---- the story, end to end ------------------------------------------------------------------------


def test_the_demo_shows_the_story(story: Path, run: Run) -> None:
    text = " ".join(run("show", story).out.split())
    assert "Who talks with whom" in text
    assert "Contested (" in text
    assert "not traced to each other" in text
    assert "of 18 pages, 1 of them not read, machine-read, unreviewed" in text


def test_the_export_of_the_story_keeps_the_contract(story: Path, run: Run) -> None:
    files = exported(run, story)
    assert files["documents.jsonl"].count(b"\n") == 18
    assert files["facts.jsonl"].count(b"\n") > 10


def test_every_fact_of_the_story_has_its_path(story: Path) -> None:
    record = open_record(story)
    for fact in record.facts:
        paths = trace(fact, record)
        for rows, ids in ((paths.support, fact.origins_for), (paths.dispute, fact.origins_against)):
            assert {row.origin.id for row in rows if row.origin and row.counted} == set(ids)
            assert all(page.ways for row in rows for page in row.pages)


def test_any_order_of_pages_gives_the_same_record(story: Path, run: Run, tmp_path: Path) -> None:
    with pages() as folder:
        files = sorted(folder.iterdir(), reverse=True)
        assert run("build", *files, "-o", tmp_path / "reversed.db").code == 0
    assert exported(run, tmp_path / "reversed.db") == exported(run, story)


def test_one_more_page_reads_that_page_only(run: Run, tmp_path: Path) -> None:
    target, whole = tmp_path / "r.db", tmp_path / "whole.db"
    with pages() as folder:
        files = sorted(folder.glob("00[1-4]*"))
        assert "3 pages read (3 of them anew)" in run("build", *files[:3], "-o", target).out
        assert "3 pages read (0 of them anew)" in run("build", *files[:3], "-o", target).out
        assert "4 pages read (1 of them anew)" in run("build", *files, "-o", target).out
        assert "4 pages read (4 of them anew)" in run("build", *files, "-o", whole, "--no-cache").out
    assert exported(run, target) == exported(run, whole)


def test_a_cache_that_cannot_be_used_costs_only_time(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Truce in Ostrel\n\nThe Marrow Front agreed to a truce on Monday, an envoy said.\n")
    said = run("build", page, "-o", tmp_path / "r.db", "--cache", page)
    assert said.code == 0
    assert "page.txt: is not a cache of readings" in said.err
    assert page.read_text().startswith("Truce in Ostrel")


def test_as_of_a_day_counts_only_the_pages_published_by_then(story: Path, run: Run) -> None:
    said = run("show", story, "--as-of", "2021-09-12")
    assert said.code == 0
    assert "As of 2021-09-12: " in said.out
    data = json.loads(run("facts", story, "--as-of", "2021-09-12", "--json").out)
    left = data["left_out"]
    assert data["as_of"] == "2021-09-12"
    assert left["later"] > 0
    assert data["pages"]["read"] + data["pages"]["not_read"] + left["later"] + left["undated"] == 18
    assert all(row["fact"]["last_reported"] <= "2021-09-12" for row in data["facts"])


def test_as_of_the_last_day_is_the_whole_record(story: Path, run: Run) -> None:
    whole, late = exported(run, story), exported(run, story, "--as-of", "2031-01-01")
    undated = [row for row in whole["documents.jsonl"].splitlines() if json.loads(row)["published"] is None]
    assert late["documents.jsonl"].splitlines() == [
        r for r in whole["documents.jsonl"].splitlines() if r not in undated
    ]
    assert {name for name in whole if whole[name] != late[name]} <= {"record.json", "documents.jsonl"}


def test_as_of_a_day_before_all_pages(story: Path, run: Run) -> None:
    assert "0 facts (of 0 pages" in run("show", story, "--as-of", "2001-01-01").out


def test_an_interrupted_build_says_so_and_leaves_no_record(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ceasewire.builder.make", interrupt)
    (tmp_path / "page.txt").write_text("Talks.\n")
    said = run("build", tmp_path / "page.txt", "-o", tmp_path / "r.db")
    assert said.code == 130
    assert said.err.startswith("ceasewire: interrupted")
    assert not (tmp_path / "r.db").exists()
