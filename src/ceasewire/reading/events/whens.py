"""Which time expression dates a mention."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Statement, Time
from ceasewire.reading.events.carriers import carrying_verb
from ceasewire.reading.events.dates import Dates, Row
from ceasewire.reading.events.governors import under_verb
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.links import OPENINGS
from ceasewire.reading.events.noun_realis import goes_on
from ceasewire.reading.events.syntax import children, climb, passive, prepositions
from ceasewire.reading.parse import Paragraph, begin
from ceasewire.reading.tokens import sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

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
_BEGIN = frozenset(["begin", "start", "open", "commence"])
_HAPPENING = _EDGE | frozenset(["come", "take", "hold", "expire", "last", "sign", "agree", "reach"])
_GOING = frozenset(["travel", "go", "come", "fly", "arrive", "return", "meet", "head", "gather", "convene"])
# A time above one of these words is not the time of what stands below it.
_ELSEWHEN = frozenset(
    ["after", "before", "since", "following", "despite", "amid", "until", "of", "about", "over", "for", "ahead"]
)
_TOWARDS = frozenset(["to", "against"])
# `voted on Monday to send troops`: the day is that of the vote.
_UNREAL = frozenset(["planned", "proposed", "hypothetical"])
_OWN_CLAUSE = frozenset(["relcl", "acl", "amod", "advcl", "parataxis"])
_PAST, _PERFECT = frozenset(["was", "were", "had"]), frozenset(["has", "have"])
# What is announced or declared is of the day of the words.
_DECLARING = frozenset(["announce", "declare", "proclaim"])
_DAYS = frozenset(["day", "night", "morning", "afternoon", "evening", "week", "month", "year", "moment"])
# How many words above a mention the day may stand that it tells.
_NEAR_DAY = 4
# How many characters of a cue count: cues are short.
_FAR_CUE = 200
# `the opening of the talks on Monday`: of these the day is that of what they are of.
_PARTS = OPENINGS | {"part", "series", "round", "wave", "string", "day", "end"}
# How many words above a mention may date it: what is only planned is dated by its own words.
_FAR, _NEAR = 8, 2
# Blows that follow one another at once.
_BLOWS = frozenset(["attack", "casualties", "violation"])
# Events of a moment, which a page written on the day may date by the day of the report alone.
_SUDDEN = frozenset(["agreement", "release", "seizure", "attack", "casualties", "evacuation", "violation"])


class Calendar:
    """Which of a page's times dates a mention."""

    def __init__(self, times: list[Time], paragraphs: list[Paragraph], statements: list[Statement]) -> None:
        self._dates = Dates(times, paragraphs)
        self._cues = frozenset(
            at for s in statements for at in range(s.cue.start, min(s.cue.end, s.cue.start + _FAR_CUE))
        )

    def date(self, hit: Hit, number: int, real: bool) -> Time | None:
        """The time of a mention: what hangs on it, on what depends on it, or on the words above it in its clause."""
        for token in self._chain(hit, real):
            rows = self._dates.on(token, number) or self._dates.of_clause(token, number)
            if rows:
                return min(rows, key=lambda row: abs(row[1].i - hit.token.i))[0]
        return self._same_day(hit.token, number)

    def _same_day(self, token: Token, number: int) -> Time | None:
        """`on Monday, the very day the army declared a truce`: a day told by what happened on it."""
        for word in islice(climb(token), _NEAR_DAY):
            head = word.head
            if word.dep_ in ("relcl", "acl") and (head.lower_ in _DAYS or _opened(word, "when")):
                return self._dates.at(head, number) or self._dates.at(head.head, number)
        return None

    def began(self, hit: Hit, number: int) -> Time | None:
        """`has been shelled since May 2, when Osten began its siege`: the time whose first day is that of the siege."""
        for word in islice(climb(hit.token), _NEAR_DAY):
            if word.dep_ in ("relcl", "advcl"):
                time = self._dates.at(word.head, number)
                since = time is not None and time.span.text.lower().startswith("since ")
                return time if since and _opened(word, "when") else None
        return None

    def since(self, hit: Hit, number: int) -> Time | None:
        """The time in a clause with `since`: `has killed thousands since it took up arms in 2009`."""
        verbs = [hit.token, *(child for child in hit.token.children if child.dep_ == "conj")]
        verbs += [hit.token.head] if hit.token.dep_ == "conj" else []
        if not hit.view.verbal or not any(_helped(verb, _PERFECT) for verb in verbs):
            return None
        clauses = [c for verb in verbs for c in verb.children if c.dep_ == "advcl" and _opened(c, "since")]
        rows = [row for clause in clauses for row in self._dates.on(clause, number)]
        return rows[0][0] if rows else None

    def reported(self, hit: Hit, number: int) -> Time | None:
        """The day of the report of a sudden event or a call: `officials said on Friday that the crew was free`."""
        if not (hit.entry.type in _SUDDEN or hit.entry.needs.get("made")):
            return None
        if not _main(hit):
            return self._upshot(hit, number)
        for token in climb(hit.token):
            if lemma(token) in _SAYING:
                nouns = [noun for _, noun in prepositions(token)]
                rows = [row for word in (token, *nouns) for row in self._dates.on(word, number)]
                near = [time for time, _ in rows if time.granularity in ("day", "hour", "month")]
                if near:
                    return near[0]
        return self._upshot(hit, number)

    def following(self, token: Token, number: int, on: int) -> list[Row]:
        """The times of a word's sentence and so many words on."""
        first, stop = sentence(token)
        return self._dates.within(number, max(first, token.i - on), min(max(stop, token.i + on), token.i + 2 * on))

    def _upshot(self, hit: Hit, number: int) -> Time | None:
        """The day of what followed: `the road was closed on Monday after shells fell`."""
        after = False
        for token in islice(climb(hit.token), _FAR):
            marks = [child.lower_ for child in token.children if child.dep_ == "mark"] if token.dep_ == "advcl" else []
            after = after or "after" in marks or (token.dep_ == "prep" and token.lower_ in ("after", "following"))
            near = [time for time, _ in self._dates.on(token.head, number) if time.granularity in ("day", "hour")]
            if after and near:
                return near[0]
        return None

    def spoken(self) -> frozenset[str]:
        """The times at which somebody spoke, by id: `said on Monday`, `condemned the raid in a letter on Monday`."""
        verbs = ((time.id, next((w for w in climb(top) if w.pos_ == "VERB"), None)) for time, top in self._dates.rows())
        return frozenset(
            name for name, verb in verbs if verb is not None and (self._says(verb) or lemma(verb) in _apart_verbs())
        )

    def _chain(self, hit: Hit, real: bool) -> Iterator[Token]:
        """The words a mention's time may hang on, nearest first."""
        token = hit.token
        yield token
        yield from (
            child
            for child in token.children
            if child.dep_ in ("prep", "dobj", "acl", "advmod", "agent", "nsubj", "poss")
            or (child.dep_ == "conj" and child.pos_ == token.pos_ == "NOUN")
        )
        yield from (grand for child in token.children if child.dep_ in ("prep", "agent") for grand in child.children)
        yield from (verb for child in token.children if child.dep_ == "relcl" for verb in _happened(child))
        yield from (c for child in token.children if child.dep_ == "acl" for c in child.children if c.dep_ == "xcomp")
        yield from (child for child in token.children if child.dep_ == "conj" and not hit.view.verbal)
        yield from (
            child for child in token.children if child.dep_ == "advcl" and child.i < token.i and _starting(child)
        )
        yield from _lenders(token)
        yield from _made(token, hit)
        steps = 0 if _in_force(hit) else _FAR if real else _NEAR
        while steps and token.head.i != token.i and not self._closed(token, hit):
            token, steps = token.head, steps - 1
            yield token
            yield from (child for child in token.children if child.dep_ == "advcl" and _opened(child, "when", "as"))

    def _closed(self, token: Token, hit: Hit) -> bool:
        """Whether what stands above a word is another clause, with a time of its own."""
        if token.dep_ == "advcl" and _opened(token, "when", "as", "while"):
            return False
        if token.dep_ in _OWN_CLAUSE:
            return _apart(token, hit)
        if token.dep_ == "prep" and token.lower_ in _ELSEWHEN | _TOWARDS:
            return _elsewhen(token)
        if token.dep_ in ("xcomp", "ccomp") and (under_verb(token.head) in _UNREAL or passive(token.head)):
            return not passive(token.head)
        if token.dep_ in ("dobj", "nsubjpass") and not hit.view.verbal:
            return self._held_apart(token.head, hit)
        return token.dep_ in ("ccomp", "xcomp", "parataxis", "dobj", "pcomp", "dep") and self._says(token.head)

    def _held_apart(self, verb: Token, hit: Hit) -> bool:
        """`condemned the raid on Monday`, `stopped the raids last month`: the day is no day of the raid."""
        if hit.entry.type == "attack" and lemma(verb) in table("realis")["dated"]["stopping"]:
            return True
        made = hit.entry.type == "ceasefire" and lemma(verb) in _DECLARING
        return not made and (lemma(verb) in _apart_verbs() or self._says(verb))

    def _says(self, verb: Token) -> bool:
        return lemma(verb) in _SAYING or begin(verb) in self._cues


