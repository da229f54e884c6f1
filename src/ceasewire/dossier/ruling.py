"""Rulings made in the dossier: each goes into the record's log."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.routing import Route

from ceasewire.dossier.corrections import values_of
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.sending import Act, Form, now, taking
from ceasewire.model import Fact
from ceasewire.record.rulings import append

MADE = ("accept", "reject", "correct", "merge", "split", "undo")
RULED = {
    "fact": "facts", "statement": "statements", "mention": "mentions", "source": "actors", "link": "links",
    "camp": "camps",
}  # fmt: skip
# Views that a form may name to come back to.
BACK = re.compile(r"/(?:page|fact|source|link|review)(?:/[\w%.~-]{1,120})?(?:\?[\w=&.%-]{0,120})?(?:#[\w-]{0,60})?")


def routes(moments: Moments) -> list[Route]:
    """The addresses that take rulings."""
    return [
        *(
            Route(f"/{view}/{{key}}/rule", taking(moments, noun, _ruling(moments, noun)), methods=["POST"])
            for view, noun in RULED.items()
        ),
        Route("/rulings/{key}/undo", taking(moments, "rulings", _ruling(moments, "rulings")), methods=["POST"]),
    ]


def _ruling(moments: Moments, noun: str) -> Act:
    def act(key: str, form: Form, by: str) -> str:
        told, why = "correct" if form.get("field") else form.get("ruling", ""), form.get("why", "").strip()[:2000]
        for value in values_of(form):
            append(moments.path, f"{noun}/{key}", told if told in MADE else "", by=by, at=now(), why=why, value=value)
        return _next(moments, noun, key, form)

    return act


def _next(moments: Moments, noun: str, key: str, form: Form) -> str:
    """The view to go to: the one that the form names, the fact where it is still there, else the log."""
    if BACK.fullmatch(back := form.get("back", "")):
        return back
    return f"/fact/{quote(key, safe='')}" if noun == "facts" and moments.at().get(Fact, key) else "/rulings"
