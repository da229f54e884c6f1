"""Invented pages for the tests of lineage: the war in Veldania, told by papers that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from ceasewire.model import Document, Line, Role, ident

Page = Callable[..., Document]

REPORT = (
    "Delegates of the Orlen Front met envoys of the Veldanian government in Port Sarel on Tuesday to discuss a truce.",
    "Three people close to the talks told the Harbour Herald that the mountain road would open to food convoys first.",
    "“We came with a map and a pen, they came with a list of grievances,” said Ilka Maren, who leads the delegation.",
    "The government has never before sat at one table with the Front, which holds the upper valley and both its dams.",
    "A second round is planned for the end of the month, although neither side would say where it is going to be held.",
    "Farmers near the front line said that the shelling had stopped on Monday evening for the first time since spring.",
)
OWN = (
    "It rained in the capital all week, and the tram drivers went on strike over the pay that the city owes them.",
    "Nobody who walks through the lower town can miss how many shops have closed since the bridge was taken away.",
    "My neighbour sells onions from a handcart now and says that business has not been this good for many years.",
    "That is why the news from the coast found few listeners here when it came over the radio late last night.",
)


@pytest.fixture
def report() -> tuple[str, ...]:
    """The paragraphs of a report."""
    return REPORT


@pytest.fixture
def own() -> tuple[str, ...]:
    """Paragraphs that have nothing to do with it."""
    return OWN


@pytest.fixture
def page() -> Page:
    """Makes a page of paragraphs; `credit` is a line below them, `date` one above."""

    def make(paragraphs: Sequence[str], **known: Any) -> Document:
        parts: list[tuple[str, Role]] = [(known.get("title", "Title " + paragraphs[0][:12]), "title")]
        parts += [(known["date"], "furniture")] if "date" in known else []
        parts += [(paragraph, "body") for paragraph in paragraphs]
        parts += [(known["credit"], "credit")] if "credit" in known else []
        return _document(parts, known)

    return make


def _document(parts: Sequence[tuple[str, Role]], known: dict[str, Any]) -> Document:
    text, lines = "", []
    for words, role in parts:
        lines.append(Line(len(text), len(text) + len(words), role))
        text += words + "\n\n"
    outlet, path = known.get("outlet"), known.get("path", f"{ident(text)}.txt")
    return Document(
        ident(path, text),
        path,
        known.get("url"),
        known.get("retrieved"),
        ident(text),
        text,
        known.get("language", "en"),
        True,
        outlet,
        known.get("origin", outlet),
        "report",
        None,
        parts[0][0],
        None,
        None,
        known.get("published"),
        None,
        None,
        [],
        lines,
    )
