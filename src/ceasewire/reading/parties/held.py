"""Crowds of people who are taken and freed: all of them, and a counted part (`200 girls`, `21 of the girls`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.parties.lexicon import BOUNDS, HELD, PART, SAME, noun_of
from ceasewire.reading.parties.phrases import complements, determiner, modifiers, number, plural
from ceasewire.reading.parties.register import Party
from ceasewire.reading.parties.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS: dict[str, list[str]] = table("fusion")["words"]
NUMBERS = {word: number for number, word in enumerate(_WORDS["numbers"])}
NUMBERS |= {word: 10 * number for number, word in enumerate(_WORDS["tens"], 3)}


def held(scene: Scene, token: Token, noun: str) -> Party | None:
    """`more than 200 Teel girls`, then `the Teel schoolgirls`: all of them; `21 girls`: those 21 wherever they return.

    None for other crowds, and for a bare word (`the girls`), which means the crowd mentioned last.
    """
    sort = SAME.get(noun, "")
    if sort not in HELD or not plural(token):
        return None
    count = number(token)
    if count and not _bounded(count):
        return _counted(scene, token, noun, sort, count)
    words = [word for word in modifiers(token) if not (count and word.dep_ in ("nummod", "advmod", "quantmod"))]
    proper = " ".join(word.text for word in words if _proper(scene, word))
    if not (count or proper) or any(word.lower_ in PART for word in words if not count):
        return None
    return _all(scene, token, noun, sort, proper)


def some_of(scene: Scene, token: Token) -> Party | None:
    """`21 of the Teel girls`: the part that `21 girls` means too."""
    for preposition, other in complements(token):
        noun = noun_of(other)
        if preposition == "of" and SAME.get(noun, "") in HELD and plural(other):
            return _counted(scene, token, noun, SAME[noun], str(token.lower_))
    return None


def show(scene: Scene) -> None:
    """Crowds that a page comes back to are actors of it from their first mention on."""
    for party in scene.register.parties:
        if party.key[:1] in (("whole",), ("count",)) and len(party.seen) > 1:
            party.shown = True


def _proper(scene: Scene, word: Token) -> bool:
    """Whether a word before a crowd is a name, whatever the tagger says: `Teel schoolgirls`."""
    return scene.at(word) is not None or (word.text[:1].isupper() and (word.pos_ == "PROPN" or not word.is_sent_start))


def _bounded(count: str) -> bool:
    return count.split(maxsplit=1)[0] in BOUNDS


def _figure(count: str) -> str:
    """A number in figures: `twenty - one` is 21; as it stands where it is none of the words of the table."""
    found = [NUMBERS.get(word) for word in count.replace("-", " ").split()]
    return count if None in found else str(sum(number for number in found if number))


def _counted(scene: Scene, token: Token, noun: str, sort: str, count: str) -> Party:
    count = _figure(count)
    name = f"{count} {noun}s"
    party = scene.register.party(("count", sort, count), name, "group", token)
    if not party.seen:
        _is_crowd(party, noun, sort)
        whole = scene.register.known(("whole", sort))
        party.actor.affiliation = whole.actor.id if whole else None
    elif determiner(token) == "the":
        party.shown = True
    return party


def _all(scene: Scene, token: Token, noun: str, sort: str, proper: str) -> Party:
    """The whole crowd of a sort on a page; those of another place are another crowd."""
    known = scene.register.known(("whole", sort))
    if known and proper and (named := known.actor.name.rpartition(" ")[0]) and named != proper:
        known = scene.register.known(("whole", sort, proper))
        if known is None:
            known = scene.register.party(("whole", sort, proper), f"{proper} {noun}s", "group", token)
            _is_crowd(known, noun, sort)
        return known
    if known is None:
        known = scene.register.party(("whole", sort), f"{proper} {noun}s".strip(), "group", token)
        _is_crowd(known, noun, sort)
        return known
    if proper and " " not in known.actor.name:
        known.actor.name = f"{proper} {noun}s"
    known.shown = True
    if proper:
        scene.name(known, token)
    return known


def _is_crowd(party: Party, noun: str, sort: str) -> None:
    party.shown, party.plural = False, True
    party.offices |= {noun, sort}
