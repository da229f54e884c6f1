"""Reading on public gold: attribution, times, events, and what reading costs beside the parse.

    python benchmarks/reading.py

Each text is taken as it stands, every line of it body; where the gold gives a day of publication, that is the day.
PolNeAR marks sources by another rule than the codebook: of `the envoy, who said` the pronoun, of `reportedly` nothing.
Our sources are put into its terms before they are scored (`_in_terms_of_polnear`), and it counts attitudes
(`The envoy defended the deal`), which the record leaves out and the reader tells when asked for faint statements.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct
from spacy.language import Language

from ceasewire.export.jsonl import lines
from ceasewire.model import Document, Line, Reading, Source, Span, Statement, ident
from ceasewire.reading import pipeline, read
from ceasewire.reading.adopt import adopt
from ceasewire.reading.parse import parse

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
RELATIVE = re.compile(r"[\s,–—-]{1,4}(who|which|that)\b(?=[^.;:]{0,30}\Z)")  # from a source's end to its cue
SETS = {
    "attribution/polnear_dev": "attribution/score_attribution.py",
    "attribution/gum": "attribution/score_attribution.py",
    "times/meantime": "times/score_times.py",
    "times/timeset_dev": "times/score_times.py",
    "events/plover": "events/score_events.py",
}


def main() -> None:
    """Print what each scorer says, or that the gold is not here; then the cost."""
    for name, scorer in SETS.items():
        folder = BENCH / name
        if not folder.is_dir():
            print(f"{name}: nothing to measure, the shared benchmarks are not here.")
            continue
        with TemporaryDirectory() as scratch:
            _export(_documents(folder), Path(scratch), polnear="polnear" in name)
            print(f"== {name}", flush=True)
            subprocess.run([sys.executable, str(BENCH / scorer), scratch, str(folder)], check=True)
    if (BENCH / "attribution/polnear_dev").is_dir():
        _cost(_documents(BENCH / "attribution/polnear_dev")[:40])


def _documents(folder: Path) -> list[Document]:
    """The texts of a set, or one a sentence where the texts lie below."""
    table = folder / "docs.jsonl"
    rows = [json.loads(line) for line in table.read_text("utf-8").splitlines()] if table.exists() else []
    days = {row["doc"]: row.get("published") or row.get("date") for row in rows}
    return [_document(path, days.get(path.name)) for path in sorted(folder.rglob("*.txt")) if path.stem.isdigit()]


def _document(path: Path, day: str | None) -> Document:
    text = path.read_text("utf-8")
    found: list[Line] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Line(at, at + len(line), "body"))
        at += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    return Document(
        ident("document", path.name, digest), path.name, None, None, digest, text, "en", True, None, None, "report",
        None, None, None, None, day, day, day, [], found,
    )  # fmt: skip


def _export(documents: list[Document], folder: Path, polnear: bool) -> None:
    nlp = pipeline()
    readings = [adopt(read(document, nlp, faint=polnear), document) for document in documents]
    for document, reading in zip(documents, readings, strict=True):
        for statement in reading.statements if polnear else ():
            _in_terms_of_polnear(statement, document.text)
    _put(folder / "documents.jsonl", documents)
    for name in ("actors", "statements", "mentions", "times"):
        _put(folder / f"{name}.jsonl", [row for reading in readings for row in _rows(reading, name)])


def _in_terms_of_polnear(statement: Statement, text: str) -> None:
    """The pronoun of a relative clause as its source; no source where the cue itself is ours."""
    span, cue = statement.source.span, statement.cue
    if span is None:
        return
    if span == cue:
        statement.source = Source(None, None)
    elif found := RELATIVE.match(text, span.end, cue.start):
        statement.source = Source(Span(found.start(1), found.end(1), found.group(1)), statement.source.actor)


def _rows(reading: Reading, name: str) -> list[Any]:
    rows: list[Any] = getattr(reading, name)
    return rows


def _put(path: Path, rows: Iterable[Struct]) -> None:
    path.write_bytes(b"".join(lines(rows)))


def _cost(documents: list[Document]) -> None:
    """Seconds of the parse alone and of the whole reading, text by text, each at its best of three."""
    nlp = pipeline()
    for document in documents[:3]:
        read(document, nlp)
    spent = {"parse": 0.0, "whole": 0.0}
    for document in documents:
        for name, work in (("parse", parse), ("whole", read)):
            spent[name] += min(_seconds(work, document, nlp) for _ in range(3))
    words = sum(len(document.text.split()) for document in documents)
    after = spent["whole"] - spent["parse"]
    print(f"== cost of reading {words:,} words")
    print(f"parse {spent['parse']:.1f} s, everything after it {after:.1f} s: {after / spent['parse']:.2f} of the parse")


def _seconds(work: Callable[[Document, Language], object], document: Document, nlp: Language) -> float:
    start = time.process_time()
    work(document, nlp)
    return time.process_time() - start


if __name__ == "__main__":
    main()