@cache
def _apart_verbs() -> frozenset[str]:
    """Verbs whose day is not that of their object."""
    return frozenset(table("realis")["dated"]["apart"])


def _made(token: Token, hit: Hit) -> Iterator[Token]:
    """`the deal, signed on Monday`, `banned under a resolution passed on Monday`: what brought it about."""
    making = table("realis")["making"]["verbs"] + table("realis")["happening"]["verbs"]
    if not hit.view.verbal and token.i + 2 < len(token.doc) and token.nbor(1).text == ",":
        near = token.nbor(2)
        yield from [near] if near.tag_ == "VBN" and near.dep_ in ("advcl", "acl") and lemma(near) in making else []
    elif hit.entry.type == "designation":
        under = (noun for p in token.children if p.dep_ in ("prep", "agent") for noun in p.children)
        yield from (c for noun in under for c in noun.children if c.dep_ == "acl" and lemma(c) in making)


def _elsewhen(preposition: Token) -> bool:
    """`after the raid`, but not `flew in for talks`, `a round of talks`."""
    if preposition.lower_ in _TOWARDS:
        return lemma(preposition.head) in table("realis")["dated"]["answers"]
    if preposition.lower_ == "for":
        return lemma(preposition.head) not in _GOING
    above = preposition.head
    as_part = above.lemma_ == "part" and above.head.lower_ == "as"
    return preposition.lower_ != "of" or above.lemma_ not in _PARTS or as_part


