"""Saved mail: its text part, its markup where it has no text; attached files are pages of their own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial
from typing import cast

from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.intake import limits
from ceasewire.intake.credits import name_alone
from ceasewire.intake.days import day_of
from ceasewire.intake.decode import sound
from ceasewire.intake.formats import FORMATS
from ceasewire.intake.html import page_of
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Inside, Item, Page, RefusedError, Source


def read(source: Source) -> Iterator[Item]:
    """The mail and the files attached to it. Raises RefusedError where it holds neither text nor a file."""
    data = source.load(limits.MAX_PRINTED)
    mail = message_from_bytes(data, policy=policy.default)
    files = list(_files(mail, source.depth))
    try:
        yield _mail(mail, data)
    except RefusedError as reason:
        if not files:
            raise
        yield Broken("", str(reason))
    yield from unique(enumerate(files, 1))


def _mail(mail: EmailMessage, data: bytes) -> Page:
    subject = " ".join(str(mail["subject"] or "").split())
    part = cast("EmailMessage | None", mail.get_body(("plain", "html")))
    words = _content(part) if part is not None else ""
    if not words.strip():
        raise RefusedError("a mail without text")
    if part is not None and part.get_content_type() == "text/html":
        page = page_of(data, words)
    else:
        page = Page("", data, sound("\n\n".join(filter(None, (subject, words.replace("\r\n", "\n"))))))
    site, person, host = _from(mail)
    title, day = subject or None, day_of(str(mail["date"]))
    return replace(page, title=title, published=day, why="Date of the mail", site=site, byline=person, domain=host)


def _content(part: EmailMessage) -> str:
    """The words of a part; one of an unknown encoding as Latin letters."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, KeyError):
        return cast(bytes, part.get_payload(decode=True) or b"").decode("cp1252", "replace")


def _from(mail: EmailMessage) -> tuple[str | None, str | None, str | None]:
    """Outlet, person and host of the sender: a name that is no person's is an outlet's."""
    name, address = parseaddr(str(mail["from"] or ""))
    host = address.rpartition("@")[2] or None
    known = outlet_by_name(name) if name else None
    if name and known is None and name_alone(name) and not name.lower().startswith("the "):
        return None, name, host
    return known.name if known else name or None, None, host


def _files(mail: EmailMessage, depth: int) -> Iterator[Inside]:
    """Attached files of a known type."""
    for part in mail.iter_attachments():
        name = part.get_filename() or ""
        if f".{name.lower().rpartition('.')[2]}" in FORMATS:
            data = cast(bytes, part.get_payload(decode=True) or b"")
            yield Inside(name, Source(name, partial(io.BytesIO, data), depth + 1))
