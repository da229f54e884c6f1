"""Facts: the events of the story with every passage for and against them, counted by origin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from msgspec.structs import astuple, replace

from ceasewire.codebook import table
from ceasewire.fusion.backing import SILENT, Backing
from ceasewire.fusion.blame import blames
from ceasewire.fusion.doers import claims
from ceasewire.fusion.event import Event
from ceasewire.fusion.events import date_within_pages, events
from ceasewire.fusion.figures import figures
from ceasewire.fusion.filled import frames
from ceasewire.fusion.given import taken_for_granted
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import any_of, plain
from ceasewire.fusion.origins import Origins, Voice
from ceasewire.fusion.portrait import portrait
from ceasewire.fusion.reach import COUNTED, Denial, denials, reach_of
from ceasewire.fusion.summary import summary
from ceasewire.model import Fact, Mention, Moment, Passage, Realis, Span, Statement, Status, ident

GROUND = frozenset({"advance", "withdrawal"})
SPEECH_ACTS = frozenset({"proposal", "threat"})


def facts(
    material: Material, origins: Origins, ruled: Callable[[list[Event]], list[Event]] = list
) -> list[tuple[Event, Fact]]:
    """Every fact of the story with its event, contested ones first, then by the number of origins.

    `ruled` joins and parts events as people have ruled.
    """
    society = origins.society
    found = ruled(events(material, society))
    material.mentions.update((mention.id, mention) for mention in date_within_pages(found))
    against, blamed = denials(material, found, society), blames(material, found, society)
    given = taken_for_granted(material, found)
    made: list[tuple[Event, Fact | None]] = []
    for event in found:
        reached, borne = against.get(id(event), []), blamed.get(id(event), []) + given.get(id(event), [])
        for claim in claims(event, reached, borne, material, society):
            made.append((claim.event, _fact(claim.event, claim.reached, claim.borne, material, origins)))
    kept = [(event, fact) for event, fact in made if fact is not None]
    return sorted(kept, key=lambda row: _rank(row[1]))


def _rank(fact: Fact) -> tuple[bool, int, str, str]:
    return fact.status != "contested", -len(fact.origins_for), fact.first_reported or "", fact.id


def _fact(
    event: Event, reached: list[Denial], borne: list[Statement], material: Material, origins: Origins
) -> Fact | None:
    pro, con = _sides(event, reached, material, origins)
    pro += [told for statement in borne for told in _told(statement, None, material, origins)]
    pro, con = _organs(pro, con, origins)
    if not con and (all(_imagined(b, material) for b in pro) or not _cored(event)):
        return None
    if not pro and not any(b.passage.disputes in COUNTED and not b.voice.background for b in con):
        return None
    for_ids, against_ids = _counts(pro, con)
    if event.type in SPEECH_ACTS:
        for_ids, against_ids, con = for_ids[:1] or against_ids[:1], [], []
    told = {b.passage.mention for b in pro + con}
    core = portrait(event, told, origins.society)
    place = next((a.actor for a in core if a.role in frames()[event.type].get("place", ()) and a.actor), None)
    days = sorted(d for d in (material.day(b.doc) for b in pro + con) if d)
    fact = Fact(
        ident("fact", event.type, *sorted(m.id for m in event.mentions)), event.type, "", core, event.interval, place,
        _terms(event, told), _realis(event, pro, con, material), _status(for_ids, against_ids),
        _in_order(pro), _in_order(con),
        for_ids, against_ids, _possible(pro, for_ids), _by_camp(for_ids, against_ids, origins),
        figures(event, pro), _history(pro, con, event, material),
        days[0] if days else None, days[-1] if days else None, None,
    )  # fmt: skip
    fact.summary = summary(fact, material)
    return fact


def _in_order(backers: list[Backing]) -> list[Passage]:
    """Passages by their mention and statement, one that is missing first."""
    return sorted((b.passage for b in backers), key=lambda p: tuple(part or "" for part in astuple(p)))


def _cored(event: Event) -> bool:
    """A fact says who did it or who suffered it, which ground was taken or left, or where people met.

    `an attack in the valley` is none, nor is one common noun in one role on no day, nor `the envoys held talks`.
    """
    frame = frames()[event.type]
    named = {
        kind: [one for role in roles for one in event.roles.get(role, {}).values()] for kind, roles in frame.items()
    }
    ground = named.get("place", []) if "both" in frame or event.type in GROUND else []
    people = [one for kind in ("agent", "both", "patient") for one in named.get(kind, ())] + ground
    if not people or any(one.actor for one in people):
        return bool(people)
    several = len(people) > 1 if "both" in frame else sum(map(bool, event.roles.values())) > 1
    return several or bool(named.get("agent")) or event.interval is not None


def _imagined(backing: Backing, material: Material) -> bool:
    """What is only imagined, and neither foretold nor promised by a source, is no fact."""
    mention = material.mentions.get(backing.passage.mention or "")
    statement = material.statements.get(backing.passage.statement or "")
    told = statement is not None and statement.stance in ("predicts", "promises", "accuses")
    return mention is not None and mention.realis == "hypothetical" and (backing.voice.background or not told)


Sides = tuple[list[Backing], list[Backing]]


def _sides(event: Event, reached: list[Denial], material: Material, origins: Origins) -> Sides:
    pro: list[Backing] = []
    con: list[Backing] = []
    for mention in [*event.mentions, *event.named]:
        statement = material.voucher(mention)
        side = _side(mention, statement)
        if side is None:
            continue
        reach = _reach(side, statement)
        if reach == "intent":
            side, reach = "support", None
        through = _through(mention.doc, statement, material)
        for voice in _voices(mention, statement, side, material, origins):
            passage = Passage(mention.id, statement.id if statement else None, voice.id, reach)
            (con if side == "dispute" else pro).append(Backing(passage, voice, mention.doc, through))
    con += [told for denial in reached for told in _told(denial.statement, denial.reach, material, origins)]
    return pro, con


def _voices(
    mention: Mention, statement: Statement | None, side: str, material: Material, origins: Origins
) -> list[Voice]:
    """Whose words a mention is: the sources of its statement, the outlet where none counts for it."""
    if statement is None or (side == "support" and _in_passing(mention, statement, material)):
        return [origins.own_voice(mention.doc)]
    found = origins.each_of(statement)
    if side == "support" and any(_repeated(voice, mention) for voice in found):
        return [origins.own_voice(mention.doc)]
    return found


def _told(statement: Statement, reach: str | None, material: Material, origins: Origins) -> list[Backing]:
    """A passage that names no event itself."""
    through = _through(statement.doc, statement, material)
    return [
        Backing(Passage(None, statement.id, voice.id, reach), voice, statement.doc, through)
        for voice in origins.each_of(statement)
    ]


def _reach(side: str, statement: Statement | None) -> str | None:
    """How far a denial goes. Rule 7: who says that it was not meant concedes the event."""
    if side == "support":
        return None
    return reach_of(statement) if statement else "whole"


def _repeated(voice: Voice, mention: Mention) -> bool:
    """Rule 5: a columnist repeats what happened or runs; he claims, contradicts or predicts the rest."""
    return voice.author and mention.realis in ("occurred", "ongoing")


def _in_passing(mention: Mention, statement: Statement, material: Material) -> bool:
    """Rule 7: who says that a ship broke the sanctions does not report them; who says that they were imposed does."""
    standing: list[str] = table("fusion")["standing"].get(mention.type or "", [])
    if mention.trigger.text.casefold() not in standing:
        return False
    start = min((span.start for span in statement.content), default=mention.trigger.start)
    return not _made().search(material.documents[mention.doc].text[start : mention.trigger.start])


@cache
def _made() -> re.Pattern[str]:
    """The words before it by which a standing thing comes about: `imposed sanctions`, not `sanctions imposed`."""
    words: list[str] = table("fusion")["standing"]["made"]
    return any_of(words)


def _through(doc: str, statement: Statement | None, material: Material) -> tuple[str, ...]:
    """The outlets that a passage came through, the page's own among them."""
    relays = statement.chain[:-1] if statement else []
    return tuple(plain(name) for name in [material.reporter(doc), *relays])


