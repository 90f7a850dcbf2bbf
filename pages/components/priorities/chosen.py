"""The priorities that were chosen, heading by heading, each with what speaks for it."""

from collections.abc import Iterator
from html import escape

from assessment.outputs import priority_wording as wording
from assessment.priorities.grouping import Priority
from assessment.priorities.record import Record


def chosen(found: Record) -> str:
    """Return the priorities as HTML."""
    headings = dict.fromkeys(each.heading for each in found.priorities)
    return "".join(_group(found, heading) for heading in headings)


def _group(found: Record, heading: str) -> str:
    cards = "".join(_card(found, each) for each in found.priorities if each.heading == heading)
    return f'<h2>{escape(heading)}</h2><div class="cards priorities">{cards}</div>'


def _card(found: Record, priority: Priority) -> str:
    issues = [each for each in found.issues if each.id in priority.issues]
    lines = "".join(
        f"<li><strong>{escape(each.label)}</strong> "
        f"<small>{escape(wording.place(each))}</small></li>"
        for each in issues
    )
    emphases = ", ".join(priority.emphases)
    stress = f"<p>Emphasis: {escape(emphases)}</p>" if emphases else ""
    said = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in _said(found, priority)
    )
    return (
        f'<section class="card"><h3>{escape(priority.name)}</h3>{stress}'
        f"<ul>{lines}</ul><dl>{said}</dl></section>"
    )


def _said(found: Record, priority: Priority) -> Iterator[tuple[str, str]]:
    """Yield what is recorded beside a priority; what nobody has said is said to be missing."""
    yield "Why", priority.reason or "No reason is given yet."
    yield "Residents", priority.residents or _survey(found, priority)
    yield "Police and Crime Plan", priority.police_and_crime_plan or "Nothing is recorded."
    yield "County", priority.county or "Nothing is recorded."
    if found.year_before:
        was = ", ".join(priority.continues)
        yield "Last year", f"Goes on with {was}." if was else "New."


def _survey(found: Record, priority: Priority) -> str:
    """Return what the survey says of the issues of a priority, each once."""
    words = (each.residents for each in found.issues if each.id in priority.issues)
    return " ".join(dict.fromkeys(each for each in words if each)) or "Nothing is recorded."
