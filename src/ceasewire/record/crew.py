"""Reading in several processes: each loads its model once and is handed sheaves of pages."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from ceasewire.model import Document, Reading
from ceasewire.record.desk import Desk
from ceasewire.record.errors import RecordError

Answer = tuple[Document, Reading | str]
Work = Callable[[Connection, str], None]

READY = "ready"
FALSE_STARTS = 2  # processes that may end before they are ready


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work(pipe: Connection, pipeline: str) -> None:
    """What a process does: say that it is ready, then answer each page of each sheaf, until it is handed None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build that started it ends it
    desk = Desk(pipeline)
    try:
        desk.open()
    except RecordError as error:
        pipe.send(error)
        return
    pipe.send(READY)
    while (sheaf := pipe.recv()) is not None:
        for _, answer in desk.read(sheaf):
            pipe.send(answer)


@dataclass
class Hand:
    """A process at work, and the pages that it has not answered yet."""

    process: BaseProcess
    sheaf: deque[Document] = field(default_factory=deque)
    ready: bool = False


class Crew:
    """So many processes that read. A process that ends over a page costs that page alone."""

    def __init__(self, pipeline: str, jobs: int, work: Work = work) -> None:
        self._pipeline = pipeline
        self._jobs = jobs
        self._work = work
        self._waiting: Iterator[list[Document]] = iter(())
        self._returned: deque[list[Document]] = deque()
        self._hands: dict[Connection, Hand] = {}
        self._false_starts = 0

    def read(self, sheaves: Iterable[list[Document]]) -> Iterator[Answer]:
        """Every page with its reading or the reason why there is none, as they come. Raises RecordError."""
        self._waiting = iter(sheaves)
        try:
            self._returned.extend(islice(self._waiting, self._jobs))
            for _ in range(len(self._returned)):
                self._hire()
            while self._hands:
                for pipe in wait(list(self._hands)):
                    assert isinstance(pipe, Connection)
                    yield from self._hear(pipe)
        finally:
            self._dismiss()

    def _hire(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=self._work, args=(theirs, self._pipeline), daemon=True)
        process.start()
        theirs.close()
        self._hands[ours] = Hand(process)

    def _hear(self, pipe: Connection) -> Iterator[Answer]:
        hand = self._hands[pipe]
        try:
            answer = pipe.recv()
        except (EOFError, OSError):
            yield from self._lost(pipe)
            return
        if isinstance(answer, RecordError):
            raise answer
        if hand.ready:
            yield hand.sheaf.popleft(), answer
        hand.ready = True
        if not hand.sheaf:
            self._hand_out(pipe)

    def _hand_out(self, pipe: Connection) -> None:
        """The next sheaf, or the word that there is none."""
        hand = self._hands[pipe]
        hand.sheaf = deque(self._next())
        try:
            pipe.send(list(hand.sheaf) or None)
        except OSError:
            return  # it has ended: its pipe says so next
        if not hand.sheaf:
            del self._hands[pipe]
            pipe.close()

    def _next(self) -> list[Document]:
        """A sheaf that nobody has, empty where there is none: what a process left before what was never begun."""
        return self._returned.popleft() if self._returned else next(self._waiting, [])

    def _lost(self, pipe: Connection) -> Iterator[Answer]:
        """A process has ended: the page it was at is lost, the others go to a new one."""
        hand = self._hands.pop(pipe)
        pipe.close()
        hand.process.join()
        if not hand.ready:
            self._false_starts += 1
            if self._false_starts > FALSE_STARTS:
                raise RecordError(f"processes to read in cannot be started (exit code {hand.process.exitcode})")
        if hand.sheaf:
            code = hand.process.exitcode
            yield hand.sheaf.popleft(), f"could not be read: the process that read it ended with exit code {code}"
        rest = list(hand.sheaf) or self._next()
        if rest:
            self._returned.appendleft(rest)
            self._hire()

    def _dismiss(self) -> None:
        for pipe, hand in self._hands.items():
            hand.process.kill()
            pipe.close()
        self._hands.clear()
