"""Which stance a statement takes: the cue's own, or what the words of its content say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.saying.claims import Claim
from ceasewire.reading.saying.contents import options
from ceasewire.reading.saying.cues import lemma, listed, verb_rows, words
from ceasewire.reading.saying.denials import auxiliaries, denied, own_side
from ceasewire.reading.tokens import text_of, tokens_in

if TYPE_CHECKING:
    from spacy.tokens import Token

WORD = re.compile(r"[\w'-]+")
EARLY = 90  # characters within which the content must say it
OBLIGING = ("should", "must", "ought")
PERHAPS = ("may", "might")
FUTURE = ("will", "'ll", "’ll", "shall", "wo")
SELF = ("i", "we", "he", "she", "it", "they", "you")
FIRST = ("i", "we")
LIKELY = ("likely", "unlikely", "expected", "bound", "possible", "probable", "inevitable", "potentially")
WILLING = ("committed", "determined", "ready", "prepared", "willing", "resolved")
UNWILLED = ("be", "have", "see", "struggle", "need", "face", "suffer", "lose", "collapse", "fail", "know", "find")
CARRY_ON = ("continue", "resume", "release", "publish", "announce", "hold", "begin", "start")
ANSWER = re.compile(r"[“\"‘']?(no|yes)[,.!;:—–]", re.I)
ANSWERS: dict[str, Stance] = {"no": "denies", "yes": "confirms"}  # in direct speech, as its first word
NO_ORDER = ("look", "listen", "thank", "imagine", "remember", "believe", "see", "ask", "mind", "note", "welcome", "say")
WANTING = ("want", "demand", "need")
POLITE = ("like", "love", "prefer", "say", "argue", "add", "appreciate", "think", "want", "welcome")  # behind `would`
PRESSING = ("insist", "suggest", "stipulate", "dictate", "recommend", "propose", "ask")  # that somebody do something
SENSING = ("see", "hear", "feel", "find", "tell", "know", "understand", "remember", "smell", "imagine")
HOPING = ("hope", "pray", "expect", "fear", "anticipate", "predict")
PERFORMED: tuple[Stance, ...] = ("demands", "denies", "promises", "accuses")
PROMISING = ("promise", "vow", "pledge", "intend", "plan")


def stance_of(claim: Claim) -> Stance:
    """The stance of a claim, of its cue and its content together."""
    if claim.stance == "promises" and claim.kind == "clause" and not _ahead(claim):
        return "asserts"
    if claim.stance != "asserts" or claim.kind in ("hedge", "impersonal", "refusal", "judgement") or _repeats(claim):
        return claim.stance
    text = _text(claim)
    if claim.direct and (answer := _answer(claim)):
        return answer
    return _by_phrase(text) or _against(claim) or _by_grammar(claim) or claim.stance


def _answer(claim: Claim) -> Stance | None:
    """`No, we never met`: an answer by its first word."""
    if not claim.content:
        return None
    low = claim.content[0][0] - claim.paragraph.start
    first = ANSWER.match(text_of(claim.paragraph.doc), low) if low >= 0 else None
    return ANSWERS[first.group(1).lower()] if first else None


def _repeats(claim: Claim) -> bool:
    """A report or rumour asserts, whatever it says may have been."""
    return claim.kind == "noun" and str(claim.head.lemma_).lower() in words("retold", "nouns")


def _ahead(claim: Claim) -> bool:
    """Whether a vow speaks of what is to come: `vowed that they would leave`, not `vowed that they had left`."""
    roots = main_verbs(claim)
    helpers = [h for root in roots for h in auxiliaries(root)]
    return not roots or _infinitive(roots[0]) or any(h in (*FUTURE, "would", "be") for h in helpers)


def _against(claim: Claim) -> Stance | None:
    """`insists there was no raid`, `We never sold arms`: a denial by its negation."""
    if _headed_by_no(claim):
        return "denies"
    for root in main_verbs(claim):
        if denied(root, claim):
            return "denies"
        who = _subject(root)
        no = any(c.dep_ == "neg" or c.lower_ == "never" for c in root.children)
        none = any(c.dep_ in ("attr", "dobj") and any(d.lower_ == "no" for d in c.children) for c in root.children)
        if lemma(claim.head) in ("insist", "maintain", "swear") and (no or none):
            return "denies"
        if claim.direct and no and who is not None and who.lower_ in FIRST and not _soft(root):
            return "denies"
        return None
    return None


def _headed_by_no(claim: Claim) -> bool:
    """A headline without a verb: `Orvania: no talks with the guild`."""
    if claim.kind != "headline" or not claim.content:
        return False
    low, high = (at - claim.paragraph.start for at in claim.content[0])
    first = next(iter(tokens_in(claim.paragraph.doc, low, high)), None)
    return first is not None and first.lower_ == "no" and denied(first.head, claim)


def _soft(root: Token) -> bool:
    """Negations that deny nothing: of the future, of mind and wish."""
    if any(h in (*FUTURE, "would", "can", "ca", "could", "should") for h in (*auxiliaries(root), root.lower_)):
        return True
    return lemma(root) in (
        "think",
        "know",
        "want",
        "believe",
        "expect",
        "have",
        "see",
        "need",
        "understand",
        "care",
        "feel",
        "be",
    )


def _text(claim: Claim) -> str:
    start, text = claim.paragraph.start, text_of(claim.paragraph.doc)
    held = " ".join(text[a - start : b - start] for a, b in claim.content if 0 <= a - start < len(text))
    return " " + " ".join(WORD.findall(held.lower().replace("’", "'"))) + " "


def _by_phrase(text: str) -> Stance | None:
    """By the words of the table: `she knew nothing of it`, `there is no truth in it`."""
    for name in ("no_knowledge", "no_comment", "doubts", "accuses", "denies"):
        for phrase in listed("content", name):
            at = text.find(f" {phrase} ")
            if 0 <= at < EARLY:
                return name
    return None


def _by_grammar(claim: Claim) -> Stance | None:
    """By the content's main verb: `should leave`, `we will stay`, `may fail`."""
    return next((stance for root in main_verbs(claim) if (stance := stance_of_clause(root, claim))), None)


