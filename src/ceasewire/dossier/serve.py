"""Opens a record in the browser of this machine."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn

from ceasewire.dossier.app import application
from ceasewire.dossier.moments import Moments
from ceasewire.record import RecordError


def serve(record: Path, host: str, port: int, tell: Callable[[str], None], key: str | None = None) -> None:
    """Serve a record until interrupted; `tell` is given the address with its key. Port 0 takes a free one.

    Raises RecordError where the record cannot be opened, or the address is not of this machine alone.
    """
    if not loopback(host):
        raise RecordError(
            f"{host}: the dossier opens to this machine alone (127.0.0.1); others need users of their own"
        )
    moments = Moments(record)
    key = key or secrets.token_urlsafe(24)
    try:
        with _bound(host, port) as bound:
            name = f"[{host}]" if ":" in host else host
            tell(f"http://{name}:{bound.getsockname()[1]}/?key={key}")
            threading.Thread(target=moments.at().search.warm, daemon=True).start()
            config = uvicorn.Config(application(moments, key), log_level="warning", server_header=False, lifespan="off")
            uvicorn.Server(config).run(sockets=[bound])
    finally:
        moments.close()


def loopback(host: str) -> bool:
    """Whether an address is of this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise RecordError(f"{host}:{port}: cannot be listened on: {error.strerror}") from error
    return bound
