"""Pages to measure with: made by the copies generator where it is at hand, or by repeating the bundled story."""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

HERE = Path(__file__).resolve().parent
COPIES = HERE.parent.parent / "shared" / "bench" / "copies"
WORK = HERE.parent / "build" / "bench"


def generated(count: int, seed: int = 7) -> Path | None:
    """The folder of a generated collection of so many pages, made where it is missing; None without the generator."""
    maker = COPIES / "make_copies.py"
    if not maker.is_file():
        print(f"Nothing to measure: {maker.parent.name}/{maker.name} of the shared benchmarks is not here.")
        return None
    folder = WORK / f"copies_{count}_{seed}"
    if not (folder / "shared.jsonl").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, str(maker), str(folder), "--n", str(count), "--seed", str(seed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def letters(turn: int) -> dict[int, int]:
    """A table for `str.translate` that moves each letter on by `turn` places: other words at the same places."""
    small = "abcdefghijklmnopqrstuvwxyz"
    moved = small[turn:] + small[:turn]
    return str.maketrans(small + small.upper(), moved + moved.upper())


@contextmanager
def timed(into: dict[str, float], name: str, clock: Callable[[], float] = time.perf_counter) -> Iterator[None]:
    """Add the seconds that the block takes to `into[name]`, by the clock on the wall unless told."""
    begun = clock()
    yield
    into[name] = into.get(name, 0.0) + clock() - begun


def peak() -> float:
    """The most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of the work, done in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def print_table(heads: list[str], rows: list[list[str]]) -> None:
    """A table for the terminal and for Markdown."""
    widths = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    for number, row in enumerate([heads, *rows]):
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        print("| " + " | ".join(cells) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
