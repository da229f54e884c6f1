"""Pictures in files of their own: what a view draws, with its title, what it rests on, and how to cite it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ceasewire.dossier.draw.atlas import Atlas
from ceasewire.dossier.draw.graph import Graph
from ceasewire.dossier.draw.strip import HIGH, Strip
from ceasewire.dossier.draw.timeline import Timeline
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet, render
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing
from ceasewire.dossier.views.citing import cited
from ceasewire.dossier.views.fact import fact
from ceasewire.dossier.views.lineage import lineage
from ceasewire.dossier.views.map import atlas_sheet
from ceasewire.dossier.views.source import source
from ceasewire.dossier.views.story import story
from ceasewire.dossier.views.talks import talks
from ceasewire.dossier.views.tracks import track

HEAD, FOOT, SIDE = 64, 34, 16  # pixels above, below and beside a drawing
NAMES, LANES = 200, 900  # of a timeline: the names of lanes, the lanes
WHO, COLUMN, ROW = 300, 66, 24  # of a table of contacts

LISTS: dict[str, Callable[[Shelf, Asked, Links], Sheet]] = {
    "story": story,
    "talks": talks,
    "map": atlas_sheet,
    "lineage": lineage,
}
THINGS: dict[str, Callable[[Shelf, str, Asked, Links], Sheet]] = {
    "fact": fact,
    "track": track,
    "trackmap": track,
    "source": source,
}


@dataclass(frozen=True)
class Drawing:
    """What a file shows: `kind` says how it is drawn, `tops` where each of its parts begins; sizes in pixels."""

    kind: str
    value: object
    wide: int
    high: int
    tops: list[int] = field(default_factory=list)


def picture(shelf: Shelf, name: str, asked: Asked, links: Links) -> bytes:
    """The bytes of `story.svg`, `fact-3fa21c.svg` and so on. Raises Missing where there is nothing to draw."""
    stem, dot, form = name.rpartition(".")
    view, _, key = stem.partition("-")
    if dot != "." or form != "svg" or (view not in LISTS and view not in THINGS):
        raise Missing(name)
    sheet = LISTS[view](shelf, asked, links) if view in LISTS else THINGS[view](shelf, key, asked, links)
    drawing = _drawing(view, sheet)
    values = {**sheet.values, "drawing": drawing, "style": style(), "citation": cited(f"“{sheet.title}”", shelf)}
    printed = render(Sheet("picture.svg", sheet.title, values), shelf, links)
    return "".join(char for char in printed if char >= " " or char in "\n\t").encode("utf-8", "replace")


def policy() -> str:
    """What a browser may do with a picture: nothing but its own style."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; sandbox"


@cache
def style() -> str:
    """The rules of pictures with plain colours, for programs that know no variables. Of the light colours."""
    assets = files("ceasewire.dossier").joinpath("assets")
    rules, sheet = (assets.joinpath(name).read_text("utf-8") for name in ("picture.css", "dossier.css"))
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", sheet[: sheet.index("@media")]))
    plain = re.sub(r"var\(--([\w-]+)\)", lambda hit: colours[hit[1]], rules)
    return re.sub(r"/\*.*?\*/\n?", "", plain, flags=re.S).replace(">", " ")


def _drawing(view: str, sheet: Sheet) -> Drawing:
    """What the view of a sheet draws. Raises Missing where it draws nothing."""
    found = sheet.values.get({"lineage": "pictures", "trackmap": "map", "source": "strip"}.get(view, "picture"))
    if view == "talks" and sheet.values["total"]:
        return _contacts(sheet)
    if isinstance(found, Timeline):
        tops = _stacked([20, *(lane.height + 6 for lane in found.lanes)])
        return Drawing("lanes", found, NAMES + LANES + 2 * SIDE, tops[-1] + FOOT, tops)
    if isinstance(found, Atlas):
        return Drawing("atlas", found, found.wide + 2 * SIDE, HEAD + found.high + FOOT)
    if isinstance(found, Strip):
        return Drawing("strip", found, NAMES + LANES + 2 * SIDE, HEAD + 20 + HIGH * len(found.rows) + FOOT)
    graphs = [g for g in (found if isinstance(found, list) else [found]) if isinstance(g, Graph)]
    if not graphs:
        raise Missing(view)
    tops = _stacked([graph.height + 24 for graph in graphs])
    return Drawing("graphs", graphs, max(700, *(g.width + 2 * SIDE for g in graphs)), tops[-1] + FOOT, tops)


def _contacts(sheet: Sheet) -> Drawing:
    groups, times = sheet.values["groups"], sheet.values["times"]
    rows = [len(part[2]) for part in groups if isinstance(part, tuple)] if isinstance(groups, Sequence) else []
    columns = len(times) if isinstance(times, Sequence) else 0
    high = HEAD + ROW * (1 + sum(number + 1 for number in rows if number)) + FOOT
    return Drawing("contacts", groups, max(700, WHO + COLUMN * columns + 2 * SIDE), high)


def _stacked(heights: Sequence[int]) -> list[int]:
    """Where parts of these heights begin, one below the other, and where the last ends."""
    tops = [HEAD]
    for height in heights:
        tops.append(tops[-1] + height)
    return tops
