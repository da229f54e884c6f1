"""Lineage: who took from whom, as graphs and as aligned texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ceasewire.dossier.aligned import aligned
from ceasewire.dossier.draw.graph import Edge, Graph, Node, graph
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.words import outlet
from ceasewire.model import Document, Link
from ceasewire.show.words import LINK

FAMILIES = 8  # on one leaf
LISTED = 60  # links of the list on one leaf
DRAWN = 48  # nodes of one picture


def lineage(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Families of pages that have words from one another, the largest first."""
    families = _families(shelf)
    total = len(shelf.known("SELECT id FROM tie"))
    leaves = max(-(-len(families) // FAMILIES), -(-total // LISTED), 1)
    leaf = number(asked, "leaf", 1, leaves)
    shown = shelf.many(
        Link, shelf.keys("SELECT id FROM tie ORDER BY rowid LIMIT ? OFFSET ?", LISTED, (leaf - 1) * LISTED)
    )
    values: dict[str, object] = {
        "basis": basis(shelf),
        "pictures": [_picture(shelf, keys, links) for keys in families[(leaf - 1) * FAMILIES : leaf * FAMILIES]],
        "families": len(families),
        "kinds": Counter(str(kind) for (kind,) in shelf.known("SELECT kind FROM tie")).most_common(),
        "links": shown,
        "documents": {d.id: d for d in shelf.many(Document, _docs(shown))},
        "total": total,
        "leaf": leaf,
        "leaves": leaves,
        "LINK": LINK,
        "outlet": outlet,
    }
    return Sheet("lineage.html", "Lineage", values)


def link(shelf: Shelf, key: str, asked: Asked, links: Links, *, full: bool = True) -> Sheet:
    """One link: the two texts side by side with what was cut, added and altered. Raises Missing."""
    found = shelf.get(Link, key)
    if found is None:
        raise Missing(key)
    documents = {d.id: d for d in shelf.many(Document, _docs([found]))}
    values: dict[str, object] = {
        "link": found,
        "basis": basis(shelf),
        "taker": documents[found.doc],
        "giver": documents.get(found.of_doc or ""),
        "rows": aligned(found, documents) if found.of_doc in documents and full else [],
        "full": full,
        "LINK": LINK,
        "outlet": outlet,
    }
    return Sheet("link.html", f"{outlet(documents[found.doc])} {LINK[found.kind]}", values)


def _docs(found: Sequence[Link]) -> list[str]:
    return [doc for row in found for doc in (row.doc, row.of_doc) if doc]


def _families(shelf: Shelf) -> list[list[str]]:
    """The ids of the links of each family. A name that is no page of ours joins nobody."""
    leader: dict[str, str] = {}

    def lead(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    rows = shelf.known("SELECT id, doc, of_doc FROM tie ORDER BY rowid")
    for _, doc, of_doc in rows:
        if of_doc:
            leader[lead(str(of_doc))] = lead(str(doc))
    found: dict[str, list[str]] = defaultdict(list)
    for key, doc, _ in rows:
        found[lead(str(doc))].append(str(key))
    return sorted(found.values(), key=lambda keys: (-len(keys), keys[0]))


def _picture(shelf: Shelf, keys: Sequence[str], links: Links) -> Graph:
    found = shelf.many(Link, keys[:DRAWN])
    documents = {d.id: d for d in shelf.many(Document, _docs(found))}
    nodes: dict[str, Node] = {}
    edges = []
    for row in found:
        giver = _giver(row, documents, links)
        taker = _node(documents[row.doc], links)
        nodes |= {giver.key: giver, taker.key: taker}
        edges.append(Edge(giver.key, taker.key, row.kind, LINK[row.kind]))
    return graph(list(nodes.values()), edges)


def _giver(row: Link, documents: dict[str, Document], links: Links) -> Node:
    if row.of_doc in documents:
        return _node(documents[row.of_doc], links)
    name = row.of_outlet or "a source not named"
    return Node(f"outlet:{name}", name, "not among the pages", "relay")


def _node(document: Document, links: Links) -> Node:
    note = " · ".join(filter(None, (document.published or "no day", (document.title or "").strip())))
    return Node(document.id, outlet(document), note, "page", links.to("page", document.id))
