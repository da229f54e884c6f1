"""The table of cues in memory: which words make a statement, of which stance, and what they take as their content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from ceasewire.codebook import table
from ceasewire.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

DOUBLING = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")  # `plan`, `refer`: some of these double their last letter
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "felt": "feel",
    "understood": "understand", "knew": "know", "known": "know", "saw": "see", "seen": "see", "found": "find",
    "swore": "swear", "sworn": "swear", "shown": "show", "foresaw": "foresee", "foreseen": "foresee", "begged": "beg",
    "went": "go", "gone": "go", "made": "make", "shot": "shoot", "hit": "hit", "ruled": "rule", "forecast": "forecast",
    "pled": "plead", "undertook": "undertake", "undertaken": "undertake", "drew": "draw", "cast": "cast", "put": "put",
    "admitted": "admit", "admitting": "admit", "committed": "commit", "committing": "commit", "rebutted": "rebut",
    "rebutting": "rebut", "slammed": "slam", "slamming": "slam", "begging": "beg", "quipped": "quip",
    "quipping": "quip", "chanted": "chant", "scotched": "scotch", "gave": "give", "given": "give", "spoke": "speak",
    "had": "have", "has": "have", "having": "have", "drawn": "draw", "denied": "deny", "sold": "sell", "paid": "pay",
    "met": "meet", "held": "hold", "sent": "send", "bought": "buy", "lost": "lose", "struck": "strike", "shut": "shut",
    "broke": "break", "broken": "break", "took": "take", "taken": "take", "stole": "steal", "burnt": "burn",
    "planned": "plan", "stopped": "stop", "shipped": "ship", "swapped": "swap", "abducted": "abduct", "lay": "lie",
    "gone on": "go on", "learnt": "learn", "blamed": "blame", "played": "play", "brushed": "brush",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row of the table: the stance its words carry, what they take as content, how sure they are (0 to 1)."""

    stance: Stance
    takes: frozenset[str]
    sure: float
    objects: frozenset[str] = frozenset()
    but_not: frozenset[str] = frozenset()

    def allows(self, noun: str) -> bool:
        """Whether a noun may be the object that makes the statement."""
        return noun not in self.but_not and (not self.objects or noun in self.objects)


@dataclass(frozen=True)
class Lexicon:
    """The table of cues, by word."""

    verbs: dict[str, tuple[Row, ...]]
    nouns: dict[str, tuple[Row, ...]]
    adjectives: dict[str, tuple[Row, ...]]
    forms: dict[str, str]
    phrasal: frozenset[str]
    told: frozenset[str]  # every form of a verb that may make a statement or refuse one


@cache
def lexicon() -> Lexicon:
    """The table `cues`, ready for looking up."""
    raw = table("cues")
    verbs = _rows(raw["verb"], "takes")
    silent = raw["silence"]
    words = {word.split()[0] for word in verbs} | set(
        silent["refusing"] + silent["speaking"] + silent["negated"] + silent["negated_giving"] + silent["finding"]
    )
    words |= {"have", "draw", "deny", "reach"}
    told = {form for word in words for form in _forms(word)} | {
        form for form, word in IRREGULAR.items() if word in words
    }
    words |= {*raw["deniable"]["acts"], *raw["deniable"]["not_with_no"], *raw["judgement"]["verbs"]}
    words |= {w for rows in raw["impersonal"].values() for w in rows}
    forms = {form: word for word in sorted(words) for form in _forms(word)} | IRREGULAR
    return Lexicon(
        verbs,
        _rows(raw["noun"], "preps"),
        _rows(raw["adjective"], "takes"),
        forms,
        frozenset(w for w in verbs if " " in w),
        frozenset(told),
    )


@cache
def words(*path: str) -> frozenset[str]:
    """A list of the table `cues` as a set, by the names that lead to it."""
    return frozenset(listed(*path))


@cache
def listed(*path: str) -> tuple[str, ...]:
    """A list of the table `cues` in its own order, by the names that lead to it."""
    node: Any = table("cues")
    for name in path:
        node = node[name]
    return tuple(cast("Iterable[str]", node))


@cache
def bodies() -> frozenset[str]:
    """The common nouns of the table `roles` for people and bodies that may speak: `ministry`, `army`, `rebel`."""
    raw = table("roles")
    lists = [
        *(raw["person"][name] for name in ("office", "other", "rank")),
        *(raw["body"][name] for name in ("government", "office", "group", "units", "armed", "monitor")),
        *raw["crowd"].values(),
    ]
    return frozenset(word for words in lists for word in words)


def lemma(token: Token) -> str:
    """The dictionary form of a verb as the table has it; the parser's own where the table has none."""
    return lexicon().forms.get(token.lower_) or str(token.lemma_).lower()


def verb_rows(token: Token) -> tuple[Row, ...]:
    """The rows of a verb, those of its phrasal form first (`play down`). Empty for a verb that is no cue."""
    known = lexicon()
    base = known.forms.get(token.lower_)
    if base is None:
        return ()
    for child in token.children:
        if child.i > token.i and f"{base} {child.lower_}" in known.phrasal:
            return known.verbs[f"{base} {child.lower_}"]
    return known.verbs.get(base, ())


@cache
def spoken_forms() -> frozenset[str]:
    """Every form of a verb that takes a quotation."""
    known = lexicon()
    return frozenset(
        form for form, word in known.forms.items() if any("quote" in r.takes for r in known.verbs.get(word, ()))
    )


def forms_of(verbs: Iterable[str]) -> frozenset[str]:
    """Every form of some verbs, given as in a dictionary; `lemma` leads back from them."""
    wanted = frozenset(verbs)
    regular = {form for verb in wanted for form in _forms(verb)}
    return frozenset(regular | {form for form, verb in IRREGULAR.items() if verb in wanted})


def noun_rows(token: Token) -> tuple[Row, ...]:
    """The rows of a noun (`demand`, `claims`). Empty for a noun that is no cue."""
    return lexicon().nouns.get(str(token.lemma_).lower(), ())


def _rows(raw: list[dict[str, Any]], key: str) -> dict[str, tuple[Row, ...]]:
    out: dict[str, tuple[Row, ...]] = {}
    for entry in raw:
        objects, but_not = frozenset(entry.get("objects", ())), frozenset(entry.get("but_not", ()))
        row = Row(entry["stance"], frozenset(entry.get(key, ())), entry["sure"], objects, but_not)
        for word in entry["words"]:
            out[word] = (*out.get(word, ()), row)
    return out


def _forms(word: str) -> set[str]:
    """The regular forms of a verb: `deny`, `denies`, `denied`, `denying`; `refer`, `referred`."""
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, word + "s", stem + "ed", stem + "ing", word + "es"}
    if DOUBLING.search(word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    if word.endswith("y") and word[-2:-1] not in "aeou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    return forms
