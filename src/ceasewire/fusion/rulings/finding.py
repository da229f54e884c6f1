"""Where the things that rulings are about stand in the story at hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from ceasewire.fusion.names import plain
from ceasewire.fusion.rulings.entries import Anchor, Point
from ceasewire.model import Actor, Document, Link, Mention, Statement

Place = tuple[str, int, int]
Row = TypeVar("Row", Statement, Mention)


class Finder:
    """Look-ups from anchors to ids. What no page holds any more is not found, and its ruling waits."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        statements: Mapping[str, Statement],
        mentions: Mapping[str, Mention],
    ) -> None:
        self.sha = {doc: page.sha256 for doc, page in documents.items()}
        self._statements = statements
        self._mentions = mentions

    @cached_property
    def _cues(self) -> dict[Place, list[Statement]]:
        found: dict[Place, list[Statement]] = defaultdict(list)
        for row in self._statements.values():
            found[self.sha[row.doc], row.cue.start, row.cue.end].append(row)
        return found

    @cached_property
    def _triggers(self) -> dict[Place, list[Mention]]:
        found: dict[Place, list[Mention]] = defaultdict(list)
        for row in self._mentions.values():
            found[self.sha[row.doc], row.trigger.start, row.trigger.end].append(row)
        return found

    def statements(self, anchor: Anchor | None) -> set[str]:
        """The statements with the anchored cues, on every page that holds these bytes."""
        return {key for point in _points(anchor) for key in _fitting(self._cues, point, lambda s: s.stance)}

    def mentions(self, anchor: Anchor | None) -> set[str]:
        """The mentions with the anchored triggers, on every page that holds these bytes."""
        return {key for point in _points(anchor) for key in _fitting(self._triggers, point, lambda m: m.type or "")}

    def actor(self, anchor: Anchor | None, actors: Mapping[str, Actor]) -> str | None:
        """The actor of that id, else the one of that name, else the one that most of its aliases are of now."""
        if anchor is None or anchor.id in actors:
            return anchor.id if anchor else None
        wanted = plain(anchor.names[0]) if anchor.names else ""
        named = sorted(key for key, a in actors.items() if wanted and plain(a.name) == wanted)
        return named[0] if len(named) == 1 else self._by_alias(anchor, actors)

    def _by_alias(self, anchor: Anchor, actors: Mapping[str, Actor]) -> str | None:
        points = {(p.sha256, p.start, p.end) for p in anchor.points}
        votes: Counter[str] = Counter()
        for key, actor in actors.items():
            votes[key] += sum((self.sha.get(a.doc, ""), a.span.start, a.span.end) in points for a in actor.aliases)
        best = min(votes, key=lambda key: (-votes[key], key), default=None)
        return best if best and votes[best] * 2 > len(points) else None

    def links(self, anchor: Anchor, links: Iterable[Link]) -> set[str]:
        """The links of that id, else those between pages of the same bytes and of the same kind."""
        rows = list(links)
        exact = {link.id for link in rows if link.id == anchor.id}
        ends = [p.sha256 for p in anchor.points]
        return exact or {
            ln.id for ln in rows if [self.sha[ln.doc], self.sha.get(ln.of_doc or "", ln.of_outlet or "")] == ends
            and [ln.kind] == anchor.names
        }  # fmt: skip


def _points(anchor: Anchor | None) -> list[Point]:
    return anchor.points if anchor else []


def _fitting(shelf: Mapping[Place, list[Row]], point: Point, kind: Callable[[Row], str]) -> list[str]:
    rows = shelf.get((point.sha256, point.start, point.end), [])
    same = [row for row in rows if kind(row) == point.kind]
    return [row.id for row in same or rows]
