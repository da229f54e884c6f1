"""Where the plan runs: Daft's own runner on this machine, or a Ray cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from ceasewire.intake.walk import Found, walk
from ceasewire.model import Document, Failure, Reading
from ceasewire.record.errors import RecordError
from ceasewire.scale.hands import Taker, Worker, answers_of, page_of

NATIVE = "native"
RAY = "ray"
FILES = 32  # files that a worker takes in at a time
AT_ONCE = 128  # sheaves a worker that stand in one plan: ten minutes of reading, beside which its start is short
QUIET = {  # neither engine reports to its makers or draws bars unless the user's environment says so
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


class Engine:
    """Takes in files and reads pages with Daft, in `jobs` processes at a time."""

    def __init__(self, name: str, pipeline: str, jobs: int, *, later: bool = False) -> None:
        """`name` is `native`, `ray` (a cluster of this machine alone) or the address of one, `ray://HOST:PORT`.

        One that comes `later` is started when there is work for it.
        Raises RecordError where it cannot be used.
        """
        self._name = name
        self._daft = None if later else started(name)
        self._pipeline = pipeline
        self._jobs = jobs

    def take_in(self, arguments: Iterable[Path]) -> Iterator[Document | Failure]:
        """Every page of the files and folders given; workers open the files by the same paths as here."""
        found = list(walk(arguments))
        yield from (item for item in found if isinstance(item, Failure))
        files = [item for item in found if isinstance(item, Found)]
        columns = {"file": [str(item.file.absolute()) for item in files], "path": [item.path for item in files]}
        for _, row in self._run(Taker, (), columns, FILES):
            yield from map(page_of, row)

    def read(self, sheaves: Iterable[list[Document]]) -> Iterator[tuple[Document, Reading | str]]:
        """Every page with its reading or the reason why there is none, sheaf by sheaf. Raises RecordError."""
        waiting = iter(sheaves)
        while handed := list(islice(waiting, AT_ONCE * self._jobs)):
            columns = {"sheaf": [msgspec.msgpack.encode(sheaf) for sheaf in handed]}
            for number, row in self._run(Worker, (self._pipeline,), columns, 1):
                yield from zip(handed[number], answers_of(row), strict=True)

    def _run(
        self, work: type, given: tuple[Any, ...], columns: dict[str, list[Any]], size: int
    ) -> Iterator[tuple[int, Any]]:
        """Each row's number and what a worker of the class `work`, made with `given`, makes of it, as they come.

        Workers are handed `size` rows at a time.
        """
        rows = len(next(iter(columns.values())))
        if not rows:
            return
        daft = self._daft = self._daft or started(self._name)
        hands = daft.cls(max_concurrency=self._jobs, use_process=True)(work)(*given)
        frame = daft.from_pydict({"number": list(range(rows)), **columns}).into_batches(size)
        plan = frame.select(frame["number"], hands(*(frame[name] for name in columns)).alias("made"))
        try:
            for row in plan.iter_rows():
                yield row["number"], row["made"]
        except (RuntimeError, OSError, daft.exceptions.DaftCoreException) as error:
            raise RecordError(f"the engine gave up: {str(error).strip().splitlines()[-1]}") from error


def installed() -> bool:
    """Whether Daft is there."""
    return find_spec("daft") is not None


def engine(name: str, pipeline: str, jobs: int, *, later: bool = False) -> Engine:
    """The engine of a name, started when there is work for it if it comes `later`. Raises RecordError."""
    return Engine(name, pipeline, jobs, later=later)


def started(name: str) -> Any:
    """Daft, set to run where the name says. Raises RecordError."""
    if name not in (NATIVE, RAY) and not name.startswith("ray://"):
        raise RecordError(f"no engine {name!r}: it is auto, own, native, ray or ray://HOST:PORT")
    for key, value in QUIET.items():
        os.environ.setdefault(key, value)
    try:
        import daft  # noqa: PLC0415  an optional extra, half a second to import

        if name == NATIVE:
            daft.set_runner_native()
        else:
            _ray(daft, name)
    except ImportError as error:
        raise RecordError(f"--engine {name} needs an extra: pip install 'ceasewire[scale]' ({error})") from error
    return daft


def _ray(daft: Any, name: str) -> None:
    import ray  # noqa: PLC0415  as above

    try:
        if not ray.is_initialized():
            ray.init(address=None if name == RAY else name, log_to_driver=False, logging_level="ERROR")
        daft.set_runner_ray(noop_if_initialized=True)
    except (ConnectionError, RuntimeError) as error:
        raise RecordError(f"{name}: no such cluster can be used: {error}") from error
