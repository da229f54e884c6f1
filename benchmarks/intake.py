"""Intake on public gold: the body of web pages, their day of writing, and speed.

    python benchmarks/intake.py [--whole]

With `--whole` the days are those of a whole build, in which the words of the text may move what markup says.
Body: 181 pages of scrapinghub/article-extraction-benchmark. Days: the 150 pages that htmldate was made on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from ceasewire.intake import take_in
from ceasewire.model import Document

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
TINY = 10_000


def main() -> None:
    """Print the tables, or that the gold is not here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", action="store_true", help="days as a whole build settles them")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        _body(Path(scratch) / "body")
        _days(Path(scratch) / "days", _built if asked.whole else _taken)
        _tiny(Path(scratch) / "tiny")


def _body(work: Path) -> None:
    """Word runs of the body against the gold, as the benchmark counts them."""
    scored = _scored(work, BENCH / "bodytext" / "aeb", BENCH / "bodytext" / "score_bodytext.py", _taken)
    if scored:
        found, took = scored
        body = found["body"]
        _table(
            ("body text", "P", "R", "F1", "same words", "pages/s"),
            [
                ("ceasewire", body["p"], body["r"], body["f1"], found["accuracy"], round(found["pages"] / took, 1)),
                ("trafilatura 2.3 (measured once)", "", "", 0.960, "", ""),
                ("newspaper4k (measured once)", "", "", 0.938, "", ""),
                ("resiliparse (measured once)", "", "", 0.916, "", ""),
            ],
        )


def _days(work: Path, reader: Callable[[Path, Path], float]) -> None:
    """Days of writing against the gold."""
    scored = _scored(work, BENCH / "dating" / "htmldate_150", BENCH / "dating" / "score_dating.py", reader)
    if scored:
        found, took = scored
        exact = found["exact"]
        share = round(found["right"] / found["pages"], 3)
        _table(
            ("day of writing", "right", "of", "share", "P", "within a day", "pages/s"),
            [
                (
                    "ceasewire",
                    found["right"],
                    found["pages"],
                    share,
                    exact["p"],
                    found["within_1_day"]["r"],
                    round(found["pages"] / took, 1),
                ),
                ("htmldate, trafilatura (measured once)", 141, 150, 0.94, "", "", ""),
            ],
        )


def _tiny(work: Path) -> None:
    """How long many small files take."""
    work.mkdir()
    for number in range(TINY):
        (work / f"{number:05}.txt").write_text(f"Bridge {number} shut\n\nThe mayor of Orsk said that it was shut.\n")
    start = time.perf_counter()
    count = sum(1 for _ in take_in([work]))
    took = time.perf_counter() - start
    _table(("tiny files", "seconds", "files/s"), [(count, round(took, 1), round(count / took))])


def _scored(
    work: Path, gold: Path, scorer: Path, reader: Callable[[Path, Path], float]
) -> tuple[dict[str, Any], float] | None:
    """What the scorer says of the gold's pages, and the seconds that taking them in took."""
    if not gold.is_dir() or not scorer.is_file():
        print(f"Nothing to measure: {gold.relative_to(BENCH.parent)} is not here.\n")
        return None
    pages = work / "pages"
    pages.mkdir(parents=True)
    for packed in sorted((gold / "pages").glob("*.gz")):
        (pages / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
    took = reader(pages, work)
    answer = subprocess.run([sys.executable, scorer, work, gold, "--json"], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout), took


def _taken(pages: Path, work: Path) -> float:
    """The documents of intake alone, written as an export has them."""
    start = time.perf_counter()
    found = [page for page in take_in([pages]) if isinstance(page, Document)]
    took = time.perf_counter() - start
    (work / "documents.jsonl").write_bytes(b"".join(msgspec.json.encode(page) + b"\n" for page in found))
    return took


def _built(pages: Path, work: Path) -> float:
    """The documents of a whole build."""
    ceasewire = [sys.executable, "-c", "from ceasewire.cli import main; main()"]
    start = time.perf_counter()
    subprocess.run([*ceasewire, "build", pages, "-o", work / "record.db"], check=True, capture_output=True)
    took = time.perf_counter() - start
    subprocess.run([*ceasewire, "export", work / "record.db", "--to", work, "--format", "jsonl"], check=True)
    return took


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    lines = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print()


if __name__ == "__main__":
    main()
