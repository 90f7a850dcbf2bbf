"""Answers as they leave the product: each row with its base, what is withheld without numbers."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from assessment.outputs.survey.comparison_tables import comparison_table
from assessment.outputs.survey.survey_tables import answers_table
from assessment.outputs.tables import Table
from assessment.outputs.workbook import as_workbook
from assessment.survey.comparison.wave_difference import (
    Comparison,
    Difference,
    DifferenceVerdict,
    WaveShare,
)
from assessment.survey.questionnaire import Concept, Mode
from assessment.survey.summaries.survey_answer import Summary
from tests.outputs.survey_rows import EVENING, WAVE, evening, row

SUMMARY = Summary(WAVE, None, tuple(evening()), None, ("As if it were a random sample.",))
UNSAFE = Difference(
    question="evening",
    wording=EVENING,
    concept=Concept.SAFE_AFTER_DARK,
    option="Unsafe",
    is_net=True,
    a=WaveShare(60, 107, 56.0748),
    b=WaveShare(63, 192, 32.8125),
    comparable=True,
    difference=23.2623,
    p=0.0001,
    p_adjusted=0.003,
    verdict=DifferenceVerdict.HIGHER,
)


def cells(table: Table, number: int) -> dict[str, object]:
    return dict(zip(table.header, table.rows[number], strict=True))


def test_a_row_has_its_count_base_and_share() -> None:
    net = cells(answers_table(SUMMARY), -2)
    assert (net["Answer"], net["People"], net["Base"]) == ("Safe", 30, 107)
    assert net["Share (%)"] == pytest.approx(28.037)
    assert (net["Group"], net["Side taken together"]) == ("everyone", "yes")


def test_numbers_that_people_gave_have_their_mean() -> None:
    given = row("a number", 20, option_number=None, mean=4.5)
    ranked = row("Drugs", 20, mean_rank=1.25)
    table = answers_table(replace(SUMMARY, rows=(given, ranked)))
    means = [(cells(table, n)["Mean"], cells(table, n)["Mean rank"]) for n in (0, 1)]
    assert means == [(4.5, None), (None, 1.25)]


def test_what_is_withheld_has_no_number_in_any_column() -> None:
    gone = replace(
        row("Very safe", 3, 9, group="Rainham"),
        count=None,
        base=None,
        percent=None,
        low=None,
        high=None,
    )
    table = answers_table(replace(SUMMARY, rows=(replace(gone, withheld=True),)))
    assert cells(table, 0)["Withheld"] == "withheld"
    assert not [each for each in table.rows[0] if isinstance(each, int | float)]


def test_synthetic_answers_say_so_wherever_they_go() -> None:
    table = answers_table(SUMMARY)
    assert table.about[0] == "Synthetic example records, not real"
    assert cells(table, 0)["Synthetic"] == "yes"


def test_a_difference_has_both_sides_and_its_verdict() -> None:
    panel = replace(WAVE, id="panel-2023", mode=Mode.PANEL, synthetic=False)
    only_here = replace(UNSAFE, b=None, difference=None, verdict=DifferenceVerdict.NOT_COMPARABLE)
    table = comparison_table(Comparison(WAVE, panel, (UNSAFE, only_here), 1, ()))
    first, second = (cells(table, number) for number in (0, 1))
    assert (first["People (first)"], first["People (second)"]) == (60, 63)
    assert (first["Difference (points)"], first["Verdict"]) == (
        pytest.approx(23.262),
        "higher",
    )
    assert (second["Base (second)"], second["Verdict"]) == (None, "not comparable")
    # One of the two is made up: so is what they differ by.
    assert first["Synthetic"] == "yes"


def test_the_sheet_is_named_for_what_is_on_it() -> None:
    book = load_workbook(io.BytesIO(as_workbook(answers_table(SUMMARY), date(2026, 1, 2))))
    assert book.sheetnames == ["Answers", "Notes"]
    assert book["Answers"]["A1"].value == "What people say: Safety"
