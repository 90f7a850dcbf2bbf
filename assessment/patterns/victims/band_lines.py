"""Who the victims of a row's records were: by bands of age, sex, ethnic group and relation.

Every record stands in one line of each kind: under its band, under several where its victims are in
different ones, or under what is not said. So the lines add up to the records of the row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.changes.answer import Change
from assessment.changes.comparable.source_coverage import sets_searched, sources_for
from assessment.changes.counting.counts import leaf_lists
from assessment.changes.question import By, Question
from assessment.changes.withheld.redaction import Redaction, redaction
from assessment.changes.withheld.shown_years import shown_pieces
from assessment.definitions import Measure
from assessment.definitions.victim_bands import KINDS, band_order
from assessment.disclosure import fewest_shown, is_few, withheld_in_words
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# What stands in the place of a band.
SEVERAL, UNSAID = "several", ""


@dataclass(frozen=True)
class BandLine:
    """Records of one band (or SEVERAL, or UNSAID); None in a period that is not wholly covered."""

    kind: str
    band: str
    before: int | None
    now: int | None


@dataclass(frozen=True)
class VictimBands:
    """The lines of every kind that is known of the records; or why none are shown."""

    lines: tuple[BandLine, ...]
    withheld: str = ""


@dataclass(frozen=True)
class _Counted:
    """Records by kind and band, and the fewest, but none, of one leaf, district and stretch."""

    records: Mapping[tuple[str, str], int]
    fewest: int | None


@needs(Permission.READ_FIGURES, of="place", named="question")
def victim_bands(workspace: Workspace, question: Question, change: Change) -> VictimBands | None:
    """Return who the victims of a row's records were; None where no record says it."""
    area = None if question.by is By.MEASURE else change.area if change.is_area_given else ""
    return _bands(workspace, question, [change], area).get(change.measure.id)


@needs(Permission.READ_FIGURES, of="place", named="question")
def bands_of_measures(
    workspace: Workspace, question: Question, changes: Sequence[Change]
) -> Mapping[str, VictimBands]:
    """Return the same of many measures in a whole place, of those of which a record says it."""
    return _bands(workspace, question, changes, None)


def _bands(
    workspace: Workspace, question: Question, changes: Sequence[Change], area: str | None
) -> Mapping[str, VictimBands]:
    """Return who the victims of some rows of one area were.

    It is told of whole months as they are now, in districts. Who may not see small numbers is told
    either every line of a row or none: all that a line is made of, each kind of record in each
    district and stretch of time, must be enough to be shown by itself, so that no two tables give a
    number back.
    """
    if question.as_at or question.is_by_small_area or not question.is_whole_months:
        return {}
    kinds = [kind for (kind,) in workspace.store.kept_rows("kinds_of_victim_bands")]
    if not kinds:
        return {}
    rules = redaction(workspace, question)
    hidden = [row for row in changes if rules and not _is_shown(rules, question, row)]
    shown = [row for row in changes if row not in hidden]
    told = {row.measure.id: VictimBands((), rules.words if rules else "") for row in hidden}
    if not shown:
        return told
    asked = _Asked(question, tuple(row.measure for row in shown), kinds, area)
    before, now = (
        _counted(workspace, asked, period) for period in (question.comparison, question.period)
    )
    fewest = fewest_shown(workspace)
    lines = {row.measure.id: _lines(row, before, now, fewest) for row in shown}
    return told | {measure: bands for measure, bands in lines.items() if bands}


def _lines(
    change: Change,
    periods_before: Mapping[str, "_Counted"],
    periods_now: Mapping[str, "_Counted"],
    fewest: int,
) -> VictimBands | None:
    """Return the lines of a row, or why none are shown; None where no record says it."""
    nothing = _Counted({}, None)
    before, now = (
        counted.get(change.measure.id, nothing) for counted in (periods_before, periods_now)
    )
    told = {kind for counted in (before, now) for kind, band in counted.records if band}
    if not told:
        return None
    if any(is_few(counted.fewest, fewest) for counted in (before, now)):
        return VictimBands((), withheld_in_words(fewest))
    keys = sorted({*before.records, *now.records}, key=_order)
    return VictimBands(
        tuple(
            BandLine(
                *key,
                None if change.previous is None else before.records.get(key, 0),
                None if change.current is None else now.records.get(key, 0),
            )
            for key in keys
            if key[0] in told
        )
    )


def _is_shown(rules: Redaction, question: Question, change: Change) -> bool:
    """Tell whether the records of a row are shown by themselves."""
    areas = rules.areas if question.by is By.MEASURE else (change.area,)
    return rules.shows_before(change.measure, areas) and rules.shows_now(change.measure, areas)


@dataclass(frozen=True)
class _Asked:
    """Measures whose victims are counted, by which kinds, in one area or, of None, in all."""

    question: Question
    measures: tuple[Measure, ...]
    kinds: list[str]
    area: str | None


def _counted(workspace: Workspace, asked: _Asked, period: Period) -> Mapping[str, _Counted]:
    """Count the records of a period, stretch by stretch where others than it are shown too."""
    question = asked.question
    (pieces,) = shown_pieces(workspace, question.place, [period])
    given = {
        **leaf_lists(asked.measures),
        **sources_for(workspace, question, asked.measures).lists,
        "ground_kind": question.place.ground_kind,
        "measure_sets": sets_searched(question.measure_set),
        "kinds": asked.kinds,
        "area": asked.area,
    }
    records: dict[str, dict[tuple[str, str], int]] = {}
    fewest: dict[str, int] = {}
    for piece in pieces or (period,):
        for measure, kind, band, n, least in workspace.store.rows(
            "victim_bands", **given, first_month=piece.start, end_month=piece.end
        ):
            line = kind, UNSAID if band is None else band or SEVERAL
            of_measure = records.setdefault(measure, {})
            of_measure[line] = of_measure.get(line, 0) + n
            fewest[measure] = min(least, fewest.get(measure, least))
    return {measure: _Counted(of_it, fewest[measure]) for measure, of_it in records.items()}


def _order(line: tuple[str, str]) -> tuple[int, int, tuple[int, ...]]:
    kind, band = line
    last = {SEVERAL: 1, UNSAID: 2}.get(band, 0)
    return list(KINDS).index(kind), last, () if last else band_order(band)
