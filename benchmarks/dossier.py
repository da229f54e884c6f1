"""How long the dossier takes to answer on a large record, with many people at once.

    python benchmarks/dossier.py [--pages 10000] [--people 20] [--rounds 3] [--reads 2] [--anew]

The record is made of pages of an invented war, each with statements and events written down as if they had been read;
its server runs in a process of its own on this machine, and people ask it over loopback, one view after another. A
person reads a view for `--reads` seconds, more or less, before he asks for the next; 0 lets all ask without a pause.
Answers that were given before are kept by the server; with `--anew` no address is asked for twice.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ceasewire.dossier.app import ASSETS
from ceasewire.fusion import fuse
from ceasewire.model import (
    Actor,
    ActorKind,
    Alias,
    Arg,
    Document,
    Interval,
    Line,
    Link,
    Mention,
    Reading,
    Source,
    Span,
    Stance,
    Statement,
    When,
    ident,
)  # fmt: skip
from ceasewire.record import open_record
from ceasewire.record.header import header
from ceasewire.record.rows import rows_of
from ceasewire.record.store import write
from corpus import WORK, print_table

SEED = 7
PARTIES = ("Veldania", "Marrow Front", "Lorasia", "Ostrian League", "Harl Council", "Free Valleys")
PLACES = ("Ostrel", "Pell", "Varrin", "Hallin", "Marl", "Dorn", "Tessen", "Aldmoor", "Brack", "Quill")
FIRST = ("Ada", "Bo", "Cy", "Dana", "Elia", "Fen", "Gil", "Hana", "Ivo", "Jon", "Kit", "Lena", "Mira", "Nils")
LAST = ("Brenn", "Lenk", "Dorn", "Perle", "Toll", "Marsh", "Venn", "Hale", "Crow", "Sund", "Rook", "Tarn", "Wick")
OUTLETS = tuple(f"The {name} {kind}" for name in PLACES for kind in ("Herald", "Post", "Mirror", "Gazette"))
EVENTS = {
    "talks": ("talks", "party", "venue"), "attack": ("shelling", "attacker", "place"),
    "ceasefire": ("truce", "party", "scope"), "release": ("release", "holder", "place"),
    "aid": ("convoy", "provider", "place"), "violation": ("breach", "violator", "place"),
}  # fmt: skip
STANCES: tuple[Stance, ...] = ("asserts", "asserts", "asserts", "denies", "demands", "promises", "doubts")
FIRST_VIEW = ("/", *(f"/assets/{name}" for name in ASSETS if not name.startswith("find")))
FILLER = (
    "Traders in the valley kept their shops shut and waited for the road to open again while rain fell on the town."
)


class Written:
    """One page of the invented war, with what a reader would have found on it."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.chance, self.number = chance, number
        self.id, self.path = ident("bench", number), f"pages/{number:06}.txt"
        self.text, self.lines = "", list[Line]()
        self.actors: dict[str, Actor] = {}
        self.statements, self.mentions = list[Statement](), list[Mention]()
        self.outlet = chance.choice(OUTLETS)
        month, day = divmod(chance.randrange(330), 30)
        self.day = f"2031-{month + 1:02}-{min(day + 1, 28):02}"
        self._line(f"Report {number} from {chance.choice(PLACES)}", "title")
        for _ in range(7):
            self._paragraph()

    def _line(self, words: str, role: str = "body") -> int:
        start = len(self.text)
        self.text += words + "\n\n"
        self.lines.append(Line(start, start + len(words), "title" if role == "title" else "body"))
        return start

    def _paragraph(self) -> None:
        """A sentence in which somebody tells of an event, and some that tell nothing."""
        chance = self.chance
        type_, (word, doer, where) = chance.choice(sorted(EVENTS.items()))
        party, place = chance.choice(PARTIES), chance.choice(PLACES)
        who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        unnamed = chance.random() < 0.2
        source = f"an official of {party}" if unnamed else who
        told = f"the {word} of {party} in {place} took place on the day"
        start = self._line(f"{source} said that {told}. {FILLER} {FILLER}")
        span = Finder(self.text, start)
        speaker = self._actor(source, "person", span(source), self._actor(party, "government", span(party)))
        cue, content = span("said"), span(told)
        key = ident(self.id, "s", len(self.statements))
        stance = chance.choice(STANCES)
        self.statements.append(
            Statement(
                key, self.id, Source(span(source), speaker), unnamed, 1 if unnamed else None, None, None,
                self.actors[party].id, cue, [content], "indirect", stance, [self.outlet, source], None, None, None, 0.9,
            )
        )  # fmt: skip
        args = [
            Arg(doer, span(party), self.actors[party].id, party),
            Arg(where, span(place), self._actor(place, "place", span(place)), place),
        ]
        when = When(Interval(self.day, self.day), None)
        self.mentions.append(
            Mention(
                ident(self.id, "m", len(self.mentions)), self.id, type_, span(word), args, None, when,
                "denied" if stance == "denies" else "occurred", key, None, None, None, 0.9,
            )
        )  # fmt: skip

    def _actor(self, name: str, kind: ActorKind, span: Span, of: str | None = None) -> str:
        known = self.actors.setdefault(name, Actor(ident(self.id, name), name, kind, [Alias(name, self.id, span)], of))
        return known.id

    def document(self) -> Document:
        """The page as intake gives it."""
        return Document(
            self.id, self.path, None, None, ident(self.text) * 4, self.text, "en", True, self.outlet, self.outlet,
            "report", None, self.text.partition("\n")[0], None, None, self.day, self.day, self.day, [], self.lines,
        )  # fmt: skip

    def reading(self) -> Reading:
        """What is said on it."""
        sentences = [(line.start, line.end) for line in self.lines]
        return Reading([], {}, list(self.actors.values()), [], self.statements, self.mentions, [], sentences)


