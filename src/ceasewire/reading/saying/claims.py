"""What the rules of attribution hand to each other: a cue with its source and its content, as offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, begin, end

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST = 400  # tokens of a content that are looked through for its stance

Range = tuple[int, int]  # offsets into the page's text, end exclusive


@dataclass
class Claim:
    """A statement in the making. `speaker` heads the source's words; None where the cue itself is the source.

    `side` holds the beginnings of the words by which the speaker and his side are called, once he is known.
    """

    paragraph: Paragraph
    cue: Range
    head: Token
    speaker: Token | None
    source: Range | None
    content: list[Range]
    stance: Stance
    sure: float
    kind: str
    relay: Token | None = None
    aside: Token | None = None
    direct: bool = False
    quoted: bool = False
    mixed: bool = False
    side: frozenset[str] = frozenset()

    @property
    def reach(self) -> Range:
        """From the first to the last character of the content; of the cue where there is none."""
        if not self.content:
            return self.cue
        return self.content[0][0], self.content[-1][1]


def text_of(doc: Doc) -> str:
    """The text of a paragraph; the parser puts it together anew each time it is asked."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


def tokens(doc: Doc) -> list[Token]:
    """The tokens of a paragraph; the parser makes each anew each time it is asked."""
    if "tokens" not in doc.user_data:
        doc.user_data["tokens"] = list(doc)
    kept: list[Token] = doc.user_data["tokens"]
    return kept


def sentence(token: Token) -> Range:
    """The indexes of the sentence of a token, end exclusive; the parser walks through all of them to find it."""
    doc = token.doc
    if "sentences" not in doc.user_data:
        doc.user_data["sentences"] = [t.i for t in tokens(doc) if t.is_sent_start] + [len(doc)]
    starts: list[int] = doc.user_data["sentences"]
    at = bisect_right(starts, token.i)
    return starts[at - 1], starts[at]


def tokens_in(doc: Doc, low: int, high: int) -> list[Token]:
    """The tokens that begin within two offsets of the paragraph, at most the first few hundred."""
    if "begins" not in doc.user_data:
        doc.user_data["begins"] = [token.idx for token in tokens(doc)]
    begins: list[int] = doc.user_data["begins"]
    first = bisect_left(begins, low)
    return tokens(doc)[first : min(bisect_left(begins, high), first + MOST)]


def over(first: Token, last: Token) -> Range:
    """The offsets from the first character of `first` to the last of `last`."""
    return begin(first), end(last)


def indexes(doc: Doc, low: int, high: int) -> Range | None:
    """The offsets of the tokens `low` to `high`, both included; None where there is none."""
    return over(doc[low], doc[high]) if low <= high else None


def within(inner: Range, outer: Range) -> bool:
    """Whether one stretch lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def touches(one: Range, other: Range) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def echoes(outer: Claim, inner: Claim) -> bool:
    """Whether `inner` only repeats that the source of `outer` speaks: `said they insisted`."""
    head, verb = outer.head, inner.head
    if outer.direct or outer.kind != "clause" or verb.dep_ != "ccomp" or verb.head != head or verb.i < head.i:
        return False
    who = inner.speaker
    return who is not None and who.lower_ in ("he", "she", "it", "they", "we", "i") and who.head == verb
