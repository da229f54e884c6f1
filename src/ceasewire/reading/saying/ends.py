"""Where a content begins and ends: before the reporter goes on himself, without conjunctions and punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.claims import over
from ceasewire.reading.saying.cues import lemma, verb_rows, words
from ceasewire.reading.tokens import Range, lows, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Interval = tuple[int, int]  # indexes of tokens, both ends included
WHEN = ("after", "before", "when", "as", "while", "since", "until", "once")
ASKING = ("WDT", "WP", "WRB", "WP$")
DASHES = ("—", "–", "--", "-")
# words that may end a clause
JOINTS = frozenset((",", ";", *DASHES, *WHEN, "whereas", "and", "but", "or", "nor", "yet", "so", "then"))
NEXT = 8  # tokens behind `with` within which another may speak
LONGEST = 400  # tokens of a clause that are looked through for its end
SPEAKERS = ("he", "she", "they", "it", "we", "i")
BACKGROUND = ("despite", "amid", "amidst")


def right_end(token: Token, cue: Token | None) -> int:
    """Where a clause ends: before a participle that adds another statement, before a comment behind a dash."""
    high = token.right_edge.i
    doc = token.doc
    first = token.i + 1
    for at in [n for n, low in enumerate(lows(doc)[first : min(high, token.i + LONGEST) + 1], first) if low in JOINTS]:
        if (
            _circumstance(doc[at], token)
            or _meanwhile(doc[at], token)
            or _turns(doc, at, token)
            or _breaks(doc, at, token, cue)
            or (cue is not None and cue.i < token.i and (_comment(doc, at, high) or _on_word_of(doc, at, high)))
        ):
            return at - 1
    return high


def _circumstance(word: Token, root: Token) -> bool:
    """`denied the raid after the envoys had left`: when a noun was spoken of is no part of what was said."""
    if word.dep_ != "mark" or root.pos_ != "NOUN" or word.lower_ not in WHEN:
        return False
    clause = word.head
    whole = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)
    return whole and clause.dep_ in ("advcl", "acl") and clause.head in (root, root.head)


def _meanwhile(word: Token, root: Token) -> bool:
    """`said the camp was hit while the army said it was empty`: where another source speaks, without a comma too."""
    opens = word.lower_ in ("while", "whereas") and word.dep_ in ("mark", "advmod")
    return opens and word.head.i > word.i > root.i and _speaks_too(word.head)


def _turns(doc: Doc, at: int, root: Token) -> bool:
    """`..., adding that`: a participle of saying behind a comma, on the clause itself."""
    if at + 1 >= len(doc):
        return False
    nxt = doc[at + 1]
    if doc[at].lower_ in ("and", "but"):  # `said the bill had merits but was held up, and arguing that`
        return nxt.tag_ == "VBG" and _tells(nxt) and nxt.head.tag_ not in ("VBG", "NN", "NNS")
    if doc[at].text != ",":
        return False
    speaks = nxt.tag_ == "VBG" and nxt.dep_ in ("advcl", "acl", "conj") and (_tells(nxt) or _releases(nxt))
    return (speaks or _joins_in(nxt)) and not _quoted_gap(doc, root.i, at)


def _tells(verb: Token) -> bool:
    """Whether a participle can make a statement as it stands: not `continuing to shell`."""
    return any(row.takes != {"quote"} for row in verb_rows(verb))


def _releases(verb: Token) -> bool:
    """`..., issuing a statement saying`"""
    papers = (c for c in verb.children if c.dep_ == "dobj" and c.lower_ in words("released", "papers"))
    return str(verb.lemma_).lower() in words("released", "verbs") and next(papers, None) is not None


def _joins_in(prep: Token) -> bool:
    """`..., with one envoy saying`: another speaks."""
    near = prep.doc[prep.i + 1 : prep.i + NEXT] if prep.lower_ == "with" else ()
    return any(t.tag_ == "VBG" and verb_rows(t) for t in near)


def _breaks(doc: Doc, at: int, root: Token, cue: Token | None) -> bool:
    """Where the reporter goes on himself: behind a semicolon, `, but X`, `, though it is`."""
    if cue is None or cue.i > root.i or (doc[at].text not in (";", ",") and doc[at].dep_ != "cc"):
        return False
    return _goes_on(doc, at, root, cue) and not _quoted_gap(doc, cue.i, at)


def _goes_on(doc: Doc, at: int, root: Token, cue: Token) -> bool:
    token = doc[at]
    if token.text == ";" or (token.dep_ == "cc" and _back_to_source(doc, at, root, cue)):
        return True
    if token.text == "," and at + 2 < len(doc):
        return _breaks_behind_comma(doc, at + 1)
    return token.lower_ == "and" and asks(root) and _fresh_clause(doc, at)


def _breaks_behind_comma(doc: Doc, at: int) -> bool:
    word, following = doc[at].lower_, doc[at + 1].lower_
    if word in ("in", "during"):
        return occasion(doc[at])
    if word in ("though", "although", "while", "whereas") and _speaks_too(doc[at].head):
        return True
    if word in ("though", "although"):
        return following in ("it", "there")
    return word == "but" and following != "that" and _fresh_clause(doc, at)


def _speaks_too(verb: Token) -> bool:
    """`..., though the mayor said it had failed`: another speaks."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    told = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return who is not None and who.pos_ != "PRON" and told and bool(verb_rows(verb))


