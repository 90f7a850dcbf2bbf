"""Why a whole export can be no wave: no row names its columns, or nobody's answers are in it."""

from collections.abc import Iterator, Mapping

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.survey.reading.export.answer_days import date_format
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.proposal import RowsLeftOut
from assessment.survey.reading.questions import question_kind

# So many columns named by what looks like an answer mean that no row names them.
NO_HEADER = 1 / 3
# What the columns of a table of results are called: an export has one at most of these kinds.
RESULTS = (
    frozenset({"question", "questions", "item", "statement"}),
    frozenset({"answer", "answers", "option", "response", "answer option", "category"}),
    frozenset({"%", "percent", "percentage", "share", "per cent", "of respondents", "proportion"}),
)


def refuse_without_header(export: Export, values: Mapping[int, ColumnValues]) -> None:
    """Refuse an export whose first row holds answers; raises UploadRefused."""
    named = [c for c in export.columns if c.question and c.option is None]
    answers = [c.question for c in named if _is_an_answer(c.question, values[c.at])]
    if named and len(answers) >= max(1, NO_HEADER * len(named)):
        shown = ", ".join(f"'{text}'" for text in answers[:3])
        raise UploadRefused(
            export.file,
            [
                f"{export.part.label} has no row that names its columns: the first row holds "
                f"answers ({shown}). Put the questions into the first row and load it again."
            ],
        )


def refuse_results(export: Export) -> None:
    """Refuse a table of printed results, whose rows are answers and no people; UploadRefused."""
    named = {plain(column.question) or column.question.strip() for column in export.columns}
    if all(named & words for words in RESULTS):
        raise UploadRefused(
            export.file,
            [
                "Its rows are answers with their percentages, and not people: it is a table of "
                "results. Paste its rows on the page Load a survey, under “Enter percentages”."
            ],
        )


def refuse_without_respondents(export: Export, left_out: RowsLeftOut) -> None:
    """Refuse an export that holds nobody's answers; raises UploadRefused."""
    if export.part.rows > left_out.total:
        return
    raise UploadRefused(export.file, [*_nobody(left_out)])


def _is_an_answer(name: str, values: ColumnValues) -> bool:
    others = {plain(text) for text in values.counts}
    among = plain(name) in others and len(others) > 1
    number = question_kind.as_number(name) is not None
    return among or number or date_format([name]) is not None


def _nobody(left_out: RowsLeftOut) -> Iterator[str]:
    if left_out.unanswered and not left_out.test:
        yield (
            f"Every answer is blank: none of its {left_out.unanswered:,} rows answers a question, "
            "or no column was recognised as one. Check that the answers were exported."
        )
    else:
        yield (
            f"Nobody's answers are in it: {left_out.test:,} rows are tests, "
            f"{left_out.unanswered:,} are blank."
        )
