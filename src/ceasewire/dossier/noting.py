"""Labels and assessments made in the dossier: each goes into the record's log of notes."""

from __future__ import annotations

from urllib.parse import quote

from starlette.routing import Route

from ceasewire.dossier.moments import Moments
from ceasewire.dossier.sending import Act, Form, now, taking
from ceasewire.record.noting import assess, label, withdraw

VIEWS = {"documents": "page", "facts": "fact"}


def routes(moments: Moments) -> list[Route]:
    """The addresses that take labels and assessments."""
    acts: dict[str, tuple[str, Act]] = {
        "/fact/{key}/label": ("facts", _label(moments, "facts")),
        "/page/{key}/label": ("documents", _label(moments, "documents")),
        "/fact/{key}/assess": ("facts", _assess(moments)),
        "/assessments/{key}/withdraw": ("assessments", _withdraw(moments)),
    }
    return [Route(path, taking(moments, noun, act), methods=["POST"]) for path, (noun, act) in acts.items()]


def _label(moments: Moments, noun: str) -> Act:
    def act(key: str, form: Form, by: str) -> str:
        why = form.get("why", "").strip()[:2000]
        label(moments.path, f"{noun}/{key}", form.get("tlp", ""), by=by, at=now(), why=why)
        return _noted(moments, VIEWS[noun], key)

    return act


def _assess(moments: Moments) -> Act:
    def act(key: str, form: Form, by: str) -> str:
        assess(moments.path, key, form.get("words", ""), by=by, at=now(), tlp=form.get("tlp") or None)
        return _noted(moments, "fact", key)

    return act


def _withdraw(moments: Moments) -> Act:
    def act(key: str, form: Form, by: str) -> str:
        return _noted(moments, "fact", withdraw(moments.path, key, by=by, at=now()).fact)

    return act


def _noted(moments: Moments, view: str, key: str) -> str:
    moments.noted()
    return f"/{view}/{quote(key, safe='')}"
