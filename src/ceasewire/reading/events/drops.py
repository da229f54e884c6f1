"""Triggers that are no events of their own beside another trigger: what carries it, what only names it again."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import children, climb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

_DEALS = frozenset(["talks", "agreement", "ceasefire"])
_TRADING = frozenset(["exchange", "swap", "trade"])
_LETTING = frozenset(["allow", "let", "permit"])
# What a rule in force is: `the sanctions regime` is the sanctions, `the sanctions committee` is not.
_FORMS = frozenset(
    ["regime", "list", "package", "measure", "resolution", "round", "order", "policy", "threat", "decision"]
)
_BY = frozenset(["by", "via", "through", "under"])
_STOPPED = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])
_FIGHTING = frozenset(
    ["fighting", "hostilities", "violence", "combat", "war", "bloodshed", "shooting", "conflict", "operations"]
)
# How far above a word another that names the same event may stand.
_NEAR = 5


def _carries(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`held talks`, `adopted sanctions`: the verb only carries a noun of its own type; relief goods are carried."""
    if hit.entry.type == "aid":
        return False
    kinds = (hit.entry.type, "designation" if hit.entry.type == "agreement" else None)
    light = lemma(hit.token) not in _TRADING
    twins = (hits.get(other.i) for other in hit.view.carried() if light or other.dep_ != "pobj")
    return any(
        t is not None and t is not hit and t.entry.type in kinds and t.entry.type and t.entry.part == "noun"
        for t in twins
    )


def _before_twin(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`arms sale deal`, `the tightening of sanctions`: of two nouns of one type the head counts."""
    head = hits.get(hit.token.head.i)
    if hit.token.dep_ == "pobj" and hit.token.head.lower_ == "of":
        head = hits.get(hit.token.head.head.i)
    elif hit.token.dep_ not in ("compound", "nmod"):
        return False
    return head is not None and head is not hit and head.entry.type == hit.entry.type and head.entry.part == "noun"


def _goods(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`blocked an aid convoy`: the blocking counts."""
    if hit.entry.part != "noun" or hit.entry.type != "aid":
        return False
    head = hit.token.head
    above = hits.get(head.head.i if hit.token.dep_ == "pobj" else head.i)
    return above is not None and above is not hit and above.entry.type == "aid"


def _only_brokered(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`brokered` beside what was brokered in the same sentence."""
    if not hit.entry.needs.get("alone"):
        return False
    if any(word.i in hits for word in hit.view.objects):
        return True
    start, end = hit.token.sent.start, hit.token.sent.end
    return any(t is not hit and start <= t.token.i < end and t.entry.type in _DEALS for t in hits.values())


def _let_go(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`is letting oil flow`: the letting counts."""
    head = hits.get(hit.token.head.i)
    return (
        head is not None
        and head is not hit
        and hit.token.dep_ in ("xcomp", "ccomp")
        and head.entry.type == hit.entry.type
        and lemma(head.token) in _LETTING
    )


def _rule_in_name(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`the sanctions committee`, `a breach of the embargo rules`: a rule that only says what kind of thing it is."""
    if hit.entry.type != "designation" or hit.token.dep_ not in ("compound", "nmod"):
        return False
    return hit.token.head.lemma_.lower() not in _FORMS


def _rule_named_twice(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`banned under a resolution`, `the resolution bars trade`: the paper of a rule whose content is named too."""
    if lemma(hit.token) != "resolution" or hit.entry.type != "designation":
        return False
    mine = {word.i for word in islice(climb(hit.token), 1, _NEAR)}
    return any(
        other is not hit
        and other.entry.type == "designation"
        and (other.token.i in mine or hit.token in islice(climb(other.token), 1, _NEAR))
        for other in hits.values()
    )


def _banned_goods(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`prohibited goods`, `goods banned by the sanctions`: a word for what a rule is about."""
    if hit.entry.type != "designation" or not hit.view.verbal or hit.token.tag_ not in ("VBN", "VBD", "JJ"):
        return False
    if hit.token.dep_ == "amod":
        return lemma(hit.token) in ("ban", "prohibit", "outlaw", "bar", "restrict", "limit")
    twins = _through(hit.token)
    return hit.token.dep_ == "acl" and any(
        twin.i in hits and hits[twin.i].entry.type == "designation" for twin in twins
    )


def _means(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`exporting oil through transfers at sea`: how it is done is the same event."""
    token = hit.token
    if token.dep_ != "pobj" or token.head.lower_ not in _BY or hit.entry.part != "noun":
        return False
    above = next((hits[word.i] for word in islice(climb(token.head), 1, 4) if word.i in hits), None)
    return above is not None and above.entry.type == hit.entry.type and not _banned_goods(above, hits)


def _by_doing(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`broke the sanctions by shipping oil`: the shipping counts."""
    doing = [c for p in children(hit.token, "prep") if p.lower_ == "by" for c in children(p, "pcomp")]
    return any(
        verb.i in hits and hits[verb.i].entry.type == hit.entry.type
        for one in doing
        for verb in (one, *children(one, "dobj"))
    )


def _met_to_discuss(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`met to discuss a truce`: one meeting."""
    above = hits.get(hit.token.head.i)
    to = any(child.tag_ == "TO" for child in hit.token.children)
    same = above is not None and above is not hit and hit.entry.type == above.entry.type == "talks"
    return same and to and hit.token.dep_ in ("advcl", "xcomp", "acl", "relcl")


def _aimed(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`sanctions targeting the firm`, `killings that targeted villagers`: the noun counts."""
    if lemma(hit.token) not in ("target", "hit", "affect") or not hit.view.verbal:
        return False
    return any(word.i in hits and hits[word.i] is not hit for word in hit.view.subjects)


def _stopped(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`all hostilities shall cease`, `a halt to fighting`, `stop firing`: what a truce stops is no event of its own."""
    token = hit.token
    bare = token.dep_ in ("xcomp", "pcomp") and not hit.view.objects
    if hit.entry.type != "attack" or not (bare or (token.dep_ in _STOPPED and token.lower_ in _FIGHTING)):
        return False
    above = hits.get(token.head.head.i if token.dep_ in ("pobj", "pcomp") else token.head.i)
    return above is not None and above.entry.type == "ceasefire"


def _refused(hit: Hit, hits: dict[int, Hit]) -> bool:
    """`declined to meet the envoy`: the refusal counts."""
    above = hits.get(hit.token.head.i)
    return (
        above is not None
        and above is not hit
        and hit.token.dep_ == "xcomp"
        and hit.entry.type in ("talks", "boycott")
        and above.entry.type == "boycott"
    )


def _through(verb: Token) -> list[Token]:
    return [noun for p in children(verb, "prep", "agent") if p.lower_ in _BY for noun in children(p, "pobj")]


DROPS = (
    _carries,
    _goods,
    _before_twin,
    _only_brokered,
    _let_go,
    _rule_in_name,
    _rule_named_twice,
    _banned_goods,
    _means,
    _by_doing,
    _met_to_discuss,
    _aimed,
    _stopped,
    _refused,
)
