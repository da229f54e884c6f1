"""PLOVER and CAMEO codes of a mention, moved by realis and phase."""

from __future__ import annotations

from ceasewire.model import Plover, Realis
from ceasewire.reading.events.triggers import Hit

# A meeting, help or a release still to come is an agreement in CAMEO's sense (03x).
_TO_COME = {"CONSULT": "036", "AID": "033", "RETREAT": "035", "COOPERATE": "031"}
_CALLED_FOR = {"CONSULT": "105", "AID": "103", "RETREAT": "106", "COOPERATE": "101", "AGREE": "105"}
_OVER = frozenset({"suspended", "expired", "collapsed"})


def code(hit: Hit, realis: Realis, phase: str | None) -> tuple[Plover | None, str | None]:
    """The codes: `will meet` is AGREE and no CONSULT, a truce still to come CONCEDE, an ended one nothing."""
    event, mode, cameo = hit.entry.plover, hit.entry.mode, hit.entry.cameo
    if event is None or phase in _OVER:
        return None, None
    if realis == "denied":
        return None, None
    if hit.entry.type == "ceasefire":
        return Plover("CONCEDE" if realis in ("planned", "proposed") else event, None), cameo
    if realis == "planned" and event in _TO_COME:
        return Plover("AGREE", None), _TO_COME[event]
    if realis == "proposed" and event in _CALLED_FOR:
        return Plover("REQUEST", None), _CALLED_FOR[event]
    return Plover(event, mode), cameo
