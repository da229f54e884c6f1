"""Bare mentions completed from the event's fuller mention on the same page: its roles and its time."""

from __future__ import annotations

from msgspec.structs import replace

from ceasewire.model import Arg, Dated, Mention
from ceasewire.reading.parse import Parsed

_POINTING = frozenset({"the", "these", "this", "such", "those", "that", "their", "his", "her", "its"})
_REAL = frozenset({"occurred", "ongoing"})
Names = frozenset[str]


def complete(mentions: list[Mention], rows: list[Dated], parsed: Parsed) -> tuple[list[Mention], list[Dated]]:
    """Mentions with the roles, and rows with the times, that a fuller mention of the same event gives."""
    filled = [_filled(mention, mentions[:place], parsed) for place, mention in enumerate(mentions)]
    return filled, _dated(filled, rows)


def _filled(mention: Mention, earlier: list[Mention], parsed: Parsed) -> Mention:
    """`The talks` takes the parties of the last talks named with parties; a mention with roles of its own keeps them."""
    if mention.args or mention.type is None or not _points(mention, parsed):
        return mention
    for other in reversed(earlier):
        if other.type == mention.type and other.args:
            return replace(mention, args=[replace(arg) for arg in other.args])
    return mention


def _points(mention: Mention, parsed: Parsed) -> bool:
    before = parsed.document.text[max(0, mention.trigger.start - 12) : mention.trigger.start].lower().split()
    return bool(before) and before[-1] in _POINTING


def _dated(mentions: list[Mention], rows: list[Dated]) -> list[Dated]:
    """The rows, and one more for every undated mention whose event another mention dates."""
    by_mention = {row.mention: row for row in rows}
    sources = [m for m in mentions if m.id in by_mention and by_mention[m.id].time and m.realis in _REAL]
    made = []
    for mention in mentions:
        row = by_mention.get(mention.id)
        if row is None and mention.realis in _REAL:
            twin = next((m for m in sources if _same_event(m, mention)), None)
            row = replace(by_mention[twin.id], mention=mention.id) if twin else None
        made += [row] if row else []
    return made


def _same_event(one: Mention, other: Mention) -> bool:
    """Same type, same realis, a role in common and none that excludes the other."""
    if one.type != other.type or one.type is None or one.realis != other.realis:
        return False
    mine, theirs = _roles(one.args), _roles(other.args)
    shared = set(mine) & set(theirs)
    return bool(shared) and all(_agree(mine[role], theirs[role]) for role in shared)


def _roles(args: list[Arg]) -> dict[str, Names]:
    found: dict[str, set[str]] = {}
    for arg in args:
        found.setdefault(arg.role, set()).add(arg.actor or _head(arg.text))
    return {role: frozenset(names) for role, names in found.items()}


def _head(text: str) -> str:
    return text.lower().split(" of ")[-1].split()[-1].rstrip("s") if text.split() else ""


def _agree(mine: Names, theirs: Names) -> bool:
    return bool(mine & theirs)
