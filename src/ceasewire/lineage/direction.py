"""Which of two pages with the same words has them from the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.lineage.align import Run
from ceasewire.lineage.cites import Cite
from ceasewire.lineage.credits import Credit, fold
from ceasewire.lineage.days import printed_day
from ceasewire.lineage.lazy import lazy
from ceasewire.lineage.margins import Margin
from ceasewire.lineage.notices import Version, version
from ceasewire.lineage.outlets import same_outlet
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.settings import LACK, LEAST_HEADLINE, WHOLE
from ceasewire.lineage.words import WORD, Text
from ceasewire.model import Document


@dataclass(frozen=True)
class Page:
    """A page with what it says of its own place in the story. `names` are the folded names that others credit it by."""

    text: Text
    names: frozenset[str]
    margin: Margin
    cites: list[Cite]

    @lazy
    def document(self) -> Document:
        return self.text.document

    @lazy
    def credits(self) -> list[Credit]:
        """Whom the page credits for its text."""
        return self.margin.credits

    @lazy
    def credited(self) -> frozenset[str]:
        """The folded names that the page credits for its text."""
        return frozenset(credit.key for credit in self.credits)

    @lazy
    def cited(self) -> frozenset[str]:
        """The folded names that the page's body cites."""
        return frozenset(cite.key for cite in self.cites)

    @lazy
    def others(self) -> frozenset[str]:
        """The folded names of other outlets that the page's body cites."""
        return self.cited - self.names

    @lazy
    def agency(self) -> bool:
        """Whether the page is of an agency that the codebook lists."""
        known = outlet_by_name(self.document.outlet) if self.document.outlet else None
        return known is not None and known.agency

    @lazy
    def says(self) -> bool:
        """Whether some of its words are put in somebody's mouth."""
        return 1 in self.text.said

    @lazy
    def printed(self) -> str | None:
        """The day that a line above the body prints."""
        return printed_day(self.document)

    @lazy
    def headline(self) -> list[str]:
        """The words of the title, in small letters."""
        return WORD.findall((self.document.title or "").lower())

    @lazy
    def title(self) -> str:
        """The title, folded."""
        return fold(self.document.title or "")

    @lazy
    def version(self) -> Version | None:
        """What a line around the text says of its version."""
        return version(self.document)

    @lazy
    def day(self) -> str | None:
        """The day of metadata, else the printed one."""
        return self.document.published or self.printed

    @lazy
    def order(self) -> tuple[str, str, str]:
        """Where the page stands when nothing else tells pages apart: by day, path and id."""
        return self.day or "9999", self.document.path, self.document.id


Latest = tuple[str | None, str | None]


def taken(pair: Pair, one: Page, other: Page, latest: Latest = (None, None)) -> tuple[bool, int]:
    """Whether `one` has its words from `other`, and the number of the clue that says so (0 is the strongest).

    `latest` are the days by which the pages stood, from `bounds`, for pages that bear no day.
    """
    for number, clue in enumerate(SAYING):
        if verdict := clue(pair, one, other):
            return verdict > 0, number
    if verdict := _by_bound(one, other, latest):
        return verdict > 0, len(SAYING)
    for number, clue in enumerate(SHOWING, len(SAYING) + 1):
        if verdict := clue(pair, one, other):
            return verdict > 0, number
    return one.order > other.order, len(SAYING) + 1 + len(SHOWING)


def bounds(pairs: Sequence[Pair], pages: Sequence[Page], first: Sequence[tuple[bool, int]]) -> dict[int, str]:
    """For pages that bear no day: the first day of a page that seems to have taken words from them.

    `first` is what `taken` says of each pair without them.
    """
    found: dict[int, str] = {}
    for pair, (later, clue) in zip(pairs, first, strict=True):
        taker, giver = (pair.one, pair.other) if later else (pair.other, pair.one)
        day = pages[taker].day
        if day and not pages[giver].day and clue <= len(SAYING) + 1:
            found[giver] = min(day, found.get(giver, day))
    return found


def _by_bound(one: Page, other: Page, latest: Latest) -> int:
    """The page that bears a later day than the one by which the other stood."""
    here = bool(one.day and latest[1] and one.day > latest[1])
    return here - bool(other.day and latest[0] and other.day > latest[0])


def names_other(one: Page, other: Page, run: Run) -> bool:
    """Whether a page cites the other in the paragraph where a run begins, or in the one before it."""
    return _cited_beside(one, other, run.left[0]) or _cited_beside(other, one, run.right[0])


