"""The priorities that were chosen, heading by heading, each with what speaks for it."""

from assessment.outputs.escaping import html
from assessment.outputs.priorities import priority_wording as wording
from assessment.priorities.headings import Priority
from assessment.priorities.record import Record


def chosen(found: Record) -> str:
    """Return the priorities as HTML."""
    headings = dict.fromkeys(each.heading for each in found.priorities)
    return "".join(_group(found, heading) for heading in headings)


def _group(found: Record, heading: str) -> str:
    cards = "".join(_card(found, each) for each in found.priorities if each.heading == heading)
    return f'<h2>{html(heading)}</h2><div class="cards priorities">{cards}</div>'


def _card(found: Record, priority: Priority) -> str:
    issues = [each for each in found.issues if each.id in priority.issues]
    lines = "".join(
        f"<li><strong>{html(each.label)}</strong> <small>{html(wording.place(each))}</small></li>"
        for each in issues
    )
    emphases = ", ".join(priority.emphases)
    stress = f"<p>Emphasis: {html(emphases)}</p>" if emphases else ""
    said = "".join(
        f"<dt>{html(name)}</dt><dd>{html(text)}</dd>"
        for name, text in wording.beside(found, priority)
    )
    return (
        f'<section class="card"><h3>{html(priority.name)}</h3>{stress}'
        f"<ul>{lines}</ul><dl>{said}</dl></section>"
    )
