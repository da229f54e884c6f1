"""Origins: the sources that no other node of the story explains. Each counting rule is a function here."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property

from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.fusion.filled import frames
from ceasewire.fusion.joint import each
from ceasewire.fusion.material import Material, first_of
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society, voices
from ceasewire.model import Origin, OriginKind, Statement, ident


@dataclass(frozen=True)
class Voice:
    """Whom a passage goes back to, before pages are counted."""

    kind: OriginKind
    name: str
    group: str = ""
    reporter: str = ""
    count: int | None = None
    camp: str = "unknown"
    background: bool = False
    organ: str = ""
    author: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two voices one origin."""
        if self.kind == "unnamed":
            return "unnamed", self.group, self.reporter
        if self.background:
            return ("background",)
        return self.kind, plain(self.name)

    @cached_property
    def id(self) -> str:
        """The origin's id."""
        return ident("origin", *self.key)


@dataclass
class Origins:
    """Every origin that a passage of the story goes back to, and the pages it reached us through."""

    material: Material
    society: Society
    _voices: dict[str, list[Voice]] = field(default_factory=lambda: defaultdict(list))
    _pages: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of_statement(self, statement: Statement) -> Voice:
        """The voice behind a statement, the first of several."""
        return self.each_of(statement)[0]

    def each_of(self, statement: Statement) -> list[Voice]:
        """The voices behind a statement: more than one where several sources speak together."""
        # rule 1: a repeated passage has the voices of the passage it repeats
        found = [self._voice(one) for one in each(first_of(statement, self.material.statements), self.material)]
        for voice in found:
            self._note(voice, statement.doc)
        return found

    def own_voice(self, doc: str) -> Voice:
        """Rule 4: outlets' unsourced own voices together are one origin, marked background."""
        voice = Voice("outlet", "the outlets' own voices", camp="outlet", background=True)
        self._note(voice, doc)
        return voice

    def organ(self, voice: Voice, doc: str) -> Voice:
        """The organ that spoke, where two of one body contradict each other; the voice itself where none is named."""
        part = replace(voice, name=voice.organ) if voice.organ else voice
        self._note(part, doc)
        return part

    def listed(self) -> list[Origin]:
        """Every origin, in the order of ids."""
        return [self._origin(key) for key in sorted(self._voices)]

    def get(self, key: str) -> Origin:
        """One origin by id."""
        return self._origin(key)

    def _voice(self, statement: Statement) -> Voice:
        for rule in (hedge, own_staff, columnist, controlled_outlet, body, unnamed, cited_outlet):
            found = rule(statement, self.material, self.society)
            if found:
                return found
        return named_person(statement, self.material, self.society)

    def _note(self, voice: Voice, doc: str) -> None:
        if voice not in self._voices[voice.id]:
            self._voices[voice.id].append(voice)
        self._pages[voice.id].add(doc)

    def _origin(self, key: str) -> Origin:
        voices = self._voices[key]
        first = max(voices, key=lambda v: (v.count or 0, len(v.name), v.name))
        camps = sorted({v.camp for v in voices} - {"unknown"}) or ["unknown"]
        return Origin(key, first.name, first.kind, first.count, camps[0], first.background, sorted(self._pages[key]))


def words_of(statement: Statement, material: Material) -> str:
    """The words that name the source; where a pronoun stands for it, the name that the page gave before."""
    said = statement.source.span.text if statement.source.span else ""
    return material.name(statement.source.actor) or said if voices("pronoun").fullmatch(said) else said


def hedge(statement: Statement, material: Material, society: Society) -> Voice | None:
    """A hedge (`reportedly`, `a published report`) rests on somebody unknown: it adds nothing beside a source."""
    who = material.actors.get(statement.source.actor or "")
    name = who.name if who else words_of(statement, material)
    owner = plain(material.name(statement.affiliation))
    thing = voices("thing").fullmatch(name) and owner in ("", plain(name))
    if (
        thing
        or voices("nobody").fullmatch(name)
        or (statement.anonymous and (who is None or voices("hedge").search(words_of(statement, material))))
    ):
        return Voice("outlet", "the outlets' own voices", camp="outlet", background=True)
    return None


