"""Files that a command writes: never over one that is there, unless that was said."""

from pathlib import Path

from assessment.errors import InvalidRequest

# How a store begins, behind the checksum of its first block.
STORE_MARK, MARK_AT = b"DUCK", 8


def refuse_existing(path: Path, advice: str, *, may_replace: bool = False) -> None:
    """Raise InvalidRequest where a file is there already; a store may never be replaced."""
    if not path.exists():
        return
    if not may_replace:
        raise InvalidRequest(f"{path} is there already. {advice}")
    if not path.is_file() or _is_store(path):
        raise InvalidRequest(f"{path} is not a file that can be replaced. Name another.")


def write_file(path: Path, content: bytes, advice: str, *, may_replace: bool = False) -> None:
    """Write a file; raises InvalidRequest where one is there already that may not be replaced."""
    refuse_existing(path, advice, may_replace=may_replace)
    # Without leave to replace, a file that has come since is not replaced either.
    with path.open("wb" if may_replace else "xb") as file:
        file.write(content)


def _is_store(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(MARK_AT + len(STORE_MARK))[MARK_AT:] == STORE_MARK
