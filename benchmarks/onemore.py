"""What one more page costs beside a record of so many pages, and how many of its links are found.

    python benchmarks/onemore.py [PAGES ...] [--times N]      unless told, 1000 pages

With `--times` every page stands in the record N times, each time in other letters: many pages at little cost, but
stock words are shared within one alphabet alone.

Forty pages are held out of a generated collection; the others make the record, without being read. Each of the forty is
then compared with the record, its links and those that it changes are made, and it is put into the index: seconds of
processor time. Days and facts, which are settled anew for all pages, are not in it.
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Link, ident
from ceasewire.record.header import header
from ceasewire.record.kept import arrival
from ceasewire.record.onemore import grown
from ceasewire.record.shelf import TABLES, put_in
from ceasewire.record.store import write
from corpus import apart, generated, letters, print_table, timed

HELD_OUT = 40


def main() -> None:
    """Measure the sizes asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=[1000])
    parser.add_argument("--times", type=int, default=1)
    asked = parser.parse_args()
    rows = []
    for count in asked.pages:
        folder = generated(count)
        if folder is None:
            return
        took = apart(measured, folder, asked.times)
        cells = (f"{took['one'] * 1000:.1f}", f"{took['bytes']:,.0f}", f"{took['found']:.0f} of {took['links']:.0f}")
        rows.append([f"{count * asked.times:,}", *cells])
    print_table(["pages", "one more page, ms", "index, bytes a page", "links found"], rows)


def measured(folder: Path, times: int) -> dict[str, float]:
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
        links = trace(rest)
        rest += [page for turn in range(1, times) for page in in_other_letters(rest, turn)]
        rows: dict[str, Sequence[Struct]] = {"documents": rest, "links": links}
        write(path, header(rest, [], "benchmark"), rows, {}, {"arrivals": [arrival(page) for page in rest]})
        with timed(took, "one", time.process_time):
            for page in held:
                found |= {_ends(link) for link in grown(path, [page])[0]}
        with timed(took, "one", time.process_time), closing(sqlite3.connect(path)) as connection, connection:
            for page in held:
                put_in(connection, [page])
        took["bytes"] = _index(path) / (len(rest) + len(held))
    return took | {"one": took["one"] / len(held), "links": len(wanted), "found": len(wanted & found)}


def in_other_letters(documents: Sequence[Document], turn: int) -> Iterator[Document]:
    """The documents with each letter moved on by `turn` places: other words at the same places."""
    table = letters(turn)
    for page in documents:
        yield replace(page, id=ident(page.id, turn), path=f"{turn}/{page.path}", text=page.text.translate(table))


def _ends(link: Link) -> tuple[str, str | None]:
    return link.doc, link.of_doc


def _index(path: Path) -> int:
    """The bytes of the index: what the file loses without it."""
    whole = path.stat().st_size
    with sqlite3.connect(path) as connection:
        for table in TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
        connection.execute("VACUUM")
    connection.close()
    return whole - path.stat().st_size


if __name__ == "__main__":
    main()
