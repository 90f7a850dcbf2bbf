"""Who the victims of records were: as tables, as a table of every measure, and to download."""

import re

from assessment.changes import Question
from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.heat_table import HeatTable
from assessment.outputs.charts.shades import Shade
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import CHANCE, COUNT, PERCENT, SYNTHETIC, Column, Table, marked
from assessment.outputs.victims import victims_wording as wording
from assessment.patterns.victims import BandShare, KindOfVictims, MeasureVictims, Victims
from assessment.patterns.victims.band_lines import SEVERAL, UNSAID

COLUMNS = (
    Column("Measure", 36),
    Column("Kind", 30),
    Column("Victims", 40),
    Column("Count before", 13, COUNT),
    Column("Count now", 13, COUNT),
    Column("Share before (%)", 11, "0.0"),
    Column("Share now (%)", 11, "0.0"),
    Column("Change (points)", 11, PERCENT),
    Column("Likely range from", 11, PERCENT),
    Column("Likely range to", 11, PERCENT),
    Column("p adjusted", 10, CHANCE),
    Column("Verdict", 20),
    Column("Note", 44),
    Column("Measure id", for_programs=True),
)


def victims_html(row: MeasureVictims, question: Question) -> tuple[str, ...]:
    """Return a table for each kind of band, with the records of both periods and the change."""
    before, now = short_labels(question)
    return tuple(
        html_table(
            f"Records by victim: {wording.kind_name(kind.kind).lower()}",
            (wording.kind_name(kind.kind), before, now, "Share now", "Change", "Verdict"),
            [
                (
                    wording.named(share),
                    _cell(share.line.before),
                    _cell(share.line.now),
                    wording.percent(kind.percent(share)),
                    wording.points(share),
                    wording.verdict(share),
                )
                for share in kind.shares
            ],
        )
        for kind in row.kinds
    )


def shares_chart(row: MeasureVictims, kind: KindOfVictims) -> DotChart | None:
    """Describe the share of each band now as a dot; None where too few say it."""
    told = [(kind.percent(share), share) for share in kind.shares]
    dots = tuple(
        Dot(
            wording.named(share) if share.line.band != SEVERAL else "Several, not alike",
            percent,
            f"{wording.percent(percent)} now, {wording.percent(kind.percent(share, now=False))} "
            f"before. {wording.verdict(share)} {wording.points(share)}".strip(),
            Shade.MUCH_MORE if share.is_clear else Shade.STEP_4,
            {True: "▲", False: "▼"}[(share.points or 0) > 0] if share.is_clear else "",
        )
        for percent, share in told
        if percent is not None
    )
    if not dots:
        return None
    name = wording.kind_name(kind.kind)
    most = max(dots, key=lambda dot: dot.value or 0)
    title = f"{name}: most often {most.name}, {wording.percent(most.value)}"
    return DotChart(
        title,
        "% of the records that say it",
        dots,
        f"Dot chart: {row.change.measure.label}, {title}. Every band is in the table below.",
        dot_name=name,
    )


def every_measure(found: Victims, kind: str) -> HeatTable | None:
    """Describe the shares of each band of one kind, measure by measure; None of none told."""
    rows = [(row, told) for row in found.rows if (told := row.of(kind)) and _is_told(told)]
    bands = dict.fromkeys(
        (share.line.band, wording.named(share))
        for _, told in rows
        for share in told.shares
        if share.line.band not in (SEVERAL, UNSAID)
    )
    if not rows or not bands:
        return None
    name = wording.kind_name(kind)
    return HeatTable(
        f"{name} of victims, measure by measure",
        "% of the records that say it",
        "Measure",
        tuple(row.change.measure.label for row, _ in rows),
        tuple(label for _, label in bands),
        tuple(tuple(_percents(told).get(band, 0.0) for band, _ in bands) for _, told in rows),
    )


def _is_told(kind: KindOfVictims) -> bool:
    return any(kind.percent(share) is not None for share in kind.shares)


def _percents(kind: KindOfVictims) -> dict[str, float]:
    return {share.line.band: kind.percent(share) or 0.0 for share in kind.shares}


def victims_table(
    rows: tuple[MeasureVictims, ...], question: Question, *, synthetic: bool
) -> Table:
    """Return the lines of some measures as rows to download."""
    told = tuple(
        _row(row, kind, share) for row in rows for kind in row.kinds for share in kind.shares
    )
    columns, marked_rows = marked(COLUMNS, told, synthetic=synthetic)
    where = rows[0].change.area if len(rows) == 1 else question.place.label
    label = rows[0].change.measure.label if len(rows) == 1 else "every measure"
    return Table(
        f"Victims: {label}, {where}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {question.period.dates}",
            f"Compared with: {question.comparison.dates}",
            "Each record stands once in each kind",
        ),
        columns,
        marked_rows,
        (("How to read the shares", (wording.HOW_TO_READ,)),),
        sheet="Victims",
    )


def file_name(question: Question, measure: str) -> str:
    """Name a file for the measure, the place and the end of the period."""
    named = f"victims {measure} {question.place.label} {question.period.last_day:%Y-%m}"
    return re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:120]


def _row(
    row: MeasureVictims, kind: KindOfVictims, share: BandShare
) -> tuple[str | int | float | None, ...]:
    shares = (kind.percent(share, now=False), kind.percent(share))
    numbers = (*shares, share.points, share.low, share.high)
    return (
        row.change.measure.label,
        wording.kind_name(kind.kind),
        wording.named(share),
        _cell(share.line.before),
        _cell(share.line.now),
        *(None if n is None else round(n, 3) for n in numbers),
        share.p_adjusted,
        wording.verdict(share),
        " ".join(wording.notes(kind)),
        row.change.measure.id,
    )


def _cell(count: int | None) -> int | str:
    return wording.NOT_COVERED if count is None else count
