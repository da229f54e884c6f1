"""Papers that are no report, by their form: the text of a deal, a body's own statement, a monitor's report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ceasewire.intake.marks import holds, words
from ceasewire.intake.outlet import Text

_ARTICLE = re.compile(
    r"^(?:article|chapter|section|annex|part|clause|paragraph)\s+[\divxlc]+|^\(?(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]\s",
    re.I,
)
_SHALL = re.compile(r"\bshall\b|\bundertakes? to\b|\bcommits? (?:itself|themselves) to\b", re.I)
_SAID = re.compile(r"\b(?:said|told|says|tells)\b")
_WE = re.compile(r"^(?:We|Our)\b|\bwe,? the\b|[,;] we (?:call|condemn|urge|welcome|reaffirm|regret|reject|express)\b")
_EDGE = 6
"""Lines at the head and the foot of a page that may bear a letterhead, a signature or a press contact."""


def agreement(text: Text) -> bool:
    """The text of a deal: two of its title, its articles, its obliging lines, its opening and its signatures.

    `Article 2. The Parties shall open the road.` obliges; a page on which people are quoted is a report of a deal.
    """
    if _told(text) > 0.15:
        return False
    lines = len(text.body)
    obliging = sum(bool(_SHALL.search(line)) or holds(line, "agreement_opens") for line in text.body)
    signs = (
        holds(text.title or "", "deals"),
        sum(bool(_ARTICLE.match(line)) for line in text.body) >= 3,
        any(holds(line, "agreement_opens") for line in text.body[:_EDGE]),
        any(holds(line, "agreement_ends") for line in _foot(text)),
    )
    return obliging >= max(2, 0.15 * lines) and sum(signs) >= 2


def release(text: Text) -> bool:
    """A body's own statement: by its title, a press office on the page, or who speaks: `We, the ministers`."""
    if holds(text.title or "", "releases"):
        return True
    edges = [*text.furniture[:_EDGE], *text.credits, *text.body[:2], *_foot(text)]
    marked = any(len(words(line)) <= 14 and holds(line, "release_marks") for line in edges)
    return (marked and _told(text) <= 0.25) or _speaks_as_we(text.body)


def monitor(text: Text) -> bool:
    """A monitor's report: by its title and its wording, or by a mission's letterhead and more of that wording."""
    telling = sum(holds(line, "monitor_marks") for line in text.body)
    titled = any(holds(line, "monitoring") for line in (text.title or "", text.first or ""))
    return telling >= (1 if titled else max(3, 0.3 * len(text.body)))


def _speaks_as_we(lines: Sequence[str]) -> bool:
    """`We condemn the shelling of Orsk.` in most paragraphs, none of them in quotation marks."""
    own = sum(bool(_WE.search(line)) and line[0] not in "“\"‘'" for line in lines)
    return len(lines) >= 2 and own >= max(2, 0.5 * len(lines))


def _told(text: Text) -> float:
    """The share of paragraphs in which somebody says something."""
    return sum(bool(_SAID.search(line)) for line in text.body) / max(1, len(text.body))


def _foot(text: Text) -> list[str]:
    """The last lines of the story and what stands below it."""
    return [*text.body[-_EDGE:], *text.credits, *text.furniture[-_EDGE:]]
