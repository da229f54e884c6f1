"""Event mentions: the verb or noun that names an event, its roles, its realis, its time and who vouches for it."""

from __future__ import annotations

from ceasewire.model import Dated, Mention, Statement, Time
from ceasewire.reading.cast import Cast
from ceasewire.reading.events.captives import follow
from ceasewire.reading.events.chains import chains
from ceasewire.reading.events.codes import code
from ceasewire.reading.events.company import Words
from ceasewire.reading.events.days import spread_days
from ceasewire.reading.events.fillers import Stage
from ceasewire.reading.events.foreground import foreground
from ceasewire.reading.events.fuller import complete
from ceasewire.reading.events.harm import place_harm
from ceasewire.reading.events.hit import Hit
from ceasewire.reading.events.links import Pair, pairs, share
from ceasewire.reading.events.news import standing
from ceasewire.reading.events.phases import phase
from ceasewire.reading.events.realis import judge
from ceasewire.reading.events.roles import find_args
from ceasewire.reading.events.sides import spell_sides
from ceasewire.reading.events.standins import Named, stand_ins
from ceasewire.reading.events.triggers import find_hits
from ceasewire.reading.events.truces import Truces
from ceasewire.reading.events.usual import fill_usual
from ceasewire.reading.events.venues import drop_topics
from ceasewire.reading.events.voiced import voiced
from ceasewire.reading.events.vouchers import Vouchers
from ceasewire.reading.events.whens import Calendar, dated, told
from ceasewire.reading.parse import Paragraph, Parsed

# What a mention that its sentence only refers to keeps of its confidence.
_BEHIND = 0.8


def find_mentions(
    parsed: Parsed, cast: Cast, statements: list[Statement], times: list[Time]
) -> tuple[list[Mention], list[Dated]]:
    """Every event mention of a page, in the order of its triggers, and which time expression dates it."""
    calendar, vouchers = Calendar(times, parsed.paragraphs, statements), Vouchers(statements)
    mentions: list[Mention] = []
    rows: list[Dated] = []
    days: list[Dated] = []
    words = Words([paragraph.doc for paragraph in parsed.paragraphs])
    named = Named()
    found = [(paragraph, _hits(paragraph, words, named, vouchers)) for paragraph in parsed.paragraphs]
    truces = Truces([(hit, paragraph.number) for paragraph, hits in found for hit in hits], calendar)
    terms: list[Dated] = []
    linked: list[Pair] = []
    for paragraph, hits in found:
        reported, before = foreground(hits), len(mentions)
        for hit in hits:
            mention = _mention(hit, paragraph, parsed, cast, vouchers, truces, f"m{len(mentions) + 1}")
            if hit.token.i not in reported:
                mention.plover, mention.confidence = None, round(mention.confidence * _BEHIND, 3)
            row = dated(hit, mention, calendar, paragraph.number)
            day = None if row else told(hit, mention, calendar, paragraph.number)
            mentions.append(mention)
            rows += [row] if row else []
            days += [day] if day else []
            terms += [term] if (term := truces.row(hit, mention)) else []
        linked += pairs(hits, {hit.token.i: f"m{before + place}" for place, hit in enumerate(hits, 1)})
    text = parsed.document.text
    mentions = drop_topics(follow(mentions, text), text)
    lead = _lead(parsed)
    events = chains(mentions, text, lead)
    full = complete(events, mentions, text, cast)
    rows = share(linked, mentions, rows)
    done, rows = spread_days(events, full, rows, times, text, days, calendar.spoken(), _opening(parsed), lead)
    rows = truces.rows(share(linked, done, rows), terms, mentions, times)
    rows += standing(done, rows, times)
    done = spell_sides(done, [(ident, cast.actor(ident).name) for ident in cast.sides()])
    return place_harm(fill_usual(done, cast), cast, list(parsed.sentences())), rows


def _lead(parsed: Parsed) -> int:
    """The character where the first sentence of the body ends; 0 on a page without a headline."""
    return _opening(parsed) if parsed.paragraphs and parsed.paragraphs[0].role == "title" else 0


def _opening(parsed: Parsed) -> int:
    """The character where the first sentence of the body ends."""
    body = next((paragraph for paragraph in parsed.paragraphs if paragraph.role == "body"), None)
    first = next(iter(body.doc.sents), None) if body is not None else None
    return body.start + first.end_char if body is not None and first is not None else 0


def _hits(paragraph: Paragraph, words: Words, named: Named, vouchers: Vouchers) -> list[Hit]:
    """The triggers of a paragraph in order, with calls made by `must` and the nouns that stand for an event."""
    hits = find_hits(paragraph.doc, paragraph.role == "title", words)
    named.add(hits)
    taken = {hit.token.i for hit in hits}
    more = [hit for hit in stand_ins(paragraph.doc, named, hits, words) if hit.token.i not in taken]
    named.close(hits)
    more += voiced(paragraph.doc, {hit.token.i for hit in hits + more if hit.entry.type}, vouchers, words)
    again = {hit.token.i for hit in more}
    return sorted([hit for hit in hits if hit.token.i not in again] + more, key=lambda hit: hit.token.i)


def _mention(
    hit: Hit, paragraph: Paragraph, parsed: Parsed, cast: Cast, vouchers: Vouchers, truces: Truces, name: str
) -> Mention:
    statement = vouchers.of(hit.token)
    real = judge(hit, paragraph.role == "title", statement, vouchers.is_main(hit.token, statement))
    real = truces.real(hit, real)
    stage = phase(hit, real)
    plover, cameo = code(hit, real, stage)
    return Mention(
        id=name,
        doc="",
        type=hit.entry.type,
        trigger=parsed.tokens(hit.token, hit.token),
        args=find_args(Stage(hit, parsed, cast, statement)),
        phase=stage,
        time=None,
        realis=real,
        statement=statement.id if statement else None,
        plover=plover,
        cameo=cameo,
        copy_of=None,
        confidence=_confidence(hit),
    )


def _confidence(hit: Hit) -> float:
    """How sure the table is of the word, less where it stands deep in the sentence."""
    depth, token = 0, hit.token
    while token.head.i != token.i and depth < 5:
        token, depth = token.head, depth + (token.dep_ not in ("aux", "prep"))
    return round(max(0.05, hit.entry.sure - 0.06 * depth), 3)
