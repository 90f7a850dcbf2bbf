"""Places as tables: the busiest on the page, and all of them to download."""

import re

from assessment.changes.location_wording import AREAS
from assessment.numbers import rounded
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import Html
from assessment.outputs.html_table import html_table
from assessment.outputs.places.place_wording import finding, notes, rate_notes
from assessment.outputs.places.shown_as import NOT_KNOWN, SEVERAL, Show
from assessment.outputs.table_notes import notes_of
from assessment.outputs.tables import (
    COUNT,
    DIFFERENCE,
    PERCENT,
    SYNTHETIC,
    Cell,
    Column,
    Table,
    marked,
)
from assessment.patterns.places import Heat, HeatBy, Places

MOST_LISTED = 10
RATE = "#,##0.0"
COLUMNS = (
    Column("Rank", 6, COUNT),
    Column("Area", 30),
    Column("Count now", 11, COUNT),
    Column("Share of those with a place (%)", 13, PERCENT),
    Column("Residents", 11, COUNT),
    Column("Rate for each 1,000 residents", 13, RATE),
    Column("Count before", 11, COUNT),
    Column("Difference", 12, DIFFERENCE),
    Column("Verdict", 17),
    Column("Unusual", 9),
    Column("Hot spot", 12),
    Column("Hot spot before", 12),
    Column("On the map", 9),
    Column("District", 24),
    Column("Measure", 30),
    Column("Period", 30),
    Column("Compared with", 30),
    Column("Area code", for_programs=True),
    Column("Measure id", for_programs=True),
)


def busiest(places: Places) -> Html:
    """Return the busiest areas as a table."""
    rows = [_busy(places, at) for at in range(min(MOST_LISTED, len(places.areas)))]
    name = AREAS[places.question.by].capitalize()
    noun = places.measure.noun[1].capitalize()
    is_tested = places.hot is None or places.hot.by is HeatBy.GI_STAR
    heat = "Hot spot" if is_tested else "Busiest tenth"
    header = (name, "Rank", noun, "Share", "From before", "Verdict", heat)
    return html_table(f"The busiest {SEVERAL[places.question.by]}", header, rows)


def _busy(places: Places, at: int) -> tuple[object, ...]:
    spot = places.areas[at]
    change = spot.change
    return (
        spot.name,
        "" if (rank := places.rank(spot)) is None else rank,
        NOT_KNOWN if spot.now is None else spot.now,
        "" if (share := places.share(spot)) is None else f"{rounded(share, 1)}%",
        "" if change is None else change_wording.signed(change.difference),
        "" if change is None else change_wording.verdict(change),
        _heat_in_words(places, at),
    )


def _heat_in_words(places: Places, at: int) -> str:
    if places.hot is None or places.hot.now[at] is not Heat.HOT:
        return ""
    if places.hot.before is None:
        return "yes"
    return "yes, and before" if places.hot.before[at] is Heat.HOT else "yes, not before"


def places_table(places: Places) -> Table:
    """Return every area as a row to download, with its own dates so that it can stand alone."""
    question, answer = places.question, places.answer
    columns, rows = marked(
        COLUMNS,
        tuple(_row(places, at) for at in range(len(places.areas))),
        synthetic=answer.is_synthetic,
    )
    about = (
        *([SYNTHETIC] if answer.is_synthetic else []),
        f"Place: {question.place.label}",
        f"Period: {question.period.dates}",
        f"Compared with: {question.comparison.dates}",
        *(finding(places, show) for show in Show if show is not Show.RATE or places.residents),
        *notes(places),
        *(rate_notes(places) if places.residents else ()),
    )
    return Table(f"Where: {places.measure.label}", about, columns, rows, notes_of(answer), "Places")


def file_name(places: Places) -> str:
    """Name a file of places for what it is of."""
    question = places.question
    last = f"{question.period.last_day:%Y-%m}"
    parts = ("places", question.place.label, "to", last, SEVERAL[question.by], places.measure.label)
    return re.sub(r"[^a-z0-9]+", "-", " ".join(parts).lower()).strip("-")[:120]


def _row(places: Places, at: int) -> tuple[Cell, ...]:
    spot, hot = places.areas[at], places.hot
    change, share = spot.change, places.share(spot)
    return (
        places.rank(spot),
        spot.name,
        spot.now,
        None if share is None else float(rounded(share, 3)),
        spot.residents,
        None if spot.rate is None else float(rounded(spot.rate, 3)),
        spot.before,
        change.difference if change else 0 if spot.now == spot.before == 0 else None,
        change.verdict.value if change else None,
        {True: "yes", False: "no", None: None}[change.unusual if change else None],
        _heat(hot.now if hot else None, at),
        _heat(hot.before if hot else None, at),
        "yes" if spot.drawn else "no",
        spot.district or None,
        places.measure.label,
        places.question.period.dates,
        places.question.comparison.dates,
        " + ".join(spot.codes) or None,
        places.measure.id,
    )


def _heat(told: tuple[Heat | None, ...] | None, at: int) -> str | None:
    heat = told[at] if told else None
    return heat.value if heat else None
