"""Asking the program that has the store open for a backup: a request and an answer in its folder.

A signal would not reach a Windows service, and a port would have to be kept from strangers; only
the store's owner can write into this folder.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from assessment.errors import AssessmentError, StoreUnavailable
from assessment.store.backup.make_backup import make_backup
from assessment.store.beside.incoming import incoming_of

if TYPE_CHECKING:
    from assessment.store.connection import Store

REQUEST, TAKEN, ANSWER = ".request", ".taken", ".answer"
# A dashboard looks every second. What loads a file from the command line never does.
HEARD_WITHIN = 15.0
MOMENT = 0.2
NOT_MADE = "The program that has the store open could not make the backup; its log says why."


@dataclass(frozen=True)
class Request:
    """A backup that another program asks for."""

    file: Path

    def ask(self, folder: Path | None, keep: int | None) -> None:
        """Put the request where the owner looks."""
        wanted = {"folder": str(folder) if folder else None, "keep": keep}
        self._put(wanted, self.file)

    def answer(self, store: "Store") -> None:
        """Do what is asked, and say what came of it."""
        taken = self.file.replace(self.file.with_suffix(TAKEN))
        wanted = json.loads(taken.read_text(encoding="utf-8"))
        folder = Path(wanted["folder"]) if wanted["folder"] else None
        # The other program waits for as long as it takes, so a mistake of ours is answered too.
        answer = {"said": NOT_MADE, "failed": True}
        try:
            answer = {"said": make_backup(store, folder, wanted["keep"]), "failed": False}
        except AssessmentError as fault:
            answer = {"said": str(fault), "failed": True}
        finally:
            self._put(answer, self.file.with_suffix(ANSWER))
            taken.unlink()

    def _put(self, message: Mapping[str, object], place: Path) -> None:
        """Put a message where the other program looks, whole at once."""
        part = self.file.with_suffix(".part")
        part.write_text(json.dumps(message), encoding="utf-8")
        part.replace(place)


def requests(incoming: Path) -> list[Request]:
    """Return the requests that wait for an answer."""
    return [Request(file) for file in sorted(incoming.glob(f"*{REQUEST}"))]


def ask_owner(path: Path, folder: Path | None, keep: int | None, fault: StoreUnavailable) -> str:
    """Have the program that has the store open make the backup; raises `fault` if it does not."""
    incoming = incoming_of(path.resolve())
    request = Request(incoming / f"backup-{uuid4().hex}{REQUEST}")
    try:
        request.ask(folder.absolute() if folder else None, keep)
    except OSError:  # nobody's folder, or another user's
        raise fault from None
    answer = request.file.with_suffix(ANSWER)
    given_up = time.monotonic() + HEARD_WITHIN
    while not answer.exists():
        if time.monotonic() > given_up and request.file.exists():
            request.file.unlink(missing_ok=True)
            raise fault
        if not incoming.exists():
            raise StoreUnavailable("The other program was closed before it had made the backup.")
        time.sleep(MOMENT)
    message = json.loads(answer.read_text(encoding="utf-8"))
    answer.unlink()
    if message["failed"]:
        raise StoreUnavailable(message["said"])
    return str(message["said"])
