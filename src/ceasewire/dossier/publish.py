"""Writes the dossier as plain files that need no network, no server and no scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from ceasewire.dossier.app import ASSETS, LISTS, asset
from ceasewire.dossier.finding import Finding
from ceasewire.dossier.links import Filed, file_of
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.paper import About, Sheet, render
from ceasewire.dossier.pictures import LISTS as PICTURES
from ceasewire.dossier.pictures import picture
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.tables import TABLES, table
from ceasewire.dossier.views import Asked, Missing
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.fact import fact
from ceasewire.dossier.views.lineage import link
from ceasewire.dossier.views.page import page
from ceasewire.dossier.views.persons import has_page
from ceasewire.dossier.views.quoted import AROUND
from ceasewire.dossier.views.search import NOUNS
from ceasewire.dossier.views.source import source
from ceasewire.dossier.views.story import story
from ceasewire.dossier.views.tracks import track
from ceasewire.export.atomic import replace_file
from ceasewire.record import RecordError

LIST_OF_FILES = "site.json"
FULL = 140  # characters of context where whole texts are published

View = Callable[[Shelf, Asked, Filed], Sheet]


@dataclass(frozen=True)
class Terms:
    """What a site may hold and says of itself. `full` lets out whole texts, else quotations with a little context."""

    full: bool = False
    about: About = About()  # noqa: RUF009  frozen


def publish(record: Path, folder: Path, terms: Terms, as_of: str | None = None) -> int:
    """Write the site of a record into a folder, replacing an older site there; the number of files.

    Raises RecordError where the folder holds something else, OSError.
    """
    old = _old(folder)
    moments = Moments(record)
    try:
        shelf = moments.at(as_of)
        written = [name for name, content in _contents(shelf, terms) if _put(folder, name, content)]
        head = {"files": sorted(written), "record": msgspec.to_builtins(shelf.header)}
        _put(folder, LIST_OF_FILES, json.dumps(head | _told(terms.about), indent=1, ensure_ascii=False).encode())
    finally:
        moments.close()
    for name in old - set(written):
        (folder / name).unlink(missing_ok=True)
    return len(written) + 1


def _told(about: About) -> dict[str, str | None]:
    return {"built_at": about.built_at, "contact": about.contact}


def _old(folder: Path) -> set[str]:
    """The files of an older site. Raises RecordError where the folder holds anything else."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / LIST_OF_FILES
    if not any(folder.iterdir()):
        return set()
    try:
        names = json.loads(listed.read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(f"{folder}: is not empty and not a site of ceasewire; it is left as it was") from error
    return {name for name in names if isinstance(name, str) and _inside(folder, name)}


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _put(folder: Path, name: str, content: bytes) -> bool:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, [content])
    return True


def _contents(shelf: Shelf, terms: Terms) -> Iterator[tuple[str, bytes]]:
    for name in ASSETS:
        yield f"assets/{name}", asset(name)
    for noun in TABLES:
        for form in () if noun == "passages" else ("csv", "json"):
            yield f"export/{noun}.{form}", table(shelf, f"{noun}.{form}", {})[1]
    yield from _pictures(shelf)
    finding = Finding()
    finding.facts(shelf)
    finding.statements(shelf)
    for name, key, view in _views(shelf, terms):
        for leaf, sheet in _leaves(shelf, view, 1 if key else 0):
            links = Filed(1 if key else 0)
            if name == "page":
                finding.page(sheet)
            html = render(sheet, shelf, links, about=terms.about, around=FULL if terms.full else AROUND)
            yield file_of(name, key, leaf), html.encode("utf-8", "replace")
    yield from finding.files()


def _pictures(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """The pictures of the views that show one."""
    for name in PICTURES:
        with suppress(Missing):
            yield f"picture/{name}.svg", picture(shelf, f"{name}.svg", {}, Filed(1))


def _views(shelf: Shelf, terms: Terms) -> Iterator[tuple[str, str, View]]:
    """Every view of the site: its name, the id of its thing, and how it is made."""
    yield "story", "", story
    yield "search", "", _search
    yield from ((name, "", view) for name, view in LISTS.items() if name not in ("search", "review"))
    things: dict[str, tuple[Callable[..., Sheet], list[str]]] = {
        "fact": (fact, shelf.keys("SELECT id FROM fact ORDER BY position")),
        "page": (partial(page, full=terms.full), shelf.keys("SELECT id FROM page ORDER BY position")),
        "link": (partial(link, full=terms.full), shelf.keys("SELECT id FROM tie ORDER BY rowid")),
        "track": (track, shelf.keys("SELECT id FROM record.tracks ORDER BY position")),
        "source": (source, sorted(has_page(shelf, shelf.keys("SELECT DISTINCT actor FROM said")))),
    }
    for name, (view, keys) in things.items():
        yield from ((name, key, partial(_thing, view, key)) for key in keys)


def _search(shelf: Shelf, asked: Asked, links: Filed) -> Sheet:
    """The page where a script looks through the index."""
    return Sheet("find.html", "Search", {"basis": basis(shelf), "nouns": NOUNS})


def _thing(view: Callable[..., Sheet], key: str, shelf: Shelf, asked: Asked, links: Filed) -> Sheet:
    return view(shelf, key, asked, links)


def _leaves(shelf: Shelf, view: View, depth: int) -> Iterator[tuple[int, Sheet]]:
    """Every leaf of a view."""
    first = view(shelf, {}, Filed(depth))
    yield 1, first
    for leaf in range(2, int(str(first.values.get("leaves", 1))) + 1):
        yield leaf, view(shelf, {"leaf": str(leaf)}, Filed(depth))
