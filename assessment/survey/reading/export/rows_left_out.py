"""Which rows of an export count for nobody, and which may not: that is asked about."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from assessment.definitions import survey_definitions
from assessment.numbers import count_of
from assessment.store import Writer
from assessment.survey.reading.export.answer_days import as_moments
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.proposal import (
    EVERY_COLUMN,
    Decision,
    Doubt,
    DoubtKind,
    RowsLeftOut,
    Use,
)

# Below this share of different numbers, a column of numbers does not number the responses.
FEWEST_NUMBERS = 0.5
# So many responses from each address, of at least so many responses, are a shared machine or worse.
MANY_FROM_ONE = 5
FEWEST_RESPONSES = 20
# Why it is asked although it was answered before.
OF_EACH_FILE = (
    " It is asked of each file: who answers again and again in one wave may not in the next. In "
    "the earlier wave "
)
ASKED_AGAIN: Mapping[bool | None, str] = {
    True: f"{OF_EACH_FILE}they were kept, as other people.",
    False: f"{OF_EACH_FILE}the repeats were left out.",
}


def leave_out(
    writer: Writer,
    uses: Mapping[int, Use | None],
    values: Mapping[int, ColumnValues],
    decided: Decision,
    elsewhere: Sequence[tuple[int, str]] = (),
) -> RowsLeftOut:
    """Leave out tests, repeats, rows without an answer and people who live `elsewhere`; count them.

    `elsewhere` is what they say, by column. Which of those that count are partial is counted once
    the others are gone.
    """
    numbers = [
        at
        for at, use in uses.items()
        if use is Use.RESPONDENT and values[at].different >= FEWEST_NUMBERS * values[at].filled
    ]
    times = [at for at, use in uses.items() if use is Use.TIME]
    writer.run(
        "create_survey_fates",
        id_position=numbers[0] if numbers else None,
        time_positions=times,
        question_positions=[at for at, use in uses.items() if use is None],
        test=list(survey_definitions().columns.test),
        several_numbers=len(numbers) > 1,
        keep_alike=decided.keep_alike,
        keep_latest=bool(decided.keep_latest and numbers),
        overtaken=overtaken(writer, numbers, times) if decided.keep_latest else [],
        elsewhere=[text for _, text in elsewhere],
        elsewhere_at=[at for at, _ in elsewhere],
    )
    counted = writer.rows("count_survey_fates")
    fates: dict[str | None, int] = {fate: n for fate, n, *_ in counted}
    if len(fates) > 1:
        writer.run("remove_left_out_cells")
        writer.run("create_survey_values")
    return RowsLeftOut(
        test=fates.get("test", 0),
        repeated=fates.get("repeated", 0),
        unanswered=fates.get("unanswered", 0),
        elsewhere=fates.get("elsewhere", 0),
        namesakes=sum(n for _, _, n, _ in counted),
        alike=sum(n for *_, n in counted),
    )


def overtaken(writer: Writer, numbers: Sequence[int], times: Sequence[int]) -> list[int]:
    """Return the responses after which another came with their number, by its time or its row."""
    if not numbers:
        return []
    rows = writer.rows(
        "responses_of_one_number",
        id_position=numbers[0],
        time_position=times[-1] if times else None,
    )
    moments = as_moments([moment or "" for *_, moment in rows])
    latest: dict[str, tuple[datetime, int]] = {}
    for (response, number, _), moment in zip(rows, moments, strict=True):
        latest[number] = max(latest.get(number, (datetime.min, 0)), (moment, response))
    kept = {response for _, response in latest.values()}
    return [response for response, *_ in rows if response not in kept]


def count_partial(uses: Mapping[int, Use | None], columns: Mapping[int, ColumnValues]) -> int:
    """Count the responses that the survey tool says were not completed."""
    partial = survey_definitions().columns.partial
    states = [columns[at].counts for at, use in uses.items() if use is Use.STATUS]
    return sum(n for values in states for text, n in values.items() if text.lower() in partial)


def row_doubts(
    writer: Writer, left_out: RowsLeftOut, alike_before: bool | None = None
) -> Iterator[Doubt]:
    """Yield what is to be asked, or told, of whole rows: whether each is somebody of their own.

    `alike_before` is what was said of such rows in the earlier wave.
    """
    ((addresses, responses),) = writer.rows("count_survey_addresses")
    if left_out.alike:
        rows = count_of(left_out.alike, "row says", "rows say")
        yield Doubt(
            EVERY_COLUMN,
            DoubtKind.ALIKE,
            f"{rows} the same as another row at the same time and differ in nothing but their "
            "number: somebody may have answered again and again. Say whether they are other "
            f"people.{ASKED_AGAIN.get(alike_before, '')}",
            blocks=True,
            suggestion=Decision(keep_alike=bool(alike_before)),
        )
    if left_out.namesakes:
        have = count_of(left_out.namesakes, "response has", "responses have")
        yield Doubt(
            EVERY_COLUMN,
            DoubtKind.NAMESAKES,
            f"{have} the number of another and other answers: they were counted as other people. "
            "If they are the same people again, keep the latest answers of each.",
            blocks=False,
            suggestion=Decision(keep_latest=True),
        )
    if responses >= FEWEST_RESPONSES and MANY_FROM_ONE * addresses <= responses:
        came = count_of(addresses, "network address", "network addresses")
        yield Doubt(
            EVERY_COLUMN,
            DoubtKind.FEW_ADDRESSES,
            f"{responses:,} answers came from {came}: from a shared computer, or from few people "
            "many times.",
            blocks=False,
        )