class Finder:
    """Spans of words of a page, the first behind a place."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start

    def __call__(self, words: str) -> Span:
        """The span of the words."""
        at = self.text.index(words, self.start)
        return Span(at, at + len(words), words)


def record_of(pages: int) -> Path:
    """The record of so many pages, made where it is missing."""
    path = WORK / f"dossier_{pages}.db"
    if path.exists():
        return path
    chance = random.Random(SEED)
    written = [Written(number, chance) for number in range(pages)]
    documents = [page.document() for page in written]
    readings = {page.id: page.reading() for page in written}
    links = [_taken(documents[at], documents[at - 1]) for at in range(5, pages, 5)]
    story = fuse(documents, links, readings)
    WORK.mkdir(parents=True, exist_ok=True)
    write(path, header(documents, [], "benchmark"), rows_of(documents, [], links, story), readings)
    return path


def _taken(page: Document, of: Document) -> Link:
    """A link that says that a page cites the one before it."""
    span = Span(0, 6, page.text[:6])
    return Link(ident("link", page.id), page.id, None, [span], "citation", of.id, None, [], of.outlet, [span], 0.5)


def addresses(path: Path, chance: random.Random) -> dict[str, list[str]]:
    """Addresses of each kind of view, of different things."""
    known = open_record(path)
    some = [fact.id for fact in chance.sample(known.facts, min(40, len(known.facts)))]
    named = [s.source.actor for s in known.statements if not s.anonymous and s.source.actor]
    return {
        "story": ["/", "/?leaf=2", "/?leaf=9&sort=day"],
        "story, filtered": ["/?status=contested", "/?type=talks&sort=new", "/?actor=Velda", "/?since=2031-05-01"],
        "fact": [f"/fact/{key}" for key in some],
        "page": [f"/page/{page.id}" for page in chance.sample(known.documents, 40)],
        "source": [f"/source/{key}" for key in chance.sample(named, 20)],
        "sources": ["/sources", "/sources?leaf=2"],
        "search": ["/search?q=Ostrel", "/search?q=%22rain+fell%22", "/search?q=Brenn+-talks", "/search?q=ceas*"],
        "tracks": ["/tracks"],
        "track": [f"/track/{track.id}" for track in known.tracks[:10]],
        "contradictions": ["/contradictions", "/contradictions?leaf=3"],
        "lineage": ["/lineage", "/lineage?leaf=2"],
        "pages": ["/pages", "/pages?leaf=30"],
        "review": ["/review", "/review?leaf=4"],
        "who talks": ["/talks"],
        "positions": ["/positions"],
        "map": ["/map"],
    }


@contextmanager
def served(path: Path) -> Iterator[tuple[int, str]]:
    """The port and the cookie of a server over a record, while it runs."""
    command = [sys.executable, "-m", "ceasewire.cli", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            told = re.search(r":(\d+)(/\?key=\S+)", server.stdout.readline() if server.stdout else "")
            if not told:
                raise SystemExit("the server did not say its address")
            browser = http.client.HTTPConnection("127.0.0.1", int(told[1]), timeout=120)
            browser.request("GET", told[2])
            cookie = str(browser.getresponse().getheader("set-cookie")).partition(";")[0]
            browser.close()
            yield int(told[1]), cookie
        finally:
            server.terminate()


def person(port: int, cookie: str, reads: float, walk: list[tuple[str, str]]) -> list[tuple[str, float, int]]:
    """What one person waits for each view, in seconds, and its bytes."""
    browser = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    chance, found = random.Random(str(walk)), []
    for name, address in walk:
        time.sleep(chance.uniform(0, 2 * reads))
        begun = time.perf_counter()
        browser.request("GET", address, headers={"Cookie": cookie})
        answer = browser.getresponse()
        size = len(answer.read())
        found.append((name, time.perf_counter() - begun, size))
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
    browser.close()
    return found


def walks(views: dict[str, list[str]], people: int, rounds: int, anew: bool) -> list[list[tuple[str, str]]]:
    """For each person every view, in an order of his own, some times over; `anew` makes every address another one."""
    found = []
    for number in range(people):
        chance = random.Random(number)
        walk = [(name, chance.choice(some)) for name, some in views.items() for _ in range(rounds)]
        chance.shuffle(walk)
        found.append([(name, _own(at, f"{number}-{step}") if anew else at) for step, (name, at) in enumerate(walk)])
    return found


def _own(address: str, mark: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}own={mark}"


def main() -> None:
    """Make the record, serve it, let people walk, print what they waited for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reads", type=float, default=2.0)
    parser.add_argument("--anew", action="store_true")
    asked = parser.parse_args()
    path = record_of(asked.pages)
    views = {name: some for name, some in addresses(path, random.Random(SEED)).items() if some}
    with served(path) as (port, cookie):
        person(port, cookie, 0, [(name, some[0]) for name, some in views.items()])
        first = person(port, cookie, 0, [("first", address) for address in FIRST_VIEW])
        waits, sizes = crowd(port, cookie, asked.reads, walks(views, asked.people, asked.rounds, asked.anew))
    print(
        f"{asked.pages:,} pages, {asked.people} people at once, {asked.rounds} times each view, {asked.reads:g} s apart"
    )
    print(f"The first view with its styles and scripts: {sum(size for _, _, size in first) / 1000:,.0f} kB")
    rows = [[name, *_row(waits[name]), f"{max(sizes[name]) / 1000:,.0f}"] for name in views]
    rows.append(["all", *_row([wait for some in waits.values() for wait in some]), ""])
    print_table(["view", "median ms", "95 % ms", "largest kB"], rows)


def crowd(
    port: int, cookie: str, reads: float, steps: list[list[tuple[str, str]]]
) -> tuple[dict[str, list[float]], dict[str, list[int]]]:
    """What all people wait for, by view, and the bytes; each is a process of his own."""
    waits: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, list[int]] = defaultdict(list)
    with ProcessPoolExecutor(len(steps)) as pool:
        for told in pool.map(partial(person, port, cookie, reads), steps):
            for name, wait, size in told:
                waits[name].append(wait)
                sizes[name].append(size)
    return waits, sizes


def _row(waits: list[float]) -> list[str]:
    ordered = sorted(waits)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return [f"{statistics.median(ordered) * 1000:,.0f}", f"{late * 1000:,.0f}"]


if __name__ == "__main__":
    main()
