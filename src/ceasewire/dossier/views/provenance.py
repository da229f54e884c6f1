"""The provenance of a fact as a graph: origins, what relayed them, the pages, and the pages that copied those."""

from __future__ import annotations

from collections.abc import Iterator

from ceasewire.dossier.draw.graph import Edge, Graph, Node, graph
from ceasewire.dossier.links import Links
from ceasewire.dossier.words import outlet
from ceasewire.model import Document, Origin
from ceasewire.record import Record
from ceasewire.show.path import Behind, Leaf, Sides

MOST = 60  # nodes


def provenance(sides: Sides, record: Record, links: Links) -> Graph | None:
    """The graph of a fact's paths; None where it would say nothing or hold too much to be read."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for kind, rows in (("for", sides.support), ("against", sides.dispute)):
        for row in rows:
            if row.counted and row.origin:
                _add(row, row.origin, kind, record, links, nodes, edges)
    return graph(list(nodes.values()), edges) if 1 < len(nodes) <= MOST else None


def _add(
    row: Behind, origin: Origin, kind: str, record: Record, links: Links, nodes: dict[str, Node], edges: list[Edge]
) -> None:
    start = f"{kind}:{origin.id}"
    nodes[start] = Node(start, origin.name, f"{origin.camp} · {kind}", kind)
    docs = {leaf.doc for leaf in row.pages}
    for leaf in row.pages:
        nodes.setdefault(leaf.doc, page_node(record.document[leaf.doc], links, leaf))
        givers = [link.of_doc for link in leaf.lineage if link.of_doc in docs and link.kind != "citation"]
        if givers:
            edges += [Edge(str(giver), leaf.doc, "copy") for giver in givers]
        else:
            edges += _way(start, leaf, kind, record, nodes)


def _way(start: str, leaf: Leaf, kind: str, record: Record, nodes: dict[str, Node]) -> Iterator[Edge]:
    """From an origin to a page, through whoever relayed it."""
    own = record.document[leaf.doc].origin
    relays = [name for name in max((way.chain for way in leaf.ways), key=len, default=[])[:-1] if name != own]
    here = start
    for name in reversed(relays):
        key = f"relay:{name}"
        nodes.setdefault(key, Node(key, name, "relays it", "relay"))
        yield Edge(here, key, kind)
        here = key
    yield Edge(here, leaf.doc, kind)


def page_node(document: Document, links: Links, leaf: Leaf | None = None) -> Node:
    """A page as a node; it leads to the words on it."""
    words = leaf.ways[0].words if leaf else None
    note = f"{document.published or 'no day'}{' · copies' if leaf and all(w.copy_of for w in leaf.ways) else ''}"
    return Node(document.id, outlet(document), note, "page", links.to("page", document.id, words))
