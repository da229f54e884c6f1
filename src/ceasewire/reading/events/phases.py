"""The phase of a truce: offered, declared, in_force, extended, suspended, expired, collapsed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.carriers import carrying_verb

if TYPE_CHECKING:
    from ceasewire.model import Realis
    from ceasewire.reading.events.hit import Hit


@cache
def _verbs() -> dict[str, str]:
    return {verb: stage for stage, verbs in table("realis")["phases"].items() for verb in verbs}


def phase(hit: Hit, realis: Realis) -> str | None:
    """The phase of a truce, None for any other event: `the truce expired` is expired, `a proposed truce` offered."""
    if hit.entry.type != "ceasefire":
        return None
    verb = carrying_verb(hit.token)
    stage = _verbs().get(verb.lemma_) if verb is not None else None
    if stage is None:
        stage = next((_verbs()[child.lemma_] for child in hit.token.children if child.lemma_ in _verbs()), None)
    if stage and realis in ("occurred", "ongoing"):
        return stage
    if realis in ("proposed", "planned", "hypothetical"):
        return stage if stage in ("extended", "suspended") else "offered"
    return "in_force" if realis == "ongoing" else (stage or "declared")
