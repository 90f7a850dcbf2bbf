"""Under which names the dashboard answers: its own, and none that another site points here.

A page of another site can let its own name point to this machine (DNS rebinding): the browser then
hands it all that this server answers. Streamlit can refuse a foreign name, but on the websocket
alone; here every path is refused, and before anything is looked up.
"""

import logging
import socket
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

NO_NAME = "The request does not say under which name it means to reach the dashboard."
FOREIGN_HOST = (
    "This dashboard does not answer to the name {host}. Open it as localhost, by this machine's "
    "name, or by its address in figures. If whoever runs it has given it this name, it has to be "
    "started with --network {host} (by streamlit run, with --browser.serverAddress {host})"
)
FOREIGN_ORIGIN = (
    "This request comes from a page of another site, {origin}, which this dashboard does not "
    "answer. Open the dashboard itself: {host}"
)
LOG = logging.getLogger(__name__)
# A name can be as long as its sender likes; what is said of it is not.
LONGEST = 100


class KnownHosts:
    """Let a request through if it asks for the dashboard by a name of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a foreign name or a foreign page, on every path and on the websocket."""
        refusal = refused(Headers(scope=scope)) if scope["type"] in ("http", "websocket") else ""
        if not refusal:
            await self._app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            # No browser shows what a refused websocket was told.
            LOG.warning(refusal)
        answer = PlainTextResponse(refusal, 403, {"X-Content-Type-Options": "nosniff"})
        await answer(scope, receive, send)


def refused(headers: Headers) -> str:
    """Say why a request is not answered; nothing if it is."""
    host, origin = headers.get("host", ""), headers.get("origin")
    parts = _parts(f"//{host}")
    if parts is None or not parts.hostname:
        return NO_NAME
    if not is_known(parts.hostname, host):
        return FOREIGN_HOST.format(host=parts.hostname[:LONGEST])
    if origin is not None and not _is_own(origin, host):
        return FOREIGN_ORIGIN.format(origin=origin[:LONGEST], host=host)
    return ""


def is_known(hostname: str, host: str) -> bool:
    """Tell whether the dashboard answers to a name, with or without its port.

    An address in figures is always its own: no other site can have it for a name. Where
    `server.allowedHosts` is set it decides alone, as it does on Streamlit's websocket.
    """
    if config.get_option("server.allowedHosts"):
        return bool(is_host_allowed(host))
    return _in_figures(hostname) or hostname.rstrip(".") in own_names()


def own_names() -> set[str]:
    """Return the names of this machine, and those that the dashboard was started with."""
    machine = socket.gethostname()
    short = machine.partition(".")[0]
    started_with = (
        config.get_option("server.address"),
        # Given as a name, or as the whole address that people type.
        _without_scheme(config.get_option("browser.serverAddress")),
    )
    named = ("localhost", machine, short, f"{short}.local", *started_with)
    return {name.lower() for name in named if name}


def _is_own(origin: str, host: str) -> bool:
    """Tell whether a page is the dashboard's own, or of a site that it was started with."""
    page = _parts(origin)
    if page is None or not page.hostname:
        return False
    named = config.get_option("server.corsAllowedOrigins")
    public = _without_scheme(config.get_option("browser.serverAddress"))
    is_public = config.is_manually_set("browser.serverAddress") and page.hostname == public
    return page.netloc.lower() == host.lower() or origin in named or is_public


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        # Reading a port that is none raises an error.
        _ = parts.port
    except ValueError:
        return None
    return None if parts.username is not None or parts.path or parts.query else parts


def _in_figures(hostname: str) -> bool:
    try:
        ip_address(hostname)
    except ValueError:
        return False
    return True


def _without_scheme(name: str | None) -> str:
    return (urlsplit(name if "//" in name else f"//{name}").hostname or "") if name else ""
