"""ZIP archives, which may hold anything: what they say is checked, and then not believed."""

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from assessment.intake.files.file_tables import Upload, in_quotes, shown

GIB = 1 << 30
MIB = 1 << 20
# A year of every force's street files is about 1.2 GB in 1,600 files.
MOST_UNPACKED = 4 * GIB
MOST_MEMBERS = 10_000
# Text packs to a twentieth, seldom to a fiftieth; a bomb's zeros to a thousandth.
HIGHEST_RATIO = 200
RATIO_FROM = 100 * MIB
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
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


def path_of(member: zipfile.ZipInfo) -> str:
    """Return a member's whole path, parted by slashes on any machine."""
    # zipfile cuts a name at a NUL; what stood behind it is judged too.
    return member.orig_filename.replace("\\", "/")


def _unsafe(members: list[zipfile.ZipInfo]) -> Iterator[str]:
    if not all(member.filename for member in members):
        yield "holds a file without a name. Pack it again."
        return
    files = [member for member in members if not member.is_dir()]
    if not files:
        yield "is an archive with no files in it. Pack it again."
    if len(members) > MOST_MEMBERS:
        yield f"holds {len(members):,} files; at most {MOST_MEMBERS:,} are read. Split it up."
    if climbing := [path for path in map(path_of, members) if _leads_out(path)]:
        yield (
            f"has members whose path leads out of the archive ({in_quotes(climbing)}), so nothing "
            "of it was used. Ask its sender to pack it again."
        )
    if links := [path_of(member) for member in files if stat.S_ISLNK(member.external_attr >> 16)]:
        yield f"holds links to other files ({in_quotes(links)}). Pack the files themselves."
    if nested := [path for path in map(path_of, files) if path.lower().endswith(".zip")]:
        inner = in_quotes(nested)
        yield f"holds another archive ({inner}). Take the inner ZIP out and upload that."
    yield from _unreadable(files)


def _unreadable(files: list[zipfile.ZipInfo]) -> Iterator[str]:
    named = Counter(path_of(member).lower() for member in files)
    if twice := [path for path, n in named.items() if n > 1]:
        yield f"holds two files of one name ({in_quotes(twice)}). Rename one and pack it again."
    if any(member.flag_bits & 1 for member in files):
        yield "is protected by a password. Unpack it and upload the files in it."
    if any(member.compress_type not in METHODS for member in files):
        yield "is packed in an unusual way. Pack it again as an ordinary ZIP archive."


def _leads_out(path: str) -> bool:
    return path.startswith("/") or ".." in path.split("/") or bool(re.match("[A-Za-z]:", path))
