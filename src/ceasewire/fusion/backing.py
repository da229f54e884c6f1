"""What stands behind one side of a fact."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.fusion.origins import Voice
from ceasewire.model import Passage

SILENT = frozenset({"no_knowledge", "no_comment", "doubts"})  # stances that stand on neither side


@dataclass(frozen=True)
class Backing:
    """One passage with the voice behind it."""

    passage: Passage
    voice: Voice
    doc: str
    through: tuple[str, ...] = ()
