"""Plain sentences for facts: what, who, when, and on how many sources it rests."""

from __future__ import annotations

from ceasewire.codebook import table
from ceasewire.fusion.material import Material
from ceasewire.model import Arg, Fact


def summary(fact: Fact, material: Material) -> str:
    """One line that says what the fact is about, from the table's pattern for its type."""
    pattern: dict[str, str] = table("fusion")["summaries"]
    text = pattern[fact.type]
    parts = [f"{lead} {names}".strip() for lead, names in _parts(text, fact.args, material) if names]
    head = text.split("|")[0].strip()
    return " ".join([_realis(fact.realis) + head, *parts]).strip()


def _realis(realis: str) -> str:
    shown = {"planned": "planned: ", "proposed": "proposed: ", "hypothetical": "possible: ", "denied": "denied: "}
    return shown.get(realis, "")


def _parts(text: str, args: list[Arg], material: Material) -> list[tuple[str, str]]:
    """`talks | between party | in venue` gives the lead words and the names of each role."""
    rows = []
    for piece in text.split("|")[1:]:
        *lead, role = piece.split()
        rows.append((" ".join(lead), _names([a for a in args if a.role == role], material)))
    return rows


def _names(args: list[Arg], material: Material) -> str:
    names = list(dict.fromkeys(material.name(a.actor) or a.text for a in args))
    if len(names) > 4:
        names = [*names[:4], f"{len(names) - 4} more"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def sentence(fact: Fact) -> str:
    """`Reported by 3 sources not traced to each other, from 2 camps; disputed by 1`."""
    pro, con = len(fact.origins_for), len(fact.origins_against)
    camps = sum(1 for counts in fact.by_camp.values() if counts[0])
    first = f"Reported by {pro} source{'s' * (pro != 1)}" if pro else "Reported by no source"
    if pro > 1:
        first += f" not traced to each other, from {camps} camp{'s' * (camps != 1)}"
    return first + (f"; disputed by {con}" if con else "")
