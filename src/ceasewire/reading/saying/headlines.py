"""Statements of headlines and posts: `Orvania: no deal`, `Truce holds: report`, `We are here. — Jan Dow (@jdow)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Paragraph
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import Row, verb_rows, words
from ceasewire.reading.saying.ends import trimmed
from ceasewire.reading.saying.speakers import speaks
from ceasewire.reading.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST_NAME = 6  # tokens before the colon of a headline
HEADED: tuple[Stance, ...] = ("asserts", "confirms", "denies", "promises", "predicts", "demands")
REPORTS = frozenset(
    (
        "report",
        "reports",
        "officials",
        "official",
        "source",
        "sources",
        "study",
        "monitor",
        "witnesses",
        "police",
        "army",
    )
)


def headline_claims(paragraph: Paragraph, cast: Cast) -> list[Claim]:
    """What a headline says through a colon, and what a post says above its signature."""
    if paragraph.role == "title":
        found = _before_colon(paragraph, cast) or _after_colon(paragraph, cast) or _says(paragraph)
        return [found] if found else []
    post = _post(paragraph)
    return [post] if post else []


def _colon(paragraph: Paragraph) -> int | None:
    return next((t.i for t in paragraph.doc if t.text == ":"), None)


def _before_colon(paragraph: Paragraph, cast: Cast) -> Claim | None:
    """`Orvania: no deal with the rebels`"""
    at = _colon(paragraph)
    doc = paragraph.doc
    if at is None or not 0 < at <= LONGEST_NAME or at + 2 >= len(doc):
        return None
    head = doc[0:at].root
    actor = cast.refer(head)
    if actor is None or cast.actor(actor).kind == "place":
        return None
    return _claim(paragraph, at, head, (at + 1, len(doc) - 1), (0, at - 1))


def _after_colon(paragraph: Paragraph, cast: Cast) -> Claim | None:
    """`Army shelled the market: report`"""
    doc = paragraph.doc
    at = next((t.i for t in reversed(doc) if t.text == ":"), None)
    if at is None or at < 2 or at + 1 >= len(doc) or len(doc) - at > LONGEST_NAME:
        return None
    head = doc[at + 1 : len(doc)].root
    if (
        not {head.lower_, str(head.lemma_).lower()} & (REPORTS | words("unnamed", "people"))
        and cast.refer(head) is None
    ):
        return None
    return _claim(paragraph, at, head, (0, at - 1), (at + 1, len(doc) - 1))


def _says(paragraph: Paragraph) -> Claim | None:
    """`Orvania Says Talks Have Failed`, `Talks Have Failed, Orvania Says`: by order, as capitals mislead the parser."""
    doc = paragraph.doc
    tokens = [t for t in doc if not t.is_space]
    for token in tokens:
        rows = (
            verb_rows(token)
            if (token.lower_.endswith("s") and token.lower_ != token.text) or token.tag_ in ("VBZ", "VBP")
            else ()
        )
        row = next((row for row in rows if "quote" in row.takes), None)
        if row is None or row.stance not in HEADED or _done(token, rows):
            continue
        at = token.i
        if at == tokens[-1].i or (tokens[-1].is_punct and at == tokens[-1].i - 1):
            comma = next((t.i for t in reversed(doc[:at]) if t.text == ","), None)
            if comma is None or not 1 < at - comma <= LONGEST_NAME + 1:
                return None
            return _spoken(paragraph, token, (comma + 1, at - 1), (0, comma - 1), row.stance)
        if 0 < at <= LONGEST_NAME and not any(
            t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in ":," for t in doc[:at]
        ):
            return _spoken(paragraph, token, (0, at - 1), (at + 1, len(doc) - 1), row.stance)
        return None
    return None


def _done(verb: Token, rows: tuple[Row, ...]) -> bool:
    """Whether a verb does what it names: `King Declares Truce`, `Guild Announces Halt to Raids`."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or any(t.pos_ == "AUX" for t in thing.subtree):
        return False
    objects = [row for row in rows if "object" in row.takes]
    return bool(objects) and not any(row.allows(thing.lower_) for row in objects)


def _first(words: Span) -> Token | None:
    """The noun before the first preposition: the shelling of `Shelling near Kelm`."""
    at = next((t.i for t in words if t.pos_ == "ADP"), -1)
    named = [t for t in words if t.i < at and t.pos_ in ("NOUN", "PROPN", "VERB")]
    return named[-1] if named else None


def _spoken(
    paragraph: Paragraph, verb: Token, source: tuple[int, int], content: tuple[int, int], stance: Stance
) -> Claim | None:
    doc = paragraph.doc
    held = trimmed(doc, content, False)
    if held is None or not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in doc[source[0] : source[1] + 1]):
        return None
    head = next(t for t in reversed(doc[source[0] : source[1] + 1]) if t.pos_ in ("NOUN", "PROPN", "PRON"))
    if stance == "promises" and not speaks(_first(doc[source[0] : source[1] + 1]) or head):
        return None  # `Shelling near Kelm Threatens Truce`
    return Claim(
        paragraph, over(verb, verb), verb, head, over(doc[source[0]], doc[source[1]]), [held], stance, 0.9, "clause"
    )


def _claim(
    paragraph: Paragraph, at: int, head: Token, content: tuple[int, int], source: tuple[int, int]
) -> Claim | None:
    doc = paragraph.doc
    held = trimmed(doc, content, False)
    if held is None:
        return None
    return Claim(
        paragraph,
        over(doc[at], doc[at]),
        head,
        head,
        over(doc[source[0]], doc[source[1]]),
        [held],
        "asserts",
        0.7,
        "headline",
    )


def _post(paragraph: Paragraph) -> Claim | None:
    """`We have arrived. — Jan Dow (@jdow) May 3, 2031`"""
    doc = paragraph.doc
    text = text_of(doc)
    sign = text.find("(@")
    dash = max(text.rfind("—", 0, sign), text.rfind("– ", 0, sign)) if sign > 0 else -1
    if dash < 1 or sign - dash > 80:
        return None
    close = text.find(")", sign)
    close = len(text) - 1 if close < 0 else close
    start = paragraph.start
    head = next((t for t in doc if t.idx > dash and t.pos_ == "PROPN"), None)
    if head is None:
        return None
    while head.dep_ == "compound" and head.head.i > head.i and head.head.idx < sign:
        head = head.head
    low = len(text) - len(text.lstrip())
    source = (start + dash + 1 + (len(text[dash + 1 :]) - len(text[dash + 1 :].lstrip())), start + close + 1)
    content = (start + low, start + len(text[:dash].rstrip()))
    return Claim(
        paragraph, (start + dash, start + close + 1), head, head, source, [content], "asserts", 0.9, "post", direct=True
    )
