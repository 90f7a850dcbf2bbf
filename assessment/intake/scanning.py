"""One quick pass over a text file, to learn whether it can be used as it is."""

import codecs
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CHUNK = 1 << 20
LINE_FEED, CARRIAGE_RETURN = 10, 13
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass
class Scan:
    """What a pass over the bytes of a file found."""

    line_feeds: int = 0
    carriage_returns: int = 0
    pairs: int = 0  # carriage returns followed by a line feed, as Windows ends its lines
    unended: bool = False
    is_utf8: bool = True
    is_utf16: bool = False
    has_nul: bool = False
    has_quotes: bool = False
    has_spaced_quotes: bool = False  # a space between the comma and the quotation mark
    has_blank_lines: bool = False

    @property
    def lines(self) -> int:
        """How many lines there are, if every line ends alike."""
        return self.line_feeds + self.unended

    @property
    def ends_alike(self) -> bool:
        """Whether every line ends in a line feed, or every line in the pair of Windows."""
        return self.carriage_returns in (0, self.line_feeds) and self.pairs == self.carriage_returns


def scan(path: Path) -> tuple[Scan, str]:
    """Return what a file's bytes show, and their SHA-256, which a second core works out."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        digest = pool.submit(sha256_of, path)
        return _scan(path), digest.result()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _scan(path: Path) -> Scan:
    found = Scan()
    utf8 = codecs.getincrementaldecoder("utf-8")()
    before = b""
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            found.is_utf16 |= not before and chunk.startswith(UTF16_MARKS)
            _look_at(found, before[-2:], chunk)
            _decode(found, utf8, chunk)
            before = chunk
    found.is_utf8 = found.is_utf8 and not utf8.getstate()[0]
    found.unended = bool(before) and before[-1] not in (LINE_FEED, CARRIAGE_RETURN)
    return found


def _look_at(found: Scan, before: bytes, chunk: bytes) -> None:
    if b'"' in chunk:
        found.has_quotes = True
        found.has_spaced_quotes = found.has_spaced_quotes or b', "' in before + chunk
    found.has_nul = found.has_nul or b"\0" in chunk
    # The last two bytes of the chunk before are looked at again, for what lies across the seam.
    letters = np.frombuffer(before + chunk, dtype=np.uint8)
    ends = letters == LINE_FEED
    found.line_feeds += int(np.count_nonzero(ends[len(before) :]))
    blank = bool(np.any(ends[:-1] & ends[1:]))
    if b"\r" in chunk or b"\r" in before:
        returns = letters == CARRIAGE_RETURN
        found.carriage_returns += int(np.count_nonzero(returns[len(before) :]))
        follows = returns[:-1] & ends[1:]
        found.pairs += int(np.count_nonzero(follows[max(len(before) - 1, 0) :]))
        blank = blank or bool(np.any(ends[:-2] & follows[1:]))
    # A blank first line has no line end before it.
    blank = blank or (not before and chunk.startswith((b"\n", b"\r")))
    found.has_blank_lines = found.has_blank_lines or blank


def _decode(found: Scan, utf8: codecs.IncrementalDecoder, chunk: bytes) -> None:
    if not found.is_utf8 or (chunk.isascii() and not utf8.getstate()[0]):
        return
    try:
        utf8.decode(chunk)
    except UnicodeDecodeError:
        found.is_utf8 = False
        utf8.reset()
