"""Who vouches for a mention: the innermost statement that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Span, Statement
from ceasewire.reading.events.syntax import climb
from ceasewire.reading.parse import begin

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of clauses that a denial or a promise does not reach: they name what is given.
_ASIDE = frozenset(["relcl", "acl", "amod", "advcl"])
_GIVEN = frozenset(["after", "since", "before", "despite"])
# Statements are looked up by blocks of this many characters.
_BLOCK = 400


class Vouchers:
    """The statements of a page by the words they hold."""

    def __init__(self, statements: list[Statement]) -> None:
        self._near: dict[int, list[Statement]] = {}
        for statement in statements:
            for block in sorted({block for span in (statement.cue, *statement.content) for block in _blocks(span)}):
                self._near.setdefault(block, []).append(statement)

    def of(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds a word, or whose own cue it is (`urging`)."""
        at = begin(token)
        near = self._near.get(at // _BLOCK, [])
        named = [s for s in near if s.cue.start <= at < s.cue.end]
        held = [s for s in near if any(c.start <= at < c.end for c in s.content)]
        return min(named or held, key=_length, default=None)

    def is_main(self, token: Token, statement: Statement | None) -> bool:
        """Whether a word stands in the main clause of what a statement says, and not in its cue."""
        if statement is None or not statement.content or statement.cue.start <= begin(token) < statement.cue.end:
            return False
        start, end = statement.content[0].start, statement.content[-1].end
        for word in climb(token):
            if not start <= begin(word.head) < end:
                return not _of_before(word)
            if (word.dep_ in _ASIDE and not _claimed(word)) or (word.dep_ == "prep" and _given(word)):
                return False
        return True


def _of_before(verb: Token) -> bool:
    """`denied responsibility after a truce was agreed`: a clause that sets the scene for the cue itself."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _GIVEN for c in verb.children)


def _given(preposition: Token) -> bool:
    """`after the raid`, `for shelling the mill`: what comes before or gives the reason."""
    name = preposition.lower_
    return name in _GIVEN or (name == "for" and any(child.dep_ == "pcomp" for child in preposition.children))


def _claimed(verb: Token) -> bool:
    """`denied reports that they had met`: what is reported is what is denied."""
    return (
        verb.dep_ == "acl"
        and verb.head.lemma_.lower() in table("events")["stand_in"]["claims"]
        and any(child.dep_ == "mark" for child in verb.children)
    )


def _blocks(span: Span) -> Iterator[int]:
    return iter(range(span.start // _BLOCK, max(span.end - 1, span.start) // _BLOCK + 1))


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)
