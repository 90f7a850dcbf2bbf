"""A line between a phone and the server that can be held, cut and mended, as a bad network is."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

CHUNK = 65536


class Wire:
    """A port of its own, from which everything goes to the server's and back."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._listening = socket.create_server(("localhost", 0))
        self._flows, self._is_cut = Event(), False
        self._ends: list[socket.socket] = []
        self._one = Lock()
        self._flows.set()
        self.port: int = self._listening.getsockname()[1]
        Thread(target=self._accept, daemon=True).start()

    def hold(self) -> None:
        """Let nothing through, and tell nobody."""
        self._flows.clear()

    def cut(self) -> None:
        """End every connection, with what was held on it, and refuse new ones."""
        with self._one:
            self._is_cut = True
            self._end_all()
        self._flows.set()

    def mend(self) -> None:
        """Let new connections through."""
        self._is_cut = False
        self._flows.set()

    def close(self) -> None:
        """Go away."""
        self.cut()
        self._listening.close()

    def _end_all(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _accept(self) -> None:
        with suppress(OSError):  # closed: nobody comes any more
            while True:
                phone, _ = self._listening.accept()
                with self._one:
                    if self._is_cut:
                        phone.close()
                        continue
                    server = socket.create_connection(("localhost", self._to))
                    self._ends += [phone, server]
                for ends in ((phone, server), (server, phone)):
                    Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError):  # cut at either end
            while sent := here.recv(CHUNK):
                self._flows.wait()
                there.sendall(sent)
            there.shutdown(socket.SHUT_WR)


@contextmanager
def a_wire(to: int) -> Iterator[Wire]:
    wire = Wire(to)
    yield wire
    wire.close()
