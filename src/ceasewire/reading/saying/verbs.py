"""Statements that a verb makes: saying, denying, demanding, promising, refusing to speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.saying.claims import Claim, Range, over, touches
from ceasewire.reading.saying.contents import ORDER, Content, asked, options, right_end, trimmed
from ceasewire.reading.saying.cues import Row, lemma, lexicon, verb_rows, words
from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.speakers import agent, is_passive, source_range, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
UNREAL = ("could", "might", "may", "should", "must", "can", "ca", "wo", "shall")
FIRST = ("i", "we", "you")
LEAST_WORDS = 3  # a shorter quotation before a verb is a term in its own sentence
SKIPPED = frozenset(("however", "then", "earlier", "meanwhile", "ago", "today", "yesterday", "later", "now", "when", "how", "where", "why", "as", "so"))
QUOTE_GAP = 200  # characters that may stand between a verb and the quotation it introduces
NOT_WORDS = ("not", "n't", "n’t", "never")


def verb_claims(paragraph: Paragraph, quotes: list[Quote]) -> Iterator[Claim]:
    """The statements made by the verbs of a paragraph, in the order of the text."""
    forms = lexicon().forms
    for token in paragraph.doc:
        if token.lower_ in forms and token.pos_ in ("VERB", "AUX"):
            claim = _refusal(paragraph, token) or _spoken(paragraph, token, quotes)
            if claim is not None:
                yield claim


def negated(verb: Token) -> bool:
    """Whether `not`, `never` or `no longer` stands on the verb."""
    return any(child.dep_ == "neg" or child.lower_ in NOT_WORDS for child in verb.children)


def cue_range(verb: Token) -> Range:
    """The cue's words: the verb with its helping verbs, adverbs and negation, and its particle.

    Example: `has repeatedly denied`, `pointed out`.
    """
    low = high = verb.i
    doc = verb.doc
    while low > 0 and doc[low - 1].head == verb and doc[low - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        low -= 1
    while low < verb.i and doc[low].dep_ == "advmod" and doc[low].lower_ in SKIPPED:
        low += 1
    while high + 1 < len(doc) and doc[high + 1].head == verb and doc[high + 1].dep_ == "prt":
        high += 1
    return over(doc[low], doc[high])


# ---- refusals --------------------------------------------------------------------------------------------------------


def _refusal(paragraph: Paragraph, verb: Token) -> Claim | None:
    """`declined to comment on the report`, `did not say who`, `could not confirm the deaths`."""
    speech, first = _refused(verb)
    if speech is None or first is None:
        return None
    who = speaker(first)
    if who is None or who.lower_ in FIRST:
        return None
    stance: Stance = "no_knowledge" if _unable(first, speech) else "no_comment"
    topic = _topic(speech)
    low = cue_range(first)[0]
    cue = (low, end(speech))
    content = [topic] if topic else [cue]
    return Claim(paragraph, cue, speech, who, source_range(who, first), content, stance, 0.9, "refusal")


def _refused(verb: Token) -> tuple[Token | None, Token | None]:
    """The verb of speaking that is refused and the verb that refuses it."""
    base = lemma(verb)
    if any(c.lower_ in ("may", "might", "should", "must") for c in verb.children if c.dep_ == "aux"):
        return None, None
    if base in words("silence", "refusing") or verb.lower_ in ("unable",):
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and lemma(child) in words("silence", "speaking"):
                return child, verb
        return None, None
    if negated(verb) and not is_passive(verb) and (base in words("silence", "negated") or _gives_nothing(verb, base)):
        return verb, verb
    if base in ("confirm", "verify") and verb.head.lower_ == "unable":
        return verb, verb.head.head if verb.head.head.pos_ == "AUX" else verb.head
    return None, None


def _gives_nothing(verb: Token, base: str) -> bool:
    """`did not release the names`, `did not return calls`."""
    if base not in words("silence", "negated_giving"):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in words("silence", "given") for c in verb.children)


def _unable(first: Token, speech: Token) -> bool:
    if lemma(speech) not in ("confirm", "verify", "say"):
        return False
    return first.lower_ in ("was", "were", "is", "are") or any(
        c.lower_ in ("could", "can", "ca") for c in first.children
    )


def _topic(speech: Token) -> Range | None:
    """What is not spoken of, without its preposition."""
    for child in speech.children:
        if child.i < speech.i or child.lower_ in ("to", "immediately"):
            if not (child.lower_ == "to" and child.dep_ == "prep"):
                continue
        if child.dep_ in ("dobj", "ccomp", "xcomp"):
            return None if _comment_request(child) else trimmed(speech.doc, (child.left_edge.i, right_end(child, speech)), False)
        if child.dep_ == "prep" and child.lower_ in ("on", "about", "to", "whether"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not _comment_request(inner):
                return trimmed(speech.doc, (inner.left_edge.i, _topic_end(inner)), False)
    return None


def _topic_end(noun: Token) -> int:
    """Before a `but` that the parser took for part of the topic."""
    but = next((c.i for c in noun.children if c.dep_ == "cc" and c.lower_ == "but"), None)
    return but - 1 if but is not None else right_end(noun, None)


def _comment_request(noun: Token) -> bool:
    return noun.lower_ in (
        "request",
        "requests",
        "call",
        "calls",
        "question",
        "questions",
        "inquiry",
        "inquiries",
        "message",
        "messages",
        "email",
        "emails",
    )


# ---- speaking --------------------------------------------------------------------------------------------------------


def _spoken(paragraph: Paragraph, verb: Token, quotes: list[Quote]) -> Claim | None:
    rows = verb_rows(verb)
    if not rows or _unreal(verb):
        return None
    if is_passive(verb):
        return _passive(paragraph, verb, rows)
    who = speaker(verb)
    if who is None:
        return None
    if who.lower_ in FIRST and _inside(verb, quotes):
        return None
    picked = _pick(verb, rows, who, quotes)
    if picked is None:
        return None
    row, content, ranges = picked
    stance = _turned(row.stance, verb)
    if stance is None:
        return None
    claim = Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), ranges, stance, row.sure, content)
    _relay(verb, claim)
    _cited(verb, claim)
    return claim


def _passive(paragraph: Paragraph, verb: Token, rows: tuple[Row, ...]) -> Claim | None:
    """`was accused by the army of looting`, `has been criticised for not doing more`, `is considered by many to be over`."""
    who = agent(verb)
    row = next((r for r in rows if r.stance == "accuses" or (who is not None and "clause" in r.takes)), None)
    if row is None or negated(verb):
        return None
    content = _passive_content(verb, row)
    if not content:
        return None
    cue = cue_range(verb)
    source = source_range(who, verb) if who is not None else cue
    return Claim(paragraph, cue, verb, who, source, content, row.stance, row.sure, "passive")


def _passive_content(verb: Token, row: Row) -> list[Range]:
    for child in verb.children:
        if child.i < verb.i:
            continue
        if row.stance == "accuses" and child.dep_ == "prep" and child.lower_ in ("of", "for", "over"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            part = trimmed(verb.doc, (inner.left_edge.i, right_end(inner, verb)), False) if inner is not None else None
            return [part] if part else []
        if child.dep_ in ("ccomp", "xcomp", "oprd") and row.stance != "accuses":
            part = trimmed(verb.doc, (child.left_edge.i, right_end(child, verb)), False)
            return [part] if part else []
    return []


def _cited(verb: Token, claim: Claim) -> None:
    """`the Herald reported, citing two diplomats`: the diplomats speak, the Herald relays."""
    if lemma(verb) not in ("report", "say", "write"):
        return
    for token in verb.sent:
        if lemma(token) in ("cite", "quote") and token.tag_ == "VBG" and (token.head in (verb, verb.head)):
            found = next((c for c in token.children if c.dep_ == "dobj"), None)
            if found is not None and speaks(found):
                claim.relay, claim.speaker, claim.source = claim.speaker, found, source_range(found, token)
                return


def speaks(noun: Token) -> bool:
    """Whether a cited thing can be a source: people, bodies, documents; not `several cases`."""
    base = str(noun.lemma_).lower()
    return noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or base in words("unnamed", "people") or base in words("evidence", "words")


def _unreal(verb: Token) -> bool:
    """A cue that did not happen: `might say`, `if they deny it`, `to say` on its own."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in UNREAL and child.lower_ not in ("ca", "can", "wo"):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "lest"):
            return True
    if lemma(verb) in ("cite", "quote") and verb.tag_ == "VBG" and any(c.dep_ == "dobj" and speaks(c) for c in verb.children):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and lemma(verb.head) in (
        "want",
        "refuse",
        "decline",
        "fail",
        "plan",
        "need",
        "have",
        "try",
        "hope",
        "sorry",
        "sad",
        "expect",
    )


