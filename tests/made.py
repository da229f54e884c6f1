"""A record made by hand: three invented pages and one contested fact, for tests of store, exports and views."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ceasewire.model import (
    Actor,
    Alias,
    Arg,
    Basis,
    Contradiction,
    Document,
    Fact,
    Failure,
    Figure,
    Interval,
    Line,
    Link,
    Mention,
    Moment,
    Origin,
    Passage,
    Side,
    Source,
    Span,
    Statement,
    Story,
    Track,
    When,
)
from ceasewire.record import Record, open_record
from ceasewire.record.header import header
from ceasewire.record.rows import rows_of
from ceasewire.record.store import write

PAGES = {
    "herald.txt": "Secret talks in Ostrel\n\nAn envoy of Veldania told the Herald that talks with the Marrow Front "
    "began in Ostrel on Monday.",
    "mirror.txt": "Herald: talks began\n\nAn envoy of Veldania told the Herald that talks with the Marrow Front "
    "began in Ostrel on Monday.",
    "radio.txt": "No talks\n\n“There were no talks in Ostrel,” said Ada Brenn, a spokeswoman of the Marrow Front.",
}
DAYS = {"herald.txt": "2031-05-06", "mirror.txt": "2031-05-07", "radio.txt": "2031-05-08"}


def document(path: str, text: str, day: str | None = None, outlet: str | None = None) -> Document:
    """A page whose first line is its title and whose other lines are body."""
    lines: list[Line] = []
    at = 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(at, at + len(row), "body" if lines else "title"))
        at += len(row) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        f"d-{path}", path, None, None, digest, text, "en", True, outlet, outlet, "report", None,
        text.partition("\n")[0], None, None, day, day, day, [Basis(None, "metadata")] if day else [], lines,
    )  # fmt: skip


def at(page: Document, words: str, after: str = "") -> Span:
    """The span of the words on a page, the first one behind `after`."""
    start = page.text.index(words, page.text.index(after) if after else 0)
    return Span(start, start + len(words), words)


def documents() -> list[Document]:
    """The three pages."""
    outlets = {"herald.txt": "The Herald", "mirror.txt": "The Mirror", "radio.txt": "Radio Marrow"}
    return [document(path, text, DAYS[path], outlets[path]) for path, text in PAGES.items()]


def links() -> list[Link]:
    """The Mirror holds the Herald's sentence."""
    herald, mirror, _ = documents()
    shared, source = at(mirror, mirror.text.split("\n")[2]), at(herald, herald.text.split("\n")[2])
    evidence = [at(mirror, "told the Herald")]
    return [
        Link("l1", mirror.id, shared, [shared], "excerpt", herald.id, source, [source], "The Herald", evidence, 1.0)
    ]


def _statement(key: str, page: Document, copy_of: str | None) -> Statement:
    return Statement(
        key, page.id, Source(at(page, "An envoy of Veldania"), "envoy"), True, 1, None, None, "veldania",
        at(page, "told the Herald"), [at(page, "talks with the Marrow Front began in Ostrel on Monday")], "indirect",
        "asserts", ["The Mirror", "The Herald", "an envoy"] if copy_of else ["The Herald", "an envoy"], None, "o1",
        copy_of, 0.9,
    )  # fmt: skip


def _mention(key: str, page: Document, statement: str, copy_of: str | None = None, realis: str = "occurred") -> Mention:
    args = [Arg("venue", at(page, "Ostrel", "talks in" if realis == "denied" else "began in"), "ostrel", "Ostrel")]
    trigger = at(page, "talks", "no talks" if realis == "denied" else "that talks")
    when = When(Interval("2031-05-05", "2031-05-05"), None)
    return Mention(
        key, page.id, "talks", trigger, args, None, when, "denied" if realis == "denied" else "occurred", statement,
        None, "036", copy_of, 0.8,
    )  # fmt: skip


def story() -> Story:
    """One contested fact, its contradiction and its track."""
    herald, mirror, radio = documents()
    actors = [
        Actor("veldania", "Veldania", "government", [Alias("Veldania", herald.id, at(herald, "Veldania"))]),
        Actor("front", "Marrow Front", "armed_group", [Alias("Marrow Front", radio.id, at(radio, "Marrow Front"))]),
        Actor("envoy", "an envoy", "person", [], "veldania"),
        Actor("brenn", "Ada Brenn", "person", [Alias("Ada Brenn", radio.id, at(radio, "Ada Brenn"))], "front"),
        Actor("ostrel", "Ostrel", "place", []),
    ]
    denial = Statement(
        "s3", radio.id, Source(at(radio, "Ada Brenn"), "brenn"), False, None, None, None, "front", at(radio, "said"),
        [at(radio, "There were no talks in Ostrel,")], "direct", "denies", ["Radio Marrow", "Ada Brenn"], None, "o2",
        None, 0.9,
    )  # fmt: skip
    statements = [_statement("s1", herald, None), _statement("s2", mirror, "s1"), denial]
    mentions = [
        _mention("m1", herald, "s1"),
        _mention("m2", mirror, "s2", "m1"),
        _mention("m3", radio, "s3", realis="denied"),
    ]
    origins = [
        Origin("o1", "an envoy of Veldania", "unnamed", 1, "Veldania", False, [herald.id, mirror.id]),
        Origin("o2", "Ada Brenn", "person", None, "Marrow Front", False, [radio.id]),
    ]
    fact = Fact(
        "f0123456789abcde", "talks", "talks between Veldania and Marrow Front in Ostrel",
        [Arg("party", None, "veldania", "Veldania"), Arg("venue", None, "ostrel", "Ostrel")],
        Interval("2031-05-05", "2031-05-05"), "ostrel", [], "occurred", "contested",
        [Passage("m1", "s1", "o1", None), Passage("m2", "s2", "o1", None)], [Passage("m3", "s3", "o2", "whole")],
        ["o1"], ["o2"], [1, 1], {"Marrow Front": [0, 1], "Veldania": [1, 0]},
        [Figure("envoys", 2.0, "at_least", ["o1"])],
        [Moment("2031-05-06", "one_origin", "occurred"), Moment("2031-05-08", "contested", "occurred")],
        "2031-05-06", "2031-05-08", "t1",
    )  # fmt: skip
    clash = Contradiction(
        "c1", fact.id, "flat", [Side(herald.id, at(herald, "talks", "that talks"), "s1", "o1")],
        [Side(radio.id, at(radio, "no talks in Ostrel"), "s3", "o2")],
    )  # fmt: skip
    track = Track(
        "t1", "Talks of Veldania in Ostrel", "talks", [fact.id], ["veldania", "front"], [], [], [], ["ostrel"], [], [],
        [], [], [], fact.interval, "occurred", {"Veldania": ["veldania"]},
    )  # fmt: skip
    return Story(actors, [], [], [], statements, mentions, origins, [fact], [clash], [track], [], [])


def record(path: Path) -> Record:
    """The record of all this, in a file."""
    failures = [Failure("empty.txt", "is empty")]
    rows = rows_of(documents(), failures, links(), story())
    write(path, header(documents(), failures, "ceasewire of the tests"), rows, {})
    return open_record(path)
