"""Parties joined on parties that were joined before."""

from __future__ import annotations

from spacy.language import Language

from casting import read
from ceasewire.reading.parties.register import Register


def test_joins_may_follow_on_joins_in_any_order(nlp: Language) -> None:
    _, page = read(nlp, "Alda met Borin and Cestan.")
    tokens = list(page.paragraphs[0].doc)
    register = Register(page)
    one, two, three = (
        register.new(name, "person", tokens[at]) for name, at in (("Alda", 0), ("Borin", 2), ("Cestan", 4))
    )
    register.join(one, two)
    register.join(three, two)
    register.join(two, one)
    assert register.parties == [three]
    assert register.by_id(two.actor.id) is three
    register.mark([tokens[2]], one)
    assert register.at(tokens[2]) is three
