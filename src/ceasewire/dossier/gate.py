"""Who may come in, and what a browser may do with what it gets."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ceasewire.dossier.forms import seal_of
from ceasewire.dossier.reader import Reader, let_in

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
REVIEWER = "ceasewire_reviewer"  # the cookie with the name that was last ruled under
TOLD = "This dossier opens with the address that `ceasewire serve` printed: it holds the key.\n"


class Headers:
    """Puts the policy on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and add the headers to what comes back."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, told)


class Hosts:
    """Answers only to names of this machine, so that no page of the network can pose as it."""

    def __init__(self, app: ASGIApp, names: Sequence[str]) -> None:
        self.app = app
        self.names = frozenset(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        told = dict(scope.get("headers", [])).get(b"host", b"").decode("latin-1")
        if scope["type"] != "http" or re.sub(r":\d{1,5}$", "", told) in self.names:
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse("Not a name of this dossier.\n", 400)(scope, receive, send)


class Gate:
    """Lets in who has the key: in the address once, then in a cookie that no script and no other site can use."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self.app = app
        self.key = key
        self.pass_ = hmac.new(key.encode(), b"ceasewire", hashlib.sha256).hexdigest()
        self.cookie = f"ceasewire_{self.pass_[:8]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, hand out a cookie, or refuse."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if _same(cookie_of(request, self.cookie), self.pass_):
            let_in(scope, Reader(unquote(cookie_of(request, REVIEWER))[:80], seal=seal_of(self.key), rules=True))
            await self.app(scope, receive, send)
            return
        answer = self._welcome(scope) or PlainTextResponse(TOLD, 403)
        await answer(scope, receive, send)

    def _welcome(self, scope: Scope) -> Response | None:
        """A cookie and the same address without the key, for who brings the key."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=50)
        if not any(name == "key" and _same(value, self.key) for name, value in asked):
            return None
        rest = urlencode([(name, value) for name, value in asked if name != "key"])
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(self.cookie, self.pass_, httponly=True, samesite="strict", path="/")
        return answer


def _same(told: str, known: str) -> bool:
    return hmac.compare_digest(told.encode(), known.encode())


def cookie_of(request: Request, name: str) -> str:
    """A cookie that came with a request, empty where there is none."""
    return request.cookies.get(name, "")
