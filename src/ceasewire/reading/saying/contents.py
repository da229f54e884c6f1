"""The words a cue takes as its content, found on the parse, as token intervals with both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.reading.saying.asides import aside
from ceasewire.reading.saying.cues import lemma, verb_rows, words
from ceasewire.reading.saying.ends import LONGEST, Interval, occasion, right_end

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER = ("clause", "shown", "exhibit", "someone_to", "accused", "named", "doing", "to", "as", "object")
NAMING = ("call", "dub", "brand", "label", "term")
OPENING_MARKS = ("“", '"', "‘", "'", "``")


@dataclass(frozen=True)
class Content:
    """What a cue takes: the kind the table names, the intervals, and the verb or noun at its head."""

    kind: str
    intervals: tuple[Interval, ...]
    root: Token


def options(verb: Token) -> dict[str, Content]:
    """Everything around a verb that might be its content, by the kinds of the table."""
    found: dict[str, Content] = {}
    for child in verb.children:
        for content in _of_child(verb, child):
            if content.kind not in found or _better(content, found[content.kind], verb):
                found[content.kind] = content
    held = aside(verb)
    if held is not None:
        found["clause"] = Content("clause", (held.before, held.after), held.verb)
    else:
        _mend(verb, found)
    return found


def _mend(verb: Token, found: dict[str, Content]) -> None:
    """What the parser hung elsewhere, and what follows from the rest."""
    if "to" in found and "clause" in found and found["clause"].root.i < verb.i:
        del found["clause"]
    elif "clause" in found:
        found["clause"] = _with_lost_noun(verb, found["clause"])
    headless = "clause" not in found or not _has_subject(found["clause"].root)
    mended = _torn(verb) if headless else None
    if "clause" not in found:
        mended = mended or _strayed(verb)
    if mended is not None:
        found["clause"] = mended
    if not any(kind in found for kind in ("clause", "to", "someone_to", "doing")):
        around = _around(verb)
        if around is not None:
            found["clause"] = around
    _rename(verb, found)


def _rename(verb: Token, found: dict[str, Content]) -> None:
    """What is named with a new name, who is held responsible, and what a picture or a poll shows."""
    if any(c.lower_ in ("at", "to") for c in verb.children) and (figure := _figure(verb)) is not None:
        found["figure"] = figure
    if lemma(verb) == "hold" and (held := _responsible(verb)) is not None:
        found["responsible"] = held
    if lemma(verb) in NAMING and (named := _named(verb)) is not None:
        found["named"] = named
    if ("clause" in found or "object" in found) and _evident(verb):
        found |= {new: found[old] for new, old in (("shown", "clause"), ("exhibit", "object")) if old in found}


def _with_lost_noun(verb: Token, content: Content) -> Content:
    """A clause whose first word the parser took for an object: `stressed [the weekend] [talks were a start]`."""
    thing, low = _object_of(verb), content.root.left_edge
    who = next((c for c in content.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    lost = thing is not None and thing.right_edge.i + 1 == low.i and low == who and who.tag_ in ("NN", "NNS")
    if thing is None or not lost or lemma(verb) in words("telling", "verbs"):
        return content
    return Content("clause", ((thing.left_edge.i, content.intervals[0][1]), *content.intervals[1:]), content.root)


def _figure(verb: Token) -> Content | None:
    """`put the death toll at 30`: what is counted and how many."""
    thing = _object_of(verb)
    if thing is None or str(thing.lemma_).lower() not in words("counted", "nouns"):
        return None
    preps = [c for c in verb.children if c.i > thing.i and c.dep_ == "prep" and c.lower_ in ("at", "to")]
    counted = [p for p in preps if any(t.like_num for t in p.subtree)]
    return Content("figure", ((thing.left_edge.i, right_end(counted[0], verb)),), thing) if counted else None


def _responsible(verb: Token) -> Content | None:
    """`holds the army responsible for the raid`: whom and for what, however the parser joins them."""
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ not in ("punct", "prep", "npadvmod", "advmod")]
    words_ = [t for c in behind for t in (c, *c.children) if t.lower_ in ("responsible", "accountable", "liable")]
    if not words_:
        return None
    return Content("responsible", ((behind[0].left_edge.i, right_end(words_[0], verb)),), words_[0])


def _named(verb: Token) -> Content | None:
    """`called the plan “a bad joke”`: what is named and how, however the parser joins them."""
    held = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("dobj", "oprd", "attr", "ccomp", "xcomp", "appos", "dep")
    ]
    if not held:
        return None
    low, high = held[0].left_edge.i, max(c.right_edge.i for c in held)
    quoted = any(t.text in OPENING_MARKS for t in verb.doc[low : high + 1])
    if low != verb.i + 1 or not (quoted or len(held) > 1):
        return None
    low += verb.doc[low].lower_.endswith(("self", "selves"))
    return Content("named", ((low, high),), held[0])


def _strayed(verb: Token) -> Content | None:
    """A clause that the parser hung on a noun before it: `said during the debate that he had left`."""
    if _object_of(verb) is not None:
        return None
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.i < verb.i:
            continue
        for noun in prep.children:
            for clause in noun.children:
                if (
                    clause.dep_ in ("relcl", "acl", "ccomp")
                    and clause.doc[clause.left_edge.i].lower_ == "that"
                    and _has_subject(clause)
                ):
                    return Content("clause", ((clause.left_edge.i + 1, right_end(clause, verb)),), clause)
    return None


def _torn(verb: Token) -> Content | None:
    """A clause that the parser tore up: `stated [one of the shells] [was fired]`, `concluded [ice] [formed]`."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    done = next((c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN"), None) if thing is not None else None
    told = lemma(verb) in words("telling", "verbs")
    if thing is not None and done is not None and not told and not any(c.dep_ == "agent" for c in done.children):
        return Content("clause", ((thing.left_edge.i, right_end(thing, verb)),), done)
    rest = next(
        (c for c in verb.children if c.dep_ in ("conj", "ccomp") and c.i > verb.i and c.pos_ in ("VERB", "AUX")), None
    )
    if rest is None or any(c.dep_ == "cc" and c.i < rest.i for c in verb.children):
        return None
    if _has_subject(rest):
        return Content("clause", ((rest.left_edge.i, right_end(rest, verb)),), rest)
    helped = any(c.dep_ in ("aux", "auxpass") for c in rest.children)
    if thing is None or not helped or told:
        return None
    return Content("clause", ((thing.left_edge.i, right_end(rest, verb)),), rest)