def _lenders(verb: Token) -> Iterator[Token]:
    """`boarded the ship and searched it on Monday`, `was hit when planes came on Monday`: verbs of the same moment."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and not _has_subject(c)]
    yield from joined
    for each in (verb, *joined):
        yield from (child for child in each.children if child.dep_ == "advcl" and _opened(child, "when", "as"))


def _happened(verb: Token) -> Iterator[Token]:
    """`the talks which began on Monday`, `the talks that the two sides are said to have held a week ago`."""
    yield from (each for each in (verb, *children(verb, "xcomp")) if lemma(each) in _HAPPENING)


def _starting(verb: Token) -> bool:
    """`Beginning at dusk on Monday, gunmen fired shells`."""
    return verb.lower_ in ("beginning", "starting")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children)


def _opened(verb: Token, *words: str) -> bool:
    return any(child.lower_ in words for child in verb.children)


def _apart(token: Token, hit: Hit) -> bool:
    """A clause with a time of its own: not `killing` in `shelled the mill on Monday, killing nine`."""
    marked = token.dep_ == "advcl" and any(child.dep_ == "mark" for child in token.children)
    if hit.entry.type in _BLOWS and not marked and (_answers(token) or _beside(token)):
        return False
    marked = marked or (token.dep_ == "relcl" and _helped(token, _PERFECT))  # `a war that has killed 3,000`
    return marked or not (hit.entry.type == "casualties" or (token.dep_ == "advcl" and token.tag_ == "VBG"))


def _answers(token: Token) -> bool:
    """`fired rockets on Monday, which the army answered with shells`, `eight rockets, six of which hit fields`."""
    if token.tag_ != "VBD" or token.left_edge.i == 0 or token.left_edge.nbor(-1).text != ",":
        return False
    if token.dep_ == "advcl":
        return any(word.lower_ == "which" for child in children(token, "nsubj") for _, word in prepositions(child))
    return token.dep_ == "relcl" and token.head.dep_ in ("dobj", "pobj", "npadvmod", "conj")


def _beside(token: Token) -> bool:
    """`began on Monday with rockets falling on Orsa and the army answering with shells`."""
    while token.dep_ == "acl" and token.tag_ == "VBG":
        noun = token.head
        noun = noun.head if noun.dep_ == "conj" else noun
        if noun.dep_ != "pobj" or noun.head.lower_ == "with":
            return noun.dep_ == "pobj"
        token = noun.head.head
    return False


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
    """Whether the stretch itself counts, its first day (`began on Monday`), or all days from it up to the writing."""
    if lemma(hit.token) in table("realis")["defaults"]["lasting"]:
        return "ongoing" if mention.realis == "ongoing" else "at"
    near = [hit.token.head, *(child for child in hit.token.children if child.dep_ == "acl")]
    edges = [lemma(word) for word in near if word.pos_ in ("VERB", "AUX") and lemma(word) in _EDGE]
    if edges:
        return "start" if edges[0] in _BEGIN and mention.realis == "occurred" else "at"
    return "ongoing" if mention.realis == "ongoing" else "at"


def dated(hit: Hit, mention: Mention, calendar: Calendar, number: int) -> Dated | None:
    """The row that dates a mention, or None where nothing does; talks under way run to the day of writing."""
    began = calendar.began(hit, number)
    if began is not None:
        return Dated(mention.id, began.id, "start")
    time = calendar.date(hit, number, mention.realis in ("occurred", "ongoing", "denied"))
    if time is not None:
        return Dated(mention.id, time.id, how(hit, mention))
    since = calendar.since(hit, number)
    if since is not None:
        return Dated(mention.id, since.id, "ongoing")
    if mention.realis == "ongoing" and mention.type == "talks" and _under_way(hit):
        return Dated(mention.id, None, "ongoing")
    return None


def told(hit: Hit, mention: Mention, calendar: Calendar, number: int) -> Dated | None:
    """The row of the day on which a sudden event was reported, for where the page has no other day of it."""
    heard = mention.realis == "ongoing" and mention.type == "attack" and hit.view.verbal and _helped(hit.token, _PAST)
    time = calendar.reported(hit, number) if mention.realis == "occurred" or heard else None
    return Dated(mention.id, time.id) if time is not None else None


def _under_way(hit: Hit) -> bool:
    """Whether the clause itself says that it goes on today: `are negotiating`, `talks have stalled`."""
    if hit.view.verbal:
        return not _helped(hit.token, _PAST)
    verb = carrying_verb(hit.token)
    if verb is None or _helped(verb, _PAST) or verb.tag_ == "VBD":
        return False
    into = hit.token.dep_ == "pobj" and hit.token.head.lower_ in ("in", "into")
    return into or hit.token.dep_ not in ("nsubj", "pobj") or _helped(verb, _PERFECT) or goes_on(verb)


def _helped(verb: Token, words: frozenset[str]) -> bool:
    return any(child.lower_ in words for child in verb.children if child.dep_ in ("aux", "auxpass"))
