"""The priorities that were chosen, heading by heading, each with what speaks for it."""

from assessment.outputs.escaping import html
from assessment.outputs.priorities import priority_wording as wording
from assessment.priorities.headings import Priority
from assessment.priorities.record import Record


def priority_cards(record: Record) -> str:
    """Return the priorities as HTML."""
    headings = dict.fromkeys(priority.heading for priority in record.priorities)
    return "".join(_group(record, heading) for heading in headings)


def _group(record: Record, heading: str) -> str:
    cards = "".join(
        _card(record, priority) for priority in record.priorities if priority.heading == heading
    )
    return f'<h2>{html(heading)}</h2><div class="cards priorities">{cards}</div>'


def _card(record: Record, priority: Priority) -> str:
    issues = [issue for issue in record.issues if issue.id in priority.issues]
    lines = "".join(
        f"<li><strong>{html(issue.label)}</strong> <small>{html(wording.place(issue))}</small></li>"
        for issue in issues
    )
    emphases = ", ".join(priority.emphases)
    stress = f"<p>Emphasis: {html(emphases)}</p>" if emphases else ""
    reasons = "".join(
        f"<dt>{html(name)}</dt><dd>{html(text)}</dd>"
        for name, text in wording.beside(record, priority)
    )
    return (
        f'<section class="card"><h3>{html(priority.name)}</h3>{stress}'
        f"<ul>{lines}</ul><dl>{reasons}</dl></section>"
    )
