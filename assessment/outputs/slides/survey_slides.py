"""What residents say as slides: how safe they feel, and what they put first."""

from collections.abc import Iterable, Iterator, Sequence

from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.shades import Shade
from assessment.outputs.escaping import as_text
from assessment.outputs.slides.slide import Slide
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.asked_about import when_and_where
from assessment.outputs.survey.ranking_wording import is_ranking, ranked
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.answer_places import top
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.survey_disclosure import SMALLEST_BASE

Rows = Sequence[SummaryRow]

UNIT = "per cent of those who answered, with the likely range"
# The first of these that was asked tells what people want done.
WANTED = (Concept.PRIORITY, Concept.PROBLEM)
TITLES = {
    Concept.PRIORITY: "What residents want to come first",
    Concept.PROBLEM: "What residents see as a problem",
}
MOST_ANSWERS = 5


def survey_slides(summary: Summary) -> Iterator[Slide]:
    """Tell what residents want, then how safe they feel; nothing that too few answered."""
    asked = wording.wave_in_words(summary.wave)
    caveats = (f"{asked[:1].upper()}{asked[1:]}.", *summary.caveats[:1])
    questions = _questions(summary.rows)
    yield from _wanted(questions, caveats)
    yield from _safety(questions, caveats)


def _questions(rows: Iterable[SummaryRow]) -> list[Rows]:
    """Return the rows of each question that enough answered for shares."""
    by_question: dict[str, list[SummaryRow]] = {}
    for row in rows:
        if not row.group:
            by_question.setdefault(row.question, []).append(row)
    return [
        rows
        for rows in by_question.values()
        if not wording.nothing_said(rows) and (rows[0].base or 0) >= SMALLEST_BASE
    ]


def _wanted(questions: Sequence[Rows], caveats: tuple[str, ...]) -> Iterator[Slide]:
    for concept in WANTED:
        asked = next((rows for rows in questions if rows[0].concept is concept), None)
        if asked is None:
            continue
        first = top(asked, MOST_ANSWERS)
        title = TITLES[concept]
        sentence = ranked(first, asked) if is_ranking(asked) else wording.named(first)
        chart = _chart(title, [(row.option, row) for row in first])
        yield Slide(title, as_text(sentence), caveats, chart)
        return


def _safety(questions: Sequence[Rows], caveats: tuple[str, ...]) -> Iterator[Slide]:
    asked = [rows for rows in questions if rows[0].concept in wording.SAFETY]
    if not asked:
        return
    nets = [(_when(rows), row) for rows in asked for row in rows if row.is_net and row.side == 1]
    said = [sentence for sentence in wording.safety_of_each(asked) if sentence]
    title = "How safe residents feel"
    yield Slide(title, as_text(" ".join(said)), caveats, _chart(title, nets))


def _when(rows: Rows) -> str:
    return f"Feel safe {when_and_where(rows[0])}"


def _chart(title: str, named: Sequence[tuple[str, SummaryRow]]) -> DotChart:
    dots = tuple(
        Dot(
            name,
            row.percent,
            as_text(wording.share(row)),
            Shade.STEP_4,
            low=row.low,
            high=row.high,
        )
        for name, row in named
    )
    return DotChart(title, UNIT, dots, f"Dot chart: {title}.", "Answer")
