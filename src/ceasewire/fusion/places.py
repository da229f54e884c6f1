"""Places: where the place actors of a story lie."""

from __future__ import annotations

from ceasewire.fusion.material import Material
from ceasewire.model import Place


def places(material: Material) -> list[Place]:
    """A row for every place actor; without coordinates until the gazetteer is asked."""
    return [Place(a.id, a.name, None, None, None, None) for a in material.actors.values() if a.kind == "place"]
