"""The running dashboard answers to its own names alone: every path, and the websocket."""

import socket
from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from assessment.store import Store
from tests.browser.conftest import free_port, running

# Each answers something to whoever is let in: the page, what is alive, settings, files, a script.
PATHS = {
    "/": 200,
    "/survey": 200,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/media/none.png": 404,
    "/static/js/none.js": 200,
}
HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": b64encode(bytes(16)).decode(),
    "Sec-WebSocket-Protocol": "streamlit",
}
MACHINE = socket.gethostname()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hosts")


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """A dashboard for this machine only, as the README starts it."""
    at = free_port()
    with running(_empty(folder / "own.duckdb"), at):
        yield at


@pytest.fixture(scope="module")
def on_a_network(folder: Path) -> Iterator[int]:
    """A dashboard that colleagues reach, by a name of its own or through a proxy."""
    at, started = free_port(), ("--server.address", "0.0.0.0", "--browser.serverAddress")  # noqa: S104
    with running(_empty(folder / "network.duckdb"), at, *started, "csp.council.example"):
        yield at


@pytest.fixture(scope="module")
def listed(folder: Path) -> Iterator[int]:
    """A dashboard whose names are listed: the list alone decides."""
    at, names = free_port(), ("localhost", "*.council.example")
    options = [part for name in names for part in ("--server.allowedHosts", name)]
    with running(_empty(folder / "listed.duckdb"), at, *options):
        yield at


def _empty(path: Path) -> Path:
    Store.open(path, create=True).close()
    return path


def ask(
    port: int, path: str, host: str, method: str = "GET", **headers: str
) -> tuple[int, str, dict[str, str]]:
    """Ask over the loopback interface, under whatever name; return status, text and headers."""
    asked = HTTPConnection("localhost", port, timeout=20)
    asked.putrequest(method, path, skip_host=True)
    for name, value in {"Host": host, **headers}.items():
        asked.putheader(name.replace("_", "-"), value)
    asked.endheaders()
    answer = asked.getresponse()
    text = "" if answer.status == 101 else answer.read().decode()
    asked.close()
    return answer.status, text, {name.lower(): value for name, value in answer.getheaders()}


def join(port: int, host: str, origin: str | None) -> int:
    """Open the websocket, which hands out every figure, and return the status of the answer."""
    said = {"Origin": origin} if origin else {}
    return ask(port, "/_stcore/stream", host, **HANDSHAKE, **said)[0]


@pytest.mark.parametrize("path", PATHS)
def test_foreign_name_is_refused_on_every_path(port: int, path: str) -> None:
    status, text, headers = ask(port, path, f"evil.example:{port}")
    assert status == 403
    assert text.startswith("This dashboard does not answer to the name evil.example. Open it as")
    assert headers["content-type"].startswith("text/plain")
    assert ask(port, path, f"localhost:{port}")[0] == PATHS[path]


def test_upload_under_a_foreign_name_is_refused_before_it_is_read(port: int) -> None:
    status, text, _ = ask(port, "/_stcore/upload_file/a/b", "evil.example", "PUT")
    assert (status, text.startswith("This dashboard does not answer")) == (403, True)


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]", MACHINE])
def test_own_names_are_answered(port: int, name: str) -> None:
    host = f"{name}:{port}"
    assert ask(port, "/", host)[0] == 200
    assert join(port, host, f"http://{host}") == 101
    # Programs that are no browser say no origin.
    assert join(port, host, None) == 101


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil@localhost",
        "localhost:99999",
        "localhost/evil",
        "",
    ],
)
def test_foreign_name_is_refused_on_the_websocket(port: int, host: str) -> None:
    assert join(port, host, None) == 403
    assert join(port, host, f"http://{host}") == 403
    assert ask(port, "/", host)[0] == 403


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://6.6.6.6",
        "null",  # a file, or a frame that is shut in
        "http://localhost:1",  # another program of this machine
        "http://evil@localhost",
    ],
)
def test_page_of_another_site_is_refused(port: int, origin: str, folder: Path) -> None:
    assert join(port, f"localhost:{port}", origin) == 403
    status, text, _ = ask(port, "/_stcore/health", f"localhost:{port}", Origin=origin)
    assert (status, text.startswith("This request comes from a page of another site")) == (
        403,
        True,
    )
    log = (folder / "server.log").read_text()
    # Streamlit would first ask an outside service which address this machine has.
    assert "external IP" not in log
    assert "This request comes from a page of another site" in log


def test_on_a_network_the_given_name_is_answered_and_no_other(on_a_network: int) -> None:
    for host in ("csp.council.example", f"csp.council.example:{on_a_network}", "192.0.2.7:8501"):
        assert ask(on_a_network, "/", host)[0] == 200
        assert join(on_a_network, host, f"http://{host}") == 101
    # A proxy that speaks https to the outside, and says the name that it was asked for.
    assert join(on_a_network, "csp.council.example", "https://csp.council.example") == 101
    # And one that says its own, as nginx does unless it is told otherwise.
    assert join(on_a_network, "127.0.0.1:8501", "https://csp.council.example") == 101
    assert ask(on_a_network, "/", "other.council.example")[0] == 403
    assert join(on_a_network, "csp.council.example", "https://evil.example") == 403


def test_a_list_of_names_decides_alone(listed: int) -> None:
    for host in ("localhost", "safer.council.example"):
        assert ask(listed, "/", host)[0] == 200
        assert join(listed, host, f"http://{host}") == 101
    for host in ("127.0.0.1", MACHINE, "council.example.evil.example"):
        assert ask(listed, "/", host)[0] == 403
        assert join(listed, host, None) == 403