def own_staff(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 4: what an outlet's own correspondent says in it is its own voice."""
    page = material.heads[statement.doc]
    house = {plain(name) for name in (page.origin, page.outlet) if name}
    of = material.actors.get(statement.affiliation or "")
    if page.genre == "column" or of is None or plain(of.name) not in house:
        return None
    return Voice("outlet", "the outlets' own voices", camp="outlet", background=True)


def columnist(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 5: the writer of a column, for what he himself claims, contradicts or predicts."""
    page = material.heads[statement.doc]
    name = material.name(statement.source.actor)
    if page.genre != "column" or not name:
        return None
    wrote = "columnist" in name or bool(page.byline and plain(name) in plain(page.byline))
    return Voice("person", name, camp="analyst", author=True) if wrote else None


def controlled_outlet(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 2: the media that a government or group controls speak for it."""
    who = material.actors.get(statement.source.actor or "")
    if who is None or who.kind != "outlet":
        return None
    owner = who.controller or _owner(who.name)
    return Voice("body", owner, camp=society.camp(owner, "", owner, outlet=False)) if owner else None


def _owner(name: str) -> str | None:
    row = outlet_by_name(name)
    return row.by if row is not None and row.control in ("state", "party", "armed_group") else None


def body(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 2: all who speak for one body are one. `an official` of it speaks for it; a `source` does not."""
    if statement.anonymous and not speaks_officially(statement, material):
        return None
    name = society.speaks_for(statement) or _acting(statement, material, society)
    if name is None:
        return None
    camp = society.camp(name, words_of(statement, material) if statement.anonymous else "", name, outlet=False)
    return Voice("body", name, camp=camp, organ=_organ(statement, material))


def _acting(statement: Statement, material: Material, society: Society) -> str | None:
    """The one government whose act officials without a land announce: `The army took the ship, officials said`."""
    if not statement.anonymous or statement.affiliation is not None:
        return None
    doers = {
        society.body(arg.actor)
        for mention in material.telling.get(statement.id, ())
        for arg in mention.args
        if arg.role in frames().get(mention.type or "", {}).get("agent", ()) and _governs(arg.actor, material)
    }
    return _one({name for name in doers if name})


def _governs(actor: str | None, material: Material) -> bool:
    who = material.actors.get(actor or "")
    return who is not None and who.kind in ("state", "government")


def _organ(statement: Statement, material: Material) -> str:
    """The part of a body that speaks: its ministry or army, or the speaker's own group."""
    who = material.actors.get(statement.source.actor or "")
    return material.name(statement.affiliation) if who is None or who.kind == "person" else who.name


def speaks_officially(statement: Statement, material: Material) -> bool:
    """Officials and authorities without a plea for secrecy announce; sources, insiders and diplomats confide.

    `Two officials` are two people who spoke to a reporter; the plea of one of a page's unnamed people covers his group.
    """
    words = words_of(statement, material)
    covered = (statement.doc, statement.affiliation) in material.secret or statement.reason is not None
    confided = covered or (statement.count or 0) > 1 or voices("confiding").search(words)
    return not confided and bool(voices("announcing").search(words))


def unnamed(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 3: unnamed people are one origin per group and per reporter.

    `The second source` of a page is one of the `two diplomats of the north` or `sources` that it told of with an
    outlet or a body, if it tells of one such group.
    """
    if not statement.anonymous:
        return None
    group, reporter = _group(statement, material, society), teller(statement, material)
    kin = [
        s
        for s in material.confided.get(statement.doc, ())
        if _head(words_of(s, material)) == _head(words_of(statement, material))
    ]
    if not statement.affiliation:
        group = _one({_group(s, material, society) for s in kin if s.affiliation}) or group
    if plain(reporter) == plain(material.reporter(statement.doc)):
        reporter = _one({name for s in kin if plain(name := teller(s, material)) != plain(reporter)}) or reporter
    name = words_of(statement, material) or material.name(statement.source.actor)
    camp = society.camp(name, words_of(statement, material), group if statement.affiliation else None, outlet=False)
    return Voice("unnamed", name, plain(group), plain(reporter), statement.count, camp)


def _group(statement: Statement, material: Material, society: Society) -> str:
    """What unnamed people have in common: the body they are of, else what they are called."""
    return (
        society.body(statement.affiliation)
        or material.name(statement.affiliation)
        or _head(words_of(statement, material))
    )


def _one(names: set[str]) -> str | None:
    """The only name there is."""
    return next(iter(names)) if len(names) == 1 else None


def _head(words: str) -> str:
    found = re.findall(r"\w+", re.split(r"\b(?:in|of|from|at|with|close|who|familiar)\b|,", words)[0])
    return re.sub(r"s$", "", found[-1].lower()) if found else "someone"


def teller(statement: Statement, material: Material) -> str:
    """The reporter to whom an unnamed source spoke: the last outlet before it in the chain."""
    return statement.chain[-2] if len(statement.chain) > 1 else material.reporter(statement.doc)


def cited_outlet(statement: Statement, material: Material, society: Society) -> Voice | None:
    """Rule 6: a cited outlet whose own source is not shown is one origin."""
    who = material.actors.get(statement.source.actor or "")
    if who is None or (who.kind != "outlet" and outlet_by_name(who.name) is None):
        return None
    return Voice("outlet", who.name, camp="outlet")


def named_person(statement: Statement, material: Material, society: Society) -> Voice:
    """Rule 2: a named person is one origin wherever quoted."""
    who = material.actors.get(statement.source.actor or "")
    name = who.name if who else words_of(statement, material) or "an unnamed source"
    kind: OriginKind = "person" if who is None or who.kind == "person" else "group" if who.kind == "group" else "body"
    side = material.name(statement.affiliation)
    words = (
        " ".join([words_of(statement, material), *(a.name for a in who.aliases)])
        if who
        else words_of(statement, material)
    )
    behind = society.body(statement.affiliation) or side or None
    return Voice(kind, name, camp=society.camp(name, words, behind, outlet=False))
