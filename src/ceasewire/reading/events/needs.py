"""What a row of the table asks of the company of its word: each key of a row and how it is looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ceasewire.reading.events import syntax
from ceasewire.reading.events.company import BUILT_IN, WHEN, View, is_kind, is_place, kind_words
from ceasewire.reading.events.governors import negated
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# How often a page must use words of a kind to be about it.
_OFTEN = 3


def fits(view: View, needs: dict[str, Any]) -> bool:
    """Whether a trigger keeps the company its row of the table asks for."""
    return all(CHECKS[key](view, value) for key, value in needs.items())


def _any_of(tokens: list[Token], kinds: list[str]) -> bool:
    return any(is_kind(token, kind) for token in tokens for kind in kinds)


def _with_inner(tokens: list[Token]) -> list[Token]:
    """Words and what stands before them: `rifle parts` are rifles too."""
    return tokens + [
        child for token in tokens for child in token.children if child.dep_ in ("compound", "amod", "nmod")
    ]


def _beside(view: View, kind: str) -> bool:
    """Whether the sentence has a word of a kind beside the trigger itself: `banned` is no ban near by."""
    return bool((view.words & kind_words(kind)) - {view.token.lower_, view.token.lemma_.lower()})


def _owned(tokens: list[Token]) -> list[Token]:
    """The same, but a place is not those who hold it: `a rebel stronghold` is no rebel."""
    return tokens + _with_inner([token for token in tokens if not is_place(token)])


_NO_PREPOSITION = ("prt", "advmod", "acomp", "ccomp", "oprd", "npadvmod")


def _particle(view: View, words: list[str], labels: tuple[str, ...] = ("prep", *_NO_PREPOSITION)) -> bool:
    """`pulled out`, `pulled back north of the river`."""
    if any(child.lower_ in words for child in view.token.children if child.dep_ in labels):
        return True
    after = view.token.nbor(1) if view.token.i + 1 < len(view.token.doc) else view.token
    return after.lower_ in words and after.dep_ == "advmod" and after.head.head.i == view.token.i


def _with(view: View, names: list[str]) -> bool:
    """Whether one of these prepositions follows, also as the first of two (`out of`), but before no day: `called a
    meeting on Friday` is no call on anybody."""
    if any(name in names and token.ent_type_ not in WHEN for name, token in view.around):
        return True
    double = any(c.lower_ in names and not syntax.children(c, "pobj") for c in syntax.children(view.token, "prep"))
    return double or _particle(view, names, _NO_PREPOSITION)


def _wish(view: View, _: bool) -> bool:
    """`insisted that he leave`, `insists that they must go`."""
    verb = view.clause
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"should", "must", "be", "ought"}) or (verb.tag_ == "VB" and not helpers)


def _to_clause(view: View, _: bool) -> bool:
    verb = view.clause
    return verb is not None and any(child.tag_ == "TO" for child in verb.children)


def _subject(view: View, kinds: list[str]) -> bool:
    """Whether the subject is of a kind; an infinitive or a participle may have none (`pressure to fight them`)."""
    if view.subjects or not view.verbal:
        return _any_of(view.subjects, kinds)
    return view.token.dep_ in ("acl", "advcl", "pcomp", "xcomp", "amod") or syntax.passive(view.token)


def _under(view: View, kinds: list[str]) -> bool:
    """Whether one of the three words above is of a kind: no trade in `capped its imports`."""
    token, above = view.token, []
    for _ in range(3):
        token = token.head
        above.append(token)
    return any(lemma(word) in kind_words(kind) for word in above for kind in kinds)


def _numbered(token: Token) -> bool:
    """`nine dead`, `at least 40 wounded`."""
    before = token.nbor(-1) if token.i else token
    if before.pos_ == "NOUN" and any(child.pos_ == "NUM" for child in before.children):
        return token.pos_ == "ADJ"
    return before.pos_ == "NUM" or any(child.pos_ == "NUM" for child in token.children)


def _refused(verb: Token) -> bool:
    """`would not attend`, `decided not to attend`, `failed to attend`."""
    if negated(verb):
        return True
    head = verb.head
    if verb.dep_ != "xcomp" or lemma(head) in ("fail", "refuse", "decline"):
        return verb.dep_ == "xcomp"
    return lemma(head) in ("decide", "choose", "intend", "plan", "agree", "want", "go", "opt") and negated(head)


def _beside_years(noun: Token) -> list[Token]:
    """What stands with the years that a noun fills: the valley of `nine years of violence in the valley`."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or above.lemma_.lower() not in ("year", "month", "week", "day"):
        return []
    words = [above, above.head] if above.dep_ == "dobj" else [above]
    return [token for word in words for _, token in syntax.prepositions(word)]