def _has_subject(clause: Token) -> bool:
    return any(
        c.dep_ in ("nsubj", "nsubjpass", "expl") and c.lower_ not in ("that", "which", "who") for c in clause.children
    )


def _better(new: Content, old: Content, verb: Token) -> bool:
    """Of two clauses the one behind the verb, where the one before it is no quotation."""
    if new.kind != "clause":
        return False
    if new.kind == "to":
        return False
    return old.root.i < verb.i < new.root.i and verb.doc[verb.left_edge.i].text not in OPENING_MARKS


def _evident(verb: Token) -> bool:
    """Whether what shows something is of the kind that can: a picture, a poll."""
    return any(c.dep_ == "nsubj" and str(c.lemma_).lower() in words("evidence", "words") for c in verb.children)


def _of_child(verb: Token, child: Token) -> list[Content]:
    behind = child.i > verb.i
    if child.dep_ == "dobj" or (behind and child.dep_ in ("dative", "attr")):
        return _object(verb, child)
    if behind and child.dep_ in ("prep", "dative", "agent"):
        return _preposition(verb, child)
    if behind and child.dep_ == "oprd":
        return [_from_object(verb, child, "named")]
    return _of_clause(verb, child)


def _of_clause(verb: Token, child: Token) -> list[Content]:
    behind = child.i > verb.i
    if not behind and any(t.text == ";" for t in verb.doc[max(child.right_edge.i, verb.i - LONGEST) : verb.i]):
        return []
    if behind and child.dep_ in ("ccomp", "advcl", "xcomp") and _for_whom(child):
        return [Content("for", ((child.left_edge.i + 1, right_end(child, verb)),), child)]
    if (child.dep_, lemma(verb)) in (("advcl", "purport"), ("acomp", "feel")) or child.dep_ in ("ccomp", "xcomp"):
        return [_complement(verb, child)]
    if behind and child.dep_ == "advcl" and any(c.lower_ == "as" for c in child.children):
        return [_from_object(verb, child, "as")]
    return []


