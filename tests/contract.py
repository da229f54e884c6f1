"""A validator of exports: every file and field of the contract and no other, types, exact spans, references, intervals.

Written from the contract, not from the code. `problems(folder)` gives one line a fault; an export without any is sound.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str)


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def number(value: Any) -> bool:
    return whole(value) or isinstance(value, float)


def flag(value: Any) -> bool:
    return isinstance(value, bool)


def share(value: Any) -> bool:
    return number(value) and 0 <= value <= 1


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def table(check: Check) -> Check:
    return lambda value: isinstance(value, dict) and all(check(item) for item in value.values())


def one_of(*words: str) -> Check:
    return lambda value: value in words


def fields(**checks: Check) -> Check:
    """An object with these fields, in any order, and no other."""
    checks = {name.rstrip("_"): check for name, check in checks.items()}
    return lambda value: (
        isinstance(value, dict) and value.keys() == checks.keys() and all(checks[k](v) for k, v in value.items())
    )


def day(value: Any) -> bool:
    """`2021-09-07` or `2021-09-07T18:00Z`."""
    if not text(value):
        return False
    try:
        if "T" in value:
            return bool(datetime.strptime(value, "%Y-%m-%dT%H:%MZ").strftime("%Y-%m-%dT%H:%MZ") == value)
        return bool(date.fromisoformat(value).isoformat() == value)
    except ValueError:
        return False


def interval(value: Any) -> bool:
    if not fields(start=maybe(day), end=maybe(day))(value):
        return False
    return not (value["start"] and value["end"]) or bool(value["start"][:10] <= value["end"][:10])


def span(value: Any) -> bool:
    if not fields(start=whole, end=whole, text=text)(value):
        return False
    return bool(0 <= value["start"] < value["end"] and len(value["text"]) == value["end"] - value["start"])


ROLES = one_of("title", "byline", "body", "caption", "credit", "furniture")
GENRES = one_of("report", "column", "interview", "agency", "release", "agreement", "monitor", "post", "live")
REALIS = one_of("occurred", "ongoing", "planned", "proposed", "hypothetical", "denied")
STATUS = one_of("contested", "denied", "several_origins", "one_origin")
ARG = fields(role=text, span=maybe(span), actor=maybe(text), text=text)
SIDE = fields(doc=text, span=span, statement=maybe(text), origin=maybe(text))
REACH = one_of("whole", "agent", "intent", "figure", "date", "place", "terms")
PASSAGE = fields(mention=maybe(text), statement=maybe(text), origin=maybe(text), disputes=maybe(REACH))

FILES: dict[str, dict[str, Check]] = {
    "documents": {
        "id": text, "path": text, "url": maybe(text), "retrieved": maybe(text), "sha256": text, "text": text,
        "language": maybe(text), "read": lambda v: v is True or (text(v) and v), "outlet": maybe(text),
        "origin": maybe(text), "genre": maybe(GENRES), "rights": maybe(text), "title": maybe(text),
        "byline": maybe(text), "dateline": maybe(text), "published": maybe(day), "published_earliest": maybe(day),
        "published_latest": maybe(day), "published_basis": many(fields(span=maybe(span), why=text)),
        "lines": many(fields(start=whole, end=whole, role=ROLES)), "raw": lambda v: True,
    },
    "failures": {"path": text, "reason": text},
    "links": {
        "id": text, "doc": text, "span": maybe(span), "spans": many(span),
        "kind": one_of("republication", "excerpt", "rewrite", "translation", "update", "correction", "citation"),
        "of_doc": maybe(text), "of_span": maybe(span), "of_spans": many(span), "of_outlet": maybe(text),
        "evidence": many(span), "score": number,
    },
    "actors": {
        "id": text, "name": text,
        "kind": one_of("state", "government", "armed_group", "opposition_body", "monitor", "organisation", "outlet",
                       "person", "group", "place"),
        "aliases": many(fields(name=text, doc=text, span=span)), "affiliation": maybe(text), "controller": maybe(text),
        "same_as": many(text),
    },
    "relations": {
        "id": text, "kind": one_of("member_of", "speaks_for", "backs", "splinter_of", "part_of", "leads"),
        "from": text, "to": text, "interval": maybe(interval), "doc": text, "span": span, "statement": maybe(text),
    },
    "places": {
        "id": text, "name": text, "lat": maybe(number), "lon": maybe(number), "precision": maybe(whole),
        "within": maybe(text),
    },
    "times": {
        "id": text, "doc": text, "span": span, "interval": maybe(interval),
        "bare": maybe(fields(span=span, interval=maybe(interval))),
        "granularity": one_of("hour", "day", "week", "month", "quarter", "year", "decade", "part", "range", "vague"),
    },
    "statements": {
        "id": text, "doc": text, "source": fields(span=maybe(span), actor=maybe(text)), "anonymous": flag,
        "count": maybe(whole), "reason": maybe(span),
        "basis": maybe(one_of("took_part", "witnessed", "briefed", "document", "inferred", "hearsay")),
        "affiliation": maybe(text), "cue": span, "content": many(span), "mode": one_of("direct", "indirect", "mixed"),
        "stance": one_of("asserts", "denies", "confirms", "no_knowledge", "no_comment", "accuses", "demands",
                         "promises", "predicts", "doubts"),
        "chain": many(text), "inside": maybe(text), "origin": maybe(text), "copy_of": maybe(text), "confidence": share,
    },
    "mentions": {
        "id": text, "doc": text, "type": maybe(text), "trigger": span, "args": many(ARG), "phase": maybe(text),
        "time": maybe(fields(interval=maybe(interval), span=maybe(span))), "realis": REALIS, "statement": maybe(text),
        "plover": maybe(fields(event=maybe(text), mode=maybe(text))), "cameo": maybe(text), "copy_of": maybe(text),
        "confidence": share,
    },
    "origins": {
        "id": text, "name": text, "kind": one_of("person", "body", "group", "outlet", "document", "unnamed"),
        "count": maybe(whole), "camp": text, "background": flag, "reached_through": many(text),
    },
    "facts": {
        "id": text, "type": text, "summary": text, "args": many(ARG), "interval": maybe(interval), "place": maybe(text),
        "terms": many(span), "realis": REALIS, "status": STATUS, "support": many(PASSAGE), "dispute": many(PASSAGE),
        "origins_for": many(text), "origins_against": many(text), "origins_possible": many(whole),
        "by_camp": table(lambda v: many(whole)(v) and len(v) == 2),
        "figures": many(fields(what=text, value=maybe(number), bound=text, origins=many(text))),
        "history": many(fields(as_of=day, status=STATUS, realis=REALIS)), "first_reported": maybe(day),
        "last_reported": maybe(day), "track": maybe(text),
    },
    "contradictions": {
        "id": text, "about": text,
        "kind": one_of("flat", "agent", "terms", "scope", "figure", "silence", "expectation"),
        "a": many(SIDE), "b": many(SIDE),
    },
    "tracks": {
        "id": text, "name": text, "kind": text, "facts": many(text), "parties": many(text), "mediators": many(text),
        "guarantors": many(text), "signatories": many(text), "venues": many(text), "excluded": many(text),
        "scope": many(text), "terms": many(span), "oversight": many(text), "violations": many(text),
        "interval": maybe(interval), "state": maybe(text), "camps": table(many(text)),
    },
    "clauses": {
        "id": text, "track": text, "topic": text, "obliged": maybe(text), "beneficiary": maybe(text),
        "action": maybe(text), "quantity": maybe(text), "place": maybe(text), "deadline": maybe(text),
        "condition": maybe(text), "draft": flag, "spans": many(span),
        "positions": many(fields(actor=text, position=text, day=maybe(day), statement=maybe(text))),
        "implemented": maybe(text),
    },
    "rulings": {
        "id": text, "what": text, "ruling": text, "value": maybe(text), "by": text, "at": text, "why": text,
        "undoes": maybe(text),
    },
}  # fmt: skip

HEADER = fields(
    contract=lambda v: v == 1,
    built_with=text,
    inputs=fields(count=whole, sha256=text),
    as_of=maybe(day),
    pages=fields(read=whole, not_read=whole, failed=whole, by_language=table(whole)),
)

# Fields that hold ids of rows of another file: a name, a list of names, or names inside the objects of a list.
REFERENCES: dict[str, dict[str, str]] = {
    "links": {"doc": "documents", "of_doc": "documents"},
    "actors": {"affiliation": "actors", "aliases.doc": "documents"},
    "relations": {"from": "actors", "to": "actors", "doc": "documents", "statement": "statements"},
    "places": {"id": "actors"},
    "times": {"doc": "documents"},
    "statements": {
        "doc": "documents", "source.actor": "actors", "affiliation": "actors", "inside": "statements",
        "origin": "origins", "copy_of": "statements",
    },
    "mentions": {"doc": "documents", "args.actor": "actors", "statement": "statements", "copy_of": "mentions"},
    "origins": {"reached_through": "documents"},
    "facts": {
        "args.actor": "actors", "place": "actors", "support.mention": "mentions", "support.statement": "statements",
        "support.origin": "origins", "dispute.mention": "mentions", "dispute.statement": "statements",
        "dispute.origin": "origins", "origins_for": "origins", "origins_against": "origins",
        "figures.origins": "origins", "track": "tracks",
    },
    "contradictions": {
        side + field: file for side in ("a.", "b.")
        for field, file in (("doc", "documents"), ("statement", "statements"), ("origin", "origins"))
    },
    "tracks": {"facts": "facts", "violations": "facts"},
    "clauses": {"track": "tracks", "positions.statement": "statements"},
}  # fmt: skip


def load(folder: Path) -> dict[str, list[Row]]:
    """The rows of every file of an export, by its name without `.jsonl`."""
    return {name: _rows(folder / f"{name}.jsonl") for name in FILES}


def problems(folder: Path) -> list[str]:
    """Every fault of an export, one line each."""
    wanted = {"record.json", *(f"{name}.jsonl" for name in FILES)}
    found = {path.name for path in folder.iterdir()}
    if found != wanted:
        return [f"files missing: {sorted(wanted - found)}, files too many: {sorted(found - wanted)}"]
    rows = load(folder)
    shape = [*_bytes(folder), *_header(folder, rows), *_fields(rows)]
    return shape or [*_ids(rows), *_references(rows), *_spans(rows)]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n")[:-1]]


def _bytes(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        raw = path.read_bytes()
        if b"\r" in raw or (raw and not raw.endswith(b"\n")) or b"\n\n" in raw:
            yield f"{path.name}: lines do not all end with one line feed"


def _header(folder: Path, rows: dict[str, list[Row]]) -> Iterator[str]:
    head = json.loads((folder / "record.json").read_text("utf-8"))
    if not HEADER(head):
        yield f"record.json: {head}"
    elif head["pages"]["read"] != sum(row["read"] is True for row in rows["documents"]):
        yield "record.json: pages read are not those of documents.jsonl"


def _fields(rows: dict[str, list[Row]]) -> Iterator[str]:
    for name, checks in FILES.items():
        for row in rows[name]:
            if list(row) != list(checks):
                yield f"{name}: fields {list(row)}"
            for field, check in checks.items():
                if field in row and not check(row[field]):
                    yield f"{name}.{field}: {str(row[field])[:200]}"


def _ids(rows: dict[str, list[Row]]) -> Iterator[str]:
    for name in FILES:
        key = "path" if name == "failures" else "id"
        seen: set[str] = set()
        for row in rows[name]:
            if row[key] in seen and name != "failures":
                yield f"{name}: {row[key]} twice"
            seen.add(row[key])
    paths = [row["path"] for row in rows["documents"]]
    if len(paths) != len(set(paths)):
        yield "documents: two of one path"


def _references(rows: dict[str, list[Row]]) -> Iterator[str]:
    known = {name: {row.get("id") for row in rows[name]} for name in FILES}
    for name, references in REFERENCES.items():
        for field, file in references.items():
            for row in rows[name]:
                for value in _values(row, field.split(".")):
                    if value is not None and value not in known[file]:
                        yield f"{name}.{field}: {value} is not in {file}"


def _values(value: Any, keys: list[str]) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _values(item, keys)
    elif not keys or value is None:
        yield value
    else:
        yield from _values(value[keys[0]], keys[1:])


def _spans(rows: dict[str, list[Row]]) -> Iterator[str]:
    texts = {row["id"]: row["text"] for row in rows["documents"]}
    homes = {row["id"]: row["doc"] for name in ("mentions", "statements") for row in rows[name]}
    for name in FILES:
        for row in rows[name]:
            for docs, found in _placed(name, row, homes):
                if not any(texts.get(doc, "")[found["start"] : found["end"]] == found["text"] for doc in docs):
                    yield f"{name}: {found} does not stand in {sorted(docs)}"
    for row in rows["documents"]:
        yield from _lines(row)


def _lines(document: Row) -> Iterator[str]:
    """The lines are the non-empty ones, each once, in order."""
    kept = "".join(document["text"][row["start"] : row["end"]] for row in document["lines"])
    starts = [row["start"] for row in document["lines"]]
    if "".join(kept.split()) != "".join(document["text"].split()) or starts != sorted(starts):
        yield f"documents: lines of {document['path']} are not its non-empty lines"


def _placed(name: str, row: Row, homes: dict[str, str]) -> Iterator[tuple[set[str], Row]]:
    """Every span of a row with the documents that it may stand in."""
    if name == "actors":
        yield from (({alias["doc"]}, alias["span"]) for alias in row["aliases"])
    elif name == "contradictions":
        yield from (({side["doc"]}, side["span"]) for side in row["a"] + row["b"])
    elif name == "links":
        source = [found for found in [row["of_span"], *row["of_spans"]] if found]
        yield from (({row["of_doc"]}, found) for found in source)
        yield from (({row["doc"]}, found) for found in _found([row["span"], row["spans"], row["evidence"]]))
    elif name == "facts":
        passages = [p[k] for p in row["support"] + row["dispute"] for k in ("mention", "statement")]
        docs = {homes[key] for key in passages if key in homes}
        yield from ((docs, found) for found in _found([row["args"], row["terms"]]))
    elif name in ("tracks", "clauses"):
        yield from ((set(homes.values()), found) for found in _found(list(row.values())))
    elif name != "documents":
        yield from (({row["doc"]}, found) for found in _found(list(row.values())))
    else:
        yield from (({row["id"]}, basis["span"]) for basis in row["published_basis"] if basis["span"])


def _found(values: Iterable[Any]) -> Iterator[Row]:
    """Every span in a nest of lists and objects."""
    for value in values:
        if isinstance(value, list):
            yield from _found(value)
        elif isinstance(value, dict):
            if value.keys() == {"start", "end", "text"}:
                yield value
            else:
                yield from _found(value.values())
