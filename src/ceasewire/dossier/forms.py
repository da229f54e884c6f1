"""What a reader sends: a form, and the proof that it comes from a view of ours."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from ceasewire.dossier.reader import reader_of

LARGEST = 16_000  # bytes of a form
SEAL = "seal"


def seal_of(key: str) -> str:
    """What every form of ours holds and no other site can know."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()


async def form_of(request: Request) -> dict[str, str] | None:
    """The fields of a form; None where it is too large, from another site, or without the seal of who sends it."""
    fields, seal = await fields_of(request), reader_of(request).seal
    if fields is None or not seal or not from_here(request):
        return None
    return fields if hmac.compare_digest(fields.get(SEAL, "").encode(), seal.encode()) else None


async def fields_of(request: Request) -> dict[str, str] | None:
    """The fields of a form as they were sent; None where it is too large."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    try:
        told = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return None
    return dict(told)


def from_here(request: Request) -> bool:
    """Whether a form was sent from a view of this dossier, as far as the browser tells."""
    told = request.headers.get("origin")
    return told is None or urlsplit(told).netloc == request.headers.get("host")
