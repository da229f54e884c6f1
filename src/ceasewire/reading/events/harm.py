"""Where people were hurt: in the place of the one attack that the same sentence tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from ceasewire.model import Arg, Mention
from ceasewire.reading.cast import Cast


def place_harm(mentions: Sequence[Mention], cast: Cast, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions whose casualties have the place of the attack beside them.

    `Shells hit a school in Osten and wounded two` were wounded in Osten.
    """
    starts = [start for start, _ in sentences]
    places: dict[int, list[Arg]] = defaultdict(list)
    for mention in mentions:
        if mention.type == "attack":
            places[bisect_right(starts, mention.trigger.start)] += _places(mention, cast)
    return [_placed(m, places.get(bisect_right(starts, m.trigger.start), [])) for m in mentions]


def _places(mention: Mention, cast: Cast) -> list[Arg]:
    """The place of an attack; a target that is a place, where it names none."""
    known = [arg for arg in mention.args if arg.role == "place"]
    targets = [a for a in mention.args if a.role == "target" and a.actor and cast.actor(a.actor).kind == "place"]
    return known or targets


def _placed(mention: Mention, places: list[Arg]) -> Mention:
    one = len({arg.actor or arg.text for arg in places}) == 1
    if mention.type not in ("casualties", "violation") or not one or any(arg.role == "place" for arg in mention.args):
        return mention
    return replace(mention, args=[*mention.args, replace(places[0], role="place")])
