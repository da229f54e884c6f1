"""The graph from a fact to the characters on pages, as Graphviz dot text."""

from __future__ import annotations

from collections.abc import Iterator

from ceasewire.record import Record
from ceasewire.show.paint import clean
from ceasewire.show.path import Behind, Leaf, trace
from ceasewire.show.words import SHORT, cut, page, sentence


def dot(record: Record, prefix: str) -> str:
    """The graph of the fact whose id begins with `prefix`: fact, sources, pages, words. Raises RecordError."""
    fact = record.fact(prefix)
    sides = trace(fact, record)
    rows = ["digraph why {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    rows.append(_node("fact", f"{fact.id[:SHORT]} {cut(fact.summary, 120)}", sentence(fact), shape="box"))
    for name, found, style in (("for", sides.support, "solid"), ("against", sides.dispute, "dashed")):
        for number, behind in enumerate(found):
            rows += _source(f"{name}{number}", behind, style, record)
    return "\n".join([*rows, "}"]) + "\n"


def _source(key: str, behind: Behind, style: str, record: Record) -> Iterator[str]:
    origin = behind.origin
    name = origin.name if origin else "no origin"
    about = f"{origin.kind}, camp {origin.camp}" if origin else ""
    yield _node(key, name, about, shape="ellipse", style="solid" if behind.counted else "dotted")
    yield _edge("fact", key, "" if behind.counted else "adds nothing to the count", style)
    for number, leaf in enumerate(behind.pages):
        yield from _page(f"{key}p{number}", key, leaf, record)


def _page(key: str, above: str, leaf: Leaf, record: Record) -> Iterator[str]:
    yield _node(key, page(record.document[leaf.doc]), "", shape="note")
    yield _edge(above, key, "")
    for number, way in enumerate(leaf.ways):
        words = f"{cut(way.before, 60)} [{way.words.text}] {cut(way.after, 60)}"
        yield _node(f"{key}w{number}", f"{way.words.start}-{way.words.end}", words, shape="plaintext")
        yield _edge(key, f"{key}w{number}", way.stance or "", "dashed" if way.copy_of else "solid")


def _node(key: str, *lines: str, **looks: str) -> str:
    label = "\\n".join(_quoted(line) for line in lines if line)
    more = "".join(f", {name}={told}" for name, told in looks.items())
    return f'  {key} [label="{label}"{more}];'


def _edge(one: str, other: str, label: str, style: str = "solid") -> str:
    return f'  {one} -> {other} [label="{_quoted(label)}", style={style}];'


def _quoted(text: str) -> str:
    """Text within dot's quotes; nothing of a page ends them, and its backslashes mean nothing."""
    return clean(text).replace("\\", "\\\\").replace('"', '\\"')
