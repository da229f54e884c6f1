"""Which time expression dates a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Statement, Time
from ceasewire.reading.events import syntax
from ceasewire.reading.events.carriers import carrying_verb
from ceasewire.reading.parse import Paragraph, begin, end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.triggers import Hit


class Calendar:
    """The time expressions of a page, by the word each hangs on."""

    def __init__(self, times: list[Time], paragraphs: list[Paragraph], statements: list[Statement]) -> None:
        self._by_anchor: dict[tuple[int, int], list[tuple[Time, Token]]] = {}
        self._by_sentence: dict[tuple[int, int], list[tuple[Time, Token]]] = {}
        self._cues = [(s.cue.start, s.cue.end) for s in statements]
        for paragraph in paragraphs:
            stop = paragraph.start + len(paragraph.doc.text)
            for time in times:
                if paragraph.start <= time.span.start < stop:
                    self._place(time, paragraph)

    def _place(self, time: Time, paragraph: Paragraph) -> None:
        tokens = [t for t in paragraph.doc if begin(t) < time.span.end and end(t) > time.span.start]
        if not tokens:
            return
        top = next((t for t in tokens if t.head not in tokens or t.head.i == t.i), tokens[0])
        anchor = top.head
        self._by_anchor.setdefault((paragraph.number, anchor.i), []).append((time, top))
        self._by_sentence.setdefault((paragraph.number, top.sent.start), []).append((time, top))

    def date(self, hit: Hit, number: int) -> Time | None:
        """The time of a mention: what hangs on it, on the verb that carries it, else the only one of its clause."""
        for token in _chain(hit):
            rows = self._by_anchor.get((number, token.i))
            if rows:
                return min(rows, key=lambda row: abs(row[1].i - hit.token.i))[0]
        return self._nearby(hit, number)

    def _nearby(self, hit: Hit, number: int) -> Time | None:
        rows = self._by_sentence.get((number, hit.token.sent.start), [])
        verb = _clause_verb(hit.token)
        good = [row for row in rows if _clause_verb(row[1]).i == verb.i and not self._reports(row[1])]
        return good[0][0] if len(good) == 1 else None

    def _reports(self, token: Token) -> bool:
        """Whether a time hangs on a verb of saying: `officials said on Friday`."""
        verb = syntax.governor(token)
        return any(start <= begin(verb) < stop for start, stop in self._cues) or verb.lemma_ in _SAYING


_SAYING = frozenset(
    ["say", "tell", "report", "announce", "add", "claim", "write", "tweet", "note", "state", "deny", "confirm"]
)


def _clause_verb(token: Token) -> Token:
    return token if token.pos_ in ("VERB", "AUX") else syntax.governor(token)


def _chain(hit: Hit) -> list[Token]:
    """The words a mention's time may hang on: itself, its carrier, the verb it completes."""
    token = hit.token
    chain = [token, *(child for child in token.children if child.dep_ in ("prep", "dobj", "acl"))]
    carried = None if hit.view.verbal else carrying_verb(token)
    if carried is not None:
        chain.append(carried)
    if hit.view.verbal and token.dep_ in ("xcomp", "conj") and token.head.pos_ in ("VERB", "AUX"):
        chain.append(token.head)
    return chain


def how(hit: Hit, mention: Mention) -> str:
    """Whether the stretch itself counts, its edge alone, or all days up to the writing."""
    edges = table("realis")["edges"]
    verb = hit.token.head if hit.token.dep_ in ("nsubj", "dobj", "xcomp", "nsubjpass") else None
    if verb is not None and verb.lemma_ in edges["start"] and mention.realis == "occurred":
        return "start"
    if verb is not None and verb.lemma_ in edges["end"] and mention.realis == "occurred":
        return "end"
    return "ongoing" if mention.realis == "ongoing" else "at"


def dated(hit: Hit, mention: Mention, calendar: Calendar, number: int) -> Dated | None:
    """The row that dates a mention, or None where nothing does; talks under way run to the day of writing."""
    time = calendar.date(hit, number)
    if time is not None:
        return Dated(mention.id, time.id, how(hit, mention))
    if mention.realis == "ongoing" and mention.type == "talks":
        return Dated(mention.id, None, "ongoing")
    return None
