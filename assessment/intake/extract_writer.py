"""Writing an understood extract into the store, inside the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import subject_of
from assessment.errors import UploadRefused
from assessment.intake.load_report import LoadReport, RefusedRow
from assessment.intake.mapping.interpretation import Understanding
from assessment.store import Writer

# So many references in use for something else can be corrections; more are another numbering.
FEW = 20


@dataclass(frozen=True)
class Kept:
    """What becomes of the records: how many loaded, unchanged, revised, withdrawn, and where."""

    extract: int
    fates: Mapping[str, int]
    withdrawn_months: tuple[date, ...] = ()
    replaces: bool = False  # there are records that the extract speaks about


def compare_records(
    writer: Writer, file: str, understood: Understanding, source: str, area_kind: str
) -> Kept:
    """Say what would become of the records; nothing is written that would make the file grow.

    Raises UploadRefused where the file's references are another file's, for other records.
    """
    extract: int = writer.value("next_extract")
    _create_arriving(writer, understood)
    _create_standing(writer, understood, source, area_kind)
    if not writer.value("count_standing"):
        return Kept(extract, {"loaded": writer.value("count_staged")})
    _refuse_numbers_used_again(writer, file)
    writer.run("create_pairing")
    months = tuple(month for (month,) in writer.rows("withdrawn_months"))
    return Kept(extract, dict(writer.rows("count_pairing")), months, replaces=True)


def keep_records(writer: Writer, understood: Understanding, source: str, kept: Kept) -> None:
    """Add new and revised records and end those replaced, as they were compared."""
    measure_set = understood.categories.measure_set.id
    given = {"source": source, "measure_set": measure_set, "extract": kept.extract}
    if not kept.replaces:
        writer.run("insert_all", **given)
        return
    writer.run("insert_paired", **given)
    writer.run("end_versions", extract=kept.extract)


def _refuse_numbers_used_again(writer: Writer, file: str) -> None:
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


def _create_arriving(writer: Writer, understood: Understanding) -> None:
    measures = understood.categories.measures
    places = understood.places.districts
    flags = understood.flags.flags
    writer.run(
        "create_meanings",
        category=list(measures),
        measure=list(measures.values()),
        place=list(places),
        district=list(places.values()),
        force_text=list(understood.forces),
        force=list(understood.forces.values()),
        flag_text=list(flags),
        flags=list(flags.values()),
    )
    writer.run("create_arriving")


def _create_standing(
    writer: Writer, understood: Understanding, source: str, area_kind: str
) -> None:
    """Find the records that the extract replaces.

    A month of a subject is replaced whole where the extract covers every area that the source's
    earlier extracts covered in it; otherwise only its own areas are, and what others sent stays.
    What is cut off replaces nothing.
    """
    coverage, measures = understood.coverage, understood.categories.measure_set
    cells = [
        cell
        for cell in coverage.cells
        if cell.kind == area_kind and cell.month not in coverage.partial_months
    ]
    covered = {(cell.subject, cell.area, cell.month) for cell in cells}
    months = list(coverage.months)
    before = writer.rows("covered_before", source=source, area_kind=area_kind, months=months)
    shared = {
        (subject, month) for subject, area, month in before if (subject, area, month) not in covered
    }
    whole = sorted({(cell.subject, cell.month) for cell in cells} - shared)
    leaves = sorted({leaf for measure in measures.measures for leaf in measure.leaves})
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
        carried_months=[*months, *coverage.stray_months],
    )


def keep_counts(writer: Writer, source: str, extract: int) -> None:
    """Count anew the months that the extract has touched."""
    recount(writer, source, [month for (month,) in writer.rows("touched_months", extract=extract)])


def recount(writer: Writer, source: str, months: Sequence[date]) -> None:
    """Count the current records of a source in some months anew."""
    given = {"source": source, "months": list(months)}
    writer.run("clear_monthly_counts", **given)
    writer.run("count_months_anew", **given)
    writer.run("clear_monthly_district_counts", **given)
    writer.run("count_districts_anew", **given)


def keep_extract(
    writer: Writer,
    report: LoadReport,
    understood: Understanding,
    *,
    extract: int,
    recipe: str,
    sha256: str,
    loaded_by: str,
    synthetic: bool,
) -> None:
    """Record the extract itself."""
    writer.run(
        "insert_extract",
        id=extract,
        source=report.source,
        recipe=recipe,
        measure_set=report.measure_set,
        file_name=report.file,
        sha256=sha256,
        months=list(understood.coverage.months),
        problems=list(report.problems),
        loaded_by=loaded_by,
        synthetic=synthetic,
        **report.rows.for_extract(),
    )


def keep_coverage(writer: Writer, understood: Understanding, source: str, extract: int) -> None:
    """Record what the extract answers for, and the names it gives to small areas."""
    cells = understood.coverage_cells
    writer.run(
        "insert_coverage",
        extract=extract,
        source=source,
        measure_set=understood.categories.measure_set.id,
        subjects=[cell.subject for cell in cells],
        area_kinds=[cell.kind for cell in cells],
        areas=[cell.area for cell in cells],
        months=[cell.month for cell in cells],
        partial_months=list(understood.coverage.partial_months),
    )
    writer.run("insert_areas")


def keep_refused(writer: Writer, extract: int, rows: Sequence[RefusedRow]) -> None:
    """Keep refused rows with the reason, so that they can be downloaded and put right."""
    writer.run(
        "insert_rejected_rows",
        extract=extract,
        file=[row.file for row in rows],
        sheet=[row.sheet for row in rows],
        row_number=[row.row_number for row in rows],
        column_name=[row.column for row in rows],
        expected=[row.expected for row in rows],
        found=[row.found for row in rows],
        raw=[row.raw for row in rows],
    )
