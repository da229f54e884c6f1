"""A small press for the tests of fusion: pages whose readings are written by hand."""

from __future__ import annotations

from typing import Any

from ceasewire.fusion import fuse
from ceasewire.model import (
    Actor,
    ActorKind,
    Alias,
    Arg,
    Document,
    Fact,
    Interval,
    Link,
    Mention,
    Reading,
    Realis,
    Source,
    Span,
    Stance,
    Statement,
    Story,
    When,
    ident,
)


class Page:
    """One page of the invented war; every sentence of it is made by a call."""

    def __init__(self, path: str, outlet: str, day: str | None = "2031-05-04", genre: str = "report") -> None:
        self.path, self.outlet, self.day, self.genre = path, outlet, day, genre
        self.text = ""
        self.actors: dict[str, Actor] = {}
        self.statements: list[Statement] = []
        self.mentions: list[Mention] = []
        self.sentences: list[tuple[int, int]] = []

    @property
    def id(self) -> str:
        """The document's id."""
        return ident("document", self.path)

    def words(self, text: str) -> Span:
        """Write a sentence and give its span."""
        start = len(self.text)
        self.text += text + "\n"
        self.sentences.append((start, start + len(text)))
        return Span(start, start + len(text), text)

    def actor(self, name: str, kind: ActorKind = "state", of: str | None = None) -> str:
        """An actor of this page, written where it first comes up."""
        if name not in self.actors:
            span = self.words(name)
            key = ident(self.id, name)
            self.actors[name] = Actor(key, name, kind, [Alias(name, self.id, span)], of)
        return self.actors[name].id

    def says(
        self,
        who: str,
        words: str,
        stance: Stance = "asserts",
        *,
        kind: ActorKind = "person",
        of: str | None = None,
        unnamed: bool = False,
        count: int | None = None,
        reason: str | None = None,
        chain: list[str] | None = None,
    ) -> Statement:
        """A statement by `who`, who speaks for the actor id `of`."""
        actor = self.actor(who, kind, of)
        source, cue, content = self.words(who), self.words("said"), self.words(words)
        why = self.words(reason) if reason else None
        made = Statement(
            ident(self.id, "s", len(self.statements)), self.id, Source(source, actor), unnamed, count, why, None, of,
            cue, [content], "indirect", stance, chain or [self.outlet, who], None, None, None, 1.0,
        )  # fmt: skip
        self.statements.append(made)
        return made

    def event(
        self,
        kind: str,
        trigger: str,
        args: dict[str, list[str]],
        by: Statement | None = None,
        realis: Realis = "occurred",
        days: tuple[str | None, str | None] | None = None,
        phase: str | None = None,
    ) -> Mention:
        """A mention; a name of `args` that is an actor of the page is linked to it."""
        span = self.words(trigger)
        filled = [
            Arg(role, None, self.actors[n].id if n in self.actors else None, n)
            for role, names in args.items()
            for n in names
        ]
        when = When(Interval(*days), None) if days else None
        made = Mention(
            ident(self.id, "m", len(self.mentions)), self.id, kind, span, filled, phase, when, realis,
            by.id if by else None, None, None, None, 1.0,
        )  # fmt: skip
        self.mentions.append(made)
        return made

    def document(self) -> Document:
        """The page as intake would give it."""
        fixed: dict[str, Any] = {"genre": self.genre}
        return Document(
            self.id, self.path, None, None, "0" * 64, self.text, "en", True, self.outlet, self.outlet, fixed["genre"],
            None, None, None, None, self.day, self.day, self.day, [], [],
        )  # fmt: skip

    def reading(self) -> Reading:
        """What the page says."""
        return Reading(
            [], {}, list(self.actors.values()), [], list(self.statements), list(self.mentions), [], self.sentences
        )


def story(*pages: Page, links: list[Link] | None = None) -> Story:
    """The story of the pages."""
    return fuse([p.document() for p in pages], links or [], {p.id: p.reading() for p in pages})


def only(told: Story, kind: str) -> Fact:
    """The one fact of a type."""
    found = [fact for fact in told.facts if fact.type == kind]
    assert len(found) == 1, [f.summary for f in told.facts]
    return found[0]


def names(told: Story, ids: list[str]) -> set[str]:
    """The names of origins."""
    return {o.name for o in told.origins if o.id in ids}
