"""What was scored and what was chosen as slides: the risk matrix, and the priorities."""

from assessment.numbers import count_of
from assessment.outputs.charts import Ink
from assessment.outputs.escaping import Html, html
from assessment.outputs.priorities import priority_wording
from assessment.outputs.risk_matrix.picture.matrix_picture import matrix_picture
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.outputs.slides.slide import Slide
from assessment.periods import joined
from assessment.priorities.record import Record
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.matrix import Matrix, is_in_top

# So many lines fit beside the matrix.
MOST_RANKS = 10
DRAFT = "A draft: scores, ranks and priorities can still change."


def matrix_slide(matrix: Matrix, ink: Ink) -> Slide | None:
    """Tell which issues come first; None where nothing is ranked yet."""
    top = [ranked for ranked in matrix.ranked if is_in_top(ranked.rank)]
    if not top:
        return None
    first = joined([matrix.label(ranked.issue) for ranked in top if ranked.rank == 1])
    named = joined([_named(matrix, ranked) for ranked in top])
    title = f"{first}: first of {count_of(len(matrix.issues), 'issue')}"
    sentence = f"At the top stand {named}."
    picture = (
        f'<div class="matrix-slide"><div>{matrix_picture(matrix, ink)}</div>{_ranks(matrix)}</div>'
    )
    return Slide(title, sentence, _caveats(matrix), picture=picture)


def _ranks(matrix: Matrix) -> Html:
    """Return the first ranks as a list, each with its band."""
    items = "".join(
        f"<li><strong>{html(_named(matrix, ranked))}</strong> "
        f"<small>{html(risk_wording.band(ranked.scored))}</small></li>"
        for ranked in matrix.ranked[:MOST_RANKS]
        if ranked.rank is not None
    )
    return f"<ul>{items}</ul>"


def _named(matrix: Matrix, ranked: Ranked) -> str:
    return f"{risk_wording.rank(ranked)} {matrix.label(ranked.issue)}"


def _caveats(matrix: Matrix) -> tuple[str, ...]:
    unknown = sum(ranked.rank is None for ranked in matrix.ranked)
    is_draft = matrix.assessment and matrix.assessment.status is AssessmentStatus.DRAFT
    without = "has no rank" if unknown == 1 else "have no rank"
    told = (
        f"{matrix.scheme.label}, {matrix.period.dates}.",
        DRAFT if is_draft else "",
        f"{count_of(unknown, 'issue')} {without}: too little is known." if unknown else "",
    )
    return tuple(filter(None, told))


def priorities_slide(record: Record) -> Slide | None:
    """Tell what the partnership has chosen, and why; None where it has not yet."""
    if not record.priorities:
        return None
    title = count_of(len(record.priorities), "priority", "priorities").capitalize()
    named = joined([priority.name for priority in record.priorities])
    sentence = f"{record.partnership_name} puts first: {named}."
    return Slide(title, sentence, (priority_wording.standing(record),), picture=_list(record))


def _list(record: Record) -> Html:
    items = "".join(
        f"<li><strong>{html(priority.name)}</strong> <small>{html(priority.heading)}</small>"
        f"<p>{html(priority.reason or 'No reason is given yet.')}</p></li>"
        for priority in record.priorities
    )
    return f'<ol class="chosen">{items}</ol>'
