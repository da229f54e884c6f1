"""The door for named users: who is logged in passes, everybody else comes to the page where one logs in."""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ceasewire.dossier.forms import fields_of, from_here
from ceasewire.dossier.gate import cookie_of
from ceasewire.dossier.paper import environment, safe
from ceasewire.dossier.reader import Reader, let_in
from ceasewire.dossier.sessions import LIVES, Sessions, Throttle
from ceasewire.dossier.users import User, Users

READING = ("GET", "HEAD")
OPEN = ("/assets/dossier.css", "/assets/mark.svg")  # what the page where one logs in needs
WRONG = "That name and password do not go together."
STALE = "That page was open too long or is not of this dossier. Try once more."


class Named:
    """What the door knows: the users, who of them is in, and who failed. `tls` where browsers come through TLS."""

    def __init__(self, users: Users, *, tls: bool = False, sessions: Sessions | None = None) -> None:
        self.users = users
        self.tls = tls
        self.sessions = sessions or Sessions()
        self.throttle = Throttle()
        name = hashlib.sha256(str(users.path.resolve()).encode()).hexdigest()[:8]
        self.cookie = f"{'__Host-' if tls else ''}ceasewire_{name}"
        self.before = f"{self.cookie}_login"

    def reader(self, token: str) -> Reader | None:
        """Who holds a session; None where it has ended, or the user is gone or has another password."""
        session = self.sessions.find(token) if token else None
        user = self.users.find(session.name) if session else None
        if not session or not user or session.mark != _mark(user):
            return None
        return Reader(user.name, user.sees, session.seal, named=True, rules=user.role == "review")


class Door:
    """Lets in who is logged in, and lets only those with the role for it send anything."""

    def __init__(self, app: ASGIApp, named: Named) -> None:
        self.app = app
        self.named = named

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, show the page where one logs in, or refuse."""
        if scope["type"] != "http" or scope["path"] in OPEN:
            await self.app(scope, receive, send)
            return
        send = self._private(send)
        request = Request(scope, receive)
        reader = self.named.reader(cookie_of(request, self.named.cookie))
        if scope["path"] in ("/login", "/logout"):
            answer = await self._passage(request, reader)
        elif reader is None:
            answer = _to_login(request)
        elif scope["method"] not in READING and not reader.rules:
            answer = PlainTextResponse("Your role here is to read.\n", 403)
        else:
            let_in(scope, reader)
            await self.app(scope, receive, send)
            return
        await answer(scope, receive, send)

    def _private(self, send: Send) -> Send:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "private, no-store"
                if self.named.tls:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        return told

    async def _passage(self, request: Request, reader: Reader | None) -> Response:
        if request.method == "POST" and request.url.path == "/login":
            return await _enter(request, self.named)
        if request.method == "POST" and reader:
            return await _leave(request, self.named, reader)
        if request.url.path == "/logout" or reader:
            return RedirectResponse("/", 303)
        return page(request, self.named, local(request.query_params.get("next", "/")))


def page(request: Request, named: Named, onward: str, told: str = "", status: int = 200) -> Response:
    """The page where one logs in. Its form is bound to a cookie that was given out with it."""
    token = cookie_of(request, named.before) or secrets.token_urlsafe(32)
    html = environment().get_template("login.html").render(seal=_bound(token), onward=onward, told=told)
    answer = HTMLResponse(html, status)
    answer.set_cookie(named.before, token, httponly=True, samesite="strict", secure=named.tls, max_age=3600, path="/")
    return answer


async def _enter(request: Request, named: Named) -> Response:
    form = await fields_of(request) or {}
    name, onward = safe(form.get("name", ""))[:200], local(form.get("next", "/"))
    token = cookie_of(request, named.before)
    if not token or not from_here(request) or not _same(form.get("seal", ""), _bound(token)):
        return page(request, named, onward, STALE, 403)
    keys = _keys(request, name)
    if (wait := named.throttle.wait(keys)) > 0:
        answer = page(request, named, onward, f"Too many tries. Wait {math.ceil(wait)} seconds.", 429)
        answer.headers["Retry-After"] = str(math.ceil(wait))
        return answer
    named.throttle.failed(keys)
    user = await run_in_threadpool(named.users.check, name, form.get("password", ""))
    if user is None:
        return page(request, named, onward, WRONG, 403)
    named.throttle.passed(keys)
    return _welcome(named, user, onward)


def _welcome(named: Named, user: User, onward: str) -> Response:
    answer = RedirectResponse(onward, 303)
    token = named.sessions.open(user.name, _mark(user))
    # Lax: a link from a letter opens the dossier; forms are held by their seal and by where they come from.
    answer.set_cookie(
        named.cookie, token, httponly=True, samesite="lax", secure=named.tls, max_age=int(LIVES), path="/"
    )
    answer.delete_cookie(named.before, path="/", secure=named.tls, httponly=True, samesite="strict")
    return answer


async def _leave(request: Request, named: Named, reader: Reader) -> Response:
    form = await fields_of(request) or {}
    if not from_here(request) or not _same(form.get("seal", ""), reader.seal):
        return RedirectResponse("/", 303)
    named.sessions.close(cookie_of(request, named.cookie))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(named.cookie, path="/", secure=named.tls, httponly=True, samesite="lax")
    return answer


def local(told: str) -> str:
    """An address of this dossier to go on to; the story where it is of another place."""
    odd = not told.startswith("/") or told.startswith(("//", "/login", "/logout")) or "\\" in told
    return "/" if odd or not told.isprintable() else told[:2000]


def _to_login(request: Request) -> Response:
    if request.method not in READING:
        return PlainTextResponse("You are not logged in.\n", 401)
    if request.url.path == "/" and not request.url.query:
        return RedirectResponse("/login", 303)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?{urlencode({'next': asked})}", 303)


def _keys(request: Request, name: str) -> dict[str, int]:
    """What a failure is noted under, and how often each may fail before it waits."""
    address = request.client.host if request.client else ""
    who = " ".join(name.casefold().split())
    return {f"one {who} {address}": 5, f"address {address}": 30, f"name {who}": 60}


def _mark(user: User) -> str:
    return hashlib.sha256(user.hash.encode()).hexdigest()


def _bound(token: str) -> str:
    return hmac.new(token.encode("utf-8", "replace"), b"login", hashlib.sha256).hexdigest()


def _same(told: str, known: str) -> bool:
    return hmac.compare_digest(told.encode("utf-8", "replace"), known.encode())
