"""The days of a truce: when it begins, how long it lasts, when it ends, and whether it is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Realis, Time
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import children, climb, prepositions
from ceasewire.reading.tense import direction
from ceasewire.reading.timewords import number
from ceasewire.reading.tokens import lows, sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.dates import Row
    from ceasewire.reading.events.hit import Hit
    from ceasewire.reading.events.whens import Calendar

Length = tuple[int, str]
_UNITS = ("hour", "day", "week", "month", "year")
# How many words before a truce may say how long it is to last, and how many after it what stands for it.
_REACH, _ON = 6, 60
_TOP = 4
# What is said or settled about a truce, on another day than those of the truce.
_SAID = frozenset(["agreement", "proposal", "rejection", "talks", "threat", "invitation", "boycott"])
_WHOSE = frozenset(["nsubj", "nsubjpass", "dobj"])


@dataclass
class Term:
    """The days of a truce on a page: when it begins, was made and ends, as ids of times, and how long it lasts."""

    begin: str | None = None
    made: str | None = None
    words: str = ""
    end: str | None = None
    length: Length | None = None
    to_come: bool = False
    begun: bool = False

    @property
    def known(self) -> bool:
        """Whether it says anything of days."""
        return bool(self.begin or self.made or self.end)


class Truces:
    """The truces of a page by their words: what dates each, and how real their bare mentions are."""

    def __init__(self, hits: list[tuple[Hit, int]], calendar: Calendar) -> None:
        self._terms = [Term()]
        self._of: dict[Hit, Term] = {}
        for hit, paragraph in hits:
            if hit.entry.type == "ceasefire":
                self._look(hit, calendar.following(hit.token, paragraph, _ON))

    def _look(self, hit: Hit, rows: list[Row]) -> None:
        """Takes in what stands about one mention of a truce."""
        truce, term = hit.token, self._terms[-1]
        sides = [(side, row) for row in rows if (side := _side(truce, row))]
        begins = [row for side, row in sides if side == "begin"]
        if begins and term.begin and begins[0][0].span.text != term.words:
            term = Term()
            self._terms.append(term)
        for time, top in begins[:1]:
            ahead = direction(top) == "future"
            term.begin, term.words = term.begin or time.id, term.words or time.span.text
            term.to_come, term.begun = term.to_come or ahead, term.begun or not ahead
        term.end = term.end or next((row[0].id for side, row in sides if side == "end"), None)
        term.made = term.made or next((row[0].id for side, row in sides if side == "made"), None)
        term.length = term.length or _length(truce)
        self._of[hit] = term

    def real(self, hit: Hit, found: Realis) -> Realis:
        """`agreed on the truce that begins on Friday. The truce excludes Orsa`: a bare truce that is still to come."""
        term = self._of.get(hit)
        coming = term is not None and term.to_come and not term.begun
        return "planned" if coming and found == "ongoing" and not hit.view.verbal else found

    def rows(self, rows: list[Dated], terms: list[Dated], mentions: list[Mention], times: list[Time]) -> list[Dated]:
        """Rows of a page with those of its truces; a deal is not of the day on which its truce begins or ends."""
        dated = {row.mention for row in terms}
        known = {mention.id: mention for mention in mentions}
        ends = {time for term in self._terms for time in (term.begin, term.end) if time}
        since = {time.id for time in times if time.span.text.lower().split()[0] in _words("from")}
        kept = [row for row in rows if row.mention not in dated and not _astray(row, known[row.mention], ends, since)]
        return kept + terms

    def row(self, hit: Hit, mention: Mention) -> Dated | None:
        """The row that dates a mention by the days of its truce: in force from its begin on, planned to its end."""
        term = self._of.get(hit)
        if term is not None and term.end and mention.phase == "expired" and mention.realis == "occurred":
            return Dated(mention.id, term.end, "end")
        if term is None or not term.known or mention.realis not in ("planned", "ongoing"):
            return None
        if hit.view.verbal and not _length(hit.token):
            return None
        if mention.realis == "ongoing":
            start = term.begin or term.made
            return Dated(mention.id, start, "ongoing") if start else None
        if not (term.begin or term.end):
            return None
        return Dated(mention.id, term.begin, "term", term.end, None if term.end else term.length)


def _astray(row: Dated, mention: Mention, ends: set[str], since: set[str]) -> bool:
    """Whether a row dates a deal by its truce (`agreed to a truce starting on Friday`), or a truce in force by what was
    done to it (`scorned the truce on Monday`)."""
    if mention.type in _SAID:
        return row.time in ends
    return mention.type == "ceasefire" and mention.realis == "ongoing" and row.time not in since


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("realis")["truce"][name])


def _side(truce: Token, row: Row) -> str | None:
    """Whether a time is that at which a truce begins or ends: `begins on Friday`, `until May`, `expires on Sunday`."""
    time, top = row
    first = time.span.text.lower().split()[0]
    verb = next((word for word in climb(top) if word.pos_ in ("VERB", "AUX") and word.lower_ != first), None)
    if _first_day(truce, top):
        return "begin"
    bound = first in _words("from") | _words("until") and verb is not None and _agreed(truce, verb)
    if not bound and not _tied(truce, top, verb):
        return None
    if first in _words("until") | _words("from"):
        return "end" if first in _words("until") else "begin"
    return _done_to(truce, verb, time.granularity in ("day", "hour")) if verb is not None else None


def _first_day(truce: Token, top: Token) -> bool:
    """`on Tuesday, the first day of the truce`."""
    day = truce.head.head
    if (truce.dep_, truce.head.lower_, day.lower_) != ("pobj", "of", "day") or not 0 < day.i - top.i <= _REACH:
        return False
    return any(child.lower_ == "first" for child in day.children)


def _done_to(truce: Token, verb: Token, fine: bool) -> str | None:
    """What a verb says of the day beside it; `fine`: whether it is one day."""
    if truce.i in (verb.i, verb.head.i) and truce.pos_ == "VERB":
        return "begin" if fine else None
    if lemma(verb) in _made() and fine:
        return "made"
    return "end" if lemma(verb) in _words("finish") else "begin" if _begins(verb) else None


@cache
def _made() -> frozenset[str]:
    """Verbs that bring a truce about: `agreed on Friday`, `declared on Monday`."""
    return frozenset(table("realis")["phases"]["declared"]) - _words("begin")


def _begins(verb: Token) -> bool:
    """`begins`, `takes effect`, `came into force`."""
    word = lemma(verb)
    if word in _words("begin"):
        return True
    near = [*children(verb, "dobj"), *(noun for name, noun in prepositions(verb) if name in ("into", "in"))]
    return word in _words("effect") and any(noun.lower_ in _words("into") for noun in near)


def _tied(truce: Token, top: Token, verb: Token | None) -> bool:
    """Whether a time belongs to a truce: it hangs on it, on its verb, or on the verb of what stands for it."""
    if verb is None or any(word.i == truce.i for word in _to(top, verb)):
        return any(word.i == truce.i for word in climb(top))
    if verb.i == truce.i or (verb.head.i == truce.i and verb.dep_ == "xcomp"):
        return True
    return any(_is_of(truce, word) for word in _verbs(verb))


def _agreed(truce: Token, verb: Token) -> bool:
    """`agreed to a truce starting on Friday`: the parser hangs the day on the verb that settles the truce."""
    for word in climb(truce):
        if word.head.i == verb.i:
            return word.dep_ in ("dobj", "prep")
        if word.dep_ not in ("pobj", "prep", "dobj"):
            return False
    return False


def _to(top: Token, verb: Token) -> Iterator[Token]:
    for word in climb(top):
        if word.i == verb.i:
            return
        yield word


def _verbs(verb: Token) -> Iterator[Token]:
    """A verb and those that say with it what happens: `is due to begin`, `was signed and takes effect`."""
    for steps, word in enumerate(climb(verb)):
        if steps == _TOP:
            return
        if word.pos_ in ("VERB", "AUX"):
            yield word
        if word.dep_ not in ("xcomp", "conj", "acomp", "oprd"):
            return


def _is_of(truce: Token, verb: Token) -> bool:
    """Whether a verb says something of a truce, or of what stands for it in a sentence after it."""
    if truce.head.i == verb.i and truce.dep_ in _WHOSE:
        return True
    made = verb.i == truce.i + 1 and verb.tag_ in ("VBN", "VBD") and lemma(verb) in _made()
    if made or (verb.dep_ in ("relcl", "acl") and verb.head.i == truce.i):
        return True
    who = next(iter(children(verb, "nsubj", "nsubjpass")), None)
    if who is None or sentence(who)[0] <= truce.i:
        return False
    return who.lower_ in _words("stand_in") and (
        who.lower_ == "it" or any(c.lower_ in ("the", "this") for c in who.children)
    )


def _length(truce: Token) -> Length | None:
    """`a 48-hour truce`, `a truce of three days`, `a truce lasting two weeks`, `will stop for 72 hours`."""
    words, at = lows(truce.doc), truce.i
    for place in range(at - 1, max(at - _REACH, 0), -1):
        unit = words[place].rstrip("s")
        if unit in _UNITS and (count := number(words[place - 2] if words[place - 1] == "-" else words[place - 1])):
            return count, unit
        if "-" in words[place] and (found := _joined(words[place])):
            return found
    return next((found for noun in _lengths(truce) if (found := _counted(noun))), None)


def _joined(word: str) -> Length | None:
    """`48-hour` where the parser leaves it one word."""
    first, _, unit = word.partition("-")
    count = number(first)
    return (count, unit.rstrip("s")) if count and unit.rstrip("s") in _UNITS else None


def _lengths(truce: Token) -> Iterator[Token]:
    """The nouns that may say how long a truce lasts."""
    verbs = [truce.head] if truce.head.pos_ in ("VERB", "AUX") and truce.dep_ in _WHOSE else []
    verbs = [
        verb
        for verb in [*verbs, *children(truce, "relcl", "acl", "xcomp")]
        if lemma(verb) in _words("last") or verb.dep_ == "xcomp"
    ]
    for word in [truce, *verbs]:
        yield from (noun for name, noun in prepositions(word) if name in ("of", "for"))
        yield from children(word, "npadvmod") if word is not truce else ()


def _counted(noun: Token) -> Length | None:
    """`for 48 hours`, `for a period of fourteen days`, `for another week`."""
    if noun.lower_ in ("period", "term", "span"):
        return next((found for name, inner in prepositions(noun) if name == "of" and (found := _counted(inner))), None)
    unit = noun.lower_.rstrip("s")
    count = next((number(child.lower_) for child in noun.children if child.dep_ in ("nummod", "det")), None)
    return (count, unit) if unit in _UNITS and count else None
