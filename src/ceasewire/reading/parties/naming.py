"""Names to parties: which names of a page are one state, body, person or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from ceasewire.codebook import table, world
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.model import ActorKind
from ceasewire.reading.parties.chunks import Name, Sort
from ceasewire.reading.parties.lexicon import (
    ADDRESS,
    ARMED,
    BODIES,
    GIVEN,
    MONITORS,
    OFFICES,
    ORGANISATION_ENDS,
    PERSONS,
    PLACE_BEFORE,
    PLACE_NOUNS,
    PLACE_OF,
    PLACE_VERBS,
    STATE_OFFICE,
    TO_PLACE,
    TOWN,
    gender_of,
)
from ceasewire.reading.parties.names import bare_person, fold, initials, is_acronym, stands_for
from ceasewire.reading.parties.register import Party, Register

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def leaders() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The rulers of the table by the last word of the name: folded name, full name, state."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for state, row in table("leaders")["leaders"].items():
        for full in row:
            words = bare_person(fold(full))
            found.setdefault(words[-1], []).append((words, full, state))
    return found


def _office_before(name: Name) -> bool:
    """Whether an office of rule or no other sort of title stands before a bare name: `President Velan`."""
    return name.before in ("president", "premier", "chancellor", "minister", "king", "leader", "colonel")


def believed(paragraphs: Sequence[tuple[list[Name], bool]]) -> list[Name]:
    """The names of a page in order; those that only a heading has count where a table knows them or they are a person's."""
    body = {fold(name.text) for found, heading in paragraphs if not heading for name in found}
    return [
        name
        for found, heading in paragraphs
        for name in found
        if not heading or not body or name.known or fold(name.text) in body or _full_person(name)
    ]


def _full_person(name: Name) -> bool:
    return name.sort == "person" and name.end - name.start > 1 and name.first.lower_ in GIVEN


