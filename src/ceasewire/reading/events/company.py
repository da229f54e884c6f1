"""The company a trigger keeps: what kind of word its subject, its object and its neighbours are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.entries import known_forms
from ceasewire.reading.events.governors import negated
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.parties.lexicon import PERSONS
from ceasewire.reading.tokens import lemmas, lows, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How often a page must use words of a kind to be about it.
_OFTEN = 3
NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "FAC", "LOC", "PRODUCT"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_MEN = frozenset(["human", "talisman", "specimen", "regimen", "acumen", "omen", "abdomen"])
WHEN = frozenset({"DATE", "TIME"})
# What stands before a noun and may say whose it is.
OWNERS = ("poss", "compound", "nmod", "amod")
PEOPLE_WORDS = frozenset(
    [
        "i",
        "we",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "us",
        "who",
        "whom",
        "both",
        "all",
        "others",
        "those",
        "some",
        "many",
        "another",
    ]
)


class Words:
    """The words of a page and of each of its sentences, as printed and as in a dictionary."""

    def __init__(self, docs: list[Doc]) -> None:
        self._docs = docs
        self._sentences: dict[tuple[int, int], frozenset[str]] = {}
        self._kinds: dict[str, int] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for doc in self._docs:
            counts.update(lows(doc))
            counts.update(word for low, word in zip(lows(doc), lemmas(doc), strict=True) if low != word)
        return counts

    def count(self, kind: str) -> int:
        """How often words of a kind stand on the page."""
        if kind not in self._kinds:
            self._kinds[kind] = sum(self._counts[word] for word in kind_words(kind))
        return self._kinds[kind]

    def sentence(self, token: Token) -> frozenset[str]:
        """The words of the sentence of a word."""
        doc, (first, stop) = token.doc, sentence(token)
        key = int(doc.user_data["start"]), first
        if key not in self._sentences:
            self._sentences[key] = frozenset((*lows(doc)[first:stop], *lemmas(doc)[first:stop]))
        return self._sentences[key]


class View:
    """One trigger and what stands around it, each part looked up once."""

    def __init__(self, token: Token, words: Words) -> None:
        self.token = token
        self.verbal = (
            token.pos_ in ("VERB", "AUX")
            or (token.dep_ == "amod" and token.tag_ in ("VBN", "VBD", "VBG", "JJ"))
            or bool(token.pos_ == "NOUN" and syntax.children(token, "nsubj") and syntax.children(token, "dobj"))
        )
        self.page = words

    @cached_property
    def subjects(self) -> list[Token]:
        """Who does it."""
        if self.verbal:
            return syntax.subjects(self.token)
        described = self.token.pos_ == "ADJ" and self.token.dep_ in ("acomp", "attr", "oprd")
        return syntax.subjects(self.token.head) if described else syntax.children(self.token, "poss")

    @cached_property
    def objects(self) -> list[Token]:
        """To whom or what it is done; of a noun all that depends on it."""
        if not self.verbal:
            return self.company
        own = syntax.objects(self.token) + syntax.datives(self.token) or _split(self.token)
        if not own and self.clause is not None and not syntax.passive(self.token):
            return syntax.children(self.clause, "nsubj")
        return own

    @cached_property
    def measured(self) -> list[Token]:
        """The same, with what is meant in the place of its shares and amounts."""
        return _measured(self.objects)

    @cached_property
    def prepositions(self) -> list[tuple[str, Token]]:
        """What follows with a preposition."""
        return list(syntax.prepositions(self.token))

    @cached_property
    def around(self) -> list[tuple[str, Token]]:
        """The same, with what follows the verb that a noun is the object of: `launched a raid against`."""
        head = self.token.head
        far = syntax.prepositions(head) if not self.verbal and self.token.dep_ in ("dobj", "nsubjpass") else ()
        return self.prepositions + [pair for pair in far if pair[0] not in ("in", "of", "from")]

    @cached_property
    def company(self) -> list[Token]:
        """Everything that depends on it by two steps at most, its clause apart."""
        near = [child for child in self.token.children if child.dep_ not in ("relcl", "punct", "conj", "cc", "ccomp")]
        far = [token for _, token in self.around]
        if self.verbal:
            near += self.objects
        below = [child for token in near + far for child in token.children if child.dep_ in _INNER]
        deep = [
            token for one in near + far for _, token in syntax.prepositions(one) if one.dep_ not in ("prep", "agent")
        ]
        return near + far + below + deep

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence, as printed and as in a dictionary."""
        return self.page.sentence(self.token)

    @cached_property
    def clause(self) -> Token | None:
        """The clause that completes it."""
        return syntax.clause(self.token)

    def carried(self) -> list[Token]:
        """The nouns that a verb carries: `held talks`, `talks were held`, `took part in talks`."""
        if not self.verbal:
            return []
        return self.objects + [token for name, token in self.prepositions if name in ("in", "into", "on", "to", "for")]


