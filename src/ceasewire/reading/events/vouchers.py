"""Who vouches for a mention: the innermost statement that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Statement
from ceasewire.reading.parse import begin

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of clauses that a denial or a promise does not reach: they name what is given.
_ASIDE = frozenset({"relcl", "acl", "amod", "advcl"})


class Vouchers:
    """The statements of a page by the words they hold."""

    def __init__(self, statements: list[Statement]) -> None:
        self._statements = statements

    def of(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds a word, or whose own cue it is (`urging`)."""
        at = begin(token)
        held = [s for s in self._statements if any(c.start <= at < c.end for c in s.content)]
        named = [s for s in self._statements if s.cue.start <= at < s.cue.end]
        return min(named, key=_length, default=None) or min(held, key=_length, default=None)

    def is_main(self, token: Token, statement: Statement | None) -> bool:
        """Whether a word stands in the main clause of what a statement says, and not in its cue."""
        if statement is None or not statement.content or statement.cue.start <= begin(token) < statement.cue.end:
            return False
        start, end = statement.content[0].start, statement.content[-1].end
        while start <= begin(token.head) < end and token.head.i != token.i:
            if token.dep_ in _ASIDE or (
                token.dep_ == "prep" and token.lower_ in ("after", "since", "before", "despite")
            ):
                return False
            token = token.head
        return True


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)
