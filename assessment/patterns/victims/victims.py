"""Victims and repeats: who the victims of each measure were, and who and what comes again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes import By, Change, Question, YearOnYear, year_on_year
from assessment.definitions import MeasureKind
from assessment.patterns.victims.band_lines import VictimBands, bands_of_measures, victim_bands
from assessment.patterns.victims.band_shares import KindOfVictims, band_shares
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class MeasureVictims:
    """Who the victims of a measure's records were, kind by kind; or why that is withheld."""

    change: Change
    kinds: tuple[KindOfVictims, ...]
    withheld: str = ""

    def of(self, kind: str) -> KindOfVictims | None:
        """Return one kind; None where nothing is told of it."""
        return next((each for each in self.kinds if each.kind == kind), None)


@dataclass(frozen=True)
class Victims:
    """Every measure of which a record says who its victims were, as Year on year counts it."""

    question: Question
    rows: tuple[MeasureVictims, ...]
    answer: YearOnYear

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are told of any measure."""
        return tuple(dict.fromkeys(kind.kind for row in self.rows for kind in row.kinds))


@needs(Permission.READ_FIGURES, of="place", named="question")
def victims(workspace: Workspace, question: Question) -> Victims:
    """Return who the victims of every measure of the set were, in both periods.

    Of a measure either all lines are told or none, as in the rows of Year on year. Raises
    InvalidRequest for an unknown set.
    """
    whole = replace(question, by=By.MEASURE, measure=None)
    answer = year_on_year(workspace, whole)
    changes = [row for row in answer.changes if row.measure.kind is not MeasureKind.UNMAPPED]
    told = bands_of_measures(workspace, whole, changes)
    return Victims(whole, tuple(_rows(changes, told)), answer)


@needs(Permission.READ_FIGURES, of="place", named="question")
def victims_of_row(
    workspace: Workspace, question: Question, change: Change
) -> MeasureVictims | None:
    """Return who the victims of one row's records were; None where no record says it."""
    bands = victim_bands(workspace, question, change)
    return None if bands is None else _of_row(change, bands)


def _of_row(change: Change, bands: VictimBands) -> MeasureVictims:
    return MeasureVictims(change, band_shares(bands, change), bands.withheld)


def _rows(changes: Sequence[Change], told: Mapping[str, VictimBands]) -> list[MeasureVictims]:
    return [_of_row(change, bands) for change in changes if (bands := told.get(change.measure.id))]
