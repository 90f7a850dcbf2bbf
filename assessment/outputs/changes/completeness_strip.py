"""The months that are covered, subject by subject, in symbols that are also said in words."""

from collections.abc import Sequence

from assessment.changes import ExtractBehind
from assessment.definitions import subject_in_words
from assessment.numbers import count_of
from assessment.outputs.changes.completeness import Completeness, MonthState, SubjectMonths
from assessment.outputs.escaping import Markdown, html, markdown
from assessment.outputs.html_table import framed
from assessment.periods import in_words, joined

SYMBOLS = {MonthState.COVERED: "●", MonthState.PARTIAL: "◐", MonthState.MISSING: "✕"}


def completeness_strip(complete: Completeness) -> str:
    """Return the months as a table: a row for each subject, a column for each month."""
    heads = "".join(
        f'<th scope="col">{month:%b}<small>{month:%y}</small></th>' for month in complete.months
    )
    rows = "".join(_row(subject) for subject in complete.subjects)
    key = ", ".join(f"{symbol} {state}" for state, symbol in SYMBOLS.items())
    caption = f"Months covered by extracts: {key}"
    return framed("strip", caption, f'<th scope="col">Subject</th>{heads}', rows)


def _row(subject: SubjectMonths) -> str:
    missing = sum(state is not MonthState.COVERED for state in subject.states)
    whole = f"{missing} of {len(subject.states)} not whole" if missing else "every month covered"
    cells = "".join(
        f'<td class="{state}"><span aria-hidden="true">{SYMBOLS[state]}</span>'
        f'<span class="unseen">{state}</span></td>'
        for state in subject.states
    )
    name = subject_in_words(subject.subject)
    return f'<tr><th scope="row">{html(name)}<small>{whole}</small></th>{cells}</tr>'


def all_covered(complete: Completeness) -> Markdown:
    """Say that nothing is missing, and of what, as Markdown."""
    first, last = complete.months[0], complete.months[-1]
    subjects = joined([markdown(subject_in_words(row.subject)) for row in complete.subjects])
    return f"Every month from {first:%B %Y} to {last:%B %Y} is covered, for {subjects}."


def in_sentences(
    complete: Completeness, unmapped: int, extracts: Sequence[ExtractBehind]
) -> Markdown:
    """Say where the figures come from and what is not in them, as Markdown."""
    sources = ", ".join(map(markdown, sorted({extract.source for extract in extracts}))) or "none"
    last = max(extracts, key=lambda extract: extract.id, default=None)
    latest = f" Latest extract loaded {in_words(last.loaded_at.date())}." if last else ""
    lines = [f"Sources: {sources}.{latest}"]
    lines += [
        f"{'A withheld number of records' if count is None else count_of(count, 'record')} of "
        f"{markdown(force)} in this period {'has' if count == 1 else 'have'} no location: counted "
        "for the force and for no district."
        for force, count in complete.unlocated
    ]
    if unmapped:
        lines.append(
            f"{count_of(unmapped, 'record is', 'records are')} of a category that nobody has said "
            "the meaning of: in the count of all records only."
        )
    return "\n".join(f"- {line}" for line in lines)
