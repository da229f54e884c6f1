"""Opens a record in the browser: of this machine with a key, of others for named users."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from ceasewire.dossier.app import application
from ceasewire.dossier.door import Named
from ceasewire.dossier.moments import Moments
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.users import Users, beside
from ceasewire.dossier.views.contacts import tables
from ceasewire.dossier.views.positions import stands
from ceasewire.record import RecordError

HERE = ("127.0.0.1", "localhost", "[::1]")
ANY = ("0.0.0.0", "::")
PLAIN = "Names and passwords cross the network as they are: give --cert and --cert-key, or --behind-tls."


@dataclass(frozen=True)
class Service:
    """How the dossier is served. `names` are more host names to answer to; `named` asks for users on this machine too;
    `behind_tls` says that something in front of it ends TLS.
    """

    host: str = "127.0.0.1"
    port: int = 0
    names: tuple[str, ...] = ()
    named: bool = False
    cert: Path | None = None
    cert_key: Path | None = None
    behind_tls: bool = False

    @property
    def users(self) -> bool:
        """Whether only named users come in."""
        return self.named or not loopback(self.host)

    @property
    def tls(self) -> bool:
        """Whether browsers come through TLS."""
        return self.cert is not None or self.behind_tls

    @property
    def hosts(self) -> list[str]:
        """The names it answers to."""
        own = [] if self.host in ANY else [shown(self.host)]
        return list(dict.fromkeys([*HERE, *own, *_of_machine(self.host), *self.names]))


def serve(record: Path, service: Service, tell: Callable[[str], None], key: str | None = None) -> None:
    """Serve a record until interrupted; `tell` is given the address, with its key where one opens it.

    Port 0 takes a free one. Raises RecordError where the record cannot be opened, the address cannot be listened on,
    or it is not of this machine alone and there are no users.
    """
    opens = _opens(record, service, key)
    moments = Moments(record)
    try:
        with _bound(service.host, service.port) as bound:
            tell(_address(service, bound.getsockname()[1], opens))
            if service.users and not service.tls:
                tell(PLAIN)
            threading.Thread(target=_warm, args=(moments.at(),), daemon=True).start()
            uvicorn.Server(_config(application(moments, opens, service.hosts), service)).run(sockets=[bound])
    finally:
        moments.close()


def _opens(record: Path, service: Service, key: str | None) -> str | Named:
    """What opens the dossier: a key on this machine, else a login. Raises RecordError where nobody could log in."""
    if (service.cert is None) != (service.cert_key is None):
        raise RecordError("--cert and --cert-key go together")
    if not service.users:
        return key or secrets.token_urlsafe(24)
    users = Users(beside(record))
    if not users.all():
        raise RecordError(
            f"{service.host}: without named users the dossier opens to this machine alone (127.0.0.1); "
            f"add some: ceasewire users add {record} NAME"
        )
    return Named(users, tls=service.tls)


def _address(service: Service, port: int, opens: str | Named) -> str:
    name = service.names[0] if service.names else shown(service.host)
    query = f"?key={opens}" if isinstance(opens, str) else ""
    return f"http{'s' if service.cert else ''}://{name}:{port}/{query}"


def _warm(shelf: Shelf) -> None:
    """Work out before it is asked what takes long on a large record."""
    shelf.once(stands)
    shelf.once(tables)
    shelf.search.warm()


def _config(app: Starlette, service: Service) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        lifespan="off",
        ssl_certfile=service.cert,
        ssl_keyfile=service.cert_key,
        proxy_headers=service.behind_tls,
        timeout_keep_alive=20,
    )


def shown(host: str) -> str:
    """An address as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


def loopback(host: str) -> bool:
    """Whether an address is of this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _of_machine(host: str) -> list[str]:
    """The names of this machine, where it listens on all its addresses."""
    if host not in ANY:
        return []
    own = socket.gethostname()
    try:
        return [own, *(shown(str(row[4][0])) for row in socket.getaddrinfo(own, None))]
    except OSError:
        return [own]


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
