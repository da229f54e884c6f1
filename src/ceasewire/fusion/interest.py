"""Who admits what harms himself: an origin that supports a fact against its own interest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ceasewire.codebook import table
from ceasewire.fusion.names import any_of, plain
from ceasewire.fusion.society import Society
from ceasewire.model import Fact, Mention, Passage, Statement


def against_interest(
    facts: Iterable[Fact], mentions: Mapping[str, Mention], statements: Mapping[str, Statement], society: Society
) -> dict[str, list[str]]:
    """For each fact that somebody admits to his own harm the origins that do, by the ids of both.

    `We lost the town, said the Marl Front` is told against interest; `The Marl Front lost the town, said the army` not.
    """
    found: dict[str, list[str]] = {}
    for fact in facts:
        rows = {p.origin for p in fact.support if p.origin and _admitted(p, mentions, statements, society)}
        if told := sorted(rows & set(fact.origins_for)):
            found[fact.id] = told
    return found


def _admitted(
    passage: Passage, mentions: Mapping[str, Mention], statements: Mapping[str, Statement], society: Society
) -> bool:
    mention, statement = mentions.get(passage.mention or ""), statements.get(passage.statement or "")
    if mention is None or statement is None:
        return False
    who = society.speaker(statement)
    harms: list[str] = table("fusion")["interest"]["always"].get(mention.type or "", [])
    if _conceded(statement):
        harms = [*harms, *table("fusion")["interest"]["conceded"].get(mention.type or "", [])]
    own = (society.body(arg.actor) or "" for arg in mention.args if arg.role in harms)
    return who is not None and any(plain(name) == plain(who) for name in own)


def _conceded(statement: Statement) -> bool:
    """Whether the words concede (`admitted that its guns had hit the mill`) or are confided, which is no boast."""
    if statement.anonymous:
        return True
    said = " ".join([statement.cue.text, *(span.text for span in statement.content)])
    return bool(_words().search(said))


@cache
def _words() -> re.Pattern[str]:
    return any_of(table("fusion")["interest"]["words"])