def _for_whom(clause: Token) -> bool:
    """`called for all sides to leave`: the parser takes `for` as the clause's own word."""
    return clause.doc[clause.left_edge.i].lower_ == "for" and any(c.lower_ == "to" for c in clause.children)


def _complement(verb: Token, child: Token) -> Content:
    """A clause, an infinitive or a verb in -ing."""
    kind = _kind(verb, child)
    if kind in ("someone_to", "named"):
        return _from_object(verb, child, kind)
    interval = (child.left_edge.i, right_end(child, verb))
    return Content(kind, _around_cue(interval, verb, child) if kind == "clause" else (interval,), child)


def _kind(verb: Token, child: Token) -> str:
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in child.children)
    behind, noun = child.i > verb.i, child.pos_ in ("ADJ", "NOUN", "PROPN")
    if lemma(verb) == "feel" and child.dep_ in ("xcomp", "acomp"):
        return "clause" if child.tag_ == "VBN" else "felt"
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
        return "someone_to" if has_subject or _object_of(verb) is not None else "to" if behind else "clause"
    if noun and (child.dep_ == "xcomp" or (behind and not has_subject and _object_of(verb) is not None)):
        return "named"
    return "doing" if child.tag_ == "VBG" and behind and not has_subject else "clause"


def _around_cue(interval: Interval, verb: Token, child: Token) -> tuple[Interval, ...]:
    """A clause less the cue that stands inside it: `miners who officers said were killed`."""
    low, high = interval
    if not low <= verb.i <= high:
        return (interval,)
    if child.i > verb.i and verb.doc[low].dep_ == "prep" and occasion(verb.doc[low]):
        low = verb.i  # `In remarks to the Star, he said ...`
    others = [c for c in verb.children if c is not child and c.dep_ not in ("punct", "ccomp", "advcl")]
    left = min([verb.i, *(c.left_edge.i for c in others if c.i < verb.i)])
    right = max([verb.i, *(c.right_edge.i for c in others if c.i > verb.i)])
    return tuple(part for part in ((low, left - 1), (right + 1, high)) if part[0] <= part[1])


def _from_object(verb: Token, child: Token, kind: str) -> Content:
    target = _object_of(verb)
    if target is not None and target.lower_.endswith(("self", "selves")):
        target = None
    low = child.left_edge.i if target is None else min(target.left_edge.i, child.left_edge.i)
    return Content(kind, ((low, right_end(child, verb)),), child)


def _object_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def _object(verb: Token, child: Token) -> list[Content]:
    preps = [p for p in verb.children if p.dep_ == "prep" and p.i > child.i]
    interval = _stretch(verb, child, preps)
    out = [Content("object", (interval,), child)]
    if any(c.dep_ == "prep" and c.lower_ == "as" for c in child.children):
        out.append(Content("as", (interval,), child))
    blamed = _blamed(verb, child, interval, preps)
    return [*out, Content("accused", blamed, child)] if blamed else out


def _stretch(verb: Token, child: Token, preps: list[Token]) -> Interval:
    """An object with what belongs to it; of `the guild, which the army accused of theft` the guild."""
    if child.i < verb.i and verb.dep_ == "relcl" and child.tag_ in ("WDT", "WP"):
        return (verb.head.left_edge.i, verb.head.i)
    last = preps[-1] if lemma(verb) in ("express", "voice", "attribute", "ascribe") and preps else child
    return (child.left_edge.i, right_end(last, verb))


def _blamed(verb: Token, child: Token, interval: Interval, preps: list[Token]) -> tuple[Interval, ...]:
    """Who is blamed and for what; none where nothing is said of what for."""
    for prep in preps:
        if prep.lower_ in ("of", "for", "over", "with") and not _dated(prep):
            if child.i < verb.i:
                return interval, (prep.i, right_end(prep, verb))
            return _undated(child, (interval[0], right_end(prep, verb)), prep)
    deeds = [p for p in child.children if p.dep_ == "prep" and p.lower_ in ("of", "for", "over")]
    told = lemma(verb) == "suspect" and bool(deeds)  # of `suspected the captain of theft` the parser makes one noun
    return (interval,) if told or any(c.dep_ == "pcomp" for prep in deeds for c in prep.children) else ()


