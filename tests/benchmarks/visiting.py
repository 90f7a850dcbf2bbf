"""A visitor without a browser: a tab that speaks Streamlit's own protocol over its websocket.

It does what the browser's page does: every rerun sends the value of every choice and the address
that goes with them, and says which large messages it still holds, so that they are not sent again.
"""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

# How many runs a browser keeps a message it was told to keep (global.maxCachedMessageAge).
KEPT_FOR_RUNS = 2
PATIENCE = 120
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Seen:
    """What is on the page, each element with the fragment that it is of; "" for none.

    `looks` are the fragments that the browser runs again by itself, and every how many seconds.
    """

    placed: list[tuple[str, Element]] = field(default_factory=list)
    looks: dict[str, float] = field(default_factory=dict)

    @property
    def elements(self) -> list[Element]:
        """The elements, whatever they are of."""
        return [element for _, element in self.placed]

    def fragment_of(self, widget: str) -> str:
        """Return the fragment that a widget is of: a change of it runs that and nothing else."""
        return next((of for of, each in self.placed if _id_of(each) == widget), "")

    def without(self, fragments: Collection[str]) -> "Seen":
        """Return what stays when fragments are run again; without any, the page is."""
        stay = [(of, each) for of, each in self.placed if of not in fragments]
        return Seen(stay, self.looks) if fragments else Seen()

    def of_kind(self, kind: str) -> list[Element]:
        """Return the elements of one kind, by Streamlit's name for it."""
        return [element for element in self.elements if element.WhichOneof("type") == kind]

    @property
    def choices(self) -> list[Selectbox]:
        """The select boxes that leave a choice."""
        boxes = (element.selectbox for element in self.of_kind("selectbox"))
        return [box for box in boxes if len(box.options) > 1]

    @property
    def title(self) -> str:
        """The page's title."""
        return next((str(element.heading.body) for element in self.of_kind("heading")), "")

    @property
    def html(self) -> str:
        """Everything that was put on the page as HTML."""
        return "".join(element.html.body for element in self.of_kind("html"))

    @property
    def faults(self) -> list[str]:
        """Every exception and every error shown."""
        shown = [element.exception.message for element in self.of_kind("exception")]
        alerts = (element.alert for element in self.of_kind("alert"))
        return shown + [alert.body for alert in alerts if alert.format == alert.ERROR]


def _id_of(element: Element) -> str:
    return str(getattr(getattr(element, element.WhichOneof("type") or "", None), "id", ""))


@dataclass
class Visit:
    """A tab that is open on a page."""

    socket: ClientConnection
    page: str
    address: dict[str, str] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)
    chosen: dict[str, str] = field(default_factory=dict)
    session: str = ""
    _page_hash: str = ""
    _runs: int = 0
    _kept: dict[str, tuple[int, ForwardMsg]] = field(default_factory=dict)

    @classmethod
    @asynccontextmanager
    async def to(cls, port: int, page: str = "") -> AsyncIterator[Self]:
        """Open a tab on a page, named as in its address; the page has not been run yet."""
        where = f"ws://localhost:{port}/_stcore/stream"
        async with connect(where, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
            yield cls(socket, page)

    async def rerun(self, *changed: WidgetState) -> float:
        """Run the page and wait for its end; returns the seconds from sending to script_finished.

        Raises RuntimeError where the page shows an exception or an error.
        """
        fragments = {self.seen.fragment_of(each.id) for each in changed}
        return await self._run(self._rerun_message(changed, *fragments))

    async def look_again(self, fragment: str) -> float:
        """Run a fragment as the browser does by itself; returns what `rerun` does."""
        return await self._run(self._rerun_message((), fragment, is_by_itself=True))

    async def _run(self, message: bytes) -> float:
        start = perf_counter()
        await self.socket.send(message)
        async with asyncio.timeout(PATIENCE):
            await self._until_finished()
        seconds = perf_counter() - start
        self._settle()
        if self.seen.faults:
            raise RuntimeError(f"the page failed: {self.seen.faults}")
        return seconds

    async def answer_to(self, message: BackMsg, kind: str) -> ForwardMsg:
        """Send something else than a rerun, and return the first message of a kind."""
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while (answer := await self._next_message()).WhichOneof("type") != kind:
                pass
        return answer

    def _rerun_message(
        self, changed: tuple[WidgetState, ...], fragment: str = "", *, is_by_itself: bool = False
    ) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.fragment_id, state.is_auto_rerun = fragment, is_by_itself
        state.query_string = urlencode(self.address | self._bound())
        # Among several, a page is asked for by name until its hash is known.
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self.page
        state.cached_message_hashes.extend(self._kept)
        values = (WidgetState(id=name, string_value=text) for name, text in self.chosen.items())
        state.widget_states.widgets.extend((*values, *changed))
        return bytes(message.SerializeToString())

    def _bound(self) -> dict[str, str]:
        """Return what the browser writes into the address: choices other than the usual ones."""
        return {
            box.query_param_key: self.chosen[box.id]
            for box in self.seen.choices
            if box.query_param_key and self.chosen[box.id] != box.options[box.default]
        }

    async def _until_finished(self) -> None:
        while True:
            message = await self._next_message()
            match message.WhichOneof("type"):
                case "new_session":
                    self.seen = self.seen.without(message.metadata.run.fragment_ids)
                    self.session = message.new_session.initialize.session_id
                case "navigation":
                    self._page_hash = message.navigation.page_script_hash
                case "delta" if message.delta.WhichOneof("type") == "new_element":
                    delta = message.delta
                    self.seen.placed.append((delta.fragment_id, delta.new_element))
                case "auto_rerun":
                    self.seen.looks[message.auto_rerun.fragment_id] = message.auto_rerun.interval
                # A page that runs itself again says so, and is not finished.
                case "script_finished" if message.script_finished in FINISHED:
                    return

    async def _next_message(self) -> ForwardMsg:
        message: ForwardMsg = ForwardMsg.FromString(await self.socket.recv(decode=False))
        held = message.ref_hash or (message.hash if message.metadata.cacheable else "")
        if held:
            message = self._kept[held][1] if message.ref_hash else message
            self._kept[held] = (self._runs, message)
        return message

    def _settle(self) -> None:
        """Do what the browser does after a run: take over set values, forget what is gone."""
        self._runs += 1
        oldest = self._runs - KEPT_FOR_RUNS
        self._kept = {name: each for name, each in self._kept.items() if each[0] >= oldest}
        boxes = [element.selectbox for element in self.seen.of_kind("selectbox")]
        self.chosen = {box.id: self._value(box) for box in boxes if box.options}

    def _value(self, box: Selectbox) -> str:
        if box.set_value:
            return str(box.raw_value)
        return self.chosen.get(box.id, str(box.options[box.default]))
