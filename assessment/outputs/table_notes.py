"""What must be known to read a table, for the sheet of notes that goes with it."""

from assessment.changes import ExtractBehind, YearOnYear
from assessment.numbers import count_of
from assessment.outputs.methods_wording import REAL_CHANGE, WHAT_CHANGED, stamp, what_changed
from assessment.periods import in_words

Notes = tuple[tuple[str, tuple[str, ...]], ...]

HOW_TO_READ = (
    REAL_CHANGE,
    "Both allow for how many rows are tested at once.",
    "no clear change: such a difference comes up without a real change, as these months vary.",
    "not comparable: the data do not carry the comparison; the reason stands in the row.",
    "The likely range is where the change of the daily rate lies in 95 of 100 such comparisons, by "
    "counting.",
    "p is how often a difference this large would come up if nothing had changed, as these months "
    "vary; p adjusted allows for the other rows of its level, and the verdict goes by it.",
    "Ordinary variation is how much such figures vary from one year to the next beyond counting; "
    "the whole force is the change of all its districts and of records that name none.",
    "small base: fewer than 20 in either period. very small base: fewer than 10 before; a "
    "percentage and its range would mean nothing and are left out.",
    "An empty count is one that the data do not cover. It is not zero.",
)


def notes_of(answer: YearOnYear) -> Notes:
    """Return the notes on an answer, a heading to each part."""
    extracts = tuple(map(_extract, answer.working.extracts)) or ("None.",)
    return (
        ("How to read the verdicts", (*HOW_TO_READ, stamp(answer.methods_version))),
        (WHAT_CHANGED, what_changed()),
        ("Caveats", answer.caveats or ("None beside those of the measures.",)),
        ("Definitions of the measures shown", _definitions(answer)),
        ("How it was counted", answer.working.notes or ("No source covers these months.",)),
        ("Extracts behind the figures", extracts),
    )


def _definitions(answer: YearOnYear) -> tuple[str, ...]:
    shown = dict.fromkeys(change.measure.id for change in answer.changes)
    parts = [answer.by_measure[measure] for measure in shown]
    return tuple(" ".join((part.definition, *part.caveats)) for part in parts)


def _extract(extract: ExtractBehind) -> str:
    made_up = ", synthetic" if extract.synthetic else ""
    records = "" if extract.rows is None else f"{count_of(extract.rows, 'record')}, "
    return (
        f"{extract.file_name}, from source {extract.source}: {records}"
        f"loaded {in_words(extract.loaded_at.date())}{made_up}."
    )
