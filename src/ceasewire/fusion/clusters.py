"""Mentions to events: each mention joins the one most like it, then groups that are alike on average are one.

Both steps look at pairs only, and pairs are looked up by page, name and time. Mentions that no likely pair connects
never meet: a new page changes the events that its own mentions are like, and no others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from ceasewire.fusion.filled import Filled
from ceasewire.fusion.likeness import CLASH, NEWS_DAYS, SLACK_DAYS, Row, handles, likeness
from ceasewire.fusion.stretches import weeks

JOIN = 3.5  # points that make a mention follow the one most like it
MERGE = 1.25  # points on average that make two groups one event
SINGLE = 0.75  # the same where a page names one of them once and the other too
FLOOR, TOP = -4.0, 6.0  # points of one pair beyond these weigh no more in an average
APART = -2.0  # points of a pair that is not compared
RIVAL = 1.5  # points lost on average where two groups name doers of their own
TORN = 0.34  # two groups of which more pairs than this share clash are not joined
MOST = 24  # mentions of other pages that one mention is compared with
FULL = 400  # pairs of two groups that are compared one by one, at most
CROWD = 300  # mentions that are looked through for one, those under rare names first
HERE = 60  # mentions of the same page that one is compared with, the nearest first

Pair = tuple[int, int]
Points = dict[Pair, float]


def clusters(rows: Sequence[Row]) -> list[list[int]]:
    """The rows (all of one type) in groups of one event, as positions; every row stands in one group."""
    points = {pair: likeness(rows[pair[0]], rows[pair[1]]) for pair in pairs(rows)}
    return _Linkage(_forest(rows, points), points, rows).groups()


def pairs(rows: Sequence[Row]) -> Iterator[Pair]:
    """The pairs worth comparing, each once: of one page, or with a name in common and about the same time."""
    seen: set[Pair] = set()
    for number, others in enumerate(zip(_same_page(rows), _elsewhere(rows), strict=True)):
        for other in (*others[0], *others[1]):
            pair = _pair(number, other)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _same_page(rows: Sequence[Row]) -> Iterator[Sequence[int]]:
    pages: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        pages[row.mention.doc].append(number)
    for numbers in pages.values():
        numbers.sort(key=lambda n: rows[n].mention.trigger.start)
    place = {n: at for numbers in pages.values() for at, n in enumerate(numbers)}
    for number, row in enumerate(rows):
        yield pages[row.mention.doc][max(0, place[number] - HERE) : place[number]]


def _elsewhere(rows: Sequence[Row]) -> Iterator[Iterable[int]]:
    """For each row the rows of other pages that share most with it, a rare name before a common one."""
    shelf: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in _kept_under(row):
            shelf[key].append(number)
    for number, row in enumerate(rows):
        votes = _votes([shelf[key] for key in _asked(row) if key in shelf])
        others = [n for n in votes if n != number and rows[n].mention.doc != row.mention.doc]
        yield sorted(others, key=lambda n: (-votes[n], abs(_written(rows[n]) - _written(row)), n))[:MOST]


def _votes(found: list[list[int]]) -> Counter[int]:
    """How much each row of the lists has in common with the one that asks; the longest lists may not be read."""
    votes: Counter[int] = Counter()
    read = 0
    for rows in sorted(found, key=len):
        weight = 1 + 1000 // len(rows)
        for other in rows[: CROWD - read]:
            votes[other] += weight
        read += len(rows)
        if read >= CROWD:
            break
    return votes


def _kept_under(row: Row) -> Iterator[tuple[str, str, int]]:
    """Under each name: the weeks of an event that is closely dated, the week of writing of one that is not, and all."""
    held = weeks(*row.days) if row.days and row.close else None
    for name in dict.fromkeys(handles(row)):
        for week in held if held is not None else ():
            yield "dated", name, week
        if held is None:
            yield "loose", name, _written(row) // 7
        yield "any", name, _written(row) // 7


def _asked(row: Row) -> Iterator[tuple[str, str, int]]:
    """Events of about the same days and loose ones in the news; for a loose one whatever is in the news."""
    news = weeks(_written(row) - NEWS_DAYS, _written(row) + NEWS_DAYS)
    dated = weeks(row.days[0] - SLACK_DAYS, row.days[1] + SLACK_DAYS) if row.days and row.close else None
    for name in dict.fromkeys(handles(row)):
        for week in dated if dated is not None else ():
            yield "dated", name, week
        for week in news:
            yield ("any" if dated is None else "loose"), name, week


def _written(row: Row) -> int:
    return row.written or 0


def _forest(rows: Sequence[Row], points: Points) -> list[list[int]]:
    """Each row with the one most like it, where they are like enough; joins that tear many pairs are left out."""
    best: dict[int, tuple[float, Pair]] = {}
    for pair, score in points.items():
        for number in pair:
            if score >= JOIN and (number not in best or (score, best[number][1]) > (best[number][0], pair)):
                best[number] = (score, pair)
    home = {number: [number] for number in range(len(rows))}
    for _, (one, other) in sorted(set(best.values()), key=lambda row: (-row[0], row[1])):
        mine, theirs = home[one], home[other]
        if mine is not theirs and not _torn(mine, theirs, points) and not _rivals(mine, theirs, rows):
            mine += theirs
            home.update(dict.fromkeys(theirs, mine))
    return list({id(group): group for group in home.values()}.values())


def _torn(mine: list[int], theirs: list[int], points: Points) -> bool:
    scores = [points.get(_pair(a, b)) for a in mine for b in theirs]
    return scores.count(CLASH) > TORN * len(scores)


def _rivals(mine: Iterable[int], theirs: Iterable[int], rows: Sequence[Row]) -> bool:
    """Whether both groups name who did it and no doer of one is a doer of the other."""
    ours, others = _doers(mine, rows), _doers(theirs, rows)
    return bool(ours and others) and not any(a.same(b, dated=True) for a in ours for b in others)


def _doers(group: Iterable[int], rows: Sequence[Row]) -> list[Filled]:
    """The named doers of a group, each once."""
    found = {one.body or one.name: one for n in group for one in rows[n].kinds.get("agent", ()) if one.named}
    return [found[name] for name in sorted(found)][:MOST]


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _held(score: float) -> float:
    """The points of one pair as they weigh in an average."""
    return min(max(score, FLOOR), TOP)


class _Linkage:
    """Groups joined two by two, the pair with the highest average first."""

    def __init__(self, groups: list[list[int]], points: Points, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._points = points
        self._groups: dict[int, list[int]] = {min(group): sorted(group) for group in groups}
        home = {number: key for key, group in self._groups.items() for number in group}
        self._sums: dict[int, dict[int, list[float]]] = defaultdict(dict)
        for (one, other), score in points.items():
            self._note(home[one], home[other], _held(score), 1)
        self._queue = [row for a in self._sums for b in self._sums[a] if a < b for row in self._row(a, b)]
        heapify(self._queue)

    def groups(self) -> list[list[int]]:
        """Join what is alike and give the groups, each in rising order, by their first members."""
        while self._queue:
            _, one, other, sizes = heappop(self._queue)
            alive = one in self._groups and other in self._groups
            if alive and sizes == (len(self._groups[one]), len(self._groups[other])):
                self._join(one, other)
        return [self._groups[key] for key in sorted(self._groups)]

    def _note(self, one: int, other: int, score: float, count: int) -> None:
        if one != other:
            for a, b in ((one, other), (other, one)):
                cell = self._sums[a].setdefault(b, [0.0, 0])
                cell[0] += score
                cell[1] += count

    def _row(self, one: int, other: int) -> Iterator[tuple[float, int, int, tuple[int, int]]]:
        """The entry of the queue for two groups, none where they are not alike."""
        sizes = (len(self._groups[one]), len(self._groups[other]))
        least = SINGLE if self._once(one, other) else MERGE
        if (average := self._average(one, other, least)) >= least:
            yield -average, one, other, sizes

    def _average(self, one: int, other: int, least: float) -> float:
        """Points a pair of two groups; pairs that were not looked up are compared where the others promise enough."""
        score, count = self._sums[one][other]
        every = len(self._groups[one]) * len(self._groups[other])
        if count < every <= FULL and score >= least * count:
            self._complete(one, other)
            score, count = self._sums[one][other]
        average = (score + APART * (every - count)) / every
        if average >= least and _rivals(self._groups[one], self._groups[other], self._rows):
            return average - RIVAL
        return average

    def _complete(self, one: int, other: int) -> None:
        for a in self._groups[one]:
            for b in self._groups[other]:
                pair = _pair(a, b)
                if pair not in self._points:
                    self._points[pair] = likeness(self._rows[a], self._rows[b])
                    self._note(one, other, _held(self._points[pair]), 1)

    def _once(self, one: int, other: int) -> bool:
        """Whether one of two groups is a single mention of a page that has more of the other."""
        small, large = sorted((self._groups[one], self._groups[other]), key=len)
        doc = self._rows[small[0]].mention.doc
        return len(small) == 1 < len(large) and any(self._rows[n].mention.doc == doc for n in large)

    def _join(self, one: int, other: int) -> None:
        self._groups[one] = sorted(self._groups[one] + self._groups.pop(other))
        for third, (score, count) in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                self._note(one, third, score, int(count))
        for third in self._sums[one]:
            for row in self._row(*_pair(one, third)):
                heappush(self._queue, row)
