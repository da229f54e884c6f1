"""Mentions of one event on one page, joined: same type, roles that agree and none that exclude each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from ceasewire.codebook import table
from ceasewire.model import Arg, Mention
from ceasewire.reading.events.lemmas import forms

_POINTING = frozenset(["the", "these", "this", "such", "those", "that", "their", "his", "her", "its"])
_ANYBODY = frozenset(["captive", "hostage", "people", "they", "those", "one", "victim", "them", "other", "some", "kin"])
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_WORDS = {word: value for value, word in enumerate(_SMALL.split(), 1)}
_WORDS |= {word: 10 * value for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy"], 2)}
_VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "some", "many", "several", "few", "another", "other"])
_DEFINITE = frozenset(["the", "these", "those", "they", "their", "our", "all"])
_CRAFT = frozenset(["ship", "vessel", "tanker", "boat", "freighter", "trawler", "barge"])
# How many events of a type, and fillers of a role, are compared: a page of thousands stays quick.
_MOST = 40
# How many phrases are remembered with what they say.
_KEPT = 4096
# How far behind the last word of an event a bare mention still means it, in characters: two sentences.
_BESIDE = 400
# What is told in full where it is asked for: who is to leave, who is to be let go.
_PLANNED = ("withdrawal", "evacuation", "release")
_PLACES = ("place", "venue")
_CROSSED = {"place": "target", "target": "place"}
_DOERS = ("attacker", "violator", "holder", "actor")
_MANY = ("party", "mediator", "goods", "terms", "authority", "recipient", "to")


@dataclass
class Chain:
    """The mentions of one event, in order, and all that fills its roles."""

    type: str
    mentions: list[Mention] = field(default_factory=list)
    guests: list[Mention] = field(default_factory=list)
    args: dict[str, list[Arg]] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """One more mention of the event."""
        self.mentions.append(mention)
        for arg in mention.args:
            known = self.args.setdefault(arg.role, [])
            if len(known) < _MOST:
                known.append(arg)

    def fits(self, mention: Mention) -> int:
        """How many roles agree; minus one where a role excludes."""
        agreed = 0
        for arg in mention.args:
            known = self.args.get(arg.role)
            if arg.role in _CROSSED and any(
                _names(arg.text) & _names(o.text) for o in self.args.get(_CROSSED[arg.role], ())
            ):
                agreed += 1  # `an attack in Kelmar`, `shelled Kelmar`
                continue
            if not known:
                continue
            if _counts_differ(arg, known):
                return -1
            if any(_same(arg, other) for other in known):
                agreed += 1
            elif any(_kindred(arg.text, other.text) for other in known):
                continue
            elif arg.role not in _MANY and (arg.role not in _PLACES or arg.actor) and not _loose(mention, arg):
                return -1
        return agreed


def _loose(mention: Mention, arg: Arg) -> bool:
    """`the besieged town`: a page tells of one siege, whatever it calls the town."""
    return lasts(mention) and arg.actor is None


def chains(mentions: list[Mention], text: str, lead: int = 0) -> list[Chain]:
    """The events of a page. A bare `the talks` joins the last talks; what is planned or denied is a guest.

    `lead` is the character where the first sentence of the body ends: headline and lead tell one event.
    """
    made: list[Chain] = []
    for mention in mentions:
        if mention.type is None:
            continue
        chain = _home(mention, made, text) or _headline(mention, made, lead)
        if mention.realis not in ("occurred", "ongoing"):
            if chain is not None:
                chain.guests.append(mention)
            continue
        if chain is None:
            chain = Chain(mention.type)
            made.append(chain)
        chain.add(mention)
    return made


def wishes(mentions: list[Mention], made: list[Chain]) -> list[Chain]:
    """Events that no mention tells as fact: plans and demands that agree in a role, each with who is to do it.

    `They asked the rebels to quit Osten. Osten must be surrendered.` are one.
    """
    real = {mention.id for chain in made for mention in chain.mentions}
    found: list[Chain] = []
    for mention in mentions:
        if mention.type not in _PLANNED or mention.id in real:
            continue
        alike = [chain for chain in found[-_MOST:] if chain.type == mention.type]
        chain = next((chain for chain in alike if chain.fits(mention) > 0), None)
        if chain is None:
            chain = Chain(mention.type)
            found.append(chain)
        chain.add(mention)
    return found


def _home(mention: Mention, made: list[Chain], text: str) -> Chain | None:
    """The chain that agrees best, else for a pointing mention the last that it does not exclude."""
    alike = [c for c in made if c.type == mention.type and lasts(c.mentions[0]) == lasts(mention)]
    alike = alike[:1] + alike[1:][-_MOST:]
    scored = [(chain.fits(mention), place, chain) for place, chain in enumerate(alike)]
    best = max(scored, key=lambda row: (row[0], -row[1]), default=None)
    if best and best[0] > 0:
        return best[2]
    open_ = [chain for score, _, chain in scored if score == 0]
    if not open_:
        return None
    if points(mention, text) or (mention.type and table("events")["types"][mention.type].get("one")):
        return _meant(open_, mention.trigger.start)
    return open_[0] if not mention.args and open_[0] is made[0] else None


def _meant(open_: list[Chain], at: int) -> Chain:
    """Which event a bare mention means: the one told just before, else the one that the page tells most of."""
    last = max(open_, key=lambda chain: chain.mentions[-1].trigger.start)
    if at - last.mentions[-1].trigger.start < _BESIDE:
        return last
    return max(open_, key=lambda chain: (len(chain.mentions), -chain.mentions[0].trigger.start))


def _headline(mention: Mention, made: list[Chain], lead: int) -> Chain | None:
    """The first event of its type, which the headline names, for a mention of the lead that excludes nothing."""
    if mention.trigger.start >= lead:
        return None
    first = next((c for c in made if c.type == mention.type and lasts(c.mentions[0]) == lasts(mention)), None)
    return first if first is not None and first.fits(mention) == 0 else None


def lasts(mention: Mention) -> bool:
    """A siege or a blockade: no strike of its days is the same event."""
    return mention.trigger.text.lower() in _lasting()


@cache
def _lasting() -> frozenset[str]:
    words = table("realis")["defaults"]["lasting"]
    return frozenset(form for word in words for part in ("verb", "noun") for form in forms(part, word))


def points(mention: Mention, text: str) -> bool:
    """Whether a mention says that its event is known: `the talks`, `their release`."""
    before = text[max(0, mention.trigger.start - 24) : mention.trigger.start].rpartition("\n")[2].lower().split()
    return any(word in _POINTING or word.endswith(("'s", "’s")) for word in before[-2:])


@lru_cache(_KEPT)
def count(text: str) -> str | None:
    """How many a phrase says, as it says it first: `Forty-two of the nurses` gives `42`, `dozens of them` `dozens`."""
    for word in text.lower().split()[:4]:
        if word[:1].isdigit():
            return None if word.endswith("-old") else word.replace(",", "")
        if word in _VAGUE:
            return word
        parts = [_WORDS.get(part) for part in word.split("-")]
        if all(parts):
            return str(sum(part or 0 for part in parts))
    return None


def _counts_differ(arg: Arg, known: list[Arg]) -> bool:
    mine, theirs = count(arg.text), {found for other in known if (found := count(other.text))}
    return bool(mine and theirs) and mine not in theirs


def _same(one: Arg, other: Arg) -> bool:
    """The same actor, or the same kind of people in the same number."""
    if one.actor and one.actor == other.actor:
        return True
    mine, theirs = count(one.text), count(other.text)
    if (mine and theirs and mine != theirs) or _foreign(one.text, other.text):
        return False
    a, b = _head(one.text), _head(other.text)
    if (mine and theirs) or (a in _CRAFT and b in _CRAFT):
        return True
    if one.role in ("released", "seized", "people") and (_known(one) or _known(other)):
        return True
    if one.role in _DOERS and (a in _parts(other.text) or b in _parts(one.text)):
        return True  # `government forces` and `the government`
    return a == b or a in _ANYBODY or b in _ANYBODY or (min(len(a), len(b)) > 3 and (a.endswith(b) or b.endswith(a)))


def _parts(text: str) -> list[str]:
    """The words before the head, singular, where none of them is a name of its own."""
    words = text.lower().split(" of ")[0].split()[:-1]
    return [word.rstrip("s") for word in words if len(word) > 3]


def _known(arg: Arg) -> bool:
    """`the girls`, `these men`: people the text has spoken of."""
    words = arg.text.lower().split()
    return bool(words) and words[0] in _DEFINITE and len(words) < 4 and count(arg.text) is None


def _foreign(one: str, other: str) -> bool:
    """`Veldanian ships` and `Orsic tankers`: names on both sides, none alike."""
    mine, theirs = _names(one), _names(other)
    return bool(mine and theirs) and not mine & theirs


def _kindred(one: str, other: str) -> bool:
    """`Veldania` and `Veldanian ships`: a state may stand for its own."""
    return bool(_names(one) & _names(other)) and 1 in (len(one.split()), len(other.split()))


@lru_cache(_KEPT)
def _names(text: str) -> frozenset[str]:
    """The first letters of the names in a phrase, so that a country and its people are one."""
    words = [word.strip("#@'’\"“”") for word in text.split()]
    return frozenset(
        word[:4].lower() for word in words if word[:1].isupper() and word.lower() not in _POINTING and not count(word)
    )


@lru_cache(_KEPT)
def _head(text: str) -> str:
    """The last word before any `of`, singular; of `42 of the nurses` what is counted."""
    parts = text.lower().split(" of ")
    words = parts[-1 if count(parts[0]) and len(parts[0].split()) == 1 else 0].split()
    return words[-1].rstrip("s").strip("#@'’\"“”") if words else ""