def _turned(stance: Stance, verb: Token) -> Stance | None:
    """A negated cue: `did not deny` confirms, `does not believe` doubts, other negated cues say nothing."""
    if not negated(verb):
        return stance
    if stance == "denies":
        return "confirms"
    if lemma(verb) in ("believe", "think", "expect", "see", "accept", "recognise", "recognize"):
        return "doubts"
    return None


def _inside(verb: Token, quotes: list[Quote]) -> bool:
    at = begin(verb)
    return any(low <= at < high for quote in quotes for low, high in quote.pieces)


def _pick(verb: Token, rows: tuple[Row, ...], who: Token, quotes: list[Quote]) -> tuple[Row, str, list[Range]] | None:
    found = options(verb)
    for kind in (*ORDER, *(k for k in found if k not in ORDER)):
        content = found.get(kind)
        if content is None:
            continue
        row = next((r for r in rows if kind in r.takes and _fits(r, content, verb)), None)
        if row is None:
            continue
        ranges = _ranges(verb, content)
        if ranges and kind == "object" and verb.doc[verb.i - 1].text in "”\"’'»":
            continue
        if ranges:
            if content.root.dep_ == "ccomp" and verb.dep_ == "relcl":
                ranges = _with_antecedent(verb, content, ranges)
            return row, kind, ranges + _beside(verb, who, quotes, ranges, row)
    row = next((r for r in rows if "quote" in r.takes), None)
    near = _beside(verb, who, quotes, [], row) if row else []
    if row and near:
        return row, "quote", near
    if row and "clause" in row.takes:
        before = _clause_before(verb, who)
        if before:
            return row, "clause", [before]
    return None


