"""Below the matrix: every issue that has no point in it, by name, as a bar over where it may rank.

Points whose name found no room beside them are named here too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.picture.label_placement import LINE_HEIGHT, text_width

MARGIN = 4
HEADING = "Too little is known to place these: where each may rank"


@dataclass(frozen=True)
class RankBar:
    """An issue without a point: its rank as written, and between which ranks it may lie."""

    number: str
    label: str
    lowest: int | None
    highest: int | None

    @property
    def in_words(self) -> str:
        """Say where it may rank."""
        if self.lowest is None or self.highest is None:
            return "anywhere"
        if self.lowest == self.highest:
            return f"rank {self.lowest}"
        return f"rank {self.lowest} to {self.highest}"


@dataclass(frozen=True)
class Lines:
    """Where lines below the matrix are drawn: how wide, in letters of which size, in which ink."""

    width: int
    text: int
    ink: Ink

    @property
    def height(self) -> float:
        """The height of one line."""
        return self.text * LINE_HEIGHT * 1.1

    def written(self, text: str, y: float) -> str:
        """Write a line whose upper end is at y, never wider than there is room."""
        width = min(text_width(text, self.text), self.width - 2 * MARGIN)
        return (
            f'<text x="{MARGIN}" y="{y + self.text:.1f}" fill="{self.ink.text}" '
            f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{html(text)}</text>'
        )


def lines_below(
    bars: Sequence[RankBar], names: str, lines: Lines, top: float
) -> tuple[list[str], float]:
    """Return what is drawn from `top` downwards, and how high it is all together.

    `names` are those of points that have none beside them.
    """
    y, drawn = top, []
    for text in names and _wrapped(names, lines):
        drawn.append(lines.written(text, y))
        y += lines.height
    if bars:
        y += lines.height / 2
        for text in _wrapped(HEADING, lines):
            drawn.append(lines.written(text, y))
            y += lines.height
    last = max((bar.highest or 1 for bar in bars), default=1)
    for bar in bars:
        name = f"{bar.number} {bar.label}: {bar.in_words}" if bar.number else bar.label
        for text in _wrapped(name, lines):
            drawn.append(lines.written(text, y))
            y += lines.height
        drawn.append(_bar(bar, last, lines, y))
        y += lines.text
    return drawn, y - top


def bars_alt(bars: Sequence[RankBar]) -> str:
    """Say in words what the bars show."""
    if not bars:
        return ""
    named = "; ".join(f"{bar.label}, {bar.in_words}" for bar in bars)
    return f" Too little is known to place: {named}."


def _bar(bar: RankBar, last: int, lines: Lines, y: float) -> str:
    """Draw from its best rank, to the left, to its worst; a rank alone is as wide as one rank."""
    whole, height = lines.width - 2 * MARGIN, lines.text / 2
    lowest, highest = bar.lowest or 1, bar.highest or last
    x, width = MARGIN + whole * (lowest - 1) / last, whole * (highest - lowest + 1) / last
    return (
        f'<rect x="{MARGIN}" y="{y:.1f}" width="{whole}" height="{height}" fill="none" '
        f'stroke="{lines.ink.grid}"/>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" '
        f'fill="{lines.ink.text}" fill-opacity="0.55"/>'
    )


def _wrapped(text: str, lines: Lines) -> Iterator[str]:
    """Yield a text in lines that have room."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and text_width(longer, lines.text) > lines.width - 2 * MARGIN:
            yield line
            longer = word
        line = longer
    yield line
