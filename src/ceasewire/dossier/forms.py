"""What a reader sends: a form, and the proof that it comes from a view of ours."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

LARGEST = 16_000  # bytes of a form
SEAL = "seal"


def seal_of(key: str) -> str:
    """What every form of ours holds and no other site can know."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()


async def form_of(request: Request, key: str) -> dict[str, str] | None:
    """The fields of a form; None where it is too large, from another site, or without the seal."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20))
    ours = hmac.compare_digest(fields.get(SEAL, "").encode(), seal_of(key).encode())
    return fields if ours and _from_here(request) else None


def _from_here(request: Request) -> bool:
    told = request.headers.get("origin")
    return told is None or urlsplit(told).netloc == request.headers.get("host")
