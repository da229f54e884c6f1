"""The view of lineage: whose words stand on which page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.model import Link
from ceasewire.record import Record
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import LINK, basis, count, cut, page


@dataclass(frozen=True)
class Lineage:
    """Every link, by the page that it starts on."""

    name: str = "lineage"

    def data(self, record: Record) -> object:
        """The links as in the export."""
        return record.links

    def lines(self, record: Record) -> Iterator[Line]:
        """Every page with links, and its links."""
        kinds = ", ".join(
            f"{kind} {number}" for kind, number in Counter(link.kind for link in record.links).most_common()
        )
        yield line((count(len(record.links), "link"), "bold"), f" ({basis(record)})", f": {kinds}" if kinds else "")
        for doc, links in record.links_of.items():
            yield blank()
            yield line((page(record.document[doc]), "bold"))
            for link in links:
                yield from link_lines(link, record, indent=2)


def link_lines(link: Link, record: Record, indent: int = 0) -> Iterator[Line]:
    """A link, and the words that show it."""
    yield line(says(link, record), indent=indent)
    if link.evidence:
        yield line(
            ("shown by ", "dim"), "; ".join(f"“{cut(e.text, 90)}”" for e in link.evidence[:2]), indent=indent + 2
        )


def says(link: Link, record: Record) -> str:
    """`holds an excerpt of The Herald, 2021-09-07, a.txt (612 characters)`."""
    source = record.document.get(link.of_doc or "")
    of = page(source) if source else f"{link.of_outlet or 'a source not named'} (not among the pages)"
    size = sum(span.end - span.start for span in link.spans)
    return f"{LINK[link.kind]} {of}" + (f" ({count(size, 'character')})" if size else "")
