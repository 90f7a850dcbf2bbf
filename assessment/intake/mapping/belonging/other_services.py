"""Columns that only the records of another service or stage have: those are no recorded crime."""

from collections.abc import Iterator, Mapping

from assessment.definitions import POLICE, data_set_in_words, partner_sets
from assessment.definitions.spelling import plain
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile

DATES = ("date_from", "recorded")
# One of most such columns may stand in a file of crimes as well: two do not, nor the only date.
TELLING = 2
# The police have no tenants: one of these is enough.
LANDLORDS_ALONE = (
    *("Estate", "Estate name", "Housing estate", "Tenure", "Tenure type", "Landlord"),
    *("Tenancy", "Tenancy type", "Tenancy ref", "Tenancy reference", "Tenancy number"),
    *("Tenancy start", "Tenancy start date", "Tenancy status", "Tenancy no", "Tenancy id"),
    *("Tenant", "Tenant type", "Tenant name", "Tenant ref", "Tenant reference", "Leaseholder"),
    *("Housing officer", "Housing area", "Housing provider", "Housing association"),
    *("Neighbourhood manager", "Tenancy officer", "Income officer", "Rent account"),
    *("Property ref", "Property reference", "RIEH category", "Block name", "Void property"),
)
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "probation": (
        *("Sentence date", "Date of sentence", "Order type", "Order start date", "Requirement"),
        *("Requirements", "Requirement type", "PDU", "LDU", "Probation practitioner"),
        *("CRN", "Order end date", "Licence end date", "Sentence length", "NPS region"),
        *("Offender manager", "Risk of reoffending", "Risk of serious harm", "RoSH"),
    ),
    "arrests or custody": (
        *("Arrest date", "Date of arrest", "Arrested on", "Arrest reason", "Reason for arrest"),
        *("Custody number", "Custody no", "Custody record number", "Custody ref", "Custody suite"),
        *("Disposal", "Disposal date", "Detention date", "Detention authorised"),
    ),
    "a landlord": (
        *LANDLORDS_ALONE,
        *("Neighbourhood officer", "Block", "Void", "UPRN", "Patch", "Scheme", "Asset number"),
    ),
    "courts": (
        *("Hearing date", "Date of hearing", "Court", "Court name", "Plea", "Verdict"),
        *("Sentence", "Sentence date", "Conviction date", "Date of conviction"),
    ),
    "stop and search": (
        *("Search date", "Date of search", "Stop date", "Date of stop", "Reason for search"),
        *("Reason for stop", "Stop reason", "Search reason", "Object of search", "Search power"),
        *("Object searched for", "Self-defined ethnicity", "Officer-defined ethnicity"),
    ),
}


def other_service(recognised: RecognisedFile, named_set: str | None) -> Iterator[FileQuestion]:
    """Ask whose records a file of no one kind is, where its columns are those of another service.

    `named_set` is what was said of that, of this file or of earlier ones of its source.
    """
    if named_set is None and recognised.recipe.measure_set is None:
        for service, headings in HEADINGS.items():
            if columns := _telling(recognised, headings):
                yield _asked(service, columns)
                return


def _telling(recognised: RecognisedFile, headings: tuple[str, ...]) -> list[str]:
    """Return the columns that tell of a service; none where they are too few to tell."""
    names = {plain(name) for name in headings}
    alone = {plain(name) for name in LANDLORDS_ALONE} & names
    columns = list(
        dict.fromkeys(
            heading
            for table in recognised.tables
            for heading in table.file_table.header
            if plain(heading) in names
        )
    )
    dates = [heading for field in DATES for heading in recognised.headings_of(field)]
    is_dated_by_it = bool(dates) and all(plain(heading) in names for heading in dates)
    is_told = len(columns) >= TELLING or any(plain(heading) in alone for heading in columns)
    return columns if is_told or is_dated_by_it else []


def _asked(service: str, columns: list[str]) -> FileQuestion:
    are = "is" if len(columns) == 1 else "are"
    return FileQuestion(
        about="measure_set",
        text=(
            f"Whose records are these? {in_quotes(columns)} {are} of {service}, and not of crimes "
            "that the police recorded. If none of these is right, define a data set of your own "
            "for them first. Another's records stand beside the police's, and change none of "
            "their figures."
        ),
        options=tuple((name, data_set_in_words(name)) for name in (POLICE, *partner_sets())),
        option="--as",
    )
