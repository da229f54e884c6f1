"""Quotation marks: which stretches of a page stand in somebody's words, over paragraphs where the marks run on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

OPENING = "“«„"
CLOSING = "”»"
DOUBLE = OPENING + CLOSING + '"'
SINGLE = "‘’'"
EDGES = " \t\u00a0\u2009([{—–-/:,;"
TWICE = ("''", "’’", "``", "‘‘")  # two single marks written for a double one
MARKS = DOUBLE + SINGLE + "`"
ANY = re.compile(f"[{MARKS}]")
BLOCK_LIMIT = 12  # paragraphs that a quotation with one opening mark may run over


@dataclass
class Quote:
    """A quotation: its stretch with marks, and the pieces between the marks, one a paragraph."""

    start: int
    end: int
    pieces: list[tuple[int, int]]
    paragraph: int
    closed: bool = True
    block: bool = False

    @property
    def close(self) -> int:
        """Where its first paragraph ends, with the closing mark where it has one."""
        return self.end if len(self.pieces) == 1 else self.first[1] + 1

    @property
    def first(self) -> tuple[int, int]:
        """The piece in the paragraph where the quotation begins."""
        return self.pieces[0]


@dataclass(frozen=True)
class Stretch:
    """One paragraph: its number, where it begins and its characters."""

    number: int
    start: int
    text: str


@dataclass
class _Open:
    at: int
    mark: str


@dataclass
class _Found:
    """What one paragraph holds: pairs of marks, an opening mark never closed, a closing mark never opened."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    opened: int | None = None
    surplus: int | None = None


def find_quotes(stretches: list[Stretch]) -> list[Quote]:
    """The outermost quotations of a page, in order. One that its next paragraph takes up again is one quotation.

    Example: two paragraphs, `“We left. The road was closed.` and `“Nobody stopped us,” she said.`
    """
    found = [_marks(stretch.text) for stretch in stretches]
    quotes: list[Quote] = []
    taken = -1
    for index, stretch in enumerate(stretches):
        if index <= taken:
            continue
        taken = _block(stretches, found, index, quotes)
        if taken < index:
            quotes.extend(_own(stretch, found[index]))
    return _continued(quotes, stretches)


def by_paragraph(quotes: list[Quote]) -> dict[int, list[Quote]]:
    """The quotations that stand in each paragraph, by its number."""
    out: dict[int, list[Quote]] = {}
    for quote in quotes:
        for number in range(quote.paragraph, quote.paragraph + len(quote.pieces)):
            out.setdefault(number, []).append(quote)
    return out


def _own(stretch: Stretch, found: _Found) -> Iterator[Quote]:
    for begin, end in found.pairs:
        yield Quote(
            stretch.start + begin,
            stretch.start + end + _width(stretch.text, end),
            [(stretch.start + begin + _width(stretch.text, begin), stretch.start + end)],
            stretch.number,
        )
    if found.opened is not None:
        close = stretch.start + len(stretch.text)
        yield Quote(
            stretch.start + found.opened,
            close,
            [(stretch.start + found.opened + 1, close)],
            stretch.number,
            closed=False,
        )


def _width(text: str, at: int) -> int:
    return 2 if text[at : at + 2] in TWICE else 1


