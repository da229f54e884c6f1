"""What each ruling does to the story."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.model import Link, Span, ident
from ceasewire.record import Record, RecordError, open_record
from ceasewire.record.rulings import append
from fusion.builder import Page
from rulings.press import meeting, quarrel, record, talks, unnamed

WHO = {"by": "Ada", "at": "2031-06-01", "why": "test"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


def ruled(path: Path, what: str, ruling: str, value: str | None = None) -> Record:
    append(path, what, ruling, value=value, **WHO)
    return open_record(path)


def statement(known: Record, words: str) -> str:
    return next(s.id for s in known.statement.values() if words in s.content[0].text)


def actor(known: Record, name: str) -> str:
    return next(a.id for a in known.actor.values() if a.name == name)


def origin(known: Record, name: str) -> str:
    return next(o.id for o in known.origin.values() if o.name == name)


def test_a_rejected_fact_is_hidden_and_kept(path: Path) -> None:
    fact = talks(open_record(path))
    known = ruled(path, f"facts/{fact.id}", "reject")
    assert (known.facts, known.tracks, known.contradictions) == ([], [], [])
    assert known.rows("facts") == [known.fact(fact.id)]
    assert known.fact(fact.id[:6]).id == fact.id


def test_a_rejected_statement_takes_its_passages_out_and_recounts(path: Path) -> None:
    known = open_record(path)
    assert (talks(known).status, len(talks(known).origins_for)) == ("contested", 2)
    known = ruled(path, f"statements/{statement(known, 'no talks')}", "reject")
    assert (talks(known).status, talks(known).dispute) == ("several_origins", [])
    assert statement(known, "no talks") not in {s.id for s in known.statements}
    assert statement(known, "no talks") in {s.id for s in known.statement.values()}


def test_a_rejected_mention_takes_one_passage_out(path: Path) -> None:
    mention = talks(open_record(path)).support[0].mention
    known = ruled(path, f"mentions/{mention}", "reject")
    assert mention not in {p.mention for p in talks(known).support}
    assert len(talks(known).origins_for) == 1


def test_repeats_of_what_is_rejected_go_with_it(tmp_path: Path) -> None:
    first, copy = quarrel()[0], meeting("copy", "Mirror", "Ana Perle", "2031-05-05")
    copy.statements[0].copy_of, copy.mentions[0].copy_of = first.statements[0].id, first.mentions[0].id
    known = record(tmp_path / "r.db", first, copy, quarrel()[1])
    assert len(talks(known).support) == 3
    known = ruled(tmp_path / "r.db", f"statements/{first.statements[0].id}", "reject")
    assert len(talks(known).support) == 1


def test_a_corrected_stance_moves_the_count(path: Path) -> None:
    key = statement(open_record(path), "Bo Lenk says")
    known = ruled(path, f"statements/{key}", "correct", "stance=doubts")
    assert known.statement[key].stance == "doubts"
    assert len(talks(known).origins_for) == 1


def test_a_corrected_mention_moves_the_count(path: Path) -> None:
    mention = talks(open_record(path)).dispute[0].mention
    known = ruled(path, f"mentions/{mention}", "correct", "realis=hypothetical")
    assert talks(known).status == "several_origins"


@pytest.mark.parametrize(
    ("value", "field", "told"),
    [
        ("summary=talks in a mill", "summary", "talks in a mill"),
        ("realis=planned", "realis", "planned"),
    ],
)
def test_a_corrected_fact(value: str, field: str, told: str, path: Path) -> None:
    known = ruled(path, f"facts/{talks(open_record(path)).id}", "correct", value)
    assert getattr(talks(known), field) == told


def test_a_corrected_interval(path: Path) -> None:
    known = ruled(path, f"facts/{talks(open_record(path)).id}", "correct", "interval=2031-05-02/")
    interval = talks(known).interval
    assert interval and (interval.start, interval.end) == ("2031-05-02", None)


def second(path: str = "c", day: str = "2031-05-20") -> Page:
    """Talks of the same two elsewhere, weeks later."""
    page = Page(path, "Courier", day)
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    said = page.says("Cy Marn", "they met in Ostrel")
    page.event(
        "talks",
        "met",
        {"party": ["Lorasia", "Marl Front"], "venue": ["Ostrel"]},
        said,
        days=("2031-05-19", "2031-05-19"),
    )
    return page


def test_two_facts_are_merged_and_taken_apart_again(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    known = record(path, *quarrel()[:2], second())
    first, other = sorted((f for f in known.facts if f.type == "talks"), key=lambda f: -len(f.support))
    known = ruled(path, f"facts/{other.id}", "merge", first.id)
    assert len(talks(known).support) == 3
    assert len(talks(known).origins_for) == 3
    known = ruled(path, f"facts/{talks(known).id}", "split", other.support[0].mention)
    assert sorted(len(f.support) for f in known.facts if f.type == "talks") == [1, 2]


def test_a_mention_taken_out_of_its_fact(path: Path) -> None:
    mention = talks(open_record(path)).support[0].mention
    known = ruled(path, f"mentions/{mention}", "split")
    assert sorted(len(f.support) for f in known.facts) == [1, 1]


def test_merged_actors_are_one(tmp_path: Path) -> None:
    path, page = tmp_path / "r.db", meeting("c", "Courier", "B. Lenk", "2031-05-05")
    known = record(path, *quarrel()[:2], page)
    known = ruled(path, f"actors/{actor(known, 'B. Lenk')}", "merge", actor(known, "Bo Lenk"))
    assert "B. Lenk" not in {a.name for a in known.actor.values()}
    assert {a.name for a in known.actor[actor(known, "Bo Lenk")].aliases} == {"Bo Lenk", "B. Lenk"}


def test_two_spellings_that_are_one_person_are_one_origin(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    known = record(path, quarrel()[0], meeting("b", "Gazette", "Anna Perlee", "2031-05-05"))
    assert len(talks(known).origins_for) == 2
    known = ruled(path, f"actors/{actor(known, 'Anna Perlee')}", "merge", actor(known, "Ana Perle"))
    assert talks(known).status == "one_origin"


def test_a_name_is_taken_out_of_an_actor(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    known = record(path, quarrel()[0], meeting("b", "Gazette", "Anna Perlee", "2031-05-05"))
    known = ruled(path, f"actors/{actor(known, 'Anna Perlee')}", "merge", actor(known, "Ana Perle"))
    known = ruled(path, f"actors/{actor(known, 'Ana Perle')}", "split", "Anna Perlee")
    assert {"Ana Perle", "Anna Perlee"} <= {a.name for a in known.actor.values()}
    assert len(talks(known).origins_for) == 2


def test_what_is_no_actor_means_nobody(path: Path) -> None:
    key = actor(open_record(path), "Marl Front")
    known = ruled(path, f"actors/{key}", "reject")
    assert key not in known.actor
    assert {(a.text, a.actor) for a in talks(known).args if "Marl" in a.text} == {("Marl Front", None)}


def test_a_corrected_name_is_everywhere(path: Path) -> None:
    known = ruled(path, f"actors/{actor(open_record(path), 'Marl Front')}", "correct", "name=Marl Liberation Front")
    assert "Marl Liberation Front" in talks(known).summary


@pytest.mark.parametrize(("ruling", "value", "camp"), [("correct", "rebels", "rebels"), ("reject", None, "unknown")])
def test_the_camp_of_an_origin(ruling: str, value: str | None, camp: str, path: Path) -> None:
    key = origin(open_record(path), "Lorasia")
    known = ruled(path, f"camps/{key}", ruling, value)
    assert known.origin[key].camp == camp
    assert talks(known).by_camp[camp][1] == 1


def test_two_camps_are_one(path: Path) -> None:
    known = ruled(path, "camps/Lorasia", "merge", "the alliance")
    assert talks(known).by_camp["the alliance"] == [0, 1]
    assert "Lorasia" not in talks(known).by_camp


def test_a_rejected_link_marks_no_repeats(tmp_path: Path) -> None:
    first, copy = quarrel()[0], meeting("copy", "Mirror", "Ana Perle", "2031-05-05")
    mine, theirs = Span(0, len(copy.text), copy.text), Span(0, len(first.text), first.text)
    link = Link(ident("l"), copy.id, None, [mine], "republication", first.id, None, [theirs], "Herald", [], 1.0)
    copy.statements[0].copy_of = first.statements[0].id
    known = record(tmp_path / "r.db", first, copy, links=[link])
    assert [s.copy_of for s in known.statements if s.doc == copy.id] == [first.statements[0].id]
    known = ruled(tmp_path / "r.db", f"links/{link.id}", "reject")
    assert [s.copy_of for s in known.statements if s.doc == copy.id] == [None]
    assert known.rows("links") == [link]


# ---- nobody is unmasked ---------------------------------------------------------------------------


def refused(path: Path, what: str, ruling: str, value: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        append(path, what, ruling, value=value, **WHO)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    other = unnamed("e", "Courier", who="an envoy close to the talks")
    record(tmp_path / "s.db", quarrel()[0], unnamed("d", "Gazette"), other)
    return tmp_path / "s.db"


def test_unnamed_is_never_joined_to_named(secret: Path) -> None:
    known = open_record(secret)
    envoy, named = actor(known, "a tall envoy of the northern valley"), actor(known, "Ana Perle")
    refused(secret, f"actors/{envoy}", "merge", named, "never joined to somebody named")
    refused(secret, f"actors/{named}", "merge", envoy, "never joined to somebody named")
    refused(secret, f"actors/{envoy}", "correct", "name=Ana Perle", "no name and no profile")
    refused(secret, f"actors/{envoy}", "correct", "same_as=Q1", "no name and no profile")


def test_unnamed_is_never_joined_to_unnamed_of_another_reporter(secret: Path) -> None:
    known = open_record(secret)
    envoy, other = actor(known, "a tall envoy of the northern valley"), actor(known, "an envoy close to the talks")
    refused(secret, f"actors/{envoy}", "merge", other, "different reporters are never joined")


def test_statements_of_unnamed_people_are_never_joined(secret: Path) -> None:
    known = open_record(secret)
    named = statement(known, "Ana Perle says")
    first, second = sorted(s.id for s in known.statements if s.anonymous)
    refused(secret, f"statements/{first}", "merge", second, "different reporters")
    refused(secret, f"statements/{first}", "merge", named, "somebody named")
    refused(secret, f"statements/{first}", "correct", "anonymous=false", "stays unnamed")
    refused(secret, f"statements/{first}", "correct", f"source={actor(known, 'Ana Perle')}", "stays unnamed")


def test_an_old_ruling_does_not_unmask_who_is_unnamed_now(tmp_path: Path) -> None:
    from ceasewire.record.kept import kept_in

    path = tmp_path / "r.db"
    known = record(path, quarrel()[0], meeting("d", "Gazette", "the Miller", "2031-05-05"))
    append(path, f"actors/{actor(known, 'the Miller')}", "merge", value=actor(known, "Ana Perle"), **WHO)
    assert len(talks(open_record(path)).origins_for) == 1
    known = record(path, quarrel()[0], unnamed("d", "Gazette", who="the Miller"), kept=kept_in(path))
    assert len(talks(known).origins_for) == 2