def _to_semicolon(verb: Token, interval: tuple[int, int]) -> tuple[int, int]:
    """Behind a semicolon the reporter goes on himself, unless in a quotation."""
    low, high = interval
    if low < verb.i:
        return interval
    texts = [t.text for t in verb.doc[verb.i : high + 1]]
    at = texts.index(";") if ";" in texts else -1
    quoted = any(mark in texts[:at] for mark in ("“", '"', "‘"))
    return (low, verb.i + at - 1) if at > 0 and not quoted else interval


def _beside(verb: Token, who: Token, quotes: list[Quote], ranges: list[Range], row: Row) -> list[Range]:
    """The quotations next to a verb of speaking that its clause does not hold yet."""
    if "quote" not in row.takes:
        return []
    spots = [(quote.start, min(quote.end, quote.first[1] + 1)) for quote in _adjacent(verb, who, quotes)]
    return [spot for spot in spots if not any(touches(spot, held) for held in ranges)]


def _with_antecedent(verb: Token, content: Content, ranges: list[Range]) -> list[Range]:
    """`the girls, who fighters said were killed`: the girls belong to what is said."""
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") for c in content.root.children):
        return ranges
    head = verb.head
    return [over(head.doc[head.left_edge.i], head), *ranges]


def _fits(row: Row, content: Content, verb: Token) -> bool:
    """Words of mind ask for a finite clause that is no question, objects for a noun of the row."""
    if content.kind == "object":
        return row.allows(str(content.root.lemma_).lower())
    if content.kind == "to" and any(c.tag_ == "WRB" for c in verb.children):
        return False
    if content.kind != "clause" or "quote" in row.takes:
        return True
    if lemma(verb) == "feel":
        return True
    if asked(content) or any(c.dep_ == "aux" and c.lower_ in ("will", "would", "to", "'ll", "’ll") for c in verb.children):
        return False
    root = content.root
    return root.tag_ in FINITE or any(c.tag_ in FINITE for c in root.children if c.dep_ in ("aux", "auxpass", "cop"))


