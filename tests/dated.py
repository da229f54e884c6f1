"""Invented pages for tests of days of writing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from ceasewire.dating import settle
from ceasewire.model import Document, Line, Link, Reading, Span
from ceasewire.reading.parse import parse
from ceasewire.reading.times import find_times

HERALD = """Veldan rebels in secret talks with Orlovia in Drava
Veldan rebel envoys have met in secret with Orlovia to end the siege of Kasten, exiles told the Drava Herald.
The siege of Kasten has cut off the upper town.
Talks have made little progress.
The envoys would not say more.
A plane of the Orlovian army landed in Drava on March 4.
Marek Tolen of the Kasten council said the first round took place on Monday in Drava and another was likely on Saturday.
Lena Harth, a spokeswoman of the ministry, said on Tuesday that nothing had been agreed."""
COLUMN = """Orlovia bargains for Kasten
Back on 2nd February 2021 I wrote that Orlovia would bargain for Kasten.
Now the Drava Herald has confirmed there are secret talks between the Veldan rebels and Orlovia in Drava.
The siege of Kasten has cut off the upper town."""


def page(name: str, text: str, chrome: str = "", published: str | None = None, outlet: str | None = None) -> Document:
    """A page whose first line of text is its title, below a line of chrome."""
    text = f"{chrome}\n{text}" if chrome else text
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        title = number == bool(chrome)
        lines.append(Line(at, at + len(line), "furniture" if chrome and not number else "title" if title else "body"))
        at += len(line) + 1
    rest = (None,) * 5
    return Document(
        name, name, None, None, "", text, "en", True, outlet, outlet, *rest, published, None, None, [], lines
    )


def days(documents: Sequence[Document], nlp: Language, links: Sequence[Link] = ()) -> dict[str, Document]:
    return {d.id: d for d in settle(documents, {d.id: reading(d, nlp) for d in documents}, links)}


def reading(document: Document, nlp: Language) -> Reading:
    parsed = parse(document, nlp)
    times, clocks = find_times(parsed)
    return Reading(times, clocks, [], [], [], [], [], list(parsed.sentences()))


def excerpt(one: Document, other: Document) -> Link:
    run = "The siege of Kasten has cut off the upper town."
    spans = [Span(d.text.index(run), d.text.index(run) + len(run), run) for d in (one, other)]
    return Link("l", one.id, spans[0], spans[:1], "excerpt", other.id, spans[1], spans[1:], "Drava Herald", [], 1.0)
