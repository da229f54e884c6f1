"""Whose words: the noun phrase that speaks through a verb or a noun, found on the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.asides import aside
from ceasewire.reading.saying.cues import bodies, lemma, verb_rows, words
from ceasewire.reading.saying.ends import rejoins, returns
from ceasewire.reading.tokens import sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = ("who", "which", "that", "whom")
ADDING = frozenset(
    (
        "add",
        "note",
        "stress",
        "explain",
        "emphasise",
        "emphasize",
        "reiterate",
        "continue",
        "insist",
        "say",
        "warn",
        "cite",
    )
)
LONG_ASIDE = 10  # tokens of a relative clause behind a comma that still tell who the source is
ASIDES = frozenset(
    ("a", "an", "the", "who", "whose", "which", "his", "her", "its", "their", "one", "now", "then", "himself")
)
THINGS = ("it", "this", "that", "which", "these", "those")
ADDRESSING = ("write", "text", "call", "phone", "message", "telephone", "cable", "address", "petition")
LATE = ("dobj", "attr", "oprd", "npadvmod", "appos", "dep")
HOPS = 8
NEAR = 60  # tokens within which another verb of the sentence is looked for
CLIMBING = ("conj", "advcl", "xcomp", "prep", "pcomp", "acl", "dep", "agent")
FINITE = ("VBD", "VBZ", "VBP", "MD")
HELPING = ("aux", "auxpass")
NOBODY = ("none", "nobody", "neither", "nothing")
CLOSING = "”\"’»''"


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: `was accused`, `ships suspected of`."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if _when_asked(verb):
        return True
    if verb.tag_ != "VBN" or _main_after_all(verb):
        return False
    bare = verb.dep_ == "advcl" and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    return bare or verb.dep_ == "acl" or any(child.dep_ == "agent" for child in verb.children)


def _main_after_all(verb: Token) -> bool:
    """`A clerk, Jan Dow, tweeted that the road was shut`: the verb of the sentence, taken for a participle."""
    hung = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ in ("NOUN", "PROPN")
    said = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return hung and said and verb.nbor(-1).text == "," and not any(c.dep_ == "agent" for c in verb.children)


def _when_asked(verb: Token) -> bool:
    """`The envoy, when asked about it, said`: a participle, whatever the parser calls it."""
    hung = verb.dep_ in ("advcl", "relcl", "acl") and verb.tag_ in ("VBD", "VBN")
    bare = hung and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    return bare and verb.i > 0 and verb.nbor(-1).lower_ in ("when", "if", "once", "as", "though")


def agent(verb: Token) -> Token | None:
    """Who does it, in a passive: `was criticised by aid groups`."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def speaker(verb: Token) -> Token | None:
    """The head of the words that name who speaks.

    Examples: `the minister said`, `said the minister`, `the minister, who said`, `the minister left, saying`,
    `a resolution requiring`, `by claiming`.
    """
    if _adds(verb):
        above = _cue_above(verb)
        if above is not None:
            return speaker(above)
    if (misled := _garden_path(verb)) is not None:
        return misled
    if rejoins(verb) or returns(verb):
        return speaker(verb.head.head)
    found = _climb(verb)
    if (
        verb.tag_ == "VBG"
        and found is not None
        and (_comma_before(verb) or verb.doc[verb.left_edge.i - 1].lower_ in ("and", "but"))
        and found.pos_ == "NOUN"
        and not is_human(found)
    ):
        return _last_speaker(verb) or found
    return found


