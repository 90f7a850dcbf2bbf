"""Buttons that hand something over as a file, made only when it is asked for.

What goes wrong while a file is made is shown on the page. The browser asks for the file by itself,
beside the page, and would show for five seconds that it failed. So a button that is pressed is also
drawn anew, once the file has been made: with what went wrong, or with the file itself, which the
server would otherwise let go of before a slow browser has fetched it.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from datetime import date
from functools import partial
from queue import Empty, SimpleQueue

import streamlit as st

from assessment.outputs.escaping import Markdown
from assessment.outputs.tables import Table, as_csv
from assessment.outputs.workbook import as_workbook
from pages.components.actions import done, refuse, tell

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The browser asks for the file when it sends the press, so that it has begun at once.
PATIENCE = 5.0
BROKEN = (
    "The file could not be made, and nothing was downloaded. This is a fault of the dashboard: "
    "what went wrong is in its log. Nothing that was loaded or decided has changed."
)
NOT_BEGUN = "The page was just being drawn, and the download may not have begun. Press it again."

Make = Callable[[], bytes | str]
Begun = SimpleQueue["Future[bytes | str]"]


def download(name: str, table: Callable[[], Table], *, key: str) -> None:
    """Offer a table as CSV and as a workbook; every table of the product has a key of its own."""
    with st.container(horizontal=True):
        # As wide as its button: what is drawn anew by itself would else take an equal share.
        with st.container(width="content"):
            download_file(
                "Download as CSV",
                lambda: _csv(table()),
                f"{name}.csv",
                "text/csv",
                key=f"{key}-csv",
            )
        with st.container(width="content"):
            download_file(
                "Download as Excel",
                lambda: as_workbook(table(), date.today()),
                f"{name}.xlsx",
                WORKBOOK,
                key=f"{key}-xlsx",
            )


def download_picture(name: str, svg: str) -> None:
    """Offer a drawing as SVG, which any size of paper takes."""
    download_file(
        "Download the picture (SVG)",
        lambda: svg,
        f"{name}.svg",
        "image/svg+xml",
        key="picture-svg",
        icon=":material/image:",
    )


@st.fragment
def download_file(
    label: Markdown,
    make: Make,
    name: str,
    mime: str,
    *,
    key: str,
    icon: str = ":material/download:",
) -> None:
    """Offer a file; pressed, only its button is drawn anew. Every button has a key of its own."""
    begun: Begun = SimpleQueue()
    # The file is made beside the page, and is to know what the page knows.
    known = copy_context()
    made = st.session_state.pop(_made(key), None)
    st.download_button(
        label,
        partial(_make, lambda: known.copy().run(make), begun) if made is None else made,
        file_name=name,
        mime=mime,
        key=key,
        on_click=partial(_take, begun, key) if made is None else "ignore",
        icon=icon,
    )
    tell(key)


def _make(make: Make, begun: Begun) -> bytes | str:
    """Make the file for the browser, and let the page have what comes of it."""
    making: Future[bytes | str] = Future()
    begun.put(making)
    try:
        making.set_result(make())
    except Exception as error:  # handed on: the page shows it, the log says where it was
        making.set_exception(error)
    return making.result()


def _take(begun: Begun, key: str) -> None:
    """Wait for the file that the browser asked for; keep it, or what went wrong, for drawing."""
    try:
        making = begun.get(timeout=PATIENCE)
        if done(making.result, at=key):
            st.session_state[_made(key)] = making.result()
    except Empty:
        refuse(NOT_BEGUN, at=key)
    except Exception:  # the person who waits for a file has to see it, whatever it was
        refuse(BROKEN, at=key)


def _made(key: str) -> str:
    return f"made-{key}"


def _csv(table: Table) -> bytes:
    return as_csv(table.header, table.rows)