def _block(stretches: list[Stretch], found: list[_Found], index: int, quotes: list[Quote]) -> int:
    """A quotation opened at the head of a paragraph and closed by a surplus mark paragraphs later; -1 where none is.

    Example: a report quoted whole, its own quotations inside.
    """
    if found[index].opened != _indent(stretches[index].text):
        return -1
    for last in range(index + 1, min(index + BLOCK_LIMIT, len(stretches))):
        if found[last].opened is not None:
            return -1
        close = found[last].surplus
        if close is not None:
            pieces = [(s.start, s.start + len(s.text)) for s in stretches[index : last + 1]]
            pieces[0] = (pieces[0][0] + (found[index].opened or 0) + 1, pieces[0][1])
            pieces[-1] = (pieces[-1][0], stretches[last].start + close)
            quotes.append(Quote(pieces[0][0] - 1, pieces[-1][1] + 1, pieces, stretches[index].number, block=True))
            for stretch, marks in zip(stretches[index : last + 1], found[index : last + 1], strict=True):
                quotes.extend(quote for quote in _own(stretch, marks) if quote.closed)
            return last
    return -1


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _continued(quotes: list[Quote], stretches: list[Stretch]) -> list[Quote]:
    """Join a quotation left open with the one that begins the next paragraph."""
    heads = {stretch.number: stretch.start + _indent(stretch.text) for stretch in stretches}
    out: list[Quote] = []
    waiting: Quote | None = None
    for quote in quotes:
        if waiting and _takes_up(waiting, quote, heads):
            waiting.pieces.extend(quote.pieces)
            waiting.end, waiting.closed = quote.end, quote.closed
        else:
            out.append(quote)
            waiting = quote
        waiting = waiting if not waiting.closed else None
    return out


def _takes_up(waiting: Quote, quote: Quote, heads: dict[int, int]) -> bool:
    return quote.start == heads[quote.paragraph] and quote.paragraph <= waiting.paragraph + len(waiting.pieces)


def _marks(text: str) -> _Found:
    """Pair the quotation marks of one paragraph; double marks first, single ones outside them."""
    found = _Found()
    stack: list[_Open] = []
    for mark in ANY.finditer(text):
        at, char = mark.start(), mark.group()
        if _is_mark(text, at, stack):
            _take(text, at, char, stack, found)
    _leave(text, stack, found)
    return found


def _is_mark(text: str, at: int, stack: list[_Open]) -> bool:
    char = text[at]
    if char in DOUBLE:
        return True
    if at and text[at - 1 : at + 1] in TWICE and (at < 2 or text[at - 2 : at] not in TWICE):
        return False
    if text[at : at + 2] in TWICE:
        return True
    if any(o.mark in DOUBLE for o in stack[:2]):
        return False
    return _opens(text, at) if not stack else _closes_single(text, at)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] == '"' and after == " " and before == " ":  # an editor's bracket stood behind it: `"[a]n end"`
        return text[at + 2 : at + 3].isalnum()
    return (before in EDGES or before in MARKS) and (after.isalnum() or after in "[(…@#$£€`'’.‘“")


def _closes_single(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum() and not (before == "s" and after == " " and _later(text, at))


def _later(text: str, at: int) -> bool:
    """A better closing single mark follows: `the rebels' men had left,'`."""
    return any(text[n] in "’'" and text[n - 1] in ".,!?" for n in range(at + 1, min(len(text), at + 400)))


def _take(text: str, at: int, char: str, stack: list[_Open], found: _Found) -> None:
    opening = _opens(text, at + _width(text, at) - 1) if char not in OPENING else not _closes_backwards(text, at)
    if char in CLOSING and not (opening and not stack and at + 1 < len(text) and text[at + 1].isalnum()):
        opening = False
    if char == '"' and stack and stack[-1].mark == char:
        opening = False
    if opening:
        stack.append(_Open(at, '"' if text[at : at + 2] in TWICE else char))
    elif stack:
        start = stack.pop()
        if not stack:
            found.pairs.append((start.at, at))
    elif char in DOUBLE:
        found.surplus = at


def _closes_backwards(text: str, at: int) -> bool:
    """An opening mark that stands where only a closing one can: at the end, behind a full stop or a word."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and before not in EDGES and not after.isalnum()


def _leave(text: str, stack: list[_Open], found: _Found) -> None:
    """What is still open at the end: a double mark, or a single one behind a colon, is kept."""
    doubles = [o for o in stack if o.mark in DOUBLE or text[max(0, o.at - 2) : o.at].rstrip().endswith(":")]
    if doubles:
        found.opened = doubles[0].at
        found.pairs = [pair for pair in found.pairs if pair[0] < doubles[0].at]
