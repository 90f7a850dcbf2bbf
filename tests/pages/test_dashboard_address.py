"""The address that phones are given: this machine's on its network, under the port that it has."""

from collections.abc import Callable
from importlib import import_module

import pytest

from pages.components.address.dashboard_address import is_this_machine, own_address, page_for_phones

OWN = "192.168.4.20"
PAGES = [
    ("http://localhost:8501/risk_matrix", OWN, f"http://{OWN}:8501/score", "opened on the laptop"),
    (
        "http://127.0.0.1:8600/risk_matrix",
        OWN,
        f"http://{OWN}:8600/score",
        "a port of one's choice",
    ),
    ("http://0.0.0.0:8501/risk_matrix", OWN, f"http://{OWN}:8501/score", "as the server prints it"),
    ("http://[::1]:8501/risk_matrix", OWN, f"http://{OWN}:8501/score", "the same in IPv6"),
    (
        "http://10.0.0.7:8501/risk_matrix",
        OWN,
        "http://10.0.0.7:8501/score",
        "chosen by its address",
    ),
    ("http://csp-laptop/risk_matrix", OWN, "http://csp-laptop/score", "chosen by its name"),
    ("https://csp.example/a/risk_matrix/", OWN, "https://csp.example/a/score", "behind a path"),
    ("http://[fd00::7]:8501/risk_matrix", OWN, "http://[fd00::7]:8501/score", "IPv6 in brackets"),
    ("http://localhost:8501/risk_matrix", None, "http://localhost:8501/score", "on no network"),
    ("http://[::1]:8501/risk_matrix", None, "http://[::1]:8501/score", "on none, in IPv6"),
    ("", None, "http://localhost/score", "before the browser has said where it is"),
]


@pytest.mark.parametrize(("shown", "own", "page", "why"), PAGES)
def test_where_phones_are_led(shown: str, own: str | None, page: str, why: str) -> None:
    assert page_for_phones(shown, own, "score") == page, why


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.0.1.1", True),
        ("0.0.0.0", True),  # noqa: S104 - what a server prints, not what one binds
        ("::1", True),
        ("192.168.4.20", False),
        ("csp-laptop", False),
        ("", False),
    ],
)
def test_what_means_the_readers_own_machine(host: str, here: bool) -> None:
    assert is_this_machine(host) is here


@pytest.fixture
def unconnected(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    """A machine without a way to anywhere else, whose own name has some addresses."""
    dashboard_address = import_module("pages.components.address.dashboard_address")

    class NoWay:
        def __init__(self, *_: object) -> None: ...
        def __enter__(self) -> "NoWay":
            return self

        def __exit__(self, *_: object) -> None: ...
        def connect(self, _: object) -> None:
            raise OSError("Network is unreachable")

    def named(addresses: list[str]) -> None:
        monkeypatch.setattr(dashboard_address.socket, "socket", NoWay)
        monkeypatch.setattr(
            dashboard_address.socket, "gethostbyname_ex", lambda name: (name, [], addresses)
        )

    return named


@pytest.mark.parametrize(
    ("addresses", "own", "why"),
    [
        (["127.0.1.1", "192.168.137.1"], "192.168.137.1", "a hotspot of the laptop's own"),
        (["127.0.1.1"], None, "on no network at all"),
        ([], None, "without a name"),
    ],
)
def test_a_network_that_leads_nowhere(
    unconnected: Callable[[list[str]], None], addresses: list[str], own: str | None, why: str
) -> None:
    unconnected(addresses)
    assert own_address() == own, why
