"""What becomes of the records of a source when an extract of it is loaded."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import ANY_FLAG, FLAGS, LEFT_OUT, measure_sets, subject_of
from assessment.errors import UploadRefused
from assessment.intake.mapping.categories.category_mapping import leaves_of
from assessment.intake.mapping.columns.record_fields import VICTIM_BANDS, VICTIM_REFERENCE
from assessment.intake.mapping.interpretation import Interpretation
from assessment.numbers import count_of
from assessment.periods import months_in_words
from assessment.store import Writer

# The number of an extract that is only checked: no extract has it.
NOT_KEPT = 0

# So many references in use for something else can be corrections; more are another numbering.
FEW = 20
# The columns that tell what a record keeps.
TOLD_BY: Mapping[str, frozenset[str]] = {
    "ward": frozenset({"ward", "beat"}),
    "lsoa": frozenset({"lsoa", "lsoa_name"}),
    "position": frozenset({"longitude", "latitude", "easting", "northing", "grid_reference"}),
    "outcome": frozenset({"outcome"}),
    "victim_reference": frozenset({VICTIM_REFERENCE}),
    "victim_bands": frozenset(VICTIM_BANDS),
}
ADDED = (
    "As you said, it is only a part of its months: its rows are added to what its source has sent, "
    "a record that is there already is put right, and none is withdrawn for not being in it."
)


@dataclass(frozen=True)
class RecordFates:
    """What becomes of the records: how many loaded, unchanged, revised, withdrawn, and where.

    `superseded` of those unchanged stand as a file of later months has them, and not as this one.
    """

    extract: int
    counts: Mapping[str, int]
    withdrawn_months: tuple[date, ...] = ()
    replaces: bool = False  # there are records that the extract speaks about
    adds: bool = False  # nothing is withdrawn for not being in the extract
    superseded: int = 0
    kept_for_refused: int = 0  # their rows are refused, so that they stay as they are


def what_it_withdraws(fates: RecordFates, what: str) -> Iterator[str]:
    """Say what a file that is all of its months withdraws, or that it only adds."""
    if n := fates.kept_for_refused:
        yield (
            f"{count_of(n, f'earlier {what}')} whose {'row is' if n == 1 else 'rows are'} refused "
            "in this file stay as they were, until the rows are put right."
        )
    if fates.adds:
        yield ADDED
    elif n := fates.counts.get("withdrawn", 0):
        yield (
            f"{count_of(n, f'earlier {what}')} of {months_in_words(fates.withdrawn_months)} "
            f"{'is' if n == 1 else 'are'} not in this file and withdrawn, because a file replaces "
            "what the same source sent before for its months. If it holds only a part of them, say "
            "that its rows are added (--mode add)."
        )


def compare_records(
    writer: Writer,
    file: str,
    interpretation: Interpretation,
    source: str,
    area_kind: str,
    extract: int,
    *,
    adds: bool = False,
    until: date | None = None,
) -> RecordFates:
    """Say what becomes of the records as the extract of that number; nothing is written yet.

    One that `adds` withdraws only what it says was cancelled. It stands before what reaches no
    further than `until`, or than its own last month. Raises UploadRefused where the
    file's references are another file's, for other records.
    """
    refuse_other_rows(writer, file, source, are_counts=False)
    _create_arriving(writer, interpretation, source, adds=adds)
    _create_standing(writer, interpretation, source, area_kind, adds=adds)
    if not writer.value("count_standing"):
        loaded = {"loaded": writer.value("count_staged")}
        kept = writer.value("count_kept_for_refused", source=source)
        return RecordFates(extract, loaded, adds=adds, kept_for_refused=kept)
    _refuse_references_used_again(writer, file)
    coverage = interpretation.coverage
    spoken = [cell for cell in coverage.cells if cell.kind == area_kind]
    writer.run(
        "create_pairing",
        area_kind=area_kind,
        spoken_areas=[cell.area for cell in spoken],
        spoken_months=[cell.month for cell in spoken],
        until=until or max(coverage.months, default=None),
    )
    months = tuple(month for (month,) in writer.rows("withdrawn_months"))
    counts: dict[str, int] = dict(writer.rows("count_pairing"))
    superseded = counts.pop("superseded", 0)
    # The store goes on saying what it said: this extract rests on the one that it is said by.
    if superseded:
        counts["unchanged"] = counts.get("unchanged", 0) + superseded
    kept = writer.value("count_kept_for_refused", source=source)
    return RecordFates(
        extract,
        counts,
        months,
        replaces=True,
        adds=adds,
        superseded=superseded,
        kept_for_refused=kept,
    )


def correct_records(
    writer: Writer,
    file: str,
    interpretation: Interpretation,
    source: str,
    area_kind: str,
    extract: int,
) -> RecordFates:
    """Say that every staged row is added, or stands in the place of the record of its reference.

    Rows without references are added whatever is there.
    """
    if writer.value("count_staged_unnamed"):
        _create_arriving(writer, interpretation, source, adds=False)
        return RecordFates(extract, {"loaded": writer.value("count_staged")})
    fates = compare_records(
        writer, file, interpretation, source, area_kind, extract, adds=True, until=date.max
    )
    return replace(fates, adds=False)


def refuse_other_rows(writer: Writer, file: str, source: str, *, are_counts: bool) -> None:
    """Refuse counts of a source of records, and records of one of counts: both would be counted."""
    if (not are_counts,) in writer.rows("rows_of_source_are", source=source):
        ours, theirs = ("counts", "records") if are_counts else ("records", "counts")
        raise UploadRefused(
            file,
            [
                f"It holds {ours}, but the source {source} has sent {theirs} so far, and what is "
                f"counted twice cannot be told apart. Give it a source of its own, for instance "
                f"{source}-{ours}."
            ],
        )


def _refuse_references_used_again(writer: Writer, file: str) -> None:
    ((used, for_something_else),) = writer.rows("references_used_again")
    if for_something_else > max(FEW, used / 2):
        raise UploadRefused(
            file,
            [
                f"{for_something_else:,} of its references already belong to records of another "
                "month and category, so they do not tell this source's records apart, as numbers "
                "that start again in each file do not. Leave that column out, or give the file a "
                "source of its own."
            ],
        )


def _create_arriving(
    writer: Writer, interpretation: Interpretation, source: str, *, adds: bool
) -> None:
    measures = interpretation.categories.measures
    places = interpretation.places.districts
    flags = interpretation.flags.flags
    writer.run(
        "create_meanings",
        category=list(measures),
        measure=list(measures.values()),
        place=list(places),
        district=list(places.values()),
        force_text=list(interpretation.forces),
        force=list(interpretation.forces.values()),
        flag_text=list(flags),
        flags=list(flags.values()),
    )
    lacking = _lacking(interpretation.columns)
    writer.run("create_kept_before", source=source, adds=adds, lacking=lacking)
    writer.run("create_arriving")


def _lacking(columns: Collection[str]) -> list[str]:
    """Return what a file has no column for, flags with their strands."""
    families = measure_sets()[FLAGS].families
    flags = [flag for flag in families if {flag, families[flag], ANY_FLAG}.isdisjoint(columns)]
    return [name for name, told_by in TOLD_BY.items() if told_by.isdisjoint(columns)] + flags


def _create_standing(
    writer: Writer, interpretation: Interpretation, source: str, area_kind: str, *, adds: bool
) -> None:
    """Find the records that the extract replaces, or only those that it has too, where it adds.

    A month of a subject is replaced whole where the extract covers every area that the source's
    earlier extracts covered in it; otherwise only its own areas are, and what others sent stays.
    What is cut off replaces nothing.
    """
    coverage, measures = interpretation.coverage, interpretation.categories.measure_set
    cells = [
        cell
        for cell in coverage.cells
        if cell.kind == area_kind and cell.month not in coverage.partial_months and not adds
    ]
    covered = {(cell.subject, cell.area, cell.month) for cell in cells}
    months = list(coverage.months)
    before = writer.rows("covered_before", source=source, area_kind=area_kind, months=months)
    shared = {
        (subject, month) for subject, area, month in before if (subject, area, month) not in covered
    }
    whole = sorted({(cell.subject, cell.month) for cell in cells} - shared)
    leaves = sorted({*leaves_of(measures), LEFT_OUT})
    carried = {*months, *coverage.stray_months}
    writer.run(
        "create_standing",
        source=source,
        area_kind=area_kind,
        leaves=leaves,
        leaf_subjects=[subject_of(leaf, measures.id) for leaf in leaves],
        whole_subjects=[subject for subject, _ in whole],
        whole_months=[month for _, month in whole],
        subjects=[cell.subject for cell in cells],
        areas=[cell.area for cell in cells],
        months=[cell.month for cell in cells],
        carried_months=sorted(carried),
        near_months=sorted(carried.union(cell.month for cell in cells)),
    )
