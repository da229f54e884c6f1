"""Statements: who says what, in which words, with which stance, through whom."""

from __future__ import annotations

from ceasewire.model import Mode, Source, Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Paragraph, Parsed
from ceasewire.reading.saying.attitudes import attitudes
from ceasewire.reading.saying.chains import chain_of, holders, relays, with_addressee
from ceasewire.reading.saying.claims import Claim, echoes
from ceasewire.reading.saying.denials import side_of
from ceasewire.reading.saying.headlines import headline_claims
from ceasewire.reading.saying.interviews import answers
from ceasewire.reading.saying.judgements import judgements
from ceasewire.reading.saying.nouns import noun_claims
from ceasewire.reading.saying.phrases import phrase_claims
from ceasewire.reading.saying.quotes import Quote, Stretch, by_paragraph, find_quotes
from ceasewire.reading.saying.sources import Voice, voice
from ceasewire.reading.saying.speech import adopt_orphans, widen
from ceasewire.reading.saying.splits import split
from ceasewire.reading.saying.stances import stance_of
from ceasewire.reading.saying.verbs import verb_claims
from ceasewire.reading.tokens import text_of

DOUBLES = '“”"«»'


def find_statements(parsed: Parsed, cast: Cast, faint: bool = False) -> list[Statement]:
    """Every statement of a page, in the order of its cues; with `faint` mere attitudes too."""
    paragraphs = _fresh(parsed.paragraphs)
    quotes = find_quotes([Stretch(p.number, p.start, text_of(p.doc)) for p in paragraphs])
    turns = answers(paragraphs)
    near = by_paragraph(sorted([*quotes, *(quote for _, quote in turns)], key=lambda q: (q.start, q.end)))
    claims = [claim for p in paragraphs for claim in _claims(p, near.get(p.number, []), cast)]
    claims += [claim for claim, _ in turns] + _own(parsed, paragraphs, near)
    claims = _told_once(adopt_orphans(claims, quotes, paragraphs))
    claims = [part for claim in claims for part in split(claim)]
    if faint:
        spoken = {claim.cue[0] for claim in claims}
        claims += [claim for paragraph in paragraphs for claim in attitudes(paragraph, spoken)]
    claims.sort(key=lambda claim: (claim.cue, claim.content))
    return _statements(parsed, cast, claims)


def _own(parsed: Parsed, paragraphs: list[Paragraph], near: dict[int, list[Quote]]) -> list[Claim]:
    """A columnist's own judgements; a report has none."""
    return list(judgements(paragraphs, near)) if parsed.document.genre == "column" else []


def _fresh(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs to read: a title printed twice is read once."""
    seen: set[str] = set()
    out = []
    for paragraph in paragraphs:
        if paragraph.role != "title" or text_of(paragraph.doc) not in seen:
            out.append(paragraph)
        if paragraph.role == "title":
            seen.add(text_of(paragraph.doc))
    return out


def _claims(paragraph: Paragraph, near: list[Quote], cast: Cast) -> list[Claim]:
    heads = headline_claims(paragraph, cast)
    nouns = list(noun_claims(paragraph))
    spoken = {claim.cue[0] for claim in [*heads, *nouns]}
    found = [
        *heads,
        *(claim for claim in verb_claims(paragraph, near) if claim.cue[0] not in spoken),
        *nouns,
        *phrase_claims(paragraph),
    ]
    for claim in found:
        if claim.kind != "post":
            widen(claim, near)
    return [claim for claim in found if claim.content and not (claim.quoted and claim.kind == "refusal")]


def _told_once(claims: list[Claim]) -> list[Claim]:
    """Of `They said they believe the army left` one statement: the inner cue with the outer one's source."""
    gone: set[int] = set()
    below: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        below.setdefault((claim.paragraph.number, claim.head.head.i), []).append(claim)
    for outer in claims:
        under = below.get((outer.paragraph.number, outer.head.i), [])
        inner = next((c for c in under if c is not outer and echoes(outer, c)), None)
        if inner is None:
            continue
        if inner.kind == "refusal":
            outer.stance = inner.stance
            gone.add(id(inner))
            continue
        if stance_of(outer) in ("predicts", "promises"):
            gone.add(id(inner))
            continue
        gone.add(id(outer))
        inner.cue = (outer.cue[0], inner.cue[1])
        inner.speaker, inner.source, inner.relay = outer.speaker, outer.source, outer.relay
    return [claim for claim in claims if id(claim) not in gone]


def _statements(parsed: Parsed, cast: Cast, claims: list[Claim]) -> list[Statement]:
    inside = holders(claims, parsed.paragraphs)
    origin = parsed.document.origin
    known: dict[str, Voice] = {}
    out: list[Statement] = []
    last: Voice | None = None
    voices: list[Voice] = []
    for claim in claims:
        heard = voice(parsed, cast, claim, known, last)
        if heard.actor is not None:
            known.setdefault(heard.actor, heard)
            last = heard if not claim.quoted else last
        voices.append(heard)
    for claim, heard in zip(claims, voices, strict=True):
        claim.side = _side(parsed, cast, claim, heard)
    between = [relays(claim, cast, origin) for claim in claims]
    for number, (claim, heard) in enumerate(zip(claims, voices, strict=True)):
        if between[number]:
            claim.cue = with_addressee(claim)
        out.append(_statement(parsed, claim, heard, f"s{number + 1}"))
    for number, statement in enumerate(out):
        holder = inside[number]
        statement.inside = out[holder].id if holder is not None else None
    for number, statement in enumerate(out):
        outer = _outer(number, inside, voices, origin)
        statement.chain = chain_of(voices[number].name, between[number], outer)
    return out


def _side(parsed: Parsed, cast: Cast, claim: Claim, heard: Voice) -> frozenset[str]:
    """By what words the speaker and those he speaks for are called."""
    names = [heard.name, heard.words, parsed.span(*claim.source).text if claim.source else ""]
    return side_of(*names, cast.actor(heard.affiliation).name if heard.affiliation else "")


def _outer(number: int, inside: list[int | None], voices: list[Voice], origin: str | None) -> list[str]:
    """The names of the statements that hold this one, outermost first, behind the page's origin."""
    names: list[str] = []
    at, hops = inside[number], 0
    while at is not None and hops < 8:
        names.insert(0, voices[at].name)
        at, hops = inside[at], hops + 1
    return ([origin] if origin else []) + names


def _statement(parsed: Parsed, claim: Claim, heard: Voice, ident: str) -> Statement:
    source = parsed.span(*claim.source) if claim.source else None
    return Statement(
        id=ident,
        doc="",
        source=Source(source, heard.actor),
        anonymous=heard.anonymous,
        count=heard.count,
        reason=heard.reason,
        basis=heard.basis,
        affiliation=heard.affiliation,
        cue=parsed.span(*claim.cue),
        content=[parsed.span(low, high) for low, high in claim.content],
        mode=_mode(parsed, claim),
        stance=stance_of(claim),
        chain=[],
        inside=None,
        origin=None,
        copy_of=None,
        confidence=round(claim.sure * (0.9 if claim.speaker is None else 1.0), 2),
    )


def _mode(parsed: Parsed, claim: Claim) -> Mode:
    if claim.direct:
        return "direct"
    text = "".join(parsed.document.text[low:high] for low, high in claim.content)
    return "mixed" if claim.mixed or any(mark in text for mark in DOUBLES) else "indirect"
