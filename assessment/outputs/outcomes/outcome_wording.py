"""What became of records, in words; never a share without its counts."""

from assessment.changes.compared_rows import TINY
from assessment.definitions import OutcomeGroup, outcomes
from assessment.numbers import count_of, rounded, signed
from assessment.outputs.charts.roles import Role
from assessment.patterns.outcomes import (
    MeasureOutcomes,
    OutcomeCounts,
    OutcomeVerdict,
    RecordedOutcomes,
)
from assessment.periods import in_words, months_in_words

GROUPS = {
    OutcomeGroup.SOLVED: "Solved",
    OutcomeGroup.OTHER: "Other outcome",
    OutcomeGroup.OPEN: "No outcome yet",
    OutcomeGroup.UNSAID: "Not said",
    OutcomeGroup.UNKNOWN: "Not understood",
}
# The total of each set of the police.
ALL_CRIME = "all-crime"
NOT_COVERED = "not covered"
NONE_SAID = (
    "No source of these records says what became of them. Outcomes come with extracts that have a "
    "column for them, as data.police.uk's have (Last outcome category)."
)
HOW_TO_READ = (
    "Solved: somebody was charged, summonsed or dealt with out of court, whatever a court decided "
    "later. Shares are of the records whose outcome is told, those without one yet among them; "
    "what the source does not say, or says in words that are not understood, is in neither part. "
    "The range is where the change lies in 95 of 100 such comparisons, by counting alone; a "
    "verdict allows for how many rows are tested at once. One arrest may solve many records, so "
    "shares vary more than that. The share of a total moves with its mix of offences, too: drugs "
    "that are found are mostly solved."
)
VERDICTS = {
    OutcomeVerdict.HIGHER: ("▲ higher, better", Role.BETTER),
    OutcomeVerdict.LOWER: ("▼ lower, worse", Role.WORSE),
    OutcomeVerdict.NO_CLEAR_CHANGE: ("● no clear change", Role.USUAL),
    OutcomeVerdict.NOT_COMPARABLE: ("○ not comparable", Role.OTHER),
    OutcomeVerdict.NOT_TOLD: ("○ no outcomes", Role.OTHER),
}


def finding(answer: RecordedOutcomes) -> str:
    """Say in a sentence what share of all that is counted is solved."""
    row = _whole(answer)
    if row is None or row.now is None or not row.now.told:
        return "What became of the records is not known"
    return f"{row.measure.label}: {solved(row.now)}"


def _whole(answer: RecordedOutcomes) -> MeasureOutcomes | None:
    """Return the row of all crime, or the first of which outcomes are said."""
    said = [row for row in answer.rows if row.says_outcomes]
    totals = [row for row in said if row.measure.id == ALL_CRIME]
    return next(iter(totals or said), None)


def solved(counts: OutcomeCounts | None) -> str:
    """Say what share is solved, of how many: 10.7% solved (1,971 of 18,250)."""
    if counts is None:
        return NOT_COVERED
    if not counts.told:
        return f"no outcome is said of {count_of(counts.total, 'record')}"
    n = counts.of(OutcomeGroup.SOLVED)
    of = f"{n:,} of {counts.told:,}"
    if counts.told < TINY:
        return f"{of} solved: too few for a percentage"
    return f"{share(counts)} solved ({of})"


def share(counts: OutcomeCounts) -> str:
    """Write the share that is solved: 10.7%; '' of so few that it would mean nothing."""
    percent = counts.percent(OutcomeGroup.SOLVED)
    return "" if percent is None or counts.told < TINY else f"{rounded(percent, 1)}%"


def verdict(row: MeasureOutcomes) -> str:
    """Say whether a larger or smaller share is solved, with its mark."""
    return VERDICTS[row.verdict][0]


def change(row: MeasureOutcomes) -> str:
    """Write the change: +0.3 points (between −0.3 and +1.0); '' where nothing is compared."""
    if row.points is None or row.low is None or row.high is None:
        return ""
    return f"{signed(row.points, 1)} points ({between(row)})"


def between(row: MeasureOutcomes) -> str:
    """Write the likely range of a change that there is."""
    return f"between {signed(row.low or 0.0, 1)} and {signed(row.high or 0.0, 1)}"


def told(row: MeasureOutcomes) -> str:
    """Say what the two periods tell together: the verdict with its size, or why there is none."""
    return f"{verdict(row)}: {change(row) or row.reason}"


def caveats(answer: RecordedOutcomes) -> tuple[str, ...]:
    """Say what must be known of the shares: what is still coming, and what is not understood."""
    return tuple(filter(None, (_unfinished(answer), _not_understood(answer))))


def _unfinished(answer: RecordedOutcomes) -> str:
    months = answer.unfinished
    if not months:
        return ""
    enough = count_of(outcomes().months_to_finish, "month")
    said = (
        f"Outcomes of the records of {months_in_words(months)} are still coming: by the latest "
        f"extract they have had less than {enough}. Their shares will rise."
    )
    if answer.finished_to is None or answer.finished_to < answer.question.comparison.start:
        return said
    last = f"{answer.finished_to:%B %Y}"
    return f"{said} Of periods that end with {last} or before, every record has had that long."


def _not_understood(answer: RecordedOutcomes) -> str:
    words = words_not_understood(answer)
    if not words:
        return ""
    most = sorted(words, key=lambda each: (-words[each], each))[:3]
    named = ", ".join(f"“{each[:60]}”" for each in most)
    more = f" and {len(words) - len(most)} more" if len(words) > len(most) else ""
    return (
        f"Outcomes that are not understood, and are neither solved nor unsolved: {named}{more} "
        f"({count_of(sum(words.values()), 'record')} in both periods)."
    )


def words_not_understood(answer: RecordedOutcomes) -> dict[str, int]:
    """Return what sources write that is in no group, with the most records that any row has."""
    most: dict[str, int] = {}
    for row in answer.rows:
        of_row: dict[str, int] = {}
        for counts in (row.before, row.now):
            for words, n in (counts.by_words if counts else {}).items():
                if outcomes().of(words) is OutcomeGroup.UNKNOWN:
                    of_row[words] = of_row.get(words, 0) + n
        most |= {words: max(n, most.get(words, 0)) for words, n in of_row.items()}
    return most


def whose_groups() -> str:
    """Say who grouped the outcomes, from what, and when it was last looked at."""
    by = outcomes().authored
    return (
        f"Outcomes were grouped by {by.author} ({by.checker}; reviewed {in_words(by.reviewed)}), "
        f"from: {by.source}."
    )
