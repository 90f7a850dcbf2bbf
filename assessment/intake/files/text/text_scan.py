"""One quick pass over a text file, to learn whether it can be used as it is."""

import codecs
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

# Small enough to stay in a core's cache while it is looked at from every side.
CHUNK = 1 << 16
# The last two bytes of the chunk before are looked at again, for what lies across the seam.
SEAM = 2
LINE_ENDS = b"\r\n"
LINE_FEED, CARRIAGE_RETURN = b"\n"[0], b"\r"[0]
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass
class Scan:
    """What a pass over the bytes of a file has shown so far."""

    sha256: str = ""
    line_feeds: int = 0
    carriage_returns: int = 0
    pairs: int = 0  # carriage returns followed by a line feed, as Windows ends its lines
    unended: bool = False  # the last line has no line end
    is_utf8: bool = True
    is_utf16: bool = False
    has_nul: bool = False
    has_quotes: bool = False
    has_spaced_quotes: bool = False  # a space between the comma and the quotation mark
    has_blank_lines: bool = False
    longest_line: int = 0  # in bytes, where it is longer than a chunk
    line_so_far: int = field(default=0, repr=False)
    decoder: codecs.IncrementalDecoder = field(
        default_factory=codecs.getincrementaldecoder("utf-8"), repr=False
    )

    @property
    def lines(self) -> int:
        """How many lines there are, if every line ends alike."""
        return self.line_feeds + self.unended

    @property
    def ends_alike(self) -> bool:
        """Whether every line ends in a line feed, or every line in the pair of Windows."""
        return self.carriage_returns == self.pairs and self.pairs in (0, self.line_feeds)

    def look_at(self, chunk: bytearray) -> None:
        """Learn from a chunk, whose first bytes are the last of the chunk before it."""
        self.has_nul = self.has_nul or b"\0" in chunk
        if b'"' in chunk:
            self.has_quotes = True
            self.has_spaced_quotes = self.has_spaced_quotes or b', "' in chunk
        self._count_line_ends(chunk)
        self._measure_lines(chunk)

    def _count_line_ends(self, chunk: bytearray) -> None:
        """Count line ends as an array, which is several times as fast as looking for each."""
        letters = np.frombuffer(chunk, dtype=np.uint8)
        feeds = letters == LINE_FEED
        self.line_feeds += int(np.count_nonzero(feeds[SEAM:]))
        is_blank = bool(np.any(feeds[1:] & feeds[:-1]))
        if b"\r" in chunk:
            returns = letters == CARRIAGE_RETURN
            pairs = returns[:-1] & feeds[1:]
            self.carriage_returns += int(np.count_nonzero(returns[SEAM:]))
            self.pairs += int(np.count_nonzero(pairs[SEAM - 1 :]))
            is_blank = is_blank or bool(np.any(feeds[:-2] & pairs[1:]))
        self.has_blank_lines = self.has_blank_lines or is_blank

    def _measure_lines(self, chunk: bytearray) -> None:
        """Measure lines that reach over a chunk's end: shorter ones are no danger."""
        first = chunk.find(b"\n", SEAM)
        if first < 0:
            self.line_so_far += len(chunk) - SEAM
        self.longest_line = max(self.longest_line, self.line_so_far + max(0, first - SEAM))
        if first >= 0:
            self.line_so_far = len(chunk) - 1 - chunk.rfind(b"\n")

    def decode(self, chunk: bytearray) -> None:
        """Learn whether what follows the seam goes on being UTF-8."""
        if not self.is_utf8 or (chunk.isascii() and not self.decoder.getstate()[0]):
            return
        try:
            self.decoder.decode(memoryview(chunk)[SEAM:])
        except UnicodeDecodeError:
            self.is_utf8 = False


def scan(path: Path) -> Scan:
    """Return what a file's bytes show, its SHA-256 included."""
    with path.open("rb", buffering=0) as file:
        scanned, digest = Scan(is_utf16=file.read(2) in UTF16_MARKS), hashlib.sha256()
        file.seek(0)
        # The beginning of a file is like that of a line: a line end there makes a blank line.
        buffer = bytearray(b" \n" + bytes(CHUNK))
        body = memoryview(buffer)[SEAM:]
        while size := file.readinto(body):
            digest.update(body[:size])
            chunk = buffer if size == CHUNK else buffer[: SEAM + size]
            scanned.look_at(chunk)
            scanned.decode(chunk)
            buffer[:SEAM] = chunk[-SEAM:]
    scanned.sha256 = digest.hexdigest()
    scanned.is_utf8 = scanned.is_utf8 and not scanned.decoder.getstate()[0]
    scanned.unended = buffer[SEAM - 1] not in LINE_ENDS
    return scanned


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
