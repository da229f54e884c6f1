"""The times of a page as the days of its events need them: their words, how fine they are, what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Time

# How fine a time is that says when something happened, and one that says on which day.
FINE = ("hour", "day", "week", "month")
DAYS = ("hour", "day")


@dataclass(frozen=True)
class Page:
    """A page's times by id: how fine each is, and its words without their preposition."""

    text: str
    kinds: dict[str, str]
    words: dict[str, str]

    @classmethod
    def of(cls, text: str, times: list[Time]) -> Page:
        return cls(
            text,
            {time.id: time.granularity for time in times},
            {time.id: (time.bare.span if time.bare else time.span).text.lower() for time in times},
        )

    def kind(self, row: Dated) -> str:
        return self.kinds.get(row.time or "", "vague")

    def before(self, mention: Mention) -> str:
        """The word before a mention, small."""
        words = self.text[max(0, mention.trigger.start - 24) : mention.trigger.start].lower().split()
        return words[-1] if words else ""

    def about(self, row: Dated) -> bool:
        """Whether a row only says about when: `years ago`, `recently`."""
        said = self.said(row)
        return self.kind(row) not in FINE and "weekend" not in said and not any(char.isdigit() for char in said)

    def said(self, row: Dated) -> str:
        """The words of a row's time, small, without their preposition."""
        return self.words.get(row.time or "", "")

    def day(self, row: Dated) -> str:
        """The day of a row in words: `saturday` of `late saturday night` and of `last saturday`."""
        said = self.said(row)
        return next((word for word in said.split() if word in _weekdays()), said)

    def next(self, row: Dated) -> bool:
        """Whether a row only says that it came next: `minutes later`, `shortly after`."""
        first = self.said(row).split()[:1]
        return self.kind(row) == "vague" and first[:1] != [] and first[0] in table("realis")["news"]["sequence"]

    def held_back(self, mention: Mention) -> bool:
        """`the suspension of air raids`, `a freeze on strikes`, `resume bombing`: attacks that were not made."""
        before = (
            self.text[max(0, mention.trigger.start - 48) : mention.trigger.start].rpartition("\n")[2].lower().split()
        )
        pairs = pairwise(before[-5:]) if mention.type == "attack" else ()
        return any(one in table("realis")["news"]["holding"] and two in ("of", "on", "to", "in") for one, two in pairs)

    def background(self, mention: Mention) -> bool:
        """Whether a mention tells of the time up to now: `2,000 have been killed`, `the fighting has killed 2,000`."""
        words = self.text[max(0, mention.trigger.start - 24) : mention.trigger.start].lower().split()
        after = self.text[mention.trigger.end : mention.trigger.end + 12].lower().split()[:1]
        past = any(word in ("has", "have") or word.endswith(("'ve", "’ve")) for word in words[-3:])
        return past or (mention.type == "attack" and after in (["has"], ["have"]))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name for names in table("times")["weekdays"] for name in names)