_INNER = frozenset({"compound", "amod", "nmod", "nummod", "poss", "appos", "det", "quantmod"})


def fits(view: View, needs: dict[str, Any]) -> bool:
    """Whether a trigger keeps the company its row of the table asks for."""
    return all(CHECKS[key](view, value) for key, value in needs.items())


@cache
def kind_words(kind: str) -> frozenset[str]:
    """The words of a kind. Raises KeyError for a kind that the table has not."""
    events = table("events")
    return frozenset(events["words"].get(kind) or events["more"][kind])


def is_kind(token: Token, kind: str) -> bool:
    """Whether a word is of a kind: a list of the table, or ACTOR, PLACE, NUMBER, PERSON, NAME."""
    if kind in BUILT_IN:
        return BUILT_IN[kind](token)
    words = kind_words(kind)
    form = token.lower_
    return form in words or token.lemma_.lower() in words or (form.endswith("s") and form[:-1] in words)


def is_actor(token: Token) -> bool:
    """A name, a word for people, or a pronoun for them: `the garrison`, `they`."""
    if token.ent_type_ in WHEN:
        return False
    if token.ent_type_ in NAMES or token.lower_ in PEOPLE_WORDS or (token.pos_ == "PROPN" and not token.ent_type_):
        return True
    if is_kind(token, "people") or _is_somebody(token):
        return True
    if token.lower_ in known_forms():
        return False
    return token.pos_ in ("NUM", "DET", "NOUN") and any(
        is_actor(grand)
        for child in token.children
        if child.lower_ == "of"
        for grand in child.children
        if grand.i > token.i
    )


def _is_somebody(token: Token) -> bool:
    """An office, a trade or a kind of man: `the governor`, `farmers`, `militiamen`."""
    word = token.lemma_.lower()
    return token.pos_ == "NOUN" and (word in PERSONS or (word.endswith(("man", "men")) and word not in _NO_MEN))


def is_place(token: Token) -> bool:
    """A place name or a word for ground: `the ridge`, `Osten`."""
    return token.ent_type_ in PLACES or (token.ent_type_ not in WHEN and is_kind(token, "ground"))


def is_number(token: Token) -> bool:
    """A number, or a noun with one: `forty miners`."""
    if token.ent_type_ in WHEN:
        return False
    if token.pos_ == "NUM" or is_kind(token, "amounts"):
        return True
    return any(
        child.dep_ == "nummod" or (child.dep_ == "amod" and is_kind(child, "amounts")) for child in token.children
    )


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in ("he", "she", "him", "her", "they", "them", "who", "whom")


def _is_name(token: Token) -> bool:
    return token.ent_type_ in NAMES or (token.pos_ == "PROPN" and token.ent_type_ not in WHEN)


BUILT_IN: dict[str, Callable[[Token], bool]] = {
    "ACTOR": is_actor,
    "PLACE": is_place,
    "NUMBER": is_number,
    "PERSON": _is_person,
    "NAME": _is_name,
}


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


def _measured(tokens: list[Token]) -> list[Token]:
    """What is meant where a share or an amount of it is named: `nine tons of flour` is flour."""
    found = []
    for token in tokens:
        amount = token.pos_ == "NOUN" and is_kind(token, "measures")
        below = [noun for name, noun in syntax.prepositions(token) if name == "of"] if amount else []
        found += below or [token]
    return found


_NO_PREPOSITION = ("prt", "advmod", "acomp", "ccomp", "oprd", "npadvmod")


def _particle(view: View, words: list[str], labels: tuple[str, ...] = ("prep", *_NO_PREPOSITION)) -> bool:
    """`pulled out`, `pulled back north of the river`."""
    if any(child.lower_ in words for child in view.token.children if child.dep_ in labels):
        return True
    after = view.token.nbor(1) if view.token.i + 1 < len(view.token.doc) else view.token
    return after.lower_ in words and after.dep_ == "advmod" and after.head.head.i == view.token.i


def _split(verb: Token) -> list[Token]:
    """`called off the talks`, where the parser hangs the object on the particle."""
    return [noun for particle in syntax.children(verb, "prt") for noun in syntax.children(particle, "pobj")]


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


def _not_under(view: View, kinds: list[str]) -> bool:
    """Whether none of the three words above is of a kind: no trade in `capped its imports`."""
    token, above = view.token, []
    for _ in range(3):
        token = token.head
        above.append(token)
    return not any(lemma(word) in kind_words(kind) for word in above for kind in kinds)


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
    "not_under": _not_under,
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