def _undated(child: Token, interval: Interval, prep: Token) -> tuple[Interval, ...]:
    """Without the day of the saying: `accused [the guild] on Monday [of theft]`."""
    doc = child.doc
    for at in range(child.i + 1, prep.i):
        day = doc[at].ent_type_ == "DATE" and doc[at - 1].lower_ == "on"
        if day and all(t.ent_type_ == "DATE" for t in doc[at : prep.i]):
            return (interval[0], at - 2), (prep.i, interval[1])
    return (interval,)


def _dated(prep: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in prep.children)


def _preposition(verb: Token, prep: Token) -> list[Content]:
    inner = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None and prep.lower_ == "as":  # `described the town as “calm and stable”`
        inner = next((c for c in prep.children if c.i > prep.i and c.dep_ in ("amod", "advcl", "acomp")), None)
    if inner is None:
        return []
    name = {"to": "to_a", "upon": "on"}.get(prep.lower_, prep.lower_)
    high = _before_occasion(inner, right_end(inner, verb))
    for other in verb.children:  # `called on the rebels to leave`
        if (
            name != "to_a"
            and other.dep_ in ("xcomp", "advcl", "ccomp")
            and other.i > inner.i
            and any(c.lower_ == "to" for c in other.children)
        ):
            high = max(high, right_end(other, verb))
    if name == "as":
        if any(c.dep_ == "dobj" and c.i > prep.i for c in verb.children):
            return []  # `rejected as a lie the claims of the guild`
        return [
            _from_object(verb, prep, "as") if _object_of(verb) else Content("as", ((inner.left_edge.i, high),), inner)
        ]
    return [Content(name, ((inner.left_edge.i, high),), inner)]


def _before_occasion(noun: Token, high: int) -> int:
    """`spoke of the siege in an interview with the Herald`: where it was said is no part of what."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.i <= high and prep.lower_ in ("in", "during") and occasion(prep):
            return int(prep.i) - 1
    return high


def _around(verb: Token) -> Content | None:
    """The clause that a verb interrupts or follows: `The vote, they say, has failed`, `as the Herald reports`."""
    if any(
        c.i > verb.i and (c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ in ("for", "against")))
        for c in verb.children
    ):
        return None  # `as the guild argued for peace`: that is what it argued
    head = verb.head.head if _set_off(verb) else verb.head
    aside = verb.dep_ == "parataxis" or _set_off(verb) or (verb.dep_ == "advcl" and _as_clause(verb)) or _or_so(verb)
    if not aside or head.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    return Content("clause", _without((head.left_edge.i, _before_next(head, verb)), verb), head)


def _before_next(head: Token, verb: Token) -> int:
    """The end of a clause around its cue, before the speaker is named anew: `..., he said, but he added that ...`"""
    for joint in head.children:
        if joint.dep_ == "cc" and joint.i > verb.i:
            other = next((c for c in head.children if c.dep_ == "conj" and c.i > joint.i), None)
            if other is not None and verb_rows(other) and any(c.dep_ == "ccomp" for c in other.children):
                return int(joint.i) - 1
    return right_end(head, None)


def _set_off(verb: Token) -> bool:
    """`The deal, one envoy conceded, was dead`: between commas, taken by the parser for a relative clause."""
    left, right, doc = verb.left_edge.i, verb.right_edge.i, verb.doc
    if verb.dep_ != "relcl" or not _has_subject(verb) or verb.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    own = not any(t.tag_ in ("WP", "WDT", "WP$", "WRB") for t in doc[left : verb.i])
    after = doc[right].text == "," or (right + 1 < len(doc) and doc[right + 1].text == ",")
    return own and after and left > 0 and doc[left - 1].text == ","


def _or_so(verb: Token) -> bool:
    """`The siege is over, or so the king says`"""
    return verb.dep_ == "conj" and any(c.lower_ == "so" and c.i < verb.i for c in verb.children)


def _as_clause(verb: Token) -> bool:
    return (
        any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children) or verb.doc[verb.left_edge.i].lower_ == "as"
    )


def _without(interval: Interval, verb: Token) -> tuple[Interval, ...]:
    """An interval less the cue's own words, where these stand inside it."""
    low, high = interval
    if not low <= verb.i <= high:
        return (interval,)
    left, right = verb.left_edge.i, verb.right_edge.i
    return tuple(part for part in ((low, left - 1), (right + 1, high)) if part[0] <= part[1])
