"""The company a trigger keeps: what kind of word its subject, its object and its neighbours are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.entries import known_forms
from ceasewire.reading.parties.lexicon import PERSONS
from ceasewire.reading.tokens import lemmas, lows, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "FAC", "LOC", "PRODUCT"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_MEN = frozenset(["human", "talisman", "specimen", "regimen", "acumen", "omen", "abdomen"])
_AFTER = frozenset(["after", "following", "amid", "despite", "during"])
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
            (token.pos_ in ("VERB", "AUX") and not _is_deed(token))
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


def _is_deed(token: Token) -> bool:
    """`Shelling resumed`, `after shelling near the port`: a noun, whatever the parser calls it."""
    named = token.dep_ in ("nsubj", "nsubjpass", "pobj") or (token.dep_ == "pcomp" and token.head.lower_ in _AFTER)
    return named and token.tag_ == "VBG" and not syntax.children(token, "dobj", "prt", "ccomp", "xcomp", "acomp")


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
    return (token.pos_ in ("NUM", "DET", "NOUN") or token.tag_ == "DT") and any(
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


def _measured(tokens: list[Token]) -> list[Token]:
    """What is meant where a share or an amount of it is named: `nine tons of flour` is flour."""
    found = []
    for token in tokens:
        amount = token.pos_ == "NOUN" and is_kind(token, "measures")
        below = [noun for name, noun in syntax.prepositions(token) if name == "of"] if amount else []
        found += below or [token]
    return found


def _split(verb: Token) -> list[Token]:
    """`called off the talks`, where the parser hangs the object on the particle."""
    return [noun for particle in syntax.children(verb, "prt") for noun in syntax.children(particle, "pobj")]
