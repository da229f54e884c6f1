"""Phrases without a name: the regime, the rebels, the ministry, the spokesman, the girls; pronouns too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ceasewire.codebook import world
from ceasewire.model import ActorKind
from ceasewire.reading.parties.history import History
from ceasewire.reading.parties.lexicon import (
    BODIES,
    COUNTRY,
    GOVERNMENT,
    MILITANTS,
    OPPOSITION,
    PART,
    PERSONS,
    REBELS,
    SAME,
    STATE_OFFICE,
    gender_of,
)
from ceasewire.reading.parties.phrases import appositions, complements, determiner, left, modifiers, number, plural
from ceasewire.reading.parties.register import Party, Register, place
from ceasewire.reading.parties.relations import BACKING, PARTING, affiliate, backing, hyphened, owner, parting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
IT = frozenset(("it", "its", "itself"))
COLLECTIVE = frozenset(("armed_group", "opposition_body", "government", "group", "organisation"))
CROWDS = REBELS | MILITANTS | OPPOSITION


class Nominals:
    """Resolves what stands for a party without naming it, in one walk through the page."""

    def __init__(self, register: Register, states: Counter[str]) -> None:
        self.register = register
        self.history = History()
        self.focus = next(iter(state for state, _ in states.most_common(1)), "")
        self.split: set[str] = set()

    def walk(self, docs: list[Doc]) -> None:
        """Resolve every paragraph in order."""
        for doc in docs:
            self._survey(doc)
        for doc in docs:
            self.history.turn()
            for token in doc:
                self.history.step(token)
                self._token(token)

    def _survey(self, doc: Doc) -> None:
        """The states whose government and people are two sides here: those with rebels or an opposition."""
        for token in doc:
            if token.lemma_.lower() in REBELS | OPPOSITION | {"regime"} and token.pos_ in ("NOUN", "PROPN", "ADJ"):
                state = self._state_before(token)
                if state:
                    self.split.add(state)

    def _token(self, token: Token) -> None:
        party = self.register.at(token)
        if party is None and token.pos_ == "PRON":
            party = self._pronoun(token)
        elif party is None and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            party = self._noun(token)
        elif token.pos_ == "VERB":
            self._verb(token)
        if party:
            self.register.mark([token], party)
            self.history.push(party, token)
            if token.pos_ in ("NOUN", "PROPN"):
                self._describe(token, party)

    def _verb(self, token: Token) -> None:
        if token.lemma_ in BACKING:
            backing(self.register, token)
        elif token.lemma_ in PARTING:
            parting(self.register, token)

    # ---- pronouns --------------------------------------------------------------------------------
    def _pronoun(self, token: Token) -> Party | None:
        word = token.lower_
        if word in HE:
            return self.history.pronoun(token, lambda p: p.person and not p.plural and p.gender in ("", HE[word]))
        if word in THEY:
            return self.history.pronoun(token, lambda p: p.plural) or self.history.pronoun(
                token, lambda p: p.actor.kind in ("armed_group", "opposition_body", "government", "group")
            )
        if word in IT and not _empty(token):
            return self.history.pronoun(token, lambda p: not p.person and not p.plural and p.actor.kind != "place")
        if word in ("who", "which", "that") and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return self.register.at(token.head.head) if token.head.dep_ == "relcl" else None
        return None

    # ---- nouns -----------------------------------------------------------------------------------
    def _noun(self, token: Token) -> Party | None:
        noun = token.lemma_.lower()
        named = self._with_name(token, noun)
        if named:
            return named
        if noun in GOVERNMENT:
            return self._government(token, noun)
        if noun in STATE_OFFICE:
            return self._office(token, noun)
        if noun in CROWDS and (plural(token) or noun == "opposition"):
            return self._crowd(token, noun)
        if noun in CROWDS and token.dep_ in ("compound", "amod", "nmod"):
            return self._crowd(token, noun) if noun not in MILITANTS else None
        if token.dep_ in ("compound", "amod", "nmod"):
            return None
        if noun in COUNTRY:
            return self._country(token)
        if noun in BODIES and not plural(token):
            return self._body(token, noun)
        if noun in PERSONS or noun in SAME:
            return self._people(token, noun)
        return None

    def _with_name(self, token: Token, noun: str) -> Party | None:
        """A noun beside a name it describes: `the militant group Red Dawn`, `the Red Dawn movement`, `Ana Velan, the envoy`."""
        for other in [*appositions(token), *([token.head] if token.dep_ == "appos" else [])]:
            party = self.register.at(other)
            if party and self._fits(party, token, noun):
                return party
        before = self.register.at(token.nbor(-1)) if token.i else None
        after = self.register.at(token.nbor(1)) if token.i + 1 < len(token.doc) else None
        if before and before.actor.kind in COLLECTIVE and noun in BODIES | MILITANTS | REBELS and not number(token):
            return self._named_with(before, token) if not before.key[:1] == ("people",) else None
        if after and token.dep_ in ("compound", "nmod", "appos") and self._fits(after, token, noun):
            if not after.person:
                self._alias(after, token, self._last_of(after, token))
            return after
        return None

    def _named_with(self, party: Party, token: Token) -> Party | None:
        if hyphened(token.nbor(-1)) or party.actor.kind == "government" or determiner(token) in ("a", "an", "one"):
            return None
        self._alias(party, token, token)
        return party

    def _last_of(self, party: Party, token: Token) -> Token:
        at = token.i + 1
        while at + 1 < len(token.doc) and self.register.at(token.doc[at + 1]) is party:
            at += 1
        return token.doc[at]

    def _fits(self, party: Party, token: Token, noun: str) -> bool:
        if party.person:
            return noun in PERSONS and not plural(token)
        if party.actor.kind == "state":
            return noun in COUNTRY
        if party.actor.kind == "place":
            return False
        return (noun in BODIES or noun in SAME) and not plural(token)

    def _describe(self, token: Token, party: Party) -> None:
        """What a role noun says of its person: office, gender, affiliation."""
        noun = token.lemma_.lower()
        if party.person and noun in PERSONS and not plural(token):
            party.offices.add(noun)
            party.gender = party.gender or gender_of(noun)
            affiliate(self.register, party, token)
        elif party.person and token.dep_ not in ("compound", "nmod"):
            affiliate(self.register, party, token)
        elif not party.person and noun in BODIES and party.actor.kind not in ("state", "government"):
            affiliate(self.register, party, token)

    # ---- governments -----------------------------------------------------------------------------
    def _government(self, token: Token, noun: str) -> Party | None:
        if noun == "authority" and not plural(token):
            return None
        if determiner(token) in ("a", "an", "any", "no", "every", "each") or any(
            t.lower_ in ("local", "regional", "provincial", "new", "unity", "transitional", "interim", "sharing", "coalition")
            for t in modifiers(token)
        ):
            return None
        state = self._state_before(token) or self._state_after(token)
        if state:
            party = self._ruling(state, token)
        elif self._leader(token):
            party = self._ruling(self._only_ruled() or self.focus, token) if self._only_ruled() or self.focus else None
        else:
            party = self._bare_government(token)
        if party:
            self._alias(party, token, token)
        return party

    def _ruling(self, state: str, token: Token) -> Party:
        """The party of a state's government: the state itself unless the page shows its government as one side of a war."""
        if state not in self.split:
            return self.register.party(("state", state), state, "state", token)
        party = self.register.party(("government", state), world.government_of(state), "government", token)
        party.state = state
        party.actor.affiliation = self.register.party(("state", state), state, "state", token).actor.id
        return party

    def _leader(self, token: Token) -> bool:
        """Whether a person's name owns the noun: `the Hok regime`, `the regime of Ana Velan`."""
        of = [self.register.at(t) for prep, t in complements(token) if prep == "of"]
        return any(p and p.person for p in [*(self.register.at(t) for t in modifiers(token)), *of])

    def _only_ruled(self) -> str:
        return next(iter(self.split)) if len(self.split) == 1 else ""

    def _bare_government(self, token: Token) -> Party | None:
        ruled = self.history.latest(lambda p: p.key[:1] == ("government",))
        if ruled:
            return ruled
        state = self._only_ruled() or self.focus
        return self._ruling(state, token) if state else None

    def _state_before(self, token: Token) -> str:
        for other in reversed(modifiers(token)):
            party = self.register.at(other)
            if party and party.key[:1] == ("state",) and not hyphened(other):
                return party.key[1]
            if party and party.actor.kind == "place" and party.state and world.capital_of(other.text):
                return party.state
        return ""

    def _state_after(self, token: Token) -> str:
        for preposition, other in complements(token):
            party = self.register.at(other)
            if preposition in ("of", "in") and party and party.key[:1] == ("state",):
                return party.key[1]
        return ""

    def _office(self, token: Token, noun: str) -> Party | None:
        """A part of a state: `Lorasia's foreign ministry`, then `the ministry`."""
        if plural(token) and noun != "force":
            return None
        words = [t.lower_ for t in modifiers(token) if t.pos_ in ("ADJ", "NOUN", "PROPN") and not self.register.at(t)]
        words = [w for w in words if w not in PART and not w.startswith("’") and w != "'s"]
        what = " ".join([*words, "forces" if noun == "force" else noun])
        if noun == "force" and what not in ("security forces", "armed forces", "defence forces", "defense forces"):
            return None
        state = self._state_before(token) or self._state_after(token)
        if not state and not words:
            known = self.history.latest(lambda p: p.key[-1:] == (noun,) or noun in p.offices)
            if known:
                return known
        state = state or self._near_state(token)
        if not state or determiner(token) in ("a", "an", "each", "every"):
            return None
        key = ("office", state, what.replace("defense", "defence"))
        party = self.register.party(key, f"{world.adjective_of(state)} {what}", "government", token)
        party.offices.add(noun)
        party.actor.affiliation = self.register.party(("state", state), state, "state", token).actor.id
        self._alias(party, token, token)
        return party

    def _near_state(self, token: Token) -> str:
        """The state that an office without a country belongs to: the last one that acted, else the page's own."""
        for seen in self.history.back(lambda p: p.actor.kind == "state", 2):
            if seen.subject:
                return seen.party.key[1]
        return self.focus

    def _country(self, token: Token) -> Party | None:
        if determiner(token) not in ("the", "this", "that") or plural(token) or self._state_before(token):
            return None
        return self.history.latest(lambda p: p.actor.kind == "state", 3)

    # ---- crowds ----------------------------------------------------------------------------------
    def _crowd(self, token: Token, noun: str) -> Party | None:
        """The rebels, the opposition, the militants of a country: one party on a page."""
        if any(t.lower_ in PART for t in modifiers(token)) or number(token):
            return None
        sort = "rebels" if noun in REBELS else "opposition" if noun in OPPOSITION else "militants"
        state = self._state_before(token) or self._state_after(token)
        group = owner(self.register, token)
        if group and group.actor.kind in ("armed_group", "opposition_body"):
            return group
        if not state:
            known = self.history.latest(lambda p: p.key[:2] == ("crowd", sort))
            known = known or (self._dominant() if sort != "opposition" else None)
            if known:
                self._alias(known, token, token) if token.dep_ not in ("compound", "amod", "nmod") else None
                return known
        state = state or self._only_ruled() or self.focus
        what = noun if noun == "opposition" else f"{noun}s"
        name = f"{world.adjective_of(state)} {what}" if state else what
        party = self.register.party(("crowd", sort, state), name, _crowd_kind(sort), token)
        party.plural = sort != "opposition"
        if token.dep_ not in ("compound", "amod", "nmod"):
            self._alias(party, token, token)
        return party

    def _dominant(self) -> Party | None:
        """The armed group that the page is about, if there is one."""
        counts = Counter(seen.party for seen in self.history.seen if seen.party.actor.kind == "armed_group")
        best = counts.most_common(1)
        return best[0][0] if best and best[0][1] * 2 > sum(counts.values()) else None

    def _body(self, token: Token, noun: str) -> Party | None:
        """`the group`, `the committee`: the last body of that word, else for `the group` the last body."""
        if determiner(token) not in ("the", "this", "that"):
            return None
        known = self.history.latest(lambda p: p.actor.name.lower().split()[-1:] == [noun] or noun in p.offices)
        if known or noun not in ("group", "organisation", "organization", "movement", "militia", "party", "body"):
            return known
        return self.history.latest(lambda p: p.actor.kind in ("armed_group", "opposition_body", "organisation"), 2)

    # ---- people ----------------------------------------------------------------------------------
    def _people(self, token: Token, noun: str) -> Party | None:
        """Somebody by his role, or a crowd by its noun: the last one of that noun where the phrase is definite."""
        sort = SAME.get(noun, noun)
        many = plural(token)
        if determiner(token) in ("the", "this", "that", "these", "those"):
            known = self.history.latest(lambda p: self._again(p, token, noun, sort, many), 30)
            if known:
                return known
        party = self.register.new(self._words(token), "group" if many or noun in SAME else "person", token)
        party.shown, party.plural, party.gender = False, many, gender_of(noun)
        party.offices |= {noun, sort}
        if not many:
            party.actor.kind = "person" if noun in PERSONS else "organisation"
        affiliate(self.register, party, token)
        return party

    def _again(self, party: Party, token: Token, noun: str, sort: str, many: bool) -> bool:
        if party.plural is not many or not ({noun, sort} & party.offices):
            return False
        return not any(t.lower_ in PART for t in modifiers(token))

    def _words(self, token: Token) -> str:
        first = left(token)
        if first.lower_ in ("the", "a", "an") and first.i < token.i:
            first = first.nbor(1)
        return self.register.parsed.tokens(first, token).text

    def _alias(self, party: Party, head: Token, last: Token) -> None:
        first = left(head)
        if first.pos_ == "DET" and first.i < head.i:
            first = first.nbor(1)
        self.register.alias(party, first, last)


def _empty(token: Token) -> bool:
    """Whether `it` means nothing: `it is likely that`, `it was reported`."""
    return token.dep_ == "expl" or (
        token.dep_ in ("nsubj", "nsubjpass")
        and any(child.dep_ in ("ccomp", "csubj", "xcomp", "csubjpass") for child in token.head.rights)
        and token.head.lemma_ in ("be", "seem", "appear", "believe", "report", "fear", "understand", "hope", "expect", "feel", "know")
    )


def _crowd_kind(sort: str) -> ActorKind:
    return "opposition_body" if sort == "opposition" else "armed_group"


__all__ = ["Nominals", "place"]
