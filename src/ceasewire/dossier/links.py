"""Where a view of the dossier stands: its address on the server, its file in a published site."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote, urlencode

from ceasewire.model import Span


class Links(Protocol):
    """Addresses of views, as seen from one of them."""

    live: bool
    seal: str
    reviewer: str
    named: bool
    leave: str

    def to(self, view: str, key: str = "", at: Span | None = None, **values: str | int | None) -> str:
        """The address of a view of the thing with this id, at these characters where it is a page."""

    def asset(self, name: str) -> str:
        """The address of a file of ours."""


class Served:
    """Addresses on the server. Every link keeps the day that is looked at."""

    live = True

    def __init__(
        self, as_of: str | None = None, seal: str = "", reviewer: str = "", *, named: bool = False, leave: str = ""
    ) -> None:
        """`seal` goes into forms, and is empty where nothing may be sent; `reviewer` is the name last ruled under, or
        that of the user who is logged in, where readers are `named`; `leave` is the seal of the form to log out.
        """
        self.as_of = as_of
        self.seal = seal
        self.reviewer = reviewer
        self.named = named
        self.leave = leave

    def to(self, view: str, key: str = "", at: Span | None = None, **values: str | int | None) -> str:
        """`/page/4f2a?c=120-180#c120-180`."""
        asked: dict[str, str | int | None] = {"as_of": self.as_of, **values}
        if at:
            asked["c"] = f"{at.start}-{at.end}"
        query = urlencode({name: value for name, value in asked.items() if value not in (None, "")})
        path = "/" if view == "story" else f"/{view}" + (f"/{quote(key, safe='')}" if key else "")
        return path + (f"?{query}" if query else "") + (anchor(at) if at else "")

    def asset(self, name: str) -> str:
        """`/assets/dossier.css`."""
        return f"/assets/{name}"


class Nowhere(Served):
    """Addresses in a picture that leaves the server: none leads anywhere."""

    live = False

    def to(self, view: str, key: str = "", at: Span | None = None, **values: str | int | None) -> str:
        """`#`."""
        return "#"


class Filed:
    """Addresses of files in a published site, seen from a file in a folder `depth` levels down."""

    live = False
    seal = ""
    reviewer = ""
    named = False
    leave = ""

    def __init__(self, depth: int = 0) -> None:
        self.up = "../" * depth

    def to(self, view: str, key: str = "", at: Span | None = None, **values: str | int | None) -> str:
        """`../page/4f2a.html#c120-180`; what a file cannot answer is left out, but for the number of a leaf."""
        return self.up + file_of(view, key, int(values.get("leaf") or 1)) + (anchor(at) if at else "")

    def asset(self, name: str) -> str:
        """`../assets/dossier.css`."""
        return f"{self.up}assets/{name}"


def file_of(view: str, key: str = "", leaf: int = 1) -> str:
    """The file of a view in a published site, from its root."""
    if view in ("export", "picture"):
        return f"{view}/{key}"
    more = f"-{leaf}" if leaf > 1 else ""
    if key:
        return f"{view}/{quote(key, safe='')}{more}.html"
    return ("index" if view == "story" else view) + f"{more}.html"


def anchor(at: Span) -> str:
    """The fragment of an address that lands on these characters."""
    return f"#c{at.start}-{at.end}"
