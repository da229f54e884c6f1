"""One page with roles, outlet, origin, genre and language: a document."""

from __future__ import annotations

import hashlib

from ceasewire.intake.credits import cleaned_byline, dateline
from ceasewire.intake.genre import genre_of
from ceasewire.intake.head import clean_title
from ceasewire.intake.language import language_of
from ceasewire.intake.origin import origin_of
from ceasewire.intake.outlet import Text, outlet_of
from ceasewire.intake.page import Page
from ceasewire.intake.roles import roles_of
from ceasewire.model import Basis, Document, Line, Role, ident


def compose(path: str, page: Page) -> Document:
    """The document of a page. `published` is what metadata says, or None."""
    sha256 = hashlib.sha256(page.data).hexdigest()
    lines, headline = roles_of(page.text, page.title, page.marked)
    text = _text(page.text, lines, headline)
    outlet = outlet_of(text, page.url, page.domain, page.site)
    origin = origin_of(text) or outlet
    language = language_of("\n".join(text.body) or page.text)
    return Document(
        id=ident("document", path, sha256),
        path=path,
        url=page.url,
        retrieved=page.retrieved,
        sha256=sha256,
        text=page.text,
        language=language,
        read=True if language in (None, "en") else f"not in English ({language})",
        outlet=outlet,
        origin=origin,
        genre=page.genre or genre_of(text, page.url, outlet, origin),
        rights=page.rights or _rights(text),
        title=clean_title(headline) if headline else None,
        byline=cleaned_byline(text.bylines[0]) if text.bylines else page.byline,
        dateline=dateline(text.body[0])[0] if text.body else None,
        published=page.published,
        published_earliest=page.earliest or page.published,
        published_latest=page.published,
        published_basis=[Basis(page.shown, page.why)] if page.published else [],
        lines=lines,
    )


def _text(text: str, lines: list[Line], headline: str | None) -> Text:
    def of(role: Role) -> list[str]:
        return [text[line.start : line.end] for line in lines if line.role == role]

    top = lines[0] if lines and lines[0].role in ("furniture", "credit", "byline") else None
    first = text[top.start : top.end] if top else None
    return Text(of("body"), of("furniture"), of("credit"), of("byline"), headline, first)


def _rights(text: Text) -> str | None:
    """The page's own copyright line."""
    marks = ("©", "(c) ", "copyright")
    return next((line for line in (*text.credits, *text.furniture) if line.lower().startswith(marks)), None)
