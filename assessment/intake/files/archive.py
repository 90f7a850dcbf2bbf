"""ZIP archives, which may hold anything: what they say is checked, and then not believed."""

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import PurePosixPath

from assessment.definitions import recipes
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import Contents, Part, Upload, listed, shown

GIB = 1 << 30
MIB = 1 << 20
# A year of every force's street files is about 1.2 GB in 1,600 files.
MOST_UNPACKED = 4 * GIB
MOST_MEMBERS = 10_000
# Text packs to a twentieth, seldom to a fiftieth; a bomb's zeros to a thousandth.
HIGHEST_RATIO = 200
RATIO_FROM = 100 * MIB
MOST_FAULTS = 20
TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Left by macOS and Windows in what they pack.
LITTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini", "._*")
# Everything that zipfile raises for bytes that are not a proper archive.
ARCHIVE_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    OSError,
)
DAMAGED = "is a damaged or cut-off ZIP archive. Download or pack it again."


class Unpacking:
    """A budget of bytes: what comes out of an archive is counted as it comes."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        self.packed = max(1, upload.path.stat().st_size)
        self.unpacked = 0

    def count(self, size: int) -> None:
        """Add bytes that came out; raises UploadRefused where they are too many to be meant."""
        self.unpacked += size
        ratio = self.unpacked / self.packed
        if self.unpacked > MOST_UNPACKED or (self.unpacked > RATIO_FROM and ratio > HIGHEST_RATIO):
            raise self.upload.refused(
                f"unpacks to far more than it holds (over {self.unpacked // MIB:,} MiB from "
                f"{self.packed / MIB:,.1f} MiB), so nothing of it was used. Upload files singly."
            )


@contextmanager
def opened(upload: Upload) -> Iterator[zipfile.ZipFile]:
    """Open an archive; raises UploadRefused where it is damaged or unsafe to unpack."""
    try:
        archive = zipfile.ZipFile(upload.path)
    except ARCHIVE_FAULTS:
        raise upload.refused(DAMAGED) from None
    with archive:
        if faults := list(_unsafe(archive.infolist())):
            raise upload.refused(*faults)
        yield archive


def unpacked(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Unpacking
) -> Iterator[bytes]:
    """Yield a member's bytes in pieces; raises UploadRefused where it is damaged or too big."""
    try:
        with archive.open(member) as source:
            while piece := source.read(MIB):
                budget.count(len(piece))
                yield piece
    except ARCHIVE_FAULTS:
        fault = f"is damaged: '{shown(member.filename)}' in it cannot be unpacked. Pack it again."
        raise budget.upload.refused(fault) from None


def read_archive(upload: Upload, read: Callable[[Upload], Contents]) -> Contents:
    """Read every table in an archive; raises UploadRefused with the faults of every member."""
    parts: list[Part] = []
    faults: list[str] = []
    budget = Unpacking(upload)
    with opened(upload) as archive:
        tables, left_out = _sorted(archive.infolist(), upload)
        for member in tables:
            inner = _unpack(archive, member, budget)
            try:
                contents = read(inner)
            except UploadRefused as refused:
                faults += refused.faults
                continue
            finally:
                # Where it cannot go yet, it goes with its folder.
                with suppress(PermissionError):
                    inner.path.unlink()
            parts += contents.parts
            left_out += contents.left_out
    if not tables:
        faults.append(f"{upload.label} holds no table: expected CSV or Excel files in it.")
    if faults:
        raise UploadRefused(upload.file, _first(faults, upload))
    return Contents(tuple(parts), tuple(left_out))


def _first(faults: list[str], upload: Upload) -> list[str]:
    more = len(faults) - MOST_FAULTS
    rest = [f"{upload.label} has {more:,} more faults like these."] if more > 0 else []
    return faults[:MOST_FAULTS] + rest


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Unpacking) -> Upload:
    path = budget.upload.place_for(".member")
    with path.open("wb") as file:
        for piece in unpacked(archive, member, budget):
            file.write(piece)
    return replace(budget.upload, path=path, name=shown(member.filename))


def _path_of(member: zipfile.ZipInfo) -> str:
    # zipfile cuts a name at a NUL; what stood behind it is judged too.
    return member.orig_filename.replace("\\", "/")


def _unsafe(members: list[zipfile.ZipInfo]) -> Iterator[str]:
    files = [member for member in members if not member.is_dir()]
    if not files:
        yield "is an archive with no files in it. Pack it again."
    if len(members) > MOST_MEMBERS:
        yield f"holds {len(members):,} files; at most {MOST_MEMBERS:,} are read. Split it up."
    if climbing := [path for path in map(_path_of, members) if _leads_out(path)]:
        yield (
            f"has members whose path leads out of the archive ({listed(climbing)}), so nothing of "
            "it was used. Ask its sender to pack it again."
        )
    if links := [_path_of(m) for m in files if stat.S_ISLNK(m.external_attr >> 16)]:
        yield f"holds links to other files ({listed(links)}). Pack the files themselves."
    if nested := [path for path in map(_path_of, files) if path.lower().endswith(".zip")]:
        yield f"holds another archive ({listed(nested)}). Take the inner ZIP out and upload that."
    yield from _unreadable(files)


def _unreadable(files: list[zipfile.ZipInfo]) -> Iterator[str]:
    named = Counter(_path_of(member).lower() for member in files)
    if twice := [path for path, n in named.items() if n > 1]:
        yield f"holds two files of one name ({listed(twice)}). Rename one and pack it again."
    if any(member.flag_bits & 1 for member in files):
        yield "is protected by a password. Unpack it and upload the files in it."
    if any(member.compress_type not in METHODS for member in files):
        yield "is packed in an unusual way. Pack it again as an ordinary ZIP archive."


def _leads_out(path: str) -> bool:
    return path.startswith("/") or ".." in path.split("/") or bool(re.match("[A-Za-z]:", path))


def _sorted(
    members: list[zipfile.ZipInfo], upload: Upload
) -> tuple[list[zipfile.ZipInfo], list[str]]:
    """Part the tables from what is known and not loaded, and say what that was."""
    tables: list[zipfile.ZipInfo] = []
    ignored: Counter[str] = Counter()
    others: list[str] = []
    patterns = [pattern for recipe in recipes().values() for pattern in recipe.ignore_files]
    for member in (member for member in members if not member.is_dir()):
        path = PurePosixPath(_path_of(member).lower())
        pattern = next((pattern for pattern in patterns if fnmatch(path.name, pattern)), None)
        if any(fnmatch(step, litter) for step in path.parts for litter in LITTER):
            continue
        if pattern:
            ignored[_kind_named(pattern)] += 1
        elif path.suffix in TABLES:
            tables.append(member)
        else:
            others.append(_path_of(member))
    return tables, [*_said(ignored, upload), *_said_of_others(others, upload)]


def _kind_named(pattern: str) -> str:
    return PurePosixPath(pattern).stem.strip("*-_ ")


def _said(ignored: Counter[str], upload: Upload) -> Iterator[str]:
    for kind, n in ignored.items():
        files = f"{n:,} {kind} {'file was' if n == 1 else 'files were'}"
        yield f"{files} left out of {upload.label}: they hold no crime or incident records."


def _said_of_others(others: list[str], upload: Upload) -> Iterator[str]:
    if others:
        verbs = ("was", "it is") if len(others) == 1 else ("were", "they are")
        what = f"{listed(others, most=4)} in {upload.label}"
        yield f"{what} {verbs[0]} left out: {verbs[1]} not CSV or Excel."
