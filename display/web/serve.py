"""Serving the pages: where it listens, what it takes, and how it ends."""

import asyncio
import errno
import gc
import resource
import socket
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from data.clock import Clock
from data.refused import Refused, mark
from display.web.app import build
from display.web.guard.protocol import limited
from display.web.log import of_loop, quiet
from display.web.streams import Streams
from display.web.web import Web, opened

if TYPE_CHECKING:
    from data.store import Store

MOST_STREAMS = 10_000
MOST_FILES, OWN_FILES = 65_536, 64
"""Files that may be open at once, connections among them; and those that are none."""
BACKLOG = 4096
IDLE_S = 10
GARBAGE = (10_000, 20, 20)
"""How seldom garbage is looked for: an open page makes hardly any, but all of its parts are looked through."""
END_S = 1
"""What is asked has so long to be answered when the server ends."""
LISTENS = mark("The pages are at {address}")
NO_ADDRESS = mark("The centre file has no address, so the QR code of a ticket leads to no page.")
IN_USE = mark("Port {port} of {host} is in use. Choose another: novbe web --port 8081")
NOT_OURS = mark("{host} is no address of this machine.")
NOT_ALLOWED = mark("This user may not listen at port {port}. Choose one above 1023.")
CANNOT = mark("The pages cannot be served at {host}, port {port}.")


class Server(uvicorn.Server):
    """Ends its streams at once when it is to end, and then leaves in good order, with exit code 0."""

    def __init__(self, config: uvicorn.Config, web: Web) -> None:
        super().__init__(config)
        self._web = web

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_exception_handler(of_loop)
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._web.streams.close()
        await super().shutdown(sockets)


def server(web: Web, most_connections: int = MOST_STREAMS) -> Server:
    """What serves the pages of `web`, at the sockets that it is given."""
    config = uvicorn.Config(
        build(web),
        http=limited(most_connections),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # `Proxies` does it, by the centre as it is set up now
        forwarded_allow_ips=[],
        server_header=False,
        workers=1,
        backlog=BACKLOG,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=END_S,
    )
    quiet()
    return Server(config, web)


def run(open_store: "Callable[[], Store]", clock: Clock, host: str, port: int, tell: Callable[[Refused], None]) -> int:
    """Serve until SIGTERM or ctrl+c; exit code 0. Raises Refused: cannot-listen, and where the store cannot be opened.

    `tell` is told, on the way, where it listens and what is missing.
    """
    most, sockets = files(), listening(host, port)
    try:
        web = opened(open_store, clock, streams=Streams(min(MOST_STREAMS, most * 9 // 10)))
        tell(Refused("listens", LISTENS, address=shown(host, sockets[0])))
        if web.live.centre.address is None:
            tell(Refused("no-address", NO_ADDRESS))
        gc.enable()
        gc.freeze()  # what is there by now stays; looking through it for garbage would hold all pages up for 150 ms
        gc.set_threshold(*GARBAGE)
        server(web, most).run(sockets)
    finally:
        for one in sockets:
            one.close()
    return 0


def listening(host: str, port: int) -> list[socket.socket]:
    """Sockets at all addresses of a host, at one port (0: any that is free). Raises Refused `cannot-listen`."""
    found: list[socket.socket] = []
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in dict.fromkeys(infos):
            at = (address[0], found[0].getsockname()[1], *address[2:]) if found else address
            found.append(_bound(socket.socket(family, kind, protocol), at))
    except (OSError, OverflowError) as error:
        for one in found:
            one.close()
        raise _cannot(error, host, port) from error
    return found


def _bound(one: socket.socket, address: object) -> socket.socket:
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if one.family is socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)  # pyright: ignore[reportArgumentType]
        one.listen(BACKLOG)  # at once: with SO_REUSEADDR a second server could bind it as well before
    except BaseException:
        one.close()
        raise
    return one


def _cannot(error: OSError | OverflowError, host: str, port: int) -> Refused:
    sentence = CANNOT
    if isinstance(error, socket.gaierror) or getattr(error, "errno", 0) == errno.EADDRNOTAVAIL:
        sentence = NOT_OURS
    elif isinstance(error, OSError):
        sentence = {errno.EADDRINUSE: IN_USE, errno.EACCES: NOT_ALLOWED}.get(error.errno or 0, CANNOT)
    return Refused("cannot-listen", sentence, host=host, port=port)


def shown(host: str, one: socket.socket) -> str:
    """The address of the pages, as somebody can open it."""
    return f"http://{f'[{host}]' if ':' in host else host}:{one.getsockname()[1]}/"


def files() -> int:
    """How many connections may be open: what the system allows, raised as far as it lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(1, wanted - OWN_FILES)