def _organs(pro: list[Backing], con: list[Backing], origins: Origins) -> Sides:
    """Rule 2: organs of one body that contradict each other are not one voice."""
    torn = {b.voice.id for b in pro if b.voice.kind == "body"} & {b.voice.id for b in con}
    apart = [[_organ(b, origins) if b.voice.id in torn else b for b in side] for side in (pro, con)]
    if torn and {b.voice.id for b in apart[0]} & {b.voice.id for b in apart[1]} & torn:
        return pro, con
    return apart[0], apart[1]


def _organ(backing: Backing, origins: Origins) -> Backing:
    voice = origins.organ(backing.voice, backing.doc)
    return Backing(replace(backing.passage, origin=voice.id), voice, backing.doc, backing.through)


def _side(mention: Mention, statement: Statement | None) -> str | None:
    """Rule 8: denial disputes; doubt, silence and ignorance stand on neither side.

    Nor does a wish that it were not or a guess that it will not be.
    """
    wished = statement and statement.stance in ("demands", "predicts") and mention.realis == "denied"
    if wished or (statement and statement.stance in SILENT):
        return None
    return "dispute" if mention.realis == "denied" else "support"


def _counts(pro: list[Backing], con: list[Backing]) -> tuple[list[str], list[str]]:
    """The origins on both sides. Rule 8: what disputes one side of the event alone does not stand against it.

    An outlet's own doubt of what a source reports, or of what outlets say themselves, disputes nothing.
    """
    con = [b for b in con if b.passage.disputes in COUNTED]
    for_ids, against_ids = _count(pro), _count(con)
    own = bool(pro) and all(b.voice.background for b in con)
    return for_ids, [] if own else against_ids


