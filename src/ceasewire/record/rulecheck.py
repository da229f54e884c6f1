"""What a ruling may not do, and why."""

from __future__ import annotations

from typing import get_args

from ceasewire.fusion.rulings import Anchor
from ceasewire.fusion.rulings.actors import ACTOR_FIELDS
from ceasewire.fusion.rulings.entries import ALLOWED, DECISIONS, field_of, pieces
from ceasewire.fusion.rulings.marks import FACT_FIELDS
from ceasewire.fusion.rulings.passages import MENTION_FIELDS, STATEMENT_FIELDS
from ceasewire.fusion.rulings.spans import SPAN_FIELDS, filler_of, spans_of
from ceasewire.fusion.rulings.unnamed import tellers, why_apart, why_not
from ceasewire.model import ActorKind, Realis, Ruling, SourceBasis, Stance
from ceasewire.record.errors import RecordError
from ceasewire.record.record import Record

FIELDS = {
    "facts": FACT_FIELDS,
    "statements": STATEMENT_FIELDS,
    "mentions": MENTION_FIELDS,
    "actors": ACTOR_FIELDS,
}
WORDS: dict[str, tuple[str, ...]] = {
    "kind": get_args(ActorKind),
    "realis": get_args(Realis),
    "stance": get_args(Stance),
    "basis": ("", *get_args(SourceBasis)),
    "mode": ("direct", "indirect", "mixed"),
    "anonymous": ("true", "false"),
}


def check(about: Anchor, asked: Ruling, other: Anchor | None, record: Record) -> None:
    """Raise RecordError with the reason where a ruling cannot be made."""
    allowed = ALLOWED[about.noun]
    if asked.ruling not in allowed:
        known = "" if asked.ruling in DECISIONS else f"{asked.ruling!r} is no ruling; "
        raise RecordError(f"{known}{about.noun} can be ruled: {', '.join(sorted(allowed))}")
    if other is not None and other.id == about.id:
        raise RecordError("nothing is joined to itself")
    if asked.ruling == "correct":
        _correction(about, asked, record)
    elif asked.ruling == "split":
        _split(about, asked)
    elif asked.ruling == "merge":
        _merge(about, asked, other, record)


def _correction(about: Anchor, asked: Ruling, record: Record) -> None:
    if about.noun == "camps":
        if not asked.value:
            raise RecordError("a camp is corrected by its new name as the value")
        return
    name, told = field_of(asked.value)
    if name not in FIELDS[about.noun] and not (about.noun == "mentions" and name.startswith("role.")):
        raise RecordError(
            f"a correction is FIELD=VALUE; fields of {about.noun}: {', '.join(sorted(FIELDS[about.noun]))}"
        )
    if name in WORDS and told not in WORDS[name]:
        raise RecordError(f"{name} is one of: {', '.join(word for word in WORDS[name] if word)}")
    if name in ("affiliation", "source", "place") and told and told not in record.actor:
        raise RecordError(f"{name} is the whole id of an actor of this record")
    _stands(about, name, told, record)
    _unnamed_stays(about, name, told, record)


def _stands(about: Anchor, name: str, told: str, record: Record) -> None:
    """Refuse characters that the page does not have."""
    thing = record.statement.get(about.id) or record.mention.get(about.id)
    text = record.document[thing.doc].text if thing else ""
    if name in SPAN_FIELDS and spans_of(told, text) is None:
        raise RecordError(
            f"{name} is START-END, several parted by commas, each within the page's {len(text)} characters"
        )
    names = {key: actor.name for key, actor in record.actor.items()}
    if name.startswith("role.") and any(filler_of("", piece, text, 0, names) is None for piece in pieces(told)):
        raise RecordError(f"a filler is an actor's id, words, or either with @START-END, within {len(text)} characters")


def _unnamed_stays(about: Anchor, name: str, told: str, record: Record) -> None:
    hidden = tellers(record.statement.values(), record.document)
    statement = record.statement.get(about.id)
    if statement and statement.anonymous and name in ("anonymous", "source"):
        raise RecordError("an unnamed source stays unnamed: it is never joined to somebody named")
    if statement and name == "source" and told in hidden:
        raise RecordError("an unnamed source is never joined to somebody named")
    if about.id in hidden and name in ("name", "affiliation", "same_as"):
        raise RecordError("an unnamed source gets no name and no profile")


def _split(about: Anchor, asked: Ruling) -> None:
    if about.noun != "mentions" and not pieces(asked.value):
        needed = {"facts": "the ids of mentions", "actors": "the names", "camps": "the ids of origins"}[about.noun]
        raise RecordError(f"a split of {about.noun} needs {needed} to take out as its value, parted by commas")


def _merge(about: Anchor, asked: Ruling, other: Anchor | None, record: Record) -> None:
    if about.noun == "camps":
        if not asked.value:
            raise RecordError("camps are joined by the name of the other camp as the value")
        return
    reason = None
    if about.noun == "actors" and other:
        reason = why_not(about.id, other.id, tellers(record.statement.values(), record.document))
    elif about.noun == "statements" and other:
        reason = why_apart(record.statement[about.id], record.statement[other.id], record.document)
    if reason:
        raise RecordError(f"refused: {reason}, not even by a ruling")
