"""What is said when a store cannot be opened, read or written, and what to do about it."""

from pathlib import Path

from assessment.store.beside.incoming import address_of, incoming_of
from assessment.store.beside.location import HOW


def open_elsewhere(path: Path, program: str = "") -> str:
    """Say that another program has the store open, and which one it is or probably is."""
    address = address_of(incoming_of(path))
    which = (
        f"It is the dashboard at {address}"
        if address
        else "It is probably the dashboard, or a command that is at work"
    )
    return (
        f"The store {path.name} is open in another program{program}. {which}. Close that program, "
        "or do this in it: only one program can use the store at a time."
    )


def not_usable(path: Path, reason: str, otherwise: str = f"name another file {HOW}") -> str:
    """Say why the machine refuses a file or folder; that says nothing of what is in it."""
    return (
        f"{path} cannot be opened or made: {reason.rstrip('.')}. See that you may read and write "
        f"there, or {otherwise}."
    )


def not_writable(folder: Path, done: str, reason: str) -> str:
    """Say why the machine refuses the folder that a store is in, or is to be made in."""
    return (
        f"The store's folder {folder} cannot be {done}: {reason.rstrip('.')}. Nothing has been "
        "changed. A store needs room beside it, for its log and for what comes in. See that you "
        f"may write there, or name a file in another folder {HOW}."
    )


def log_damaged(path: Path) -> str:
    """Say that the last changes cannot be read, and how to go on without them."""
    return (
        f"{path.name}.wal, which holds the last changes of the store {path}, is damaged. Nothing "
        f"has been changed. To go on without those changes, give {path.name} another name, and "
        "then: .venv/bin/python -m assessment restore THAT-NAME (Windows: "
        ".venv\\Scripts\\python). That puts the .wal aside. Afterwards look at what was entered "
        "last, and enter it again. No backup is newer than this file."
    )


def nearly_full(path: Path) -> str:
    """Say that the log cannot be emptied, as the disk has no room for it."""
    return (
        f"The disk is nearly full. Everything saved is safe, in {path.name} and {path.name}.wal "
        f"together. Make room where {path} is."
    )


def of_another_time(path: Path) -> str:
    """Say that a file and the log beside it do not belong together, and how to use a copy."""
    return (
        f"{path} and the file {path.name}.wal beside it are not of the same moment, as when a copy "
        "is put beside what a stopped program has left. Nothing has been changed. If the file that "
        f"belongs to the .wal is still there, put it back. To use the copy, give {path.name} "
        "another name, and then: .venv/bin/python -m assessment restore THAT-NAME (Windows: "
        ".venv\\Scripts\\python). That puts the .wal aside; what only the .wal holds is then not "
        "in the store."
    )


def no_database(path: Path) -> str:
    """Say that the file is not a database of DuckDB's."""
    return (
        f"{path} is no store: it is not a DuckDB file but something else, or is damaged. It has "
        f"been left as it is. Name another file {HOW}. If it was a store, put back a copy with: "
        ".venv/bin/python -m assessment restore COPY (Windows: .venv\\Scripts\\python)"
    )


def damaged(path: Path) -> str:
    """Say that the file is not a store, or no longer one."""
    return (
        f"{path} cannot be read as a store: it is damaged, or is something else. Nothing has been "
        f"changed. Put back a copy with: .venv/bin/python -m assessment restore COPY (Windows: "
        f".venv\\Scripts\\python), or name another file {HOW}."
    )
