"""Whom `they` and `them` mean where people are taken, freed or moved: those of whom the sentence has just told so."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ceasewire.model import Arg, Mention

HELD = frozenset(["released", "seized", "people"])
_THEY = frozenset(["they", "them", "their", "these", "those"])
# How far back, in characters, a pronoun looks.
_FAR = 220
_STOP = re.compile(r"[.!?][\"”’']?\s|\n")


def follow(mentions: list[Mention], text: str) -> list[Mention]:
    """Mentions whose captives are a pronoun, with those of the mention before it in the same sentence.

    `The rebels took nine miners to Osten and handed them to the army` hands over nine miners.
    """
    last: Arg | None = None
    done = []
    for mention in mentions:
        if not any(arg.role in HELD for arg in mention.args):
            done.append(mention)
            continue
        told = replace(mention, args=[_followed(arg, last, text) for arg in mention.args])
        last = next((arg for arg in reversed(told.args) if arg.role in HELD and arg.span), last)
        done.append(told)
    return done


def _followed(arg: Arg, last: Arg | None, text: str) -> Arg:
    if (
        arg.role not in HELD
        or arg.span is None
        or arg.span.text.lower() not in _THEY
        or last is None
        or last.span is None
    ):
        return arg
    between = text[last.span.end : arg.span.start]
    near = last.span.end <= arg.span.start and len(between) < _FAR and not _STOP.search(between)
    return Arg(arg.role, arg.span, last.actor, last.text) if near else arg
