"""The key that victims' marks are made with: a file of its own beside the store, its owner's alone.

Whoever has the store and not the key cannot find out by trying whose mark is whose. So the key is
in no backup, unless that is asked for; without it no mark that is made later equals an earlier one.
"""

import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assessment.errors import StoreUnavailable
from assessment.store.beside.location import FILE_MODE

BLOCK = 64  # bytes that SHA-256 works on at a time
WRITTEN = re.compile(r"[0-9a-f]{64}")
NAME_LENGTH = 8


@dataclass(frozen=True)
class VictimKey:
    """A key of 32 bytes."""

    secret: bytes

    @property
    def name(self) -> str:
        """What tells marks of this key from those of another; it gives nothing of the key away."""
        return sha256(b"name of victims key" + self.secret).hexdigest()[:NAME_LENGTH]

    @property
    def inner(self) -> bytes:
        """The key as HMAC puts it before the message."""
        return self._turned(0x36)

    @property
    def outer(self) -> bytes:
        """The key as HMAC puts it before the digest of that."""
        return self._turned(0x5C)

    def _turned(self, mask: int) -> bytes:
        return bytes(byte ^ mask for byte in self.secret.ljust(BLOCK, b"\0"))


def key_file(store: Path) -> Path:
    """Return where the key of a store, or of a copy of it, lies."""
    return store.with_name(f"{store.name}.victims-key")


def standing_key(store: Path) -> VictimKey | None:
    """Return the key of a store, None where it has none; raises StoreUnavailable for no key."""
    file = key_file(store)
    try:
        text = file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        text = ""
    if not WRITTEN.fullmatch(text):
        raise StoreUnavailable(
            f"The key of victims' references, {file}, cannot be read. Put back the file as it was; "
            "or move it away, and a new key is made, with which nobody is known again who is in "
            "the store already."
        )
    return VictimKey(bytes.fromhex(text))


def passing_key() -> VictimKey:
    """Return a new key that is kept nowhere."""
    return VictimKey(secrets.token_bytes(32))


def make_key(store: Path) -> VictimKey:
    """Return the key of a store, which is made where there is none."""
    if key := standing_key(store):
        return key
    made = passing_key()
    try:
        keep_key(made, key_file(store))
    except FileExistsError:  # another load has made one meanwhile, and that holds
        return standing_key(store) or made
    return made


def keep_key(key: VictimKey, file: Path) -> None:
    """Write a key to a file that nobody else may read; raises FileExistsError for one there."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(key.secret.hex() + "\n")
        opened.flush()
        os.fsync(descriptor)


def copy_key(store: Path, folder: Path) -> str:
    """Put the key of a store into a folder, once for each key; say where it is."""
    key = standing_key(store)
    if key is None:
        return f"{store} has no key of victims' references: none has been kept."
    copy = folder / f"{store.stem}-{key.name}.victims-key"
    with suppress(FileExistsError):  # the same key, of an earlier backup
        keep_key(key, copy)
    return f"The key of victims' references is {copy}. To use it, name it {key_file(store).name}."


def lost_keys(store: Path, names: Iterable[str]) -> str | None:
    """Say which keys of marks in a store are not beside it; None where nothing is lacking."""
    key = standing_key(store)
    lost = sorted({*names} - {key.name if key else ""})
    if not lost:
        return None
    copies = " or ".join(f"…-{name}.victims-key" for name in lost)
    return (
        "It holds marks of victims whose key is not beside it: nobody of them will be known again "
        f"in later files. Put the key back as {key_file(store)}; a backup made with --with-key "
        f"has it as {copies}."
    )
