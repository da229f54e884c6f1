"""Whose a quotation is that no cue took: by the order of the words around it, where the parse is no help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.parse import Paragraph
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import spoken_forms, verb_rows
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import is_human, may_speak, speaker, subject
from ceasewire.reading.tokens import sentence, tokens, tokens_in

if TYPE_CHECKING:
    from spacy.tokens import Token

AFTER = 60  # characters behind a quotation within which its verb stands
NAME = 12  # words that the name of a speaker may have beside his verb
STOPS = (",", ".", ";", ":", "(", "—", "–", "and", "but", "who", "in", "on", "at", "as", "to", "during", "of", "after")
DASHES = ("-", "–", "—")


def intro(paragraph: Paragraph, before: int) -> Claim | None:
    """The last verb of speaking of a paragraph's words before `before`, as the cue of a quotation that follows.

    Examples: `Here is what the guild found:`, `The minister answered as follows`.
    """
    start = paragraph.start
    for token in reversed(tokens_in(paragraph.doc, 0, before - start)):
        if token.pos_ == "VERB" and any("quote" in row.takes for row in verb_rows(token)):
            who = speaker(token)
            if who is not None:
                return Claim(
                    paragraph, cue_range(token), token, who, source_range(who, token), [], "asserts", 0.9, "quote"
                )
        if (token.is_punct and token.text == ".") or (token.dep_ == "ROOT" and token.tag_ in ("VBD", "VBZ")):
            return None
    return None


def unlisted(paragraph: Paragraph, close: int) -> Claim | None:
    """Behind a quotation a verb that is in no table, with somebody who does it: `“He is gone,” sobbed the widow`."""
    near = [t for t in paragraph.doc if close <= t.idx + paragraph.start < close + AFTER and not t.is_space]
    verb = next((t for t in near if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
    who = subject(verb) if verb is not None else None
    if verb is None or who is None or who.i < near[0].i or not (is_human(who) or who.pos_ in ("PROPN", "PRON")):
        return None
    between = [t for t in near if t.i < min(verb.i, who.left_edge.i)]
    if between or negated(verb):
        return None
    return Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), [], "asserts", 0.6, "quote")


def label(paragraph: Paragraph, before: int) -> Claim | None:
    """A few words and a colon before a quotation: `The banner: “No deal.”`, `The widow sobbed: “He is gone.”`"""
    near = [t for t in paragraph.doc if t.idx + paragraph.start < before and not t.is_space]
    colon = near[-1] if near else None
    if colon is None or colon.text not in (":", *DASHES) or not 1 < len(near) <= 6:
        return None
    verb = next((t for t in near if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
    who = speaker(verb) if verb is not None else None
    if verb is not None and who is not None:
        return Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), [], "asserts", 0.8, "quote")
    head = next((t for t in reversed(near[:-1]) if t.pos_ in ("NOUN", "PROPN")), None)
    if head is None or (colon.text in DASHES and not head.ent_type_):
        return None
    return Claim(paragraph, over(near[0], colon), head, head, over(near[0], near[-2]), [], "asserts", 0.6, "label")


def announced(paragraph: Paragraph, before: int) -> Claim | None:
    """A sentence that leads up to a quotation with a colon, whatever its verb: `The envoy had a blunt reply: “No.”`"""
    ahead = tokens_in(paragraph.doc, 0, before - paragraph.start)
    if not ahead or ahead[-1].text != ":":
        return None
    first = sentence(ahead[-1])[0]
    verbs = [t for t in ahead[first:] if t.tag_ in ("VBD", "VBZ", "VBN") and t.pos_ == "VERB"]
    colon = ahead[-1].i
    verb = next((t for t in verbs if t.dep_ == "ROOT" or t.head.i > colon), next(iter(verbs), None))
    who = subject(verb) if verb is not None else None
    if verb is None or who is None or not may_speak(who) or negated(verb):
        return None
    return Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), [], "asserts", 0.6, "quote")


def behind(paragraph: Paragraph, close: int) -> Claim | None:
    """A cue right behind a quotation: `“...” said ranking member Jan Dow (D-MA)`, `“...” the paper read`."""
    at = close - paragraph.start
    near = [t for t in tokens_in(paragraph.doc, at, at + AFTER) if not t.is_space and not t.is_punct]
    verb = next((t for t in near[:NAME] if t.lower_ in spoken_forms()), None)
    if verb is None:
        return None
    if verb == near[0]:
        return _by_order(paragraph, verb, _run(paragraph, verb.i + 1))
    words = [t for t in near if t.i < verb.i]
    solid = words[-1].i - words[0].i == len(words) - 1
    return _by_order(paragraph, verb, words if solid else [])


def ahead(paragraph: Paragraph, start: int) -> Claim | None:
    """A cue right before a quotation: `A guard barked “Go home”`, `The envoy sat down and joked, “...”`."""
    near = tokens_in(paragraph.doc, max(0, start - paragraph.start - AFTER), start - paragraph.start)
    verb = next((t for t in reversed(near) if not t.is_space and not t.is_punct), None)
    if verb is None or verb.lower_ not in spoken_forms() or verb.tag_ == "VBG" or near[-1].text in (".", "”", '"'):
        return None
    first = sentence(verb)[0]
    words: list[Token] = []
    for token in reversed(tokens(paragraph.doc)[max(first, verb.i - NAME) : verb.i]):
        if token.is_punct or token.lower_ in STOPS:
            break
        words.insert(0, token)
    return _by_order(paragraph, verb, words)


def _run(paragraph: Paragraph, first: int) -> list[Token]:
    """The words from an index on up to where a name ends."""
    words: list[Token] = []
    for token in tokens(paragraph.doc)[first : first + NAME]:
        if token.is_punct or token.lower_ in STOPS:
            break
        words.append(token)
    return words


def _by_order(paragraph: Paragraph, verb: Token, words: list[Token]) -> Claim | None:
    """A claim by a verb and the words of its speaker; none where these name nobody."""
    head = next((t for t in reversed(words) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    named = head is not None and (may_speak(head) or any(t.ent_type_ for t in words))
    if head is None or not named or any(t.pos_ == "VERB" and t != head for t in words[:-1]):
        return None
    cue = over(verb, verb)
    return Claim(paragraph, cue, verb, head, over(words[0], head), [], "asserts", 0.7, "quote")