def _garden_path(verb: Token) -> Token | None:
    """`A nurse who met the boys after their rescue said ...`: the parser lets the rescue speak."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    timed = any(c.dep_ == "mark" and c.lower_ in ("after", "before", "since", "until") for c in verb.children)
    if verb.dep_ != "advcl" or not timed or who is None or who.pos_ != "NOUN" or is_human(who):
        return None
    above = verb.head.head if verb.head.dep_ == "relcl" else verb.head
    described = any(c.dep_ == "relcl" and c.i < verb.i for c in above.children)
    return above if described and above.dep_ == "ROOT" and is_human(above) else None


def _last_speaker(verb: Token) -> Token | None:
    """Of `Word came after Mr Dow used an interview to attack the deal, warning ...` the one who acted last."""
    for token in reversed(verb.doc[max(sentence(verb)[0], verb.i - NEAR) : verb.i]):
        if token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ not in HELPING:
            own = subject(token)
            if own is not None and (is_human(own) or own.pos_ in ("PROPN", "PRON")):
                return own
    return None


def _climb(verb: Token) -> Token | None:
    """The subject of a verb, else of the verb it hangs on, and so on upwards."""
    at: Token | None = verb
    for _ in range(HOPS):
        if at is None:
            return None
        found = subject(at) or _bearer(at)
        if found is not None:
            return found
        at = _up(at)
        if at is not None and at.pos_ in ("NOUN", "PROPN", "PRON") and at.dep_ != "ROOT":
            return _possessor(at) or (at if verb.tag_ == "VBG" and _comma_before(verb) else None)
    return None


def _bearer(verb: Token) -> Token | None:
    """The noun that a clause describes, and that speaks in it; the one quoted in `quotes Jan Dow as explaining`."""
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _released(verb.head) or _writer(verb) or _owner(verb)
    return _quoted_object(verb.head) if verb.dep_ == "pcomp" else None


def _released(noun: Token) -> Token | None:
    """Who put out the paper that speaks: of `The guild issued a statement saying ...` the guild."""
    verb = noun.head
    paper = noun.dep_ == "dobj" and str(noun.lemma_).lower() in words("released", "papers")
    if not paper or str(verb.lemma_).lower() not in words("released", "verbs"):
        return None
    found = _climb(verb) if not is_passive(verb) else None
    return found if found is not None and found != noun else None


def _writer(verb: Token) -> Token | None:
    """Who writes or calls, not who is told: of `The guild emailed its members saying ...` the guild."""
    told = verb.head
    telling = verb.tag_ == "VBG" and told.dep_ in ("dobj", "dative") and _addresses(told.head)
    return _climb(told.head) if telling and not is_passive(told.head) else None


def _addresses(verb: Token) -> bool:
    return lemma(verb) in ADDRESSING or lemma(verb) in words("telling", "verbs")


def _up(at: Token) -> Token | None:
    """The verb above, through a preposition or the noun that a purpose hangs on; None at the top."""
    if at.dep_ in ("acl", "relcl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
        above = _governing(at.head)
        return above if above.pos_ in ("VERB", "AUX") else None
    if at.dep_ in ("pcomp", "pobj") and at.head.pos_ in ("ADP", "SCONJ"):
        at = at.head
    return at.head if at.head != at and at.dep_ in CLIMBING else None


def _quoted_object(prep: Token) -> Token | None:
    """`It quotes Jan Dow as explaining`: the one who is quoted."""
    if prep.lower_ != "as" or lemma(prep.head) not in ("quote", "cite"):
        return None
    return next((child for child in prep.head.children if child.dep_ == "dobj"), None)


def _owner(verb: Token) -> Token | None:
    """The antecedent; of `his attempts to press Orvania` the one who attempts; of `used a post to accuse` None."""
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children) and subject(verb) is None:
        return _possessor(verb.head) or (verb.head if is_human(verb.head) else None)
    return verb.head


def _governing(noun: Token) -> Token:
    at = noun
    for _ in range(HOPS):
        if at.pos_ in ("VERB", "AUX") or at.head == at:
            return at
        at = at.head
    return at


def _possessor(noun: Token) -> Token | None:
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def _comma_before(verb: Token) -> bool:
    return verb.i > 0 and verb.doc[verb.left_edge.i - 1].text in (",", "—", "–")


def subject(verb: Token) -> Token | None:
    """The subject of this very verb, its antecedent where it is a relative pronoun."""
    if (held := aside(verb)) is not None:
        return held.who
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.dep_ != "csubj" and not (child.tag_ == "CD" and ":" in child.text):
            if child.i < verb.i and verb.doc[verb.i - 1].text in CLOSING:
                continue
            if child.lower_ in RELATIVE and child.tag_ in ("WP", "WDT"):
                found = _who(child, _antecedent(verb))
                return (_released(found) if found is not None else None) or found or child
            return _titled(child) or child
    return _late_subject(verb) or _missed_subject(verb) or _set_off(verb)


def _titled(noun: Token) -> Token | None:
    """Of `They hold 20 men in the fort, the head of the guild, Jan Dow, said` the head, not the men.

    The parser takes the last words of a clause before its cue for the subject, and who speaks for an apposition.
    """
    other = next((c for c in noun.children if c.dep_ == "appos" and c.i > noun.i), None)
    if noun.pos_ != "NOUN" or other is None or not may_speak(other):
        return None
    apart = not may_speak(noun) or (noun.tag_ == "NNS" and other.tag_ == "NN")
    titled = apart and other.doc[other.left_edge.i].tag_ in ("DT", "PRP$", "NNP")
    clause = noun.doc[sentence(noun)[0] : noun.left_edge.i]
    return other if titled and any(t.tag_ in FINITE for t in clause) else None


def _missed_subject(verb: Token) -> Token | None:
    """A subject that the parser joined to the clause before: `did not comment on it but rebel leaders said`."""
    if not verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.doc[verb.i - 1]
    if before.pos_ not in ("NOUN", "PROPN") or before.dep_ != "conj":
        return None
    left = before.left_edge.i
    return before if left > 0 and verb.doc[left - 1].dep_ == "cc" else None


def _set_off(verb: Token) -> Token | None:
    """A subject that the parser lost behind what is set off by commas: `Jan Dow, whose firm made maps, said`."""
    at = _first_helper(verb) - 1
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or not any("quote" in row.takes for row in verb_rows(verb)):
        return None
    doc, start = verb.doc, max(sentence(verb)[0], verb.i - NEAR)
    commas = [n for n in range(start + 1, at + 1) if doc[n].text == "," and doc[n + 1].text not in CLOSING]
    if not commas or at not in (commas[-1], commas[-1] + 1):
        return None
    aside = False
    for left in reversed(commas[:-1]):
        aside = aside or doc[left + 1].lower_ in ASIDES or doc[left + 1].tag_ in ("VBG", "VBN", "NNP")
        noun = _whole(doc[left - 1])
        if aside and noun.pos_ in ("NOUN", "PROPN") and is_human(noun) and noun.ent_type_ != "DATE":
            return noun
    return None


def _first_helper(verb: Token) -> int:
    return min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i)])


def _whole(noun: Token) -> Token:
    """Of `members of the council` the members."""
    at = noun
    for _ in range(HOPS):
        if at.dep_ not in ("pobj", "compound") or at.head.pos_ not in ("ADP", "NOUN", "PROPN"):
            break
        at = at.head if at.dep_ == "compound" else at.head.head
    return at if at.pos_ in ("NOUN", "PROPN") and at.i <= noun.i else noun


def _who(pronoun: Token, found: Token | None) -> Token | None:
    """Whom `who` means: the people nearest before it, where the parser hung its clause on a thing.

    Example: `The paper irked the envoys of the guild, who said ...`: the envoys, not the paper.
    """
    if pronoun.lower_ != "who" or (found is not None and (is_human(found) or found.pos_ in ("PRON", "PROPN"))):
        return found
    for token in reversed(pronoun.doc[max(sentence(pronoun)[0], pronoun.i - LONG_ASIDE) : pronoun.i]):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound" and is_human(token):
            return token
    return found


def _antecedent(verb: Token) -> Token | None:
    at = verb
    for _ in range(HOPS):
        if at.dep_ == "relcl":
            return at.head
        if at.dep_ not in ("conj", "ccomp", "advcl") or at.head == at:
            return None
        at = at.head
    return None


def _late_subject(verb: Token) -> Token | None:
    """The subject behind its verb that the parser took for something else: `said Jan Dow, director of a charity`."""
    before = verb.doc[verb.i - 1].text if verb.i and lemma(verb) not in words("telling", "verbs") else ""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or before not in (*CLOSING, ",", "''"):
        return None
    for child in verb.children:
        if child.dep_ in LATE and child.pos_ in ("PROPN", "NOUN") and child.left_edge.i == verb.i + 1:
            return child if before != "," or is_human(child) else None
    return None


def nobody(verb: Token) -> Token | None:
    """`None of the delegates would say`, `Neither side admitted`: a subject that is nobody."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            dets = [c.lower_ for c in child.children if c.dep_ == "det"]
            return child if child.lower_ in NOBODY or "no" in dets or "neither" in dets else None
    return None


