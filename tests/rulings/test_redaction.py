"""Unnamed sources are protected: what describes them is in no output that is asked to leave it out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ceasewire.cli import main
from ceasewire.export import export
from ceasewire.model import Link, Span, ident
from ceasewire.record import open_record
from ceasewire.record.redact import MARK, NOBODY, redacted
from contract import problems
from rulings.press import denial, meeting, record, talks, unnamed

SECRETS = ["northern valley", "tall envoy", "feared", "took_part"]
VIEWS = ["show", "facts", "contradictions", "sources", "tracks", "lineage", "rulings"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    first, copy = unnamed("u", "Gazette"), unnamed("w", "Mirror")
    mine, theirs = Span(0, len(copy.text), copy.text), Span(0, len(first.text), first.text)
    copy.statements.clear()
    copy.mentions.clear()
    link = Link(ident("l"), copy.id, None, [mine], "republication", first.id, None, [theirs], "Gazette", [], 1.0)
    record(tmp_path / "r.db", meeting("a", "Herald", "Ana Perle", "2031-05-04"), denial(), first, copy, links=[link])
    return tmp_path / "r.db"


def test_no_file_of_an_export_tells_who(path: Path, tmp_path: Path) -> None:
    export(open_record(path), tmp_path / "open")
    export(redacted(open_record(path)), tmp_path / "closed")
    texts = ["".join(p.read_text("utf-8") for p in sorted((tmp_path / d).iterdir())) for d in ("open", "closed")]
    assert all(secret in texts[0] for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in texts[1]] == []


def test_a_redacted_export_keeps_the_contract(path: Path, tmp_path: Path) -> None:
    export(redacted(open_record(path)), tmp_path / "out")
    assert problems(tmp_path / "out") == []


def test_what_they_said_stays(path: Path) -> None:
    known = redacted(open_record(path))
    hidden = [s for s in known.statements if s.anonymous]
    assert [s.content[0].text for s in hidden] == ["they met in secret"]
    assert [(s.source.span, s.reason, s.basis, s.affiliation, s.count) for s in hidden] == [(None, None, None, None, 1)]
    assert hidden[0].chain == ["Gazette", NOBODY]


def test_counts_stay_and_the_camp_of_the_unnamed_goes(path: Path) -> None:
    before, after = talks(open_record(path)), talks(redacted(open_record(path)))
    assert (after.status, after.origins_for, after.origins_against) == (
        before.status, before.origins_for, before.origins_against,
    )  # fmt: skip
    assert sum(c[0] for c in after.by_camp.values()) == len(after.origins_for)
    assert {o.camp for o in redacted(open_record(path)).origin.values() if o.kind == "unnamed"} == {"unknown"}


def test_words_are_blanked_out_in_place_and_on_copies_too(path: Path) -> None:
    known, whole = redacted(open_record(path)), open_record(path)
    for page in known.documents:
        assert len(page.text) == len(whole.document[page.id].text)
    blanked = {page.path for page in known.documents if MARK in page.text}
    assert blanked == {"u", "w"}


def test_named_people_stay(path: Path) -> None:
    assert "Ana Perle" in {a.name for a in redacted(open_record(path)).actor.values()}


def test_the_record_itself_is_left_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    redacted(open_record(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("view", [*VIEWS, "why", "changes"])
@pytest.mark.parametrize("json_", [True, False])
def test_no_view_tells_who(
    view: str, json_: bool, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    more = {"why": [talks(open_record(path)).id], "changes": ["--since", "2031-05-04"]}.get(view, [])
    arguments = ["ceasewire", view, str(path), *more, "--redact", *(["--json"] if json_ else [])]
    monkeypatch.setattr(sys, "argv", arguments)
    assert main() == 0
    out = capsys.readouterr().out
    assert [secret for secret in SECRETS if secret in out] == []
    if json_:
        json.loads(out)


def test_the_graph_does_not_tell_who(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = talks(open_record(path)).id
    monkeypatch.setattr(sys, "argv", ["ceasewire", "why", str(path), key, "--graphviz", "--redact"])
    assert main() == 0
    out = capsys.readouterr().out
    assert out.startswith("digraph")
    assert [secret for secret in SECRETS if secret in out] == []


def test_a_place_beside_the_words_of_an_unnamed_source_goes(tmp_path: Path) -> None:
    record(tmp_path / "r.db", unnamed("u", "Gazette", who="an envoy in Ostrel"))
    known = redacted(open_record(tmp_path / "r.db"))
    assert all("Ostrel" not in page.text for page in known.documents)


def test_a_published_site_does_not_tell_who(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["ceasewire", "publish", str(path), str(tmp_path / "site"), "--redact", "--text", "full"]
    )
    assert main() == 0
    files = [p for p in (tmp_path / "site").rglob("*") if p.is_file()]
    texts = "".join(p.read_bytes().decode("utf-8", "replace") for p in files)
    assert "Ana Perle" in texts
    assert [secret for secret in SECRETS if secret in texts] == []
