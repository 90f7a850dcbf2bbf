"""Where the dashboard is found: by a browser on this machine, and by phones on its network."""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit, urlunsplit

from streamlit import config
from streamlit.web.server import server_util

# In the address of the page Score: the workshop's code, from the QR code, then the scorer's own.
CODE, OWN = "code", "scorer"
# An address that is set aside for documents and answers nobody: nothing is sent to it.
NOWHERE = ("192.0.2.1", 9)


def browser_address() -> str:
    """Return where a browser finds the dashboard."""
    if config.is_manually_set("browser.serverAddress"):
        name = str(config.get_option("browser.serverAddress"))
    else:
        name = server_util.get_display_address(config.get_option("server.address"))
    return server_util.get_url(name)


def page_for_phones(shown: str, own: str | None, name: str) -> str:
    """Return the address of a page as a phone reaches it.

    `shown` is that of the page that is seen here. Where it means this machine for anyone who
    reads it, `own` takes its place: the machine's name on its network, if that is known.
    """
    parts = urlsplit(shown)
    host, port = parts.hostname or "localhost", f":{parts.port}" if parts.port else ""
    if own and is_this_machine(host):
        host = own
    bracketed = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/").rpartition("/")[0] + f"/{name}"
    return urlunsplit((parts.scheme or "http", bracketed + port, path, "", ""))


def is_this_machine(host: str) -> bool:
    """Tell whether a host in an address means the machine of the person who reads it."""
    number = _number(host)
    # 0.0.0.0 is where a server listens everywhere, and is printed by it as an address.
    return is_loopback(host) or (number is not None and number.is_unspecified)


def is_loopback(host: str) -> bool:
    """Tell whether a host is reached from this machine alone."""
    number = _number(host)
    return host == "localhost" or (number is not None and number.is_loopback)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def own_address() -> str | None:
    """Return this machine's address on its network; None where none is found."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Chooses the way that a message would take, and sends none.
            probe.connect(NOWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return next(_named_addresses(), None)


def _named_addresses() -> Iterator[str]:
    """Yield the addresses of this machine's own name: a network that leads nowhere has no way."""
    try:
        addresses = socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return
    yield from (address for address in addresses if not is_this_machine(address))
