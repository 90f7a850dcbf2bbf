"""Checks of what the store holds: each is a question that should be answered with nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessment.intake.extract_writer import recount
from assessment.numbers import count_of, listed
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store.writer import Row
from assessment.workspace import Workspace

REPORT_IT = (
    "This is a fault of the dashboard, and not of your files. Do not quote figures of what is "
    "named here. Make a copy of the store, which changes nothing, and tell whoever looks after the "
    "dashboard; loading, undoing or changing the data meanwhile would hide what went wrong."
)
COUNT_ANEW = (
    "Count every month anew: that changes no record, and figures are then those of the records. "
    "Figures quoted before may have been wrong: see which they were in the months named here."
)
MOST_NAMED = 5


@dataclass(frozen=True)
class StoreCheck:
    """A question about the store, by the query that answers it with the rows that are wrong."""

    query: str
    question: str
    nothing_wrong: str
    what_to_do: str
    named: Callable[[Row], str]

    @property
    def can_be_mended(self) -> bool:
        """Whether counting anew puts right what it finds."""
        return self.what_to_do == COUNT_ANEW


@dataclass(frozen=True)
class CheckResult:
    """What a check found: how many rows are wrong, and what they are about."""

    check: StoreCheck
    faults: int
    about: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def finding(self) -> str:
        """What was found, as a sentence."""
        if self.is_sound:
            return self.check.nothing_wrong
        return f"{count_of(self.faults, 'case')}: {listed(self.about, MOST_NAMED)}."


def _month(row: Row, source: int, month: int) -> str:
    return f"{row[source]} in {row[month]:%B %Y}"


CHECKS = (
    StoreCheck(
        "counts_disagree",
        "Do the monthly counts agree with the records behind them?",
        "Every count is that of its records.",
        COUNT_ANEW,
        lambda row: _month(row, 0, 7),
    ),
    StoreCheck(
        "district_counts_disagree",
        "Do the counts by district agree with those by small area?",
        "Every district's count is the sum of its areas.",
        COUNT_ANEW,
        lambda row: _month(row, 0, 5),
    ),
    StoreCheck(
        "references_current_twice",
        "Is any record counted twice?",
        "No reference stands twice in a source.",
        REPORT_IT,
        lambda row: f"reference {row[1]} of {row[0]}",
    ),
    StoreCheck(
        "extracts_out_of_balance",
        "Is every row of every extract accounted for?",
        "Rows read are added, unchanged, revised, refused, repeated or cancelled ones.",
        REPORT_IT,
        lambda row: f"extract {row[0]}",
    ),
    StoreCheck(
        "extracts_not_quite_undone",
        "Did anything stay of extracts that were undone?",
        "Nothing of an undone extract is left.",
        REPORT_IT,
        lambda row: f"{count_of(row[2], row[1])} of extract {row[0]}",
    ),
    StoreCheck(
        "survey_answers_repeated",
        "Has anybody two answers to a question of a survey that takes one?",
        "Nobody has.",
        REPORT_IT,
        lambda row: f"question {row[1]} of wave {row[0]}",
    ),
    StoreCheck(
        "survey_answers_without_option",
        "Is every answer of a survey an option of its question?",
        "Every answer is.",
        REPORT_IT,
        lambda row: f"wave {row[0]}" if row[2] is None else f"question {row[1]} of wave {row[0]}",
    ),
    StoreCheck(
        "survey_counts_disagree",
        "Do the counts of surveys agree with the answers behind them?",
        "Every count is that of its answers.",
        REPORT_IT,
        lambda row: f"question {row[1]} of wave {row[0]}",
    ),
)


@dataclass(frozen=True)
class ChecksRun:
    """What every check found, and the version of the data that they were run on."""

    results: tuple[CheckResult, ...]
    data_version: int

    @property
    def wrong(self) -> tuple[CheckResult, ...]:
        """The checks that found something."""
        return tuple(result for result in self.results if not result.is_sound)


@needs(Permission.KEEP_COPIES)
def run_checks(workspace: Workspace) -> ChecksRun:
    """Run every check; with millions of records that takes some seconds."""
    version = workspace.store.data_version
    results = tuple(_result(check, workspace.store.rows(check.query)) for check in CHECKS)
    return ChecksRun(results, version)


@needs(Permission.KEEP_COPIES)
def is_outdated(workspace: Workspace, run: ChecksRun) -> bool:
    """Tell whether the data have changed since the checks were run."""
    return run.data_version != workspace.store.data_version


@needs(Permission.LOAD_EXTRACTS)
def count_anew(workspace: Workspace) -> int:
    """Count every month of every source anew from its records; return how many sources there are.

    No record is changed; what a count was that was wrong is not kept.
    """
    with workspace.store.writing() as writer:
        counted = writer.rows("months_to_count")
        for source, months in counted:
            recount(writer, source, months)
        workspace.audit(writer, "counted anew", joined([source for source, _ in counted]))
    return len(counted)


def _result(check: StoreCheck, rows: Sequence[Row]) -> CheckResult:
    return CheckResult(check, len(rows), tuple(dict.fromkeys(map(check.named, rows))))