def _count(backings: list[Backing]) -> list[str]:
    """Each origin once; rule 4: own voices count only where no source does."""
    voices = {b.voice.id: b.voice for b in backings}
    counted = sorted(key for key, voice in voices.items() if not voice.background)
    return [key for key in counted if not _explained(voices[key], backings)] or counted or sorted(voices)[:1]


def _explained(voice: Voice, backings: list[Backing]) -> bool:
    """Rules 1 and 6: a cited outlet is no origin beside the sources it had its report from."""
    if voice.kind != "outlet":
        return False
    name = plain(voice.name)
    return any(name in b.through and b.voice.id != voice.id and not b.voice.background for b in backings)


def _status(for_ids: list[str], against_ids: list[str]) -> Status:
    if for_ids and against_ids:
        return "contested"
    if against_ids:
        return "denied"
    return "several_origins" if len(for_ids) > 1 else "one_origin"


def _possible(pro: list[Backing], counted: list[str]) -> list[int]:
    """Rule 3: unnamed sources of one group who spoke to several reporters may be the same people."""
    groups = Counter({b.voice.id: b.voice for b in pro if b.voice.kind == "unnamed"}[key].group for key in {
        b.voice.id for b in pro if b.voice.kind == "unnamed"
    })  # fmt: skip
    return [len(counted) - sum(n - 1 for n in groups.values()), len(counted)]


def _by_camp(for_ids: list[str], against_ids: list[str], origins: Origins) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for column, ids in enumerate((for_ids, against_ids)):
        for key in ids:
            rows[origins.get(key).camp][column] += 1
    return dict(sorted(rows.items()))


def _terms(event: Event, told: set[str | None]) -> list[Span]:
    """The words of the terms, as the passages for and against have them."""
    return sorted({a.span for m in event.mentions if m.id in told for a in m.args if a.role == "terms" and a.span})


def _realis(event: Event, pro: list[Backing], con: list[Backing], material: Material) -> Realis:
    """The furthest the event got in its supporters' words; denied where nobody supports it or it came to nothing."""
    mine = {b.passage.mention for b in pro}
    seen: set[Realis] = {m.realis for m in event.mentions if m.id in mine}
    if None in mine:
        seen.add("occurred")  # blame names nothing but lays it at a door
    if seen == {"planned"} and _last(con, material) > _last(pro, material):
        return "denied"
    ranked: list[Realis] = ["occurred", "ongoing", "planned", "proposed", "hypothetical"]
    if "ongoing" in seen and event.type in table("fusion")["lasting"]:
        last = max(material.day(m.doc) or "" for m in event.mentions if m.id in mine and m.realis in ranked[:2])
        runs = any(
            m.realis == "ongoing" and (material.day(m.doc) or "") == last for m in event.mentions if m.id in mine
        )
        return "ongoing" if runs else "occurred"
    return next((r for r in ranked if r in seen), "denied")


def _last(backings: list[Backing], material: Material) -> str:
    return max((material.day(b.doc) or "" for b in backings), default="")


def _history(pro: list[Backing], con: list[Backing], event: Event, material: Material) -> list[Moment]:
    """What was known on each day a page with it was written."""
    days = sorted({d for d in (material.day(b.doc) for b in pro + con) if d})
    moments: list[Moment] = []
    for day in days:
        now_pro, now_con = _by(pro, day, material), _by(con, day, material)
        status = _status(*_counts(now_pro, now_con))
        moment = Moment(day, status, _realis(event, now_pro, now_con, material))
        if not moments or (moments[-1].status, moments[-1].realis) != (moment.status, moment.realis):
            moments.append(moment)
    return moments


def _by(backings: Iterable[Backing], day: str, material: Material) -> list[Backing]:
    return [b for b in backings if (material.day(b.doc) or "9999") <= day]
