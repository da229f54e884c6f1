"""Rule 10 for doers: what happened and who did it are two facts where the one who is named denies his part alone.

`Shells hit the mill, the mayor said. The Front says that it was the army; the army denies it`: that the mill was hit is
borne by both sources and the army does not dispute it; that the army did it has one source and one against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.fusion.blame import accused, doers_of
from ceasewire.fusion.event import Event, of_mentions
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.reach import Denial
from ceasewire.fusion.society import Society
from ceasewire.model import Mention, Statement

PARTED = frozenset({"attack", "casualties", "seizure"})


@dataclass(frozen=True)
class Claim:
    """What is claimed of an event: its mentions, the denials that reach it and the statements that bear it."""

    event: Event
    reached: list[Denial]
    borne: list[Statement]


def claims(
    event: Event, reached: list[Denial], borne: list[Statement], material: Material, society: Society
) -> Iterator[Claim]:
    """The event as one claim, or what happened and, apart from it, that he did it who denies it."""
    denier = _denier(event, reached, borne, material, society)
    if denier is None:
        yield Claim(event, reached, borne)
        return
    own = [m for m in event.mentions if m.realis == "denied" and _speaker(material.voucher(m), society) == denier]
    named = [m for m in event.mentions if m.realis != "denied" and denier in doers_of(m, society)]
    mine = {m.id for m in own}
    rest = [m for m in event.mentions if m.id not in mine]
    against = [d for d in reached if _speaker(d.statement, society) == denier]
    yield Claim(_part(event, rest, material), [d for d in reached if d not in against], borne)
    blame = [s for s in borne if denier in accused(s, material, society)]
    yield Claim(_part(event, [*named, *own], material), against, blame)


def _denier(
    event: Event, reached: list[Denial], borne: list[Statement], material: Material, society: Society
) -> str | None:
    """The one who is named as the doer and denies it, where a source tells of the event without naming him."""
    if event.type not in PARTED:
        return None
    held = [m for m in event.mentions if m.realis in ("occurred", "ongoing")]
    named = {name for m in held for name in doers_of(m, society)}
    named |= {name for s in borne for name in accused(s, material, society)}
    denying = [_speaker(material.voucher(m), society) for m in event.mentions if m.realis == "denied"]
    denying += [_speaker(d.statement, society) for d in reached]
    found = sorted(name for name in denying if name and name in named)
    bare = any(not doers_of(m, society) and m.statement for m in held)
    return found[0] if found and bare else None


def _speaker(statement: Statement | None, society: Society) -> str:
    """The plain name of the body that speaks, empty for none."""
    return plain(society.speaker(statement) or "") if statement else ""


def _part(whole: Event, mentions: list[Mention], material: Material) -> Event:
    part = of_mentions(whole, mentions, material)
    part.named = list(whole.named)
    return part
