"""The web application: addresses, each answered by one view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from ceasewire.dossier.door import Door, Named
from ceasewire.dossier.draw.scale import day_of
from ceasewire.dossier.gate import Gate, Headers, Hosts
from ceasewire.dossier.links import Links, Nowhere, Served
from ceasewire.dossier.moments import BusyError, Moments
from ceasewire.dossier.noting import routes as noting_routes
from ceasewire.dossier.paper import Sheet, render
from ceasewire.dossier.pictures import picture, policy
from ceasewire.dossier.reader import reader_of
from ceasewire.dossier.ruling import routes as ruling_routes
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.tables import table
from ceasewire.dossier.views import Asked, Missing
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.contradictions import contradictions
from ceasewire.dossier.views.fact import fact
from ceasewire.dossier.views.lineage import lineage, link
from ceasewire.dossier.views.map import atlas_sheet
from ceasewire.dossier.views.page import page
from ceasewire.dossier.views.pages import pages
from ceasewire.dossier.views.positions import positions
from ceasewire.dossier.views.rulings import review, rulings
from ceasewire.dossier.views.search import search
from ceasewire.dossier.views.source import source, sources
from ceasewire.dossier.views.story import story
from ceasewire.dossier.views.talks import talks
from ceasewire.dossier.views.tracks import track, tracks
from ceasewire.record.tlp import LEAVES, LEVELS, within

ListView = Callable[[Shelf, Asked, Links], Sheet]
ThingView = Callable[[Shelf, str, Asked, Links], Sheet]

LISTS: dict[str, ListView] = {
    "tracks": tracks,
    "talks": talks,
    "positions": positions,
    "map": atlas_sheet,
    "contradictions": contradictions,
    "sources": sources,
    "lineage": lineage,
    "pages": pages,
    "rulings": rulings,
    "review": review,
    "search": search,
}
THINGS: dict[str, ThingView] = {"fact": fact, "page": page, "source": source, "track": track, "link": link}
ASSETS = {
    "dossier.css": "text/css",
    "picture.css": "text/css",
    "dossier.js": "text/javascript",
    "review.js": "text/javascript",
    "mark.svg": "image/svg+xml",
    "find.js": "text/javascript",
}


def application(
    moments: Moments, opens: str | Named, hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]")
) -> Starlette:
    """The application over a record. A key or a login of a named user opens it; `hosts` are the names it answers to."""
    gate = Middleware(Gate, key=opens) if isinstance(opens, str) else Middleware(Door, named=opens)
    routes = [
        Route("/", _answer(moments, lambda s, r, ln: story(s, r.query_params, ln, whole(moments, r))), name="story"),
        *(Route(f"/{name}", _list(moments, view)) for name, view in LISTS.items()),
        *(Route(f"/{name}/{{key}}", _thing(moments, view)) for name, view in THINGS.items()),
        *ruling_routes(moments),
        *noting_routes(moments),
        Route("/export/{name}", _export(moments)),
        Route("/picture/{name}", _picture(moments)),
        Route("/assets/{name}", _asset),
    ]
    middleware = [Middleware(Headers), Middleware(Hosts, names=hosts), gate]
    return Starlette(
        routes=routes, middleware=middleware, exception_handlers={404: _nowhere(moments), BusyError: _busy}
    )


def missing(shelf: Shelf) -> Sheet:
    """What is shown where there is nothing."""
    return Sheet("missing.html", "Not here", {"basis": basis(shelf)}, 404)


def _list(moments: Moments, view: ListView) -> Callable[[Request], Response]:
    return _answer(moments, lambda shelf, request, links: view(shelf, request.query_params, links))


def _thing(moments: Moments, view: ThingView) -> Callable[[Request], Response]:
    return _answer(
        moments, lambda shelf, request, links: view(shelf, request.path_params["key"], request.query_params, links)
    )


def _answer(moments: Moments, view: Callable[[Shelf, Request, Links], Sheet]) -> Callable[[Request], Response]:
    """An endpoint; it is no coroutine, so it runs on a thread and the others need not wait."""

    def endpoint(request: Request) -> Response:
        day = _day(request)
        shelf, links = moments.at(day, reader_of(request).sees), links_of(request, day)
        key = request.url.path, request.url.query, links.seal, links.reviewer, links.leave, shelf.version
        known = shelf.answers.get(key)
        if known is None:
            try:
                sheet = view(shelf, request, links)
            except Missing:
                sheet = missing(shelf)
            known = render(sheet, shelf, links), sheet.status
            shelf.answers.put(key, *known)
        return HTMLResponse(*known)

    return endpoint


def links_of(request: Request, day: str | None = None) -> Served:
    """Links of a view for who asks for it. Rulings are made on the whole record, so a day of it has no forms."""
    reader = reader_of(request)
    seal = reader.seal if reader.rules and not day else ""
    return Served(day, seal, reader.name, named=reader.named, leave=reader.seal)


def whole(moments: Moments, request: Request) -> Shelf:
    """The whole record as far as who asks may see it."""
    return moments.at(sees=reader_of(request).sees)


def _leaving(moments: Moments, request: Request) -> Shelf:
    """What may be taken along: up to the label asked for, of what the reader may see."""
    told, sees = request.query_params.get("tlp", ""), reader_of(request).sees
    ceiling = told if told in LEVELS else LEAVES
    return moments.at(_day(request), ceiling if within(ceiling, sees) else sees)


def _export(moments: Moments) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        shelf, name = _leaving(moments, request), request.path_params["name"]
        try:
            kind, content = table(shelf, name, request.query_params)
        except Missing:
            return HTMLResponse(render(missing(shelf), shelf, Served()), 404)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=kind, headers=headers)

    return endpoint


def _picture(moments: Moments) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        shelf, name = _leaving(moments, request), request.path_params["name"]
        try:
            content = picture(shelf, name, request.query_params, Nowhere())
        except Missing:
            return HTMLResponse(render(missing(shelf), shelf, Served()), 404)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": policy()}
        return Response(content, media_type="image/svg+xml", headers=headers)

    return endpoint


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ASSETS:
        return Response(status_code=404)
    return Response(asset(name), media_type=ASSETS[name], headers={"Cache-Control": "private, max-age=600"})


def asset(name: str) -> bytes:
    """A file of ours, by its name in ASSETS."""
    return files("ceasewire.dossier").joinpath("assets", name).read_bytes()


def _nowhere(moments: Moments) -> Callable[[Request, Exception], Response]:
    def endpoint(request: Request, error: Exception) -> Response:
        shelf = whole(moments, request)
        return HTMLResponse(render(missing(shelf), shelf, Served()), 404)

    return endpoint


def _busy(request: Request, error: Exception) -> Response:
    told = "What you may see of this record, or of that day, is being put together. Ask again in a minute.\n"
    return PlainTextResponse(told, 503, {"Retry-After": "30"})


def _day(request: Request) -> str | None:
    day = day_of(request.query_params.get("as_of"))
    return day.isoformat() if day else None
