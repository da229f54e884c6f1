"""The days of an event: the time that one of its mentions gives holds for the others on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from itertools import pairwise, takewhile

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Arg, Dated, Mention, Time
from ceasewire.reading.events.chains import Chain, count, lasts, points
from ceasewire.reading.events.entries import lexicon
from ceasewire.reading.events.lemmas import forms
from ceasewire.reading.events.news import lead_days, news_days, totals
from ceasewire.reading.events.page_times import DAYS, FINE, Page

# What is in force: each mention has only the time its own words give it.
_STANDING = frozenset(["designation"])
# How many time words of a chain are compared.
_MOST = 40
# Types of which a page that names one day for them tells one event.
_SUDDEN = (
    ("release",), ("attack", "casualties"), ("seizure",), ("agreement",), ("violation",), ("withdrawal",),
    ("talks", "boycott"),
)  # fmt: skip
# Letters that the forms of one word have in common.
_STEM = 5
_RELATIVE = frozenset(["after", "afterwards", "later", "before", "earlier"])
_MONTHS = frozenset(row[0][:3] for row in table("times")["months"])
# Words for the day of writing, on which nothing is over yet.
_NOW = frozenset(["now", "right now", "currently", "at present", "at the moment"])
_OWNERS = frozenset(["their", "his", "her", "its"])
_THOSE = frozenset(["those", "these", "this", "that"])
_MORE = frozenset(["more", "other", "others", "another", "thousands", "hundreds", "many", "scores"])


def spread_days(
    found: list[Chain],
    mentions: list[Mention],
    rows: list[Dated],
    times: list[Time],
    text: str,
    told: list[Dated] | None = None,
    spoken: frozenset[str] = frozenset(),
    opening: int = 0,
    lead: int = 0,
) -> tuple[list[Mention], list[Dated]]:
    """Rows with the times that an event's other mentions give; talks that a day dates are over, whatever the tense.

    `told` are the days on which mentions were reported: they count where the page has no day of the event itself.
    `spoken` are the times at which somebody spoke, by id.
    """
    page = Page.of(text, times)
    own = {row.mention: row for row in rows}
    by_mention = dict(own)
    weak = {row.mention: row for row in told or []}
    day = _first_day(times, spoken, text, lead)
    by_mention |= lead_days(mentions, own, page, lead, day)
    for chain in found:
        lent = _times(chain, by_mention, page, weak)
        old = any(page.kind(row) == "year" for row in lent.values()) and any(m.id in weak for m in chain.mentions)
        by_mention |= lent if lent and not old else _times(chain, weak | by_mention, page, {})
    by_mention |= _by_kin(mentions, by_mention, weak, page, _Spans(times, spoken, page))
    by_mention |= news_days(mentions, by_mention, page, opening, None)
    by_mention = weak | by_mention
    by_mention |= news_days(mentions, by_mention, page, opening, day)
    by_mention |= totals(mentions, own, by_mention, page)
    over = {m.id for chain in found for m in _over(chain, by_mention, page)}
    done = [replace(m, realis="occurred") if m.id in over else m for m in mentions]
    by_mention |= {ident: replace(by_mention[ident], how="at") for ident in over if ident in by_mention}
    by_mention |= _opened(done, by_mention) | _planned(mentions, by_mention, page)
    return done, [by_mention[m.id] for m in mentions if m.id in by_mention]


def _opened(mentions: list[Mention], rows: dict[str, Dated]) -> dict[str, Dated]:
    """`As the talks opened on Monday, Envoys are still in talks`: talks under way run from the day they opened."""
    talks = [m for m in mentions if m.type == "talks" and m.id in rows]
    starts = {rows[m.id].time for m in talks if rows[m.id].how == "start"}
    if len(starts) != 1:
        return {}
    open_ = [m for m in talks if m.realis == "ongoing" and rows[m.id].how == "ongoing" and rows[m.id].time is None]
    return {m.id: Dated(m.id, next(iter(starts)), "ongoing") for m in open_}


def _first_day(times: list[Time], spoken: frozenset[str], text: str, lead: int) -> Time | None:
    """The one day of the first sentence, which ends at `lead`; None where it has several, or somebody spoke then.

    A day with its year stands in datelines and under pictures.
    """
    near = list(takewhile(lambda time: time.span.start < lead, times[:_MOST]))
    days = [t for t in near if t.granularity in DAYS and t.id not in spoken and "(" not in text[t.span.end :][:3]]
    return days[0] if len(days) == 1 and not days[0].span.text[-4:].isdigit() else None


def _times(chain: Chain, rows: dict[str, Dated], page: Page, told: dict[str, Dated]) -> dict[str, Dated]:
    """The time of an event for those of its mentions that have none: the commonest, of those the finest.

    Those with a day on which they were `told` take another only where their roles agree.
    """
    if chain.type in _STANDING:
        return _in_force(chain, rows, page)
    vague = {m.id for m in chain.mentions if m.id in rows and _unsaid(rows[m.id], page)}
    vague |= _coarse([m.id for m in chain.mentions], rows, page)
    donors = [m for m in chain.mentions if m.id in rows and m.id not in vague]
    if not any(rows[m.id].time for m in donors):
        return {}
    counts = Counter(page.said(rows[m.id]) for m in donors)
    donor = max(donors, key=lambda m: (page.kind(rows[m.id]) != "year", counts[page.said(rows[m.id])]))
    best = rows[donor.id]
    denied = [m for m in chain.guests if m.realis == "denied" and not _none(m, page.text)]
    bare = [m for m in chain.mentions + denied if (m.id not in rows or m.id in vague) and _alike(m, donor, page)]
    bare = [m for m in bare if (m.realis == "ongoing" or page.said(best) not in _NOW) and not _others(m)]
    bare = [m for m in bare if m.id not in told or _agrees(m, donor) or points(m, page.text)]
    return {m.id: replace(best, mention=m.id, how=_how(m, best, page)) for m in bare}


def _agrees(mention: Mention, donor: Mention) -> bool:
    alone = Chain(donor.type or "")
    alone.add(donor)
    return alone.fits(mention) > 0


def _unsaid(row: Dated, page: Page) -> bool:
    """`recently`, which leaves the day to others; `shortly after the raid` is a day of its own, though unknown."""
    return page.kind(row) == "vague" and not any(word in _RELATIVE for word in page.said(row).split())


def _how(mention: Mention, lent: Dated, page: Page) -> str:
    """How a lent time dates a mention: what is over took place in the stretch itself."""
    if mention.realis == "ongoing":
        return "ongoing"
    return "at" if lent.how == "ongoing" and page.kind(lent) in FINE else lent.how


def _planned(mentions: list[Mention], rows: dict[str, Dated], page: Page) -> dict[str, Dated]:
    """The day of what is planned for its other mentions: `will free the crew on Monday`, `they will free the crew`."""
    found: dict[str, Dated] = {}
    dated: dict[str, list[tuple[Chain, Dated]]] = {}
    for mention in (m for m in mentions if m.realis == "planned" and m.type):
        known = dated.setdefault(mention.type or "", [])
        if mention.id in rows and page.kind(rows[mention.id]) in DAYS and len(known) < _MOST:
            known.append((Chain(mention.type or ""), rows[mention.id]))
            known[-1][0].add(mention)
        elif mention.id not in rows:
            fitting = [row for plan, row in known if plan.fits(mention) > 0]
            found |= {mention.id: replace(fitting[-1], mention=mention.id)} if fitting else {}
    return found


def _in_force(chain: Chain, rows: dict[str, Dated], page: Page) -> dict[str, Dated]:
    """`Under those sanctions`, of sanctions that the text has dated: in force from that day on."""
    found: dict[str, Dated] = {}
    for before, mention in pairwise(chain.mentions):
        if mention.id not in rows and before.id in rows and page.before(mention) in _THOSE:
            found[mention.id] = replace(rows[before.id], mention=mention.id, how="ongoing")
    return found


def _alike(mention: Mention, donor: Mention, page: Page) -> bool:
    """Whether a mention may be dated by another of its chain: what is only like it has days of its own.

    `Painstaking negotiations` are no meeting on Monday, `the war` no strike on Monday, `were flown home` no release.
    """
    if _carried_off(mention) or _summed(mention, page) or page.held_back(mention) or not _of_kind(mention, donor, page):
        return False
    if mention.realis == "ongoing" and donor.realis == "occurred" and mention.trigger.text.endswith("ing"):
        return False
    return bool(mention.args) or "\n" not in page.text[: mention.trigger.start] or _definite(mention, page.text)


def _of_kind(mention: Mention, donor: Mention, page: Page) -> bool:
    """Whether two words of one type may name one event: `the contacts` a meeting, but `the war` no strike."""
    mine, other = _family(mention), _family(donor)
    if mine == "process":
        return points(mention, page.text)
    if mine == "campaign":
        same = mention.trigger.text.lower()[:_STEM] == donor.trigger.text.lower()[:_STEM]
        return same and points(mention, page.text)
    return mine == other or "moved" in (mine, other)


def _definite(mention: Mention, text: str) -> bool:
    """A verb, or a noun that says that its event is known: `the talks`, not `tough talks`."""
    word = mention.trigger.text.lower()
    return points(mention, text) or word.endswith("ed") or word not in _plurals()


@cache
def _plurals() -> frozenset[str]:
    """Nouns in the plural, of which a text may speak without meaning any one event."""
    return frozenset(word for word in lexicon("noun") if word.endswith("s"))


def _family(mention: Mention) -> str:
    """Words of one type that name different things: `met` and `negotiated`, `struck` and `the campaign`."""
    return _families().get((mention.type, mention.trigger.text.lower()), "")


@cache
def _families() -> dict[tuple[str | None, str], str]:
    rows = table("realis")["families"]
    return {(kind, form): name for name, row in rows.items() for kind, words in row.items() for form in _forms(words)}


def _forms(words: list[str]) -> frozenset[str]:
    return frozenset(form for word in words for part in ("verb", "noun") for form in forms(part, word))


def _carried_off(mention: Mention) -> bool:
    """`The girls were flown to the capital`: what happens after a release."""
    return _family(mention) == "moved" and any(arg.role == "to" for arg in mention.args)


def _by_kin(
    mentions: list[Mention], own: dict[str, Dated], weak: dict[str, Dated], page: Page, spans: _Spans
) -> dict[str, Dated]:
    """Days for sudden events from others of their kind on the page, where nothing excludes that they are one.

    `weak` are days of reports, for kinds of which no mention has a day.
    """
    found: dict[str, Dated] = {}
    for kinds in _SUDDEN:
        group = [m for m in mentions if m.type in kinds and m.realis == "occurred" and not lasts(m)]
        rows = own if any(m.id in own for m in group) else weak | own
        loose = _coarse([m.id for m in group], rows, page)
        donors = [m for m in group if m.id in rows and m.id not in loose and page.kind(rows[m.id]) in FINE][:_MOST]
        days = _days(donors, rows, page)
        for mention in group if days else ():
            bare = mention.id not in rows or mention.id in loose or page.about(rows[mention.id])
            if bare and not page.held_back(mention) and not _others(mention) and not _summed(mention, page):
                told = rows is own and mention.id in weak  # `said on Tuesday that an attack had taken place`
                donor = _donor(mention, donors, days, page, told or spans.timed(mention, days))
                found |= {mention.id: replace(rows[donor.id], mention=mention.id)} if donor else {}
    return found


def _days(donors: list[Mention], rows: dict[str, Dated], page: Page) -> dict[str, Chain]:
    """The donors by what dates them, as if those of one day were one event."""
    days: dict[str, Chain] = {}
    for mention in donors:
        days.setdefault(page.said(rows[mention.id]), Chain(mention.type or "")).add(mention)
    return days


def _donor(mention: Mention, donors: list[Mention], days: dict[str, Chain], page: Page, timed: bool) -> Mention | None:
    """The mention whose day another takes: the only day of the page, the one whose roles agree, or the last before.

    A mention beside some other time (`timed`) takes none unless its roles agree or it points back.
    """
    core = replace(mention, args=[] if page.before(mention) in _OWNERS else _telling(mention))
    open_ = [chain for chain in days.values() if chain.fits(core) >= 0]
    agreed = [chain for chain in open_ if chain.fits(core) > 0]
    if timed and not agreed and not points(mention, page.text):
        return None
    last = max((m for m in donors if m.trigger.start < mention.trigger.start), key=_start, default=None)
    if len(agreed) == 1 or len(days) == 1:
        chains = agreed or open_
        return next((m for chain in chains for m in chain.mentions if _alike(mention, m, page)), None)
    near = last is not None and any(last in chain.mentions for chain in agreed or open_) and _after(last, mention, page)
    return last if near and last is not None and _alike(mention, last, page) else None


def _telling(mention: Mention) -> list[Arg]:
    """The fillers that part one event from another; of those seized in one raid some may be told of by themselves."""
    part = mention.type == "seizure"
    return [arg for arg in mention.args if arg.role != "means" and not (part and count(arg.text))]


def _start(mention: Mention) -> int:
    return mention.trigger.start


def _after(before: Mention, mention: Mention, page: Page) -> bool:
    """`Shells hit the mill on Monday. Nine were killed`, `The attack`: what follows at once, or points back."""
    between = page.text[before.trigger.end : mention.trigger.start]
    return points(mention, page.text) or ("\n" not in between and between.count(". ") < 2)


def _summed(mention: Mention, page: Page) -> bool:
    """`a war that has killed 3,000`, `2,000 have been killed`: no dead of one day."""
    return mention.type == "casualties" and page.background(mention)


def _others(mention: Mention) -> bool:
    """`has seized many more boats`: not those that the page tells of."""
    texts = (arg.text.lower().replace("more than ", "") for arg in mention.args)
    return any(word in _MORE for text in texts for word in text.split()[:4])


class _Spans:
    """Where the times of a page stand, those apart on which somebody spoke."""

    def __init__(self, times: list[Time], spoken: frozenset[str], page: Page) -> None:
        self._page = page
        self._times = [time for time in times if time.id not in spoken and time.granularity != "vague"]

    def timed(self, mention: Mention, days: dict[str, Chain]) -> bool:
        """Whether the sentence of a mention names another day than those of its kind: likelier its own."""
        text, at = self._page.text, mention.trigger.start
        start, end = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1, text.find("\n", at)
        stop = text.find(". ", at)
        end = min(x for x in (end, stop, len(text)) if x >= 0)
        first = bisect_left(self._times, start, key=lambda time: time.span.start)
        near = takewhile(lambda time: time.span.start < end, self._times[first : first + _MOST])
        return any(self._page.words[time.id] not in days for time in near)


def _none(mention: Mention, text: str) -> bool:
    """`There are no talks`: what is denied altogether has no day, but nobody hurt is nobody hurt on that day."""
    before = text[max(0, mention.trigger.start - 24) : mention.trigger.start].lower().split()
    return mention.type == "talks" and any(word in ("no", "any") for word in before[-2:])


def _coarse(names: list[str], rows: dict[str, Dated], page: Page) -> set[str]:
    """Mentions dated by a stretch that another names more finely: `2014` beside `April 2014`."""
    said = {name: _short(page.said(rows[name])) for name in names if name in rows}
    longer = [text.split() for text in sorted(set(said.values()))[:_MOST]]
    return {name for name, text in said.items() if any(text in other and len(other) > 1 for other in longer)}


def _short(said: str) -> str:
    """The words of a time with the short names of months: `october` and `oct. 19` have one in common."""
    return " ".join(word[:3] if word[:3] in _MONTHS and word.rstrip(".").isalpha() else word for word in said.split())


def _over(chain: Chain, rows: dict[str, Dated], page: Page) -> list[Mention]:
    """`The contacts are secret`, of talks that were held on a day: they took place and do not go on."""
    if chain.type != "talks":
        return []
    past = any(
        m.realis == "occurred" and m.id in rows and rows[m.id].how == "at" and page.kind(rows[m.id]) in DAYS
        for m in chain.mentions
    )
    return [m for m in chain.mentions if past and m.realis == "ongoing" and points(m, page.text)]