def stance_of_clause(root: Token, claim: Claim) -> Stance | None:
    """The stance that one clause of a content takes by its grammar; None where it asserts."""
    return _performed(root, claim) or _demanded(root, claim) or _promised(root, claim) or _predicted(root, claim)


def main_verbs(claim: Claim) -> list[Token]:
    """The main verbs of the content: the first clause and those joined to it by `and` or `but`."""
    if not claim.content:
        return []
    kept: dict[tuple[int, int, bool], list[Token]] = claim.paragraph.doc.user_data.setdefault("roots", {})
    key = (*claim.content[0], claim.direct)
    if key not in kept:
        kept[key] = _main_verbs(claim)
    return kept[key]


def _main_verbs(claim: Claim) -> list[Token]:
    low, high = claim.content[0]
    start, doc = claim.paragraph.start, claim.paragraph.doc
    tokens = tokens_in(doc, low - start, high - start)
    held = {t.i for t in tokens}
    root = next(
        (t for t in tokens if t.pos_ in ("VERB", "AUX") and (t.head == t or t.head.i not in held) and t.dep_ != "aux"),
        None,
    )
    if root is None:
        return _spoken_first(tokens)
    joined = [c for c in root.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.i in held]
    return [root, *joined, *(_spoken_first(tokens) if claim.direct else [])]


def _spoken_first(tokens: list[Token]) -> list[Token]:
    """The verbs of `we` and `I`, in speech that begins another way."""
    return [t.head for t in tokens if t.lower_ in FIRST and t.dep_ == "nsubj" and t.head.pos_ in ("VERB", "AUX")]


def _subject(root: Token) -> Token | None:
    return next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)


def _demanded(root: Token, claim: Claim) -> Stance | None:
    """`The army should leave`, `They have to free us`, `We want them back`."""
    who = _subject(root)
    if who is None:
        return "demands" if (claim.direct or claim.mixed) and _bidden(root) else None
    first = who.lower_ in FIRST
    helpers = auxiliaries(root)
    if "be" in helpers and len(helpers) == 1 and root.tag_ == "VBN" and who.lower_ not in ("i", "we"):
        be = next(c for c in root.children if c.lower_ == "be")
        return "demands" if be.tag_ == "VB" else None
    if not first and any(h in OBLIGING for h in helpers) and "have" not in helpers:
        return "demands"
    if (
        not first
        and lemma(root) in ("have", "need")
        and any(c.dep_ == "xcomp" and _infinitive(c) for c in root.children)
    ):
        return "demands" if root.tag_ in ("VBP", "VBZ") else None
    if first and lemma(root) in WANTING and any(c.dep_ in ("ccomp", "dobj") for c in root.children):
        return "demands" if any(c.dep_ == "ccomp" for c in root.children) else None
    return "demands" if lemma(claim.head) in PRESSING and _subjunctive(root) and who.i < root.i else None