def occasion(prep: Token) -> bool:
    """`in an interview with the Herald`: where it was said, not what."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    return noun is not None and noun.lower_ in words("occasion", "words")


def _back_to_source(doc: Doc, at: int, root: Token, cue: Token) -> bool:
    """`said he would sign but did not say when`: a plain past behind a content that is none is the speaker's again."""
    other = next((c for c in root.children if c.dep_ == "conj" and c.i > at and doc[at].head == root), None)
    if other is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in other.children):
        return False
    if (other.tag_ in ("VBD", "VBN") and rejoins(other)) or returns(other) or _next_act(other):
        return True
    helpers = [c.tag_ for c in root.children if c.dep_ in ("aux", "auxpass")]
    did = any(c.lower_ == "did" for c in other.children)
    return cue.tag_ == "VBD" and "MD" in helpers and (did or (other.tag_ == "VBD" and bool(verb_rows(other))))


def _next_act(verb: Token) -> bool:
    """`said he mourned the dead but insisted that it was a trap`, `but gave no proof`: the speaker's next act."""
    if not any(c.lower_ in SPEAKERS for c in verb.head.children):
        return False
    told = any(c.dep_ == "ccomp" and any(d.lower_ == "that" for d in c.children) for c in verb.children)
    given = [c for c in verb.children if c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children)]
    return (told and bool(verb_rows(verb))) or any(c.lower_ in words("silence", "given") for c in given)


def rejoins(verb: Token) -> bool:
    """`admitted that shots had been fired but denied ...`: a cue hung on a content whose subject cannot speak."""
    above = verb.head
    who = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    mute = (
        who is not None
        and who.pos_ == "NOUN"
        and not who.ent_type_
        and str(who.lemma_) not in words("unnamed", "people")
    )
    return verb.dep_ == "conj" and above.dep_ == "ccomp" and mute and _clausal(verb) and bool(verb_rows(above.head))


def returns(verb: Token) -> bool:
    """Whether a verb joined to a content is the speaker's own again, by its tense or because it keeps silent.

    Examples: `insisted they were keeping the truce and blamed the army`, `said it was hit but did not give details`.
    """
    above = verb.head
    if verb.dep_ != "conj" or above.dep_ != "ccomp" or not verb_rows(above.head):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return False
    lasting = above.tag_ == "VBG" and any(str(c.lemma_) == "be" for c in above.children if c.dep_ == "aux")
    told = verb.tag_ == "VBD" and above.head.tag_ == "VBD" and bool(verb_rows(verb)) and lasting
    silent = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")} >= {"did"} and _is_silence(verb)
    return told or silent


def _is_silence(verb: Token) -> bool:
    base = lemma(verb)
    return base in words("silence", "negated") or (
        base in words("silence", "negated_giving") and any(c.lower_ in words("silence", "given") for c in verb.children)
    )


def _clausal(verb: Token) -> bool:
    return bool(verb_rows(verb)) and any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)


def _fresh_clause(doc: Doc, at: int) -> bool:
    """Whether the conjunction at `at` opens a clause with a subject of its own."""
    head = doc[at].head
    other = next((c for c in head.children if c.dep_ == "conj" and c.i > at), None)
    return other is not None and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in other.children)


def asks(root: Token) -> bool:
    """Whether a clause is an indirect question: `which groups took part`."""
    first = root.doc[root.left_edge.i]
    return first.tag_ in ASKING or first.lower_ in ("whether", "if", "how")


def _quoted_gap(doc: Doc, low: int, high: int) -> bool:
    return sum(doc[n].text in '“"' for n in range(low, high)) > sum(doc[n].text in "”" for n in range(low, high))


def _on_word_of(doc: Doc, at: int, high: int) -> bool:
    """`, according to the Star` at the end of a content: who tells of the speaker, not what he said."""
    held = at + 2 < high and doc[at].text == "," and doc[at + 1].lower_ == "according"
    return held and all(t.text != "," for t in doc[at + 2 : high])


def _comment(doc: Doc, at: int, high: int) -> bool:
    """` — a sign of`: the reporter's own comment behind the last dash."""
    if doc[at].text not in DASHES or at + 2 > high or doc[at + 1].lower_ not in ("a", "an", "in"):
        return False
    return not any(doc[n].text in DASHES for n in range(at + 1, high + 1)) and not _quoted_gap(
        doc, sentence(doc[at])[0], at
    )


def trimmed(doc: Doc, interval: Interval, first: bool) -> Range | None:
    """An interval as offsets, without the complementiser, conjunctions and punctuation at its edges."""
    low, high = interval
    while low <= high and _leading(doc[low], first):
        low += 1
    while high >= low and _trailing(doc[high]):
        high -= 1
    while (
        low <= high < len(doc) - 2
        and doc[high + 1].text == "-"
        and not doc[high].whitespace_
        and not doc[high + 1].whitespace_
    ):
        high += 2  # `a re-run`
    return over(doc[low], doc[high]) if low <= high else None


def _leading(token: Token, first: bool) -> bool:
    if token.lower_.endswith(("self", "selves")):
        return True
    if token.is_space or (token.is_punct and token.text not in "“‘[(\"'«#@''``"):
        return True
    if (
        token.lower_ == "that"
        and token.dep_ in ("mark", "det")
        and (token.tag_ in ("IN", "DT") or token.dep_ == "mark")
        and token.head.i > token.i + 1
    ):
        return token.dep_ == "mark"
    if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ != "det" and not first:
        return True
    if token.lower_ == "that" and token.dep_ == "det" and token.head.tag_ in ("NNS", "NNP", "NNPS"):
        return True
    return first and token.dep_ == "cc"


def _trailing(token: Token) -> bool:
    if token.is_space:
        return True
    return (token.is_punct and token.text not in "”’])?!\"'»''…") or token.dep_ == "cc"