def is_human(noun: Token) -> bool:
    """Whether a noun names or means people."""
    base = str(noun.lemma_).lower()
    return bool(noun.ent_type_) or base in words("unnamed", "people") or base in words("unnamed", "roles")


def speaks(noun: Token) -> bool:
    """Whether a thing can be a source: people, bodies, documents; not `several cases`."""
    base = str(noun.lemma_).lower()
    return (
        noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
        or base in words("unnamed", "people")
        or base in words("unnamed", "roles")
        or base in words("evidence", "words")
        or base in words("relay", "cited")
        or base in bodies()
    )


def may_speak(noun: Token) -> bool:
    """The same for a pronoun of people and for a movement that is called by a verb."""
    named = noun.pos_ in ("PROPN", "VERB") and noun.text[:1].isupper()
    return named or speaks(noun) or (noun.pos_ == "PRON" and noun.lower_ not in THINGS)


def binds(noun: Token) -> bool:
    """Whether a thing is a paper that may demand: a resolution, a plan."""
    return str(noun.lemma_).lower() in words("binding", "papers")


def _adds(verb: Token) -> bool:
    return verb.tag_ == "VBG" and _comma_before(verb) and lemma(verb) in ADDING


def _cue_above(verb: Token) -> Token | None:
    """The nearest cue before a participle and above it in the tree: `said ... , adding`."""
    at = verb.head
    for _ in range(HOPS):
        if at.pos_ in ("VERB", "AUX") and at.i < verb.i and verb_rows(at):
            return at
        if at.head == at:
            return None
        at = at.head
    return None
