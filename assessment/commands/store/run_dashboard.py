"""`dashboard`: open it, or say in a sentence why it cannot start."""

import os
import socket
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from assessment.errors import InvalidRequest
from assessment.store import store_path
from assessment.store.beside.location import VARIABLE
from assessment.store.store_check import must_be_usable

PROGRAM = Path(__file__).parents[3] / "dashboard.py"
HERE, EVERYWHERE = "localhost", "0.0.0.0"  # noqa: S104 - only where --network asks for it


def dashboard(options: Namespace) -> int:
    """Run the dashboard until it is stopped."""
    address = HERE if options.network is None else EVERYWHERE
    store = store_path(options.store_file).resolve()
    # If there is no store yet, the page offers to make one.
    must_be_usable(store)
    _require_free(address, options.port)
    os.environ[VARIABLE] = str(store)
    _have_a_home()
    settings = [f"--server.address={address}", f"--server.port={options.port}"]
    if options.network is not None:
        # Else Streamlit asks an outside service where it is, on a machine without a screen.
        settings.append(f"--browser.serverAddress={options.network or HERE}")
    # Streamlit is imported only here: no other command needs it.
    streamlit = import_module("streamlit.web.cli")
    streamlit.main(["run", str(PROGRAM), *settings], prog_name="streamlit")
    return 0


def _require_free(address: str, port: int) -> None:
    other = f"--port {8502 if port == 8501 else 8501}"
    if port not in range(2**16):
        raise InvalidRequest(
            f"Port {port} cannot be used here: ports are numbers up to {2**16 - 1}. Choose "
            f"another port: {other}"
        )
    if not _is_free(address, port):
        raise InvalidRequest(
            f"Port {port} cannot be used here: another program has it, or it is not allowed. If "
            f"that is the dashboard, it is open at http://{HERE}:{port}. Else choose another port: "
            f"{other}"
        )


def _is_free(address: str, port: int) -> bool:
    try:
        socket.create_server((address, port)).close()
    except OSError:
        return False
    return True


def _have_a_home() -> None:
    """Give a user without a home folder one: Streamlit looks for its settings there."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["USERPROFILE" if os.name == "nt" else "HOME"] = str(PROGRAM.parent)
