"""Rulings made in the dossier: each goes into the record's log."""

from __future__ import annotations

from urllib.parse import quote

from starlette.routing import Route

from ceasewire.dossier.moments import Moments
from ceasewire.dossier.sending import Act, Form, now, taking
from ceasewire.model import Fact
from ceasewire.record.rulings import append

MADE = ("accept", "reject", "correct", "merge", "split", "undo")


def routes(moments: Moments) -> list[Route]:
    """The addresses that take rulings."""
    return [
        Route("/fact/{key}/rule", taking(moments, "facts", _ruling(moments, "facts")), methods=["POST"]),
        Route("/rulings/{key}/undo", taking(moments, "rulings", _ruling(moments, "rulings")), methods=["POST"]),
    ]


def _ruling(moments: Moments, noun: str) -> Act:
    def act(key: str, form: Form, by: str) -> str:
        told, value = form.get("ruling", ""), form.get("value", "")[:500] or None
        why = form.get("why", "").strip()[:2000]
        append(moments.path, f"{noun}/{key}", told if told in MADE else "", by=by, at=now(), why=why, value=value)
        return _next(moments, noun, key, form)

    return act


def _next(moments: Moments, noun: str, key: str, form: Form) -> str:
    """The view to go to: the queue where one came from it, the fact where it is still there, else the log."""
    if form.get("back") == "review":
        return "/review"
    return f"/fact/{quote(key, safe='')}" if noun == "facts" and moments.at().get(Fact, key) else "/rulings"