def _cited_beside(page: Page, other: Page, word: int) -> bool:
    text, names = page.text, other.names - page.names
    if not names & page.cited:
        return False
    paragraph = text.breaks.rfind(1, 0, word + 1)
    first = text.starts[max(0, text.breaks.rfind(1, 0, paragraph))]
    return any(cite.key in names and first <= cite.frame.start <= text.starts[word] for cite in page.cites)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def by_credit(pair: Pair, one: Page, other: Page) -> int:
    """The page that credits the other: `Source: Harbour Herald` under the Herald's words."""
    return other.credited.isdisjoint(one.names) - one.credited.isdisjoint(other.names)


def by_cite(pair: Pair, one: Page, other: Page) -> int:
    """The page that names the other's outlet in its body: `told the Harbour Herald`, `as the Herald put it:`."""
    return other.others.isdisjoint(one.names) - one.others.isdisjoint(other.names)


def by_quotation(pair: Pair, one: Page, other: Page) -> int:
    """The page that has the common words in quotation marks, or after a colon; the other has them as its own."""
    if not (one.says or other.says):
        return 0
    here = sum(one.text.said.count(1, start, end) for start, end in pair.sides(False))
    there = sum(other.text.said.count(1, start, end) for start, end in pair.sides(True))
    return _sign(here - there) if abs(here - there) >= 0.4 * pair.equal else 0


def by_metadata(pair: Pair, one: Page, other: Page) -> int:
    """The page of the later day, where metadata gives both."""
    mine, theirs = one.document.published, other.document.published
    return (mine > theirs) - (mine < theirs) if mine and theirs else 0


def by_version(pair: Pair, one: Page, other: Page) -> int:
    """The later version of its own outlet's report: fetched later from one address, or called so.

    `UPDATE 2-Ferry hit off Port Sarel`; `An earlier version of this report misspelt the name of the ferry.`
    """
    if not same_outlet(one.document, other.document):
        return 0
    mine, theirs = one.document.retrieved, other.document.retrieved
    if one.document.url and one.document.url == other.document.url and mine and theirs and mine != theirs:
        return 1 if mine > theirs else -1
    return _later(one) - _later(other)


def _later(page: Page) -> bool:
    marks = table("credits")["version"]
    first = page.headline[:1]
    return page.version is not None or any(word in marks["update"] or word in marks["correction"] for word in first)


def by_print(pair: Pair, one: Page, other: Page) -> int:
    """The page whose head prints the later day."""
    mine, theirs = one.printed, other.printed
    return (mine > theirs) - (mine < theirs) if mine and theirs else 0


def by_agency(pair: Pair, one: Page, other: Page) -> int:
    """The page of a paper, where the other is an agency's own and no day tells them apart: papers print agencies."""
    return other.agency - one.agency


def by_lack(pair: Pair, one: Page, other: Page) -> int:
    """The page that lacks what the other has, where one of them is taken whole: a cut copy."""
    mine, theirs = pair.equal / len(one.text), pair.equal / len(other.text)
    return _sign(mine - theirs) if max(mine, theirs) >= WHOLE and abs(mine - theirs) > LACK else 0


def by_seam(pair: Pair, one: Page, other: Page) -> int:
    """The page where the common words begin and end with a paragraph, where in the other they are cut out of one."""
    return _sign(_seams(one.text, pair.sides(False)) - _seams(other.text, pair.sides(True)))


def _seams(text: Text, sides: list[tuple[int, int]]) -> int:
    """How many ends of the stretches fall on the ends of paragraphs."""
    count, last = 0, len(text)
    for start, end in sides:
        count += text.breaks[start] + (end == last or text.breaks[end])
    return count


def by_title(pair: Pair, one: Page, other: Page) -> int:
    """The page whose title holds the whole title of the other: `Update: ` and the first title."""
    mine, theirs = one.title, other.title
    if not mine or not theirs or mine == theirs:
        return 0
    return (theirs in mine) - (mine in theirs)


def by_lede(pair: Pair, one: Page, other: Page) -> int:
    """The page whose headline is cut from its first words, as `Delegates of the Front met envoys`; it had none."""
    return _cut_headline(one) - _cut_headline(other)


def _cut_headline(page: Page) -> bool:
    title = page.headline
    if len(title) < LEAST_HEADLINE or len(page.text) < len(title):
        return False
    return WORD.findall(page.text.span(0, len(title)).text.lower()) == title


def by_change(pair: Pair, one: Page, other: Page) -> int:
    """The shorter page, if words were cut inside the runs."""
    return _sign(pair.covered(True) - pair.covered(False))


SAYING: tuple[Callable[[Pair, Page, Page], int], ...] = (
    by_credit,
    by_cite,
    by_quotation,
    by_metadata,
    by_version,
    by_print,
    by_agency,
)
"""What the pages say of themselves, the strongest first."""

SHOWING: tuple[Callable[[Pair, Page, Page], int], ...] = (by_lack, by_seam, by_title, by_lede, by_change)
"""What their words show, the strongest first."""
