"""Which time expression dates a mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Statement, Time
from ceasewire.reading.events.carriers import carrying_verb
from ceasewire.reading.events.governors import under_verb
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import climb, passive
from ceasewire.reading.parse import Paragraph, begin, end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.triggers import Hit

_SAYING = frozenset(
    [
        "say",
        "tell",
        "report",
        "announce",
        "add",
        "claim",
        "write",
        "tweet",
        "note",
        "state",
        "deny",
        "confirm",
        "warn",
        "accuse",
        "admit",
        "acknowledge",
        "insist",
        "reveal",
        "concede",
        "declare",
        "predict",
        "ask",
    ]
)
_EDGE = frozenset(
    ["begin", "start", "open", "commence", "resume", "end", "finish", "conclude", "launch", "adopt", "impose", "pass"]
)
_HAPPENING = _EDGE | frozenset(["come", "take", "hold", "expire", "last", "sign", "agree", "reach"])
_GOING = frozenset(["travel", "go", "come", "fly", "arrive", "return", "meet", "head", "gather", "convene"])
# A time above one of these words is not the time of what stands below it.
_ELSEWHEN = frozenset(
    ["after", "before", "since", "following", "despite", "amid", "until", "of", "about", "over", "for", "ahead"]
)
# `voted on Monday to send troops`: the day is that of the vote.
_UNREAL = frozenset(["planned", "proposed", "hypothetical"])
_OWN_CLAUSE = frozenset(["relcl", "acl", "amod", "advcl", "parataxis"])
# How many characters of a cue count: cues are short.
_FAR_CUE = 200
# How many words above a mention may date it: what is only planned is dated by its own words.
_FAR, _NEAR = 8, 2
# Events of a moment, which a page written on the day may date by the day of the report alone.
_SUDDEN = frozenset(["agreement", "release", "seizure", "attack", "casualties", "evacuation"])


class Calendar:
    """The time expressions of a page, by the word each hangs on."""

    def __init__(self, times: list[Time], paragraphs: list[Paragraph], statements: list[Statement]) -> None:
        self._anchored: dict[tuple[int, int], list[tuple[Time, Token]]] = {}
        self._cues = frozenset(
            at for s in statements for at in range(s.cue.start, min(s.cue.end, s.cue.start + _FAR_CUE))
        )
        rest = deque(sorted(times, key=lambda time: time.span.start))
        for paragraph in paragraphs:
            stop = paragraph.start + len(paragraph.doc.text)
            starts = [begin(token) for token in paragraph.doc] if rest and rest[0].span.start < stop else []
            while rest and rest[0].span.start < stop:
                self._place(rest.popleft(), paragraph, starts)

    def _place(self, time: Time, paragraph: Paragraph, starts: list[int]) -> None:
        first, last = bisect_right(starts, time.span.start) - 1, bisect_left(starts, time.span.end)
        tokens = [token for token in paragraph.doc[max(first, 0) : last] if end(token) > time.span.start]
        if tokens:
            top = next((t for t in tokens if t.head not in tokens or t.head.i == t.i), tokens[0])
            self._anchored.setdefault((paragraph.number, top.head.i), []).append((time, top))

    def date(self, hit: Hit, number: int, real: bool) -> Time | None:
        """The time of a mention: what hangs on it, on what depends on it, or on the words above it in its clause."""
        for token in self._chain(hit, real):
            rows = self._anchored.get((number, token.i))
            if rows:
                return min(rows, key=lambda row: abs(row[1].i - hit.token.i))[0]
        return None

    def reported(self, hit: Hit, number: int) -> Time | None:
        """The day of the report of a sudden event: `officials said on Friday that the crew had been freed`."""
        if hit.entry.type not in _SUDDEN or not _main(hit):
            return None
        for token in climb(hit.token):
            rows = self._anchored.get((number, token.i), [])
            near = [time for time, _ in rows if time.granularity in ("day", "hour")]
            if near and lemma(token) in _SAYING:
                return near[0]
        return None

    def _chain(self, hit: Hit, real: bool) -> Iterator[Token]:
        """The words a mention's time may hang on, nearest first."""
        token = hit.token
        yield token
        yield from (
            child
            for child in token.children
            if child.dep_ in ("prep", "dobj", "acl", "advmod", "agent", "nsubj", "poss")
        )
        yield from (grand for child in token.children if child.dep_ in ("prep", "agent") for grand in child.children)
        yield from (child for child in token.children if child.dep_ == "relcl" and lemma(child) in _HAPPENING)
        steps = 0 if _in_force(hit) else _FAR if real else _NEAR
        while steps and token.head.i != token.i and not self._closed(token, hit):
            token, steps = token.head, steps - 1
            yield token

    def _closed(self, token: Token, hit: Hit) -> bool:
        """Whether what stands above a word is another clause, with a time of its own."""
        if token.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while") for c in token.children):
            return False
        if token.dep_ in _OWN_CLAUSE:
            return _apart(token, hit)
        if token.dep_ == "prep" and token.lower_ in _ELSEWHEN:
            if token.lower_ == "for":
                return lemma(token.head) not in _GOING
            return token.lower_ != "of" or token.head.lemma_ not in ("part", "series", "round", "wave", "string")
        if token.dep_ in ("xcomp", "ccomp") and (under_verb(token.head) in _UNREAL or passive(token.head)):
            return not passive(token.head)
        return token.dep_ in ("ccomp", "xcomp", "parataxis", "dobj", "pcomp", "dep") and self._says(token.head)

    def _says(self, verb: Token) -> bool:
        return lemma(verb) in _SAYING or begin(verb) in self._cues