class Naming:
    """Enters the names of a page in its register, in order of the text."""

    def __init__(self, register: Register, found: Sequence[Name]) -> None:
        self.register = register
        self.found = found
        self.votes = self._vote()
        self.full = self._full_names()
        self.forms = {bare_person(fold(other.text)): _untitled(other) for other in reversed(self.found)}
        self.tails: dict[tuple[str, ...], Party] = {}
        self.short: dict[str, Party] = {}
        self.acronyms: list[Party] = []
        self.people: dict[str, list[tuple[tuple[str, ...], Party]]] = {}
        self.starts: dict[str, list[tuple[tuple[str, ...], Party]]] = {}
        self.states: Counter[str] = Counter()

    def enter(self) -> None:
        """Enter every name."""
        for name in self.found:
            self._one(name)

    def _one(self, name: Name) -> None:
        if name.sort == "outlet" or (is_acronym(name.text) and not name.known and outlet_by_name(name.text)):
            party: Party | None = self._outlet(name)
        else:
            party = self._state(name) or self._known_body(name)
        party = party or self._misspelt(fold(name.text))
        if party is not None and name.sort != "outlet" and not name.known:
            self.register.alias(party, name.first, name.last)
        if party is None:
            sort = self.votes[fold(name.text)]
            party = self._person(name) if sort == "person" else self._other(name, sort)
        if party:
            self.register.mark(name.doc[name.start : name.end], party)
            row = self.starts.setdefault(fold(name.text)[0], [])
            if len(row) < 20 and all(words != fold(name.text) for words, _ in row):
                row.append((fold(name.text), party))

    def _outlet(self, name: Name) -> Party:
        known = self._known_body(name) or self.register.known(("name", *fold(name.text)))
        known = known or self.tails.get(fold(name.text))
        if known and (known.actor.kind == "outlet" or known.key[:1] == ("body",)):
            self.register.alias(known, name.first, name.last)
            return known
        outlet = outlet_by_name(name.text)
        title = outlet.name if outlet else name.text
        party = self.register.party(("outlet", title), title, "outlet", name.head)
        self.register.alias(party, name.first, name.last)
        self._index(name, party)
        return party

    def _vote(self) -> dict[tuple[str, ...], Sort]:
        """What each name of the page mostly is; a form of address or an office before it settles it."""
        counts: dict[tuple[str, ...], Counter[Sort]] = {}
        for name in self.found:
            sort, weight = _evidence(name)
            counts.setdefault(fold(name.text), Counter())[sort] += weight
        singles = {words[0] for words, c in counts.items() if len(words) == 1 and c.most_common(1)[0][0] == "person"}
        for words, count in counts.items():
            if 1 < len(words) < 4 and {words[0], words[-1]} & singles and not set(words) & ORGANISATION_ENDS:
                count["person"] += 2
        ends = {bare_person(words)[-1] for words, c in counts.items() if len(words) > 1 and c.most_common(1)[0][0] == "person"}
        for words, count in counts.items():
            if len(words) == 1 and words[0] in ends and count["outlet"] == 0:
                count["person"] += count.total()
        return {words: max(count, key=lambda s: (count[s], s == "person")) for words, count in counts.items()}

    def _full_names(self) -> dict[str, list[tuple[str, ...]]]:
        """Personal names of two words and more, by their last word."""
        folded = {bare_person(fold(n.text)) for n in self.found if self.votes[fold(n.text)] == "person"}
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(words for words in folded if len(words) > 1):
            by_last.setdefault(words[-1], []).append(words)
        return by_last

    # ---- states ----------------------------------------------------------------------------------
    def _state(self, name: Name) -> Party | None:
        word = world.word_of(name.text)
        if word is None:
            return self._short(name)
        if self.votes[fold(name.text)] == "person" and name.text in table("world")["unsure"]["words"]:
            return None
        if word.kind == "capital" and venue(name):
            return self._place(name, word.state)
        self.states[word.state] += 1 if word.kind == "adjective" else 2
        party = self.state(word.state, name.head)
        if word.kind != "adjective" or name.first.tag_ in ("NNP", "NN") and name.text.isupper():
            self.register.alias(party, name.first, name.last)
        elif _people(name):
            self.register.alias(party, name.first, name.last)
        return party

    def state(self, state: str, token: Token) -> Party:
        """The party of a state."""
        party = self.register.party(("state", state), state, "state", token)
        party.state = state
        return party

    def _short(self, name: Name) -> Party | None:
        for state in world.short_of(name.text):
            party = self.register.known(("state", state))
            if party:
                self.register.alias(party, name.first, name.last)
                return party
        return None

    def _place(self, name: Name, state: str = "") -> Party:
        title = name.text.title() if name.text.isupper() and len(name.text) > 3 else name.text
        party = self.register.party(("place", *fold(name.text)), title, "place", name.head)
        party.state = state or str(table("places")["city"].get(name.text, ""))
        self.register.alias(party, name.first, name.last)
        return party

    # ---- bodies ----------------------------------------------------------------------------------
    def _known_body(self, name: Name) -> Party | None:
        body = world.body_of(name.text)
        if body is None or (
            name.text in table("world")["unsure"]["words"] and not self._shown_in_full(body.name, name)
        ):
            people = world.people_of(name.text)
            return self.register.party(("people", people), people, "group", name.head) if people else None
        party = self.register.party(("body", body.name), body.name, body.kind, name.head)
        party.state = body.of or ""
        self.register.alias(party, name.first, name.last)
        self.register.also(("name", *fold(name.text)), party)
        self._index(name, party)
        return party

    def _index(self, name: Name, party: Party) -> None:
        """Let the ends of a body's name and its initials find it: the last one named wins."""
        words = fold(name.text)
        stem = words[: next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))]
        for at in range(min(len(words), 8)):
            self.tails[words[at:]] = party
        for at in range(min(len(stem), 8)):
            self.tails.setdefault(stem[at:], party)
        if len(words) > 2:
            self.short[initials(words)] = party
        if is_acronym(name.text) and len(self.acronyms) < 50:
            self.acronyms.append(party)

    def _shown_in_full(self, canonical: str, name: Name) -> bool:
        known = self.register.known(("body", canonical))
        return known is not None or name.sort == "organisation" and is_acronym(name.text) is False

    def _other(self, name: Name, sort: Sort) -> Party | None:
        """A body, place or thing that no table knows: by its words, its acronym, or the end of a longer name."""
        words = fold(name.text)
        party = self.register.known(("name", *words)) or self._shortened(name, words)
        if party is None and sort in ("place",):
            return self._place(name)
        if party is None:
            party = self.register.party(("name", *words), name.text, _kind(name, sort), name.head)
        self.register.also(("name", *words), party)
        self._index(name, party)
        self.register.alias(party, name.first, name.last)
        return party

    def _shortened(self, name: Name, words: tuple[str, ...]) -> Party | None:
        """A body of the page whose name ends like this one, or whose initials these are; the last one named."""
        if words in self.tails:
            return self.tails[words]
        if is_acronym(name.text):
            return self.short.get(name.text.replace(".", ""))
        for party in reversed(self.acronyms) if len(words) > 2 else ():
            if initials(words) == party.actor.name.replace(".", ""):
                return party
        return None

    # ---- people ----------------------------------------------------------------------------------
    def _person(self, name: Name) -> Party | None:
        words = bare_person(fold(name.text))
        party = self._same_person(words, name)
        if party is None:
            key = ("person", *self._longest(words))
            party = self.register.party(key, self._canonical(key[1:], name), "person", name.head)
            self._leader(party, name)
            for word in set(key[1:]):
                self.people.setdefault(word, []).append((key[1:], party))
        self._titles(name, party)
        return party

    def _leader(self, party: Party, name: Name) -> None:
        """A ruler whom the table knows: his full name where the page gives the last one only, and his state."""
        words = party.key[1:]
        rows = leaders().get(words[-1], [])
        found = [row for row in rows if row[0] == words] or (rows if len(words) == 1 and _office_before(name) else [])
        if len(found) == 1:
            _, full, state = found[0]
            party.actor.name = full if len(words) == 1 else party.actor.name
            party.actor.affiliation = self.state(state, name.head).actor.id
            party.state = state
            self.states[state] += 2

    def _misspelt(self, words: tuple[str, ...]) -> Party | None:
        """The party of a name of two words and more that differs in one letter of one word."""
        for known, party in self.starts.get(words[0], []) if len(words) > 1 else ():
            pairs = [(a, b) for a, b in zip(words, known, strict=False) if a != b]
            if len(words) == len(known) and len(pairs) == 1 and min(map(len, pairs[0])) > 3:
                if Levenshtein.distance(*pairs[0]) == 1:
                    return party
        return None

    def _same_person(self, words: tuple[str, ...], name: Name) -> Party | None:
        for known, party in reversed(self.people.get(words[-1], [])[-30:]):
            if words == known or stands_for(words, known) and _agree(party, name):
                return party
        return None

    def _longest(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The only full name of the page that a short one may stand for, or the name itself."""
        fuller = self.full.get(words[-1], [])
        return fuller[0] if len(fuller) == 1 and len(words) == 1 else words

    def _canonical(self, words: tuple[str, ...], name: Name) -> str:
        return self.forms.get(words, name.text)

    def _titles(self, name: Name, party: Party) -> None:
        """Record the name as this mention has it, and what its title says of the person."""
        start = title_start(name)
        before = [token.lower_ for token in name.doc[start : name.start]]
        party.offices |= {word for word in before if word in OFFICES}
        genders = [ADDRESS.get(word) or gender_of(word) for word in before] + [GIVEN.get(fold(name.text)[0], "")]
        party.gender = party.gender or next((g for g in genders if g), "")
        if start == name.start or len(fold(name.text)) > 1:
            self.register.alias(party, name.first, name.last)
        if start < name.start and not self._owned(name, start):
            self.register.alias(party, name.doc[start], name.last)

    def _owned(self, name: Name, start: int) -> bool:
        """Whether a title is not the person's alone: it hangs on a possessor or names a body."""
        before = name.doc[start - 1].text if start else ""
        words = name.doc[start : name.start]
        return before in ("'s", "’s", "’", "'") or any(
            t.lower_ in STATE_OFFICE or t.lower_ in BODIES or _body_at(self.register, t) for t in words
        )


def _body_at(register: Register, token: Token) -> bool:
    party = register.at(token)
    return party is not None and party.actor.kind != "state"


def title_start(name: Name) -> int:
    """Where the words before a personal name begin that belong to it: `Lorasian` in `Lorasian Vice President Ana Velan`."""
    doc, at = name.doc, name.start
    while at > max(0, name.start - 6) and _before_name(doc[at - 1]):
        at -= 1
    words = doc[at : name.start]
    return at if any(t.lower_ in PERSONS or t.lower_ in ADDRESS for t in words) else name.start


def _before_name(token: Token) -> bool:
    if token.lower_ in ADDRESS:
        return True
    return token.pos_ in ("PROPN", "NOUN", "ADJ") or token.text == "-"


def _evidence(name: Name) -> tuple[Sort, int]:
    """What a mention says its name is, and how strongly."""
    words = fold(name.text)
    if name.sort != "outlet" and (name.before in ADDRESS or (words[0] in ADDRESS and len(words) > 1)):
        return "person", 5
    if name.before in PERSONS and name.first.text[:1].isupper() and (name.sort in ("person", "thing") or _ranked(name)):
        return "person", 4
    if name.sort in ("person", "thing") and name.before == "the" and name.last.dep_ not in ("compound", "nmod", "poss"):
        return "thing", 3
    if _located(name):
        return "place", 2
    if words[0] in GIVEN and 1 < len(words) < 4 and not set(words) & ORGANISATION_ENDS:
        return "person", 2
    if name.sort == "organisation" and len(words) == 2 and _among_people(name):
        return "person", 3
    if name.sort == "person" and len(words) == 1 and name.last.dep_ == "compound" and _plural_noun(name.last.head):
        return "thing", 1
    return name.sort, 1


def _ranked(name: Name) -> bool:
    """Whether a title in capitals stands before one unknown word: `General Velan`."""
    token = name.doc[name.start - 1] if name.start else name.first
    return name.end - name.start == 1 and name.before in OFFICES and (token.is_space or token.text[:1].isupper())


def _located(name: Name) -> bool:
    """Whether the words before an unknown name make it a place: `in Velan`, `the town of Velan`, `flown to Velan`."""
    if name.known or name.sort == "place" or name.end - name.start > 2:
        return False
    if name.before in ("in", "near", "outside", "around"):
        return name.sort != "person" or name.end - name.start == 1
    if name.before == "of" and name.start > 1:
        return name.doc[name.start - 2].lower_ in TOWN
    governor = name.head.head
    return name.before in ("to", "from") and governor.head.lemma_.lower() in TO_PLACE and name.end - name.start == 1


def _among_people(name: Name) -> bool:
    """Whether a name of two words stands in a row with a person's: `Ana Velan, Emil Hok and Carly Torin`."""
    if name.before == "the" or set(fold(name.text)) & ORGANISATION_ENDS:
        return False
    others = [*name.head.conjuncts]
    return bool(others) and all(o.ent_type_ == "PERSON" for o in others)


def _plural_noun(token: Token) -> bool:
    return token.tag_ == "NNS"


def venue(name: Name) -> bool:
    """Whether a capital is the city: `talks in Kelmar`, `flew to Kelmar`, `the Kelmar summit`, not `talks with Kelmar`."""
    if name.text.isupper() and len(name.text) > 3:
        return True
    head = name.head
    governor = head.head
    after = name.doc[name.end : name.end + 2]
    if len(after) == 2 and after[0].text == "," and world.word_of(after[1].text) and name.before in PLACE_BEFORE:
        return True
    if "capital" in [t.lower_ for t in name.doc[max(0, name.start - 2) : name.start]]:
        return True
    if head.dep_ in ("compound", "nmod", "amod"):
        return governor.lower_ in PLACE_NOUNS
    while head.dep_ in ("conj", "appos") and governor.ent_type_ in ("GPE", "LOC") and head is not governor:
        head, governor = governor, governor.head
    if head.dep_ == "appos":
        return governor.lemma_.lower() in ("capital", "city", "town")
    if governor.dep_ == "prep" or governor.pos_ == "ADP":
        if governor.lower_ in ("to", "toward", "towards", "from"):
            return governor.head.lemma_.lower() in TO_PLACE
        if governor.lower_ == "of":
            return governor.head.lower_ in PLACE_OF
        return governor.lower_ in PLACE_BEFORE
    return (
        head.dep_ in ("dobj", "nsubjpass")
        and governor.lemma_.lower() in PLACE_VERBS
        or head.dep_ == "ROOT"
        and head.i == 0
    )


def _people(name: Name) -> bool:
    """Whether an adjective stands for the people: `the Lorasian` never, `the Dutch`, `the Chinese` as a subject."""
    return (
        name.last.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass", "conj")
        and name.start > 0
        and name.doc[name.start - 1].lower_ == "the"
    )


def _agree(party: Party, name: Name) -> bool:
    """Whether the form of address before a name fits the person's gender."""
    before = name.doc[name.start - 1].lower_ if name.start else ""
    gender = ADDRESS.get(before, "")
    return not gender or not party.gender or gender == party.gender


def _untitled(name: Name) -> str:
    at = name.start
    while at < name.end - 1 and name.doc[at].lower_ in ADDRESS:
        at += 1
    return str(name.doc[at : name.end].text)


def _kind(name: Name, sort: Sort) -> ActorKind:
    """The kind of a body that no table knows, from its own words and those around it."""
    around = {t.lower_ for t in name.doc[max(0, name.start - 3) : name.start]} | set(fold(name.text))
    if around & ARMED:
        return "armed_group"
    if around & MONITORS:
        return "monitor"
    return "group" if sort == "people" else "organisation"
