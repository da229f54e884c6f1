"""What a page has mentioned so far, and the best antecedent among it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.reading.parties.lexicon import SAYING
from ceasewire.reading.parties.phrases import clause, is_subject
from ceasewire.reading.parties.register import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 60
MARKS = frozenset(("“", "”", '"'))


@dataclass(frozen=True)
class Seen:
    """One mention: where, as what, and whether inside quotation marks."""

    party: Party
    token: Token
    sentence: int
    paragraph: int
    subject: bool
    speaker: bool
    quoted: bool


class History:
    """The mentions of a page up to a point, newest last."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.sentence = 0
        self.paragraph = 0
        self.quoted = False

    def step(self, token: Token) -> None:
        """Keep count of sentences and quotation marks; call in order for those that begin or are one."""
        if token.is_sent_start:
            self.sentence += 1
        if token.text == "“" or (token.text == '"' and not self.quoted):
            self.quoted = True
        elif token.text in ("”", '"'):
            self.quoted = False

    def turn(self) -> None:
        """Begin a new paragraph."""
        self.paragraph += 1
        self.sentence += 1
        self.quoted = False

    def push(self, party: Party, token: Token) -> None:
        """Remember a mention."""
        last = self.seen[-1] if self.seen else None
        if last and last.party is party and last.token.doc is token.doc and last.token.i == token.i - 1:
            self.seen.pop()
        subject = is_subject(token)
        speaker = subject and token.head.lemma_.lower() in SAYING
        self.seen.append(Seen(party, token, self.sentence, self.paragraph, subject, speaker, self.quoted))

    def back(self, fits: Callable[[Party], bool], paragraphs: int = 4) -> Iterator[Seen]:
        """Mentions of parties that fit, newest first, within reach."""
        for seen in reversed(self.seen[-REACH:]):
            if self.paragraph - seen.paragraph > paragraphs:
                return
            if fits(seen.party):
                yield seen

    def latest(self, fits: Callable[[Party], bool], paragraphs: int = 1000) -> Party | None:
        """The party that fits and was mentioned last."""
        return next((seen.party for seen in self.back(fits, paragraphs)), None)

    def pronoun(self, token: Token, fits: Callable[[Party], bool], gender: str = "") -> Party | None:
        """The likeliest antecedent of a pronoun: near, a subject, a speaker for a speaker, quoted alike."""
        speaks = is_subject(token) and token.head.lemma_.lower() in SAYING
        verb = clause(token)
        best: tuple[float, Party] | None = None
        for seen in self.back(fits, 3):
            score = self._score(seen, speaks) - (4 if self._beside(seen, token, verb) else 0)
            score += 1.0 if gender and seen.party.gender == gender else 0
            if best is None or score > best[0]:
                best = (score, seen.party)
        return best[1] if best and best[0] > -9 else None

    def _score(self, seen: Seen, speaks: bool) -> float:
        score = -1.0 * (self.sentence - seen.sentence)
        score += 1.2 if seen.subject else 0
        score += 1.5 if speaks and seen.speaker else 0
        score -= 2.5 if seen.quoted and not self.quoted else 0
        return score

    def _beside(self, seen: Seen, token: Token, verb: Token) -> bool:
        """Whether the other is an argument of the pronoun's own verb: `he met Hok` leaves Hok out."""
        if seen.sentence != self.sentence or token.dep_ == "poss" or seen.token.doc is not token.doc:
            return False
        return clause(seen.token) == verb