def _apart(token: Token, hit: Hit) -> bool:
    """A clause with a time of its own: not `killing` in `shelled the mill on Monday, killing nine`."""
    marked = token.dep_ == "advcl" and any(child.dep_ == "mark" for child in token.children)
    return marked or not (hit.entry.type == "casualties" or (token.dep_ == "advcl" and token.tag_ == "VBG"))


def _in_force(hit: Hit) -> bool:
    """`held talks on Monday on the siege`: what lasts is not dated by the words far above it."""
    lasts = hit.entry.type == "designation" or lemma(hit.token) in table("realis")["defaults"]["lasting"]
    return lasts and not hit.view.verbal and carrying_verb(hit.token) is None


def _main(hit: Hit) -> bool:
    """Whether a mention stands in the main clause of what is reported."""
    for token in climb(hit.token):
        if lemma(token.head) in _SAYING:
            return True
        if token.dep_ in _OWN_CLAUSE or (token.dep_ == "prep" and token.lower_ in _ELSEWHEN):
            return False
    return True


def how(hit: Hit, mention: Mention) -> str:
    """Whether the stretch itself counts (`began on Monday`), or all days from it up to the writing."""
    if lemma(hit.token) in table("realis")["defaults"]["lasting"]:
        return "ongoing" if mention.realis == "ongoing" else "at"
    near = [hit.token.head, *(child for child in hit.token.children if child.dep_ == "acl")]
    if any(lemma(word) in _EDGE for word in near if word.pos_ in ("VERB", "AUX")):
        return "at"
    return "ongoing" if mention.realis == "ongoing" else "at"


def dated(hit: Hit, mention: Mention, calendar: Calendar, number: int) -> Dated | None:
    """The row that dates a mention, or None where nothing does; talks under way run to the day of writing."""
    time = calendar.date(hit, number, mention.realis in ("occurred", "ongoing", "denied"))
    if time is None and mention.realis == "occurred":
        time = calendar.reported(hit, number)
    if time is not None:
        return Dated(mention.id, time.id, how(hit, mention))
    if mention.realis == "ongoing" and mention.type == "talks" and _under_way(hit):
        return Dated(mention.id, None, "ongoing")
    return None


def _under_way(hit: Hit) -> bool:
    """Whether the clause itself says that it goes on today, and not for some vague time already."""
    if any(name == "for" and token.ent_type_ == "DATE" for name, token in hit.view.prepositions):
        return False
    return hit.view.verbal or carrying_verb(hit.token) is not None