def _ranges(verb: Token, content: Content) -> list[Range]:
    out = []
    for number, interval in enumerate(content.intervals):
        part = trimmed(verb.doc, _to_semicolon(verb, interval), first=number == 0 and interval[0] < verb.i)
        if part:
            out.append(part)
    return out


def _adjacent(verb: Token, who: Token, quotes: list[Quote]) -> list[Quote]:
    """The quotations right before and right behind a verb with its source."""
    doc = verb.doc
    left = begin(doc[min(verb.i, who.left_edge.i if who.doc is doc and who.sent == verb.sent else verb.i)])
    text = doc.text
    offset = int(doc.user_data["start"])
    near = []
    for quote in quotes:
        close = quote.first[1] + 1
        if quote.start <= begin(verb) < close:
            continue
        if close <= left and not text[close - offset : left - offset].strip(" ,\u00a0\t—–-"):
            if not _ended(text[quote.start - offset : close - offset], verb):
                near.append(quote)
        elif quote.start >= end(verb) and _leads(text[end(verb) - offset : quote.start - offset]):
            if not any(verb_rows(t) for t in doc[verb.i + 1 :] if end(t) <= quote.start):
                near.append(quote)
    return near


def _ended(text: str, verb: Token) -> bool:
    """Whether a quotation before a verb is over and not that verb's: it ends in a full stop, or is but a term."""
    inner = text.strip("“”\"'‘’«» ")
    return inner.endswith(".") or len(inner.split()) < LEAST_WORDS or verb.tag_ == "VBG"


def _leads(gap: str) -> bool:
    """Whether the words between a verb and a quotation lead into it: nothing, or words ended by a colon, a comma or `that`."""
    if len(gap) > QUOTE_GAP or any(mark in gap for mark in ".!?;\n”“"):
        return False
    stripped = gap.rstrip()
    return not stripped or stripped[-1] in ":," or stripped.endswith(" that") or stripped == " that"


def _clause_before(verb: Token, who: Token) -> Range | None:
    """What stands before a comma and `X said` where the parser did not see it as a clause."""
    doc, sent = verb.doc, verb.sent
    if who.doc is not doc or who.sent != sent or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    left = min(verb.i, who.left_edge.i)
    after = doc[verb.i + 1] if who.i < verb.i and verb.i + 1 < len(doc) else None
    if left - 1 <= sent.start or doc[left - 1].text != "," or (after is not None and not after.is_punct):
        return None
    return trimmed(doc, (sent.start, left - 2), True) if left - 2 - sent.start >= 2 else None


def _relay(verb: Token, claim: Claim) -> None:
    """Whom it was told: `told Reuters`, `in an interview with the Herald`."""
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("dobj", "dative")
            and child.pos_ in ("PROPN", "NOUN")
            and lemma(verb) == "tell"
        ):
            claim.relay = child
            return
        if child.i > verb.i and child.dep_ == "prep":
            inner = next((c for c in child.subtree if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if inner is not None and child.lower_ in ("to", "in", "with"):
                claim.relay = inner
                return


def intro(paragraph: Paragraph, before: int) -> Claim | None:
    """The last verb of speaking of a paragraph's words before `before`, as the cue of a quotation that follows.

    Examples: `Here is what it reports:`, `The minister answered as follows`.
    """
    start = paragraph.start
    for token in reversed([t for t in paragraph.doc if t.idx + start < before]):
        if token.pos_ == "VERB" and any("quote" in row.takes for row in verb_rows(token)):
            who = speaker(token)
            if who is not None:
                return Claim(
                    paragraph, cue_range(token), token, who, source_range(who, token), [], "asserts", 0.9, "quote"
                )
        if token.is_punct and token.text == ".":
            return None
    return None


def label(paragraph: Paragraph, before: int) -> Claim | None:
    """A few words and a colon before a quotation: `The banner: “No deal.”`"""
    tokens = [t for t in paragraph.doc if t.idx + paragraph.start < before and not t.is_space]
    colon = tokens[-1] if tokens else None
    if colon is None or colon.text != ":" or not 1 < len(tokens) <= 6:
        return None
    head = next((t for t in reversed(tokens[:-1]) if t.pos_ in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    return Claim(paragraph, over(tokens[0], colon), head, head, over(tokens[0], tokens[-2]), [], "asserts", 0.6, "label")
