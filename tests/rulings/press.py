"""An invented war as a record on disk, for the tests of rulings, removals and changes."""

from __future__ import annotations

from dataclasses import replace as with_
from pathlib import Path

from msgspec.structs import replace

from ceasewire.builder import save
from ceasewire.fusion import fuse
from ceasewire.model import Document, Fact, Line, Link, Reading
from ceasewire.record import Record, open_record
from ceasewire.record.kept import Kept, arrival
from ceasewire.stages import Built
from fusion.builder import Page

MET = {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}


def meeting(path: str, outlet: str, who: str, day: str, words: str = "they met") -> Page:
    """A page on which a named person tells of the talks in Pell."""
    page = _page(path, outlet, day)
    said = page.says(who, f"{who} says {words}")
    page.event("talks", "met", MET, said, days=("2031-05-03", "2031-05-03"))
    return page


def unnamed(path: str, outlet: str, day: str = "2031-05-05", who: str = "a tall envoy of the northern valley") -> Page:
    """A page on which an unnamed person tells of the talks."""
    page = _page(path, outlet, day)
    said = page.says(who, "they met in secret", unnamed=True, count=1, reason="because he feared for his post")
    said.basis = "took_part"
    page.event("talks", "met", MET, said, days=("2031-05-03", "2031-05-03"))
    return page


def denial(path: str = "z", outlet: str = "Voice", day: str = "2031-05-06") -> Page:
    """A page on which a spokeswoman of Lorasia denies the talks."""
    page = Page(path, outlet, day)
    state = page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    said = page.says("Mira Toll", "there were no talks", "denies", of=state)
    page.event("talks", "talks", MET, said, "denied", days=("2031-05-03", "2031-05-03"))
    return page


def quarrel() -> list[Page]:
    """Two pages that tell of the talks and one that denies them."""
    return [
        meeting("a", "Herald", "Ana Perle", "2031-05-04"),
        meeting("b", "Gazette", "Bo Lenk", "2031-05-05"),
        denial(),
    ]


def _page(path: str, outlet: str, day: str) -> Page:
    page = Page(path, outlet, day)
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    return page


def document(page: Page) -> Document:
    """The page as intake would give it, with a hash of its own."""
    lines = [Line(start, end, "body") for start, end in page.sentences]
    return replace(page.document(), sha256=page.id, lines=lines)


def built(*pages: Page, links: list[Link] | None = None, kept: Kept | None = None) -> Built:
    """What a build makes of the pages."""
    kept = kept or Kept()
    documents = sorted((document(page) for page in pages), key=lambda d: (d.path, d.id))
    documents = [d for d in documents if not kept.bars(d.path)]
    readings: dict[str, Reading] = {page.id: page.reading() for page in pages if not kept.bars(page.path)}
    told = with_(kept, arrivals=[arrival(d) for d in documents])
    return Built(documents, [], links or [], readings, fuse(documents, links or [], readings, kept.guide), told)


def record(path: Path, *pages: Page, links: list[Link] | None = None, kept: Kept | None = None) -> Record:
    """The record of the pages, in a file."""
    save(built(*pages, links=links, kept=kept), path)
    return open_record(path)


def talks(known: Record) -> Fact:
    """The one fact of talks."""
    found = [fact for fact in known.facts if fact.type == "talks"]
    assert len(found) == 1, [fact.summary for fact in found]
    return found[0]
