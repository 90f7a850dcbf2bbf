"""Harm in words: where a measure stands by number and by harm, and by whose weights."""

from assessment.definitions import HarmWeights, harm_weights
from assessment.numbers import count_of, ordinal, rounded, signed
from assessment.patterns.crime_harm import Range
from assessment.patterns.harm import MeasureHarm, Ranks, RecordedHarm
from assessment.periods import in_words

# Places that lie so far apart are worth a sentence.
FAR_APART = 3
MOST_SENTENCES = 6
NOT_COVERED, NO_WEIGHT, LEFT_OUT = "not covered", "no weight", "left out"
NOTHING = "Nothing that these weights weigh is recorded here in the period."
HOW_TO_READ = (
    "Harm is the number of records times what an offence weighs: how long a first offender would "
    "be sentenced, how severe courts find it, or what it costs, by the weights that are chosen. A "
    "category that holds offences of unlike weight has a range, and so has its place. What has no "
    "weight, as anti-social behaviour, has none: it is not harmless. Places are among the measures "
    "of one level that have harm. The range of a change is where it lies in 95 of 100 such "
    "comparisons, and wide where a few grave offences decide it; what changed in numbers stands "
    "on Year on year. ≈ is approximate: offences of unlike weight have the median of their kind."
)


def weights_of(answer: RecordedHarm) -> HarmWeights:
    """Return the weights that an answer is by."""
    return harm_weights(answer.weighing.weights)


def beside_of(answer: RecordedHarm) -> HarmWeights:
    """Return the weights whose places stand beside."""
    return harm_weights(answer.beside)


def place_beside(row: MeasureHarm) -> str:
    """Say the place by the other weights, and among how many: fewer may have one."""
    if row.ranks_beside is None:
        return NOT_COVERED if row.change.current is None else "no weight"
    return f"{place_by_harm(row.ranks_beside)} of {row.ranks_beside.of}"


def finding(answer: RecordedHarm) -> str:
    """Say in a sentence which measure has the most harm, and where it stands by number."""
    first = [row for row in answer.rows if row.ranks and row.ranks.worst == 1 and row.ranks.of > 1]
    if not first:
        return "Which measure has the most harm depends on what its offences were"
    # Of groups and the measures in them, the finer say more.
    row = max(first, key=lambda row: (row.ranks.of if row.ranks else 0, -row.measure.level))
    by_count = row.ranks.by_count if row.ranks else 1
    place = "by number too" if by_count == 1 else f"{ordinal(by_count)} by number"
    return f"{row.measure.label}: the most harm, {place}"


def differing(answer: RecordedHarm) -> list[str]:
    """Say of which measures number and harm tell something else, the furthest apart first."""
    rows = [
        row
        for row in answer.rows
        if row.ranks and abs(row.ranks.apart) >= FAR_APART and row.change.current
    ]
    rows.sort(key=lambda row: -abs(row.ranks.apart) if row.ranks else 0)
    return [_differs(row, answer) for row in rows[:MOST_SENTENCES]]


def _differs(row: MeasureHarm, answer: RecordedHarm) -> str:
    ranks, unit = row.ranks, weights_of(answer).unit
    assert ranks is not None  # noqa: S101
    records = count_of(row.change.current or 0, *row.measure.noun)
    low, high = row.of_now.least or 0.0, row.of_now.most or 0.0
    ends = _short(low) if low == high else f"{_short(low)} to {_short(high)}"
    return (
        f"{row.measure.label}: {ordinal(ranks.by_count)} by number, {place_by_harm(ranks)} by harm "
        f"of {ranks.of} ({records}; each {ends} on average, in {unit})"
    )


def place_by_harm(ranks: Ranks) -> str:
    """Write the place by harm: 2nd, or 2nd to 4th where it depends on what offences were."""
    if ranks.best == ranks.worst:
        return ordinal(ranks.best)
    return f"{ordinal(ranks.best)} to {ordinal(ranks.worst)}"


def total(row: MeasureHarm, *, before: bool = False) -> str:
    """Write the harm of a period: 12,775, or 1,835 to 2,735; or why there is none."""
    harm = row.of_before if before else row.of_now
    records = row.change.previous if before else row.change.current
    ends: Range | None = row.before if before else row.now
    if records is None:
        return NOT_COVERED
    if ends is None:
        return LEFT_OUT if harm.left_out and not harm.unweighed else NO_WEIGHT
    low, high = (f"{rounded(end, 0):,}" for end in ends)
    about = "≈ " if harm.by_subgroup else ""
    return f"{about}{low}" if low == high else f"{about}{low} to {high}"


def marks(row: MeasureHarm) -> tuple[str, ...]:
    """Say what must be known of the harm of a measure in the period."""
    harm = row.of_now
    return tuple(
        words
        for n, words in (
            (harm.unweighed if row.now else 0, f"{harm.unweighed:,} have no weight"),
            (harm.left_out if row.now else 0, f"{harm.left_out:,} found by the police left out"),
        )
        if n
    )


def change(row: MeasureHarm) -> str:
    """Write the change with its range; '' where none is told."""
    if row.difference is None:
        return ""
    return signed(row.difference, 0)


def between(row: MeasureHarm) -> str:
    """Write the likely range of a change, and whether it is clear; '' where none is told."""
    if row.low is None or row.high is None:
        return ""
    unclear = "no clear change, "
    if not row.low <= 0 <= row.high:
        unclear = "no clear change among so many rows, "
    return (
        f"{'' if row.is_clear else unclear}between {signed(row.low, 0)} and {signed(row.high, 0)}"
    )


def whose_weights(answer: RecordedHarm) -> str:
    """Say whose weights they are, from where, and when they were read."""
    weights, other = weights_of(answer), beside_of(answer)
    second = " They were taken at second hand: check them with their publisher."
    found = " What the police find by looking for it is left out." * answer.weighing.without_found
    return (
        f"Weights: {weights.scheme}, {weights.version}, in {weights.unit}. {weights.source}; read "
        f"{in_words(weights.read)}.{second * weights.is_second_hand}{found} "
        f"Beside it is the place by the {other.scheme}, {other.version}, among what has a weight "
        "there."
    )


def _short(number: float) -> str:
    return f"{rounded(number, 0 if number >= 10 or number == int(number) else 1):,}"
