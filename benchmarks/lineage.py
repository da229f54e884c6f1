"""Lineage on generated collections: quality, speed, memory, and datasketch MinHashLSH on the same pages.

    python benchmarks/lineage.py [PAGES ...] [--seed N]      unless told, 1000 pages of seed 7

Seconds are those of the processor; all run on one core. datasketch (optional: `pip install datasketch`) makes
signatures of 128 permutations over the same five-word shingles and an index at a threshold of 0.3: it names pairs, and
neither spans nor directions.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import msgspec

from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.lineage.index import candidates, index, sketch
from ceasewire.lineage.settings import SHINGLE
from ceasewire.lineage.words import texts_of
from ceasewire.model import Document, Link
from corpus import COPIES, apart, generated, peak, print_table, timed


def main() -> None:
    """Measure the sizes asked for and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=[1000])
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    speed, quality = [], []
    for count in asked.pages:
        folder = generated(count, asked.seed)
        if folder is None:
            return
        ours, theirs = apart(measured, folder), apart(datasketched, folder)
        speed.append(_speed(count, ours, theirs))
        quality.append([str(count), *(f"{value:.3f}" for value in apart(scored, folder))])
    heads = ["pages", "intake s", "candidates s", "lineage s", "pages/s", "peak MB"]
    heads += ["datasketch s", "lineage x", "candidates x"]
    print_table(heads, speed)
    print()
    print_table(["pages", "links F1", "excerpt R", "rewrite R", "direction", "span F1", "clusters ARI"], quality)


def _speed(count: int, ours: dict[str, float], theirs: dict[str, float]) -> list[str]:
    row = [str(count), *(f"{ours[name]:.2f}" for name in ("intake", "candidates", "lineage"))]
    row += [f"{count / ours['lineage']:.0f}", f"{ours['peak']:.0f}"]
    if not theirs:
        return [*row, "absent", "", ""]
    took = theirs["datasketch"]
    return [*row, f"{took:.2f}", f"{took / ours['lineage']:.1f}", f"{took / ours['candidates']:.1f}"]


def documents_of(folder: Path) -> list[Document]:
    """The pages of a generated collection."""
    return [page for page in take_in([folder / "docs"]) if isinstance(page, Document)]


def measured(folder: Path) -> dict[str, float]:
    """Seconds of the processor for intake, of candidates alone and of the whole lineage, and the peak of memory."""
    took: dict[str, float] = {}
    with timed(took, "intake", process_time):
        documents = documents_of(folder)
    with timed(took, "lineage", process_time):
        trace(documents)
    took["peak"] = peak()
    with timed(took, "candidates", process_time):
        texts = texts_of(documents)
        candidates(texts, index(texts), sketch(texts))
    return took


def datasketched(folder: Path) -> dict[str, float]:
    """Seconds of datasketch for signatures, index and queries of the same pages; nothing where it is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  optional
    except ImportError:
        return {}
    took: dict[str, float] = {}
    bodies = [_body(document) for document in documents_of(folder)]
    with timed(took, "datasketch", process_time):
        known = MinHashLSH(threshold=0.3, num_perm=128)
        for number, body in enumerate(bodies):
            words = re.findall(r"\w+", body.lower())
            signature = MinHash(num_perm=128)
            signature.update_batch(
                [" ".join(words[at : at + SHINGLE]).encode() for at in range(max(1, len(words) - SHINGLE + 1))]
            )
            known.query(signature)
            known.insert(str(number), signature)
    return took


def _body(document: Document) -> str:
    return "\n".join(document.text[line.start : line.end] for line in document.lines if line.role == "body")


def scored(folder: Path) -> list[float]:
    """What the scorer of the generator says of the links."""
    documents = documents_of(folder)
    with TemporaryDirectory() as export:
        _write(Path(export) / "documents.jsonl", documents)
        _write(Path(export) / "links.jsonl", trace(documents))
        command = [sys.executable, str(COPIES / "score_copies.py"), export, str(folder), "--json"]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    recall = told["recall_by_kind"]
    return [
        told["links"]["f1"],
        recall["excerpt"],
        recall["rewrite"],
        told["direction"]["accuracy"],
        told["span"]["all"]["f1"],
        told["clusters_ari"],
    ]


def _write(path: Path, rows: Sequence[Document | Link]) -> None:
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


if __name__ == "__main__":
    main()
