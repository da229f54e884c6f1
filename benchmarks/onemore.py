"""What one more page costs beside a record of so many pages, and how many of its links are found.

    python benchmarks/onemore.py [PAGES ...]      unless told, 1000 pages

Forty pages are held out of a generated collection; the others make the record, without being read.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Link
from ceasewire.record.header import header
from ceasewire.record.onemore import links_of
from ceasewire.record.store import write
from corpus import apart, generated, print_table, timed

HELD_OUT = 40


def main() -> None:
    """Measure the sizes asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=[1000])
    rows = []
    for count in parser.parse_args().pages:
        folder = generated(count)
        if folder is None:
            return
        took = apart(measured, folder)
        cells = (f"{took['one'] * 1000:.1f}", f"{took['bytes']:,.0f}", f"{took['found']:.0f} of {took['links']:.0f}")
        rows.append([f"{count:,}", *cells])
    print_table(["pages", "one more page, ms", "index, bytes a page", "links found"], rows)


def measured(folder: Path) -> dict[str, float]:
    """Seconds of processor time a page, bytes of index a page, and links found of those that a whole build finds."""
    took: dict[str, float] = {}
    documents = [page for page in take_in([folder / "docs"]) if isinstance(page, Document)]
    held = documents[:: len(documents) // HELD_OUT][:HELD_OUT]
    out = {page.id for page in held}
    wanted = {_ends(link) for link in trace(documents) if link.of_spans and link.doc in out and link.of_doc not in out}
    found: set[tuple[str, str | None]] = set()
    with TemporaryDirectory() as room:
        path = Path(room) / "record.db"
        rest = [page for page in documents if page.id not in out]
        write(path, header(rest, [], "benchmark"), {"documents": rest}, {})
        with timed(took, "one", time.process_time):
            for page in held:
                found |= {_ends(link) for link in links_of(path, page)}
        took["bytes"] = _index(path) / len(rest)
    return took | {"one": took["one"] / len(held), "links": len(wanted), "found": len(wanted & found)}


def _ends(link: Link) -> tuple[str, str | None]:
    return link.doc, link.of_doc


def _index(path: Path) -> int:
    """The bytes of the index: what the file loses without it."""
    whole = path.stat().st_size
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE fingerprints")
        connection.commit()
        connection.execute("VACUUM")
    connection.close()
    return whole - path.stat().st_size


if __name__ == "__main__":
    main()
