"""What readers send: taken one after the other, and never over what somebody else did meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from ceasewire.dossier.forms import SEAL, form_of
from ceasewire.dossier.gate import REVIEWER
from ceasewire.dossier.links import Served
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.paper import Sheet, render
from ceasewire.dossier.reader import Reader, reader_of
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.rulings import done_to
from ceasewire.model import Fact
from ceasewire.record import RecordError

Form = dict[str, str]
Act = Callable[[str, Form, str], str]  # the id, the form and the name of who sent it; where to go on to
Endpoint = Callable[[Request], Awaitable[Response]]

SEEN = "seen"


def taking(moments: Moments, noun: str, act: Act) -> Endpoint:
    """An endpoint that takes a form about a thing of a noun (`facts`) and acts on it under the name of who sent it."""

    async def endpoint(request: Request) -> Response:
        form = await form_of(request)
        if form is None:
            return PlainTextResponse("This form is not of this dossier; open the view anew.\n", 403)
        what = noun, request.path_params["key"]
        return await run_in_threadpool(_taken, moments, act, what, form, request)

    return endpoint


def now() -> str:
    """This moment, as the logs write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")


def _taken(moments: Moments, act: Act, what: tuple[str, str], form: Form, request: Request) -> Response:
    reader = reader_of(request)
    by = reader.name if reader.named else form.get("by", "").strip()[:80]
    try:
        with moments.writing:
            shelf = moments.at(sees=reader.sees)
            if shelf.withheld and not shelf.there(*what):
                raise RecordError("it is not among what you may see")
            if form.get(SEEN, "") not in ("", shelf.mark(*what)):
                return _meanwhile(shelf, what, form, request)
            onward = act(what[1], form, by)
    except RecordError as error:
        shelf = moments.at(sees=reader.sees)
        sheet = Sheet(
            "refused.html", "Not done", {"basis": basis(shelf), "reason": str(error), "words": _words(form)}, 409
        )
        return HTMLResponse(render(sheet, shelf, _links(reader)), sheet.status)
    answer = RedirectResponse(onward, 303)
    if not reader.named:
        answer.set_cookie(REVIEWER, quote(by), httponly=True, samesite="strict", max_age=30 * 86400)
    return answer


def _meanwhile(shelf: Shelf, what: tuple[str, str], form: Form, request: Request) -> Response:
    """What was done to the thing since the form was opened, and the form, ready to be sent all the same."""
    noun, key = what
    values: dict[str, object] = {
        "basis": basis(shelf),
        "fact": shelf.get(Fact, key) if noun == "facts" else None,
        "done": done_to(shelf, noun, key),
        "assessments": shelf.assessments(key),
        "mark": shelf.mark(noun, key),
        "action": request.url.path,
        "form": {name: value for name, value in form.items() if name not in (SEAL, SEEN)},
        "words": _words(form),
    }
    sheet = Sheet("meanwhile.html", "Changed meanwhile", values, 409)
    return HTMLResponse(render(sheet, shelf, _links(reader_of(request))), sheet.status)


def _words(form: Form) -> list[tuple[str, str]]:
    """What somebody typed, so that it is not lost."""
    return [(name, form[name]) for name in ("ruling", "value", "words", "tlp", "why") if form.get(name)]


def _links(reader: Reader) -> Served:
    return Served(None, reader.seal, reader.name, named=reader.named, leave=reader.seal)
