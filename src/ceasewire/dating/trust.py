"""Which days are worth telling: those that metadata, a printed date or pages fixed in their own words stand behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.dating.evidence import Evidence
from ceasewire.dating.own import points
from ceasewire.dating.pairs import Pair
from ceasewire.dating.settling import Belief


def trusted(
    beliefs: Mapping[str, Belief], evidence: Mapping[str, Evidence], pairs: Mapping[str, Sequence[Pair]]
) -> dict[str, Belief]:
    """The beliefs that rest on something: a page dated by itself, or close to such a page by its words or its story.

    A full date in a text (`Back on 4 May 2021`) may be old; it counts where a page of the story has dates close by.
    """
    near = {
        name: [pair.other for pair in pairs.get(name, ()) if pair.other != name and _close(pair)] for name in beliefs
    }
    roots = {name for name in beliefs if evidence[name].given or evidence[name].printed}
    roots |= {
        name for name in beliefs if evidence[name].dated and any(_backs(beliefs, evidence, name, o) for o in near[name])
    }
    held = set(roots)
    for _ in range(2):
        held |= {name for name in beliefs if any(other in held for other in near[name])}
    return {name: belief for name, belief in beliefs.items() if name in held}


def _close(pair: Pair) -> bool:
    return pair.tie is not None or (pair.kin is not None and pair.kin.likeness >= float(points("story")["trusted"]))


def _backs(beliefs: Mapping[str, Belief], evidence: Mapping[str, Evidence], one: str, other: str) -> bool:
    if other not in beliefs or not (evidence[other].dated or evidence[other].undated):
        return False
    return abs(beliefs[one].best - beliefs[other].best) <= int(points("story")["backing"])