def _performed(root: Token, claim: Claim) -> Stance | None:
    """`I urge all sides to leave`, `Orvania denies the charge`: in direct speech the verb itself does what it says."""
    who = _subject(root)
    mine = who is not None and root.tag_ in ("VBP", "VBZ") and (who.lower_ in FIRST or own_side(root, claim))
    rows = verb_rows(root) if claim.direct and mine else ()
    if not any(row.stance in PERFORMED for row in rows) or any(c.dep_ == "neg" for c in root.children):
        return None
    found = options(root).keys()
    row = next((row for row in rows if row.takes & found), None)
    return row.stance if row is not None and row.stance in PERFORMED else None


def _subjunctive(root: Token) -> bool:
    """`insisted that the army leave`"""
    return root.tag_ == "VB" and not auxiliaries(root) and not _infinitive(root)


def _bidden(root: Token) -> bool:
    """`Open the gates now`, `If you have news, tell us`: an order; not `Look` or `Thank you`."""
    first = next((c for c in root.children if c.i < root.i and c.dep_ not in ("advcl", "punct")), root)
    bare = root.tag_ == "VB" and not auxiliaries(root) and first.lower_ in (root.lower_, "please", "do", "never")
    held = any(c.dep_ in ("dobj", "ccomp", "prep", "xcomp") for c in root.children)
    return bare and held and lemma(root) not in NO_ORDER


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _promised(root: Token, claim: Claim) -> Stance | None:
    """`We will stay`, `it was committed to a truce`, `their names will be published`."""
    who = _subject(root)
    helpers = auxiliaries(root)
    willing = any(c.lower_ in WILLING for c in (*root.children, root)) or lemma(root) in PROMISING
    if who is not None and willing and own_side(root, claim) and not _unwilling(root):
        return "promises"
    future = any(h in FUTURE for h in (*helpers, root.lower_)) or ("would" in helpers and not claim.direct)
    if not future or who is None:
        return None
    ours = own_side(root, claim) and who.lower_ not in SELF
    mine = who.lower_ in (FIRST if claim.direct else SELF) or ours
    if (mine and lemma(root) not in UNWILLED) or lemma(root) in CARRY_ON:
        return "promises"
    return None


def _possible(root: Token, who: Token | None) -> bool:
    """`The talks could last two days`; not `He could see smoke`, `The army could be behind it`."""
    if who is None or who.lower_ in SELF or any(c.dep_ == "neg" for c in root.children):
        return False
    return root.tag_ == "VB" and root.pos_ == "VERB" and "have" not in auxiliaries(root) and lemma(root) not in SENSING


def _unwilling(root: Token) -> bool:
    """`We are not ready to sign`, `It no longer plans to leave`"""
    return any(c.dep_ == "neg" for word in (root, *root.children) for c in word.children)


def _predicted(root: Token, claim: Claim) -> Stance | None:
    """`The truce may fail`, `It will cost lives`, `She hoped he was free`."""
    helpers = auxiliaries(root)
    if "would" in helpers and (lemma(root) in POLITE or any(c.dep_ == "advcl" for c in root.children)):
        return None
    who = _subject(root)
    if who is not None and who.lower_ in FIRST and "should" in helpers and "have" not in helpers and claim.direct:
        return "predicts"
    if "could" in helpers and (lemma(claim.head) == "warn" or _possible(root, who)):
        return "predicts"
    if any(h in PERHAPS or h in FUTURE or h == "would" for h in helpers):
        return "predicts"
    if any(c.lower_ in LIKELY for c in (*root.children, root)) and not (
        "had" in helpers or (root.tag_ == "VBN" and helpers[:1] in (["has"], ["was"], ["were"]))
    ):
        return "predicts"
    return "predicts" if lemma(root) in HOPING and own_side(root, claim) else None
