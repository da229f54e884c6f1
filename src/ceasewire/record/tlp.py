"""The Traffic Light Protocol, version 2: how far a page, a fact or a note may travel."""

from __future__ import annotations

from ceasewire.record.errors import RecordError

# From what may go anywhere to what stays with those it was told to.
LEVELS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
MEANING = {
    "CLEAR": "may go to everybody",
    "GREEN": "stays in the community, not on public ways",
    "AMBER": "stays in the organisation and with its clients who need it",
    "AMBER+STRICT": "stays in the organisation",
    "RED": "stays with those it was told to",
}
LEAVES = "CLEAR"  # what leaves where nobody says how far it may go
ALL = "RED"


def level(told: str) -> str:
    """`tlp:amber` as `AMBER`. Raises RecordError for a word that is no label."""
    found = told.strip().upper().removeprefix("TLP:").replace("_", "+").replace(" ", "+")
    if found not in LEVELS:
        raise RecordError(f"{told!r} is no label of the Traffic Light Protocol: {', '.join(LEVELS)}")
    return found


def within(label: str | None, ceiling: str) -> bool:
    """Whether a thing of this label, None for none, may go where `ceiling` is allowed."""
    return label is None or LEVELS.index(label) <= LEVELS.index(ceiling)


def strictest(*labels: str | None) -> str | None:
    """The label that allows least; None where there is none."""
    return max((label for label in labels if label), key=LEVELS.index, default=None)
