"""Puts a view on paper: the templates, with everything escaped, and the few words they share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ceasewire.dossier.links import Links
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.words import KIND_SHAPES, REALIS, STANCE, STATUS, spoken
from ceasewire.record.tlp import MEANING
from ceasewire.show.words import CLASH, LINK, camps, count, cut, days, listed, possible, sentence

# Characters that turn the direction of what follows them, and controls that markup may not hold.
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
STAND_IN = "\ufffd"


@dataclass(frozen=True)
class Sheet:
    """What a view shows: its template, its title and the values for it. `here` is its own address without filters."""

    template: str
    title: str
    values: dict[str, object] = field(default_factory=dict)
    status: int = 200


def safe(text: object) -> str:
    """The text with every character that steers the reader's screen replaced, one for one, so that offsets hold."""
    return STEERING.sub(STAND_IN, str(text))


@cache
def environment() -> Environment:
    """The templates: autoescape always on, a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("ceasewire.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
    )
    made.filters.update(_filters())
    made.globals.update(
        STATUS=STATUS, STANCE=STANCE, REALIS=REALIS, LINK=LINK, CLASH=CLASH, TLP=MEANING, KIND_SHAPES=KIND_SHAPES
    )
    return made


@dataclass(frozen=True)
class About:
    """What a published site says of itself: when it was made and whom to write to, where that is told."""

    built_at: str | None = None
    contact: str | None = None


def render(sheet: Sheet, shelf: Shelf, links: Links, *, about: About | None = None, around: int = 140) -> str:
    """The HTML of a sheet; a passage stands with at most `around` characters of context on either side."""
    frame = {
        "sheet": sheet, "shelf": shelf, "site": links, "to": links.to, "asset": links.asset, "live": links.live,
        "about": about, "around": around,
    }  # fmt: skip
    return environment().get_template(sheet.template).render(frame | sheet.values)


def head(text: str, most: int) -> str:
    """The beginning of a text, whole words, in at most `most` characters."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def tail(text: str, most: int) -> str:
    """The end of a text, whole words, in at most `most` characters."""
    return text if len(text) <= most else "…" + text[-most:].partition(" ")[2]


def _final(value: object) -> object:
    """Every text that a template prints is made safe; what Jinja has escaped before stays as it is."""
    if value is None:
        return ""
    return safe(value) if type(value) is str else value


def _filters() -> dict[str, Callable[..., object]]:
    return {
        "camps": camps,
        "count": count,
        "cut": cut,
        "days": days,
        "head": head,
        "listed": listed,
        "possible": possible,
        "sentence": sentence,
        "spoken": spoken,
        "tail": tail,
    }
