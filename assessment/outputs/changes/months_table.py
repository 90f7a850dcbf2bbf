"""The months of a change's two periods, side by side as a table."""

from itertools import zip_longest

from assessment.changes import Change, Question
from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed


def months_table(change: Change, question: Question) -> str:
    """Return the months of both periods side by side."""
    before, now = short_labels(question)
    months = zip_longest(
        question.period.months(),
        question.comparison.months(),
        change.previous_months,
        change.current_months,
    )
    rows = "".join(
        f'<tr><th scope="row">{this or that:%B}</th>{_cell(that, was)}{_cell(this, is_now)}</tr>'
        for this, that, was, is_now in months
    )
    caption = f"{change.measure.label}, {change.area}: {change.measure.noun[1]} a month"
    return framed("months", caption, _heads("Month", before, now), rows)


def _cell(month: object, count: int | None) -> str:
    if month is None:
        return "<td></td>"
    return f"<td>{count:,}</td>" if count is not None else '<td class="quiet">not covered</td>'


def _heads(*names: str) -> str:
    return "".join(f'<th scope="col">{html(name)}</th>' for name in names)
