"""Recording changes and variations that a partnership has entered, as rows and as a download."""

from assessment.changes.comparable.own_events import EnteredEvent
from assessment.changes.variation.own_variation import OwnVariation
from assessment.definitions import Bearing, measure_sets
from assessment.outputs.tables import Column, Table, marked
from assessment.periods import in_words

# What a change does to a comparison, as people are asked.
BEARINGS = {
    "are compared, and this is said with every sentence": Bearing.MARKS,
    "are compared, and this stands above the table": Bearing.FOOTNOTE,
    "are not compared: they are not one series": Bearing.REFUSES,
    "are not compared where they touch these days: records are missing": Bearing.MISSING,
}
HEADER = ("Change", "When", "About", "What it does", "Figures before and after", "Entered")
VARIATION_HEADER = ("Measure", "Ordinarily varies by", "Why", "Set")
COLUMNS = (
    Column("Change", 10),
    Column("When", 36),
    Column("About", 36),
    Column("What it does", 80),
    Column("Figures before and after", 44),
    Column("Entered", 30),
)


def event_row(event: EnteredEvent) -> tuple[str, ...]:
    """Return a change as a row: when, about what, what it does, and who entered it."""
    does = next(words for words, bearing in BEARINGS.items() if bearing is event.bearing)
    entered = f"{event.entered_by}, {in_words(event.entered_at.date())}"
    return f"No. {event.id}", event.dates, _about(event), event.effect, does, entered


def event_table(events: tuple[EnteredEvent, ...], place: str) -> Table:
    """Return the changes that a partnership has entered."""
    title = f"Recording changes entered for {place}"
    columns, rows = marked(COLUMNS, tuple(map(event_row, events)), synthetic=False)
    return Table(title, (), columns, rows, sheet="Recording changes")


def variation_row(own: OwnVariation) -> tuple[object, ...]:
    """Return what is set of a measure as a row."""
    known = measure_sets().get(own.measure_set)
    name = f"{known.label}: {own.label}" if known else own.label
    return name, f"{100 * own.value:g}%", own.reason, f"{own.set_by}, {in_words(own.set_at.date())}"


def _about(event: EnteredEvent) -> str:
    if event.measure_set is None:
        return "everything that is recorded"
    known = measure_sets().get(event.measure_set)
    if known is None:
        return event.measure or event.measure_set
    labels = {measure.id: measure.label for measure in known.measures}
    return f"{known.label}: {labels.get(event.measure or '', event.measure or 'all of them')}"
