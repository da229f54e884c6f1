"""Rulings made in the dossier: each goes into the record's log, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ceasewire.dossier.forms import form_of
from ceasewire.dossier.gate import REVIEWER
from ceasewire.dossier.links import Served
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.paper import Sheet, render
from ceasewire.dossier.reader import Reader, reader_of
from ceasewire.dossier.views.basis import basis
from ceasewire.model import Fact
from ceasewire.record import RecordError
from ceasewire.record.rulings import append

MADE = ("accept", "reject", "correct", "merge", "split", "undo")

Endpoint = Callable[[Request], Awaitable[Response]]


def routes(moments: Moments) -> list[Route]:
    """The addresses that take rulings."""
    return [
        Route("/fact/{key}/rule", _taking(moments, "facts"), methods=["POST"]),
        Route("/rulings/{key}/undo", _taking(moments, "rulings"), methods=["POST"]),
    ]


def _taking(moments: Moments, noun: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        form = await form_of(request)
        if form is None:
            return PlainTextResponse("This form is not of this dossier; open the view anew.\n", 403)
        what = f"{noun}/{request.path_params['key']}"
        return await run_in_threadpool(_ruled, moments, what, form, reader_of(request))

    return endpoint


def _ruled(moments: Moments, what: str, form: dict[str, str], reader: Reader) -> Response:
    """Put a ruling into the log, and go to the fact where it is still there. A named user rules under his name."""
    by = reader.name if reader.named else form.get("by", "").strip()[:80]
    why = form.get("why", "").strip()[:2000]
    try:
        with moments.writing:
            append(
                moments.path, what, _kind(form), by=by, at=_now(), why=why, value=form.get("value", "")[:500] or None
            )
    except RecordError as error:
        shelf = moments.at()
        sheet = Sheet("refused.html", "Not ruled", {"basis": basis(shelf), "reason": str(error)}, 409)
        return HTMLResponse(render(sheet, shelf, Served()), sheet.status)
    answer = RedirectResponse(_next(moments, what, form), 303)
    if not reader.named:
        answer.set_cookie(REVIEWER, quote(by), httponly=True, samesite="strict", max_age=30 * 86400)
    return answer


def _kind(form: dict[str, str]) -> str:
    told = form.get("ruling", "")
    return told if told in MADE else ""


def _next(moments: Moments, what: str, form: dict[str, str]) -> str:
    """The view to go to: the queue where one came from it, the fact where it is still there, else the log."""
    if form.get("back") == "review":
        return "/review"
    noun, _, key = what.partition("/")
    return f"/fact/{quote(key, safe='')}" if noun == "facts" and moments.at().get(Fact, key) else "/rulings"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")