def _dated(noun: Token) -> bool:
    """`the battle on Sunday`, `Sunday's fighting`."""
    if any(
        child.ent_type_ in WHEN and child.dep_ in ("poss", "npadvmod", "nmod", "compound") for child in noun.children
    ):
        return True
    return any(token.ent_type_ in WHEN for name, token in syntax.prepositions(noun) if name in ("on", "of"))


def _helped(verb: Token, helpers: list[str]) -> bool:
    """`will not talk`, `would not talk`, but no `did not talk`."""
    return any(child.dep_ == "aux" and child.lower_ in helpers for child in verb.children)


def _after(noun: Token, names: list[str]) -> bool:
    """`back to the table`."""
    return noun.dep_ == "pobj" and noun.head.lower_ in names


def _held_by(noun: Token, verbs: list[str]) -> bool:
    """`opened fire`, `fire was opened`, `fighting flared`, `came under fire`, `left nine dead`.

    Where the parser takes `the fighting flared` for `the fighting that flared`, the same.
    """
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "under":
        head = head.head
    elif noun.dep_ not in ("dobj", "nsubj", "nsubjpass") and noun.pos_ != "ADJ":
        return any(lemma(child) in verbs for child in syntax.children(noun, "acl", "relcl"))
    return lemma(head) in verbs


def _acts(view: View, kinds: list[str]) -> bool:
    return view.clause is not None and _any_of([view.clause], kinds)


CHECKS: dict[str, Callable[[View, Any], bool]] = {
    "particle": _particle,
    "no_particle": lambda view, words: not _particle(view, words),
    "helped": lambda view, helpers: _helped(view.token, helpers),
    "after": lambda view, names: _after(view.token, names),
    "not_after": lambda view, names: not _after(view.token, names),
    "object": lambda view, kinds: _any_of(_with_inner(view.objects + view.measured), kinds),
    "not_object": lambda view, kinds: not _any_of(_owned(view.measured), kinds),
    "subject": _subject,
    "not_subject": lambda view, kinds: not _any_of(view.subjects, kinds),
    "near": lambda view, kinds: any(_beside(view, kind) for kind in kinds if kind not in BUILT_IN),
    "company": lambda view, kinds: _any_of(_with_inner(view.company), kinds),
    "around": lambda view, kinds: _any_of(_with_inner(view.company + view.subjects), kinds),
    "not_company": lambda view, kinds: not _any_of(view.company, kinds),
    "told": lambda view, kinds: _any_of(_with_inner(syntax.objects(view.token) + syntax.datives(view.token)), kinds),
    "with": _with,
    "not_from": lambda view, kinds: not _any_of([t for name, t in view.prepositions if name in ("from", "of")], kinds),
    "not_with": lambda view, names: not any(name in names for name, _ in view.around),
    "complement": lambda view, _: view.clause is not None,
    "to_clause": _to_clause,
    "wish": _wish,
    "acts": _acts,
    "not_acts": lambda view, kinds: not _acts(view, kinds),
    "voice": lambda view, voice: syntax.passive(view.token) == (voice == "passive"),
    "page": lambda view, kinds: any(view.page.count(kind) >= _OFTEN for kind in kinds),
    "as": lambda view, labels: view.token.dep_ in labels,
    "not_as": lambda view, labels: view.token.dep_ not in labels,
    "under": _under,
    "not_under": lambda view, kinds: not _under(view, kinds),
    "dated": lambda view, _: _dated(view.token),
    "small": lambda view, _: view.token.text.islower(),
    "beside": lambda view, kinds: (
        view.token.dep_ in ("conj", "advcl", "acl")
        and any(lemma(view.token.head) in kind_words(kind) for kind in kinds)
    ),
    "negated": lambda view, wanted: _refused(view.token) == wanted,
    "counted": lambda view, kinds: _any_of(_beside_years(view.token), kinds),
    "held_by": lambda view, verbs: _held_by(view.token, verbs),
    "numbered": lambda view, _: _numbered(view.token),
    "alone": lambda view, _: True,
    "bare": lambda view, _: not view.objects,
}
