"""Waves put straight into a store, past the reading of exports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd

from assessment.survey.questionnaire import (
    Concept,
    Mode,
    Option,
    OptionRole,
    QuestionKind,
    SurveyQuestion,
)
from assessment.workspace import Workspace

# An option's number, several that were ticked, options in the order that they were ranked, or a
# number that was given.
Given = int | frozenset[int] | tuple[int, ...] | float
Answers = Mapping[int, Given]
SAFETY = (
    ("Very safe", 1),
    ("Fairly safe", 1),
    ("Neither safe nor unsafe", 0),
    ("Fairly unsafe", -1),
    ("Very unsafe", -1),
)
DONT_KNOW = "Don't know"


def question(
    number: int,
    slug: str,
    labels: Sequence[str] = (),
    *,
    kind: QuestionKind = QuestionKind.SINGLE,
    concept: Concept = Concept.OTHER,
    wording: str = "",
    concerns: Mapping[str, str] | None = None,
) -> SurveyQuestion:
    """Ask something; the option called Don't know is no answer."""
    known = concerns or {}
    options = tuple(
        Option(n, label, _role(label), None, known.get(label))
        for n, label in enumerate(labels, start=1)
    )
    return SurveyQuestion(number, slug, wording or f"{slug}?", kind, concept, None, options)


def safety(number: int, slug: str, concept: Concept, wording: str = "") -> SurveyQuestion:
    """Ask how safe people feel."""
    points = [
        Option(n, label, OptionRole.ANSWER, side) for n, (label, side) in enumerate(SAFETY, 1)
    ]
    options = (*points, Option(len(points) + 1, DONT_KNOW, OptionRole.DONT_KNOW))
    said = wording or f"{slug}?"
    return SurveyQuestion(number, slug, said, QuestionKind.SCALE, concept, "safety", options)


def _role(label: str) -> OptionRole:
    return OptionRole.DONT_KNOW if label == DONT_KNOW else OptionRole.ANSWER


@dataclass
class Surveys:
    """A store being filled with waves of one survey."""

    workspace: Workspace
    survey: str = "residents"
    held: set[str] = field(default_factory=set)

    def wave(
        self,
        wave: str,
        questions: Sequence[SurveyQuestion],
        answers: Sequence[Answers],
        *,
        mode: Mode = Mode.ONLINE,
        summarised: bool = False,
    ) -> None:
        """Put a wave with everybody's answers; one given before is replaced."""
        rows = [
            row
            for respondent, said in enumerate(answers, start=1)
            for number, given in said.items()
            for row in _rows(wave, number, respondent, given)
        ]
        columns = ["wave", "question", "respondent", "option", "rank", "value"]
        frame = pd.DataFrame(rows, columns=columns)
        bases = {each.number: sum(each.number in said for said in answers) for each in questions}
        counts = Counter((row[1], row[3]) for row in rows if row[3] is not None)
        self._questionnaire(wave, questions, bases, len(answers), mode, summarised)
        self._insert("survey_answer", frame, "rank::INTEGER AS rank, value::DOUBLE AS value")
        self._counts(wave, counts)

    def counts(
        self,
        wave: str,
        questions: Sequence[SurveyQuestion],
        respondents: int,
        counts: Mapping[int, Sequence[int]],
        *,
        mode: Mode = Mode.ONLINE,
        summarised: bool = False,
    ) -> None:
        """Put a wave of which only counts by option matter; everybody answered everything."""
        bases = {each.number: respondents for each in questions}
        self._questionnaire(wave, questions, bases, respondents, mode, summarised)
        numbered = {
            (number, option): n
            for number, each in counts.items()
            for option, n in enumerate(each, start=1)
        }
        self._counts(wave, numbered)

    def margins(self, variable: str, people: Mapping[str, int]) -> None:
        """Say how many people there are of each category."""
        for category, n in people.items():
            self._run(
                "INSERT INTO population_margin VALUES (?, ?, ?, ?, 'Census', '2021-03-21')",
                [self.survey, variable, category, n],
            )

    def clear(self) -> None:
        """Take everything out again."""
        for table in (*TABLES, "survey", "population_margin"):
            self._run(f"DELETE FROM {table}")  # noqa: S608

    def _questionnaire(
        self,
        wave: str,
        questions: Sequence[SurveyQuestion],
        bases: Mapping[int, int],
        respondents: int,
        mode: Mode,
        summarised: bool,
    ) -> None:
        for table in TABLES:
            column = "id" if table == "survey_wave" else "wave"
            self._run(f"DELETE FROM {table} WHERE {column} = ?", [wave])  # noqa: S608
        self._run(
            "INSERT OR IGNORE INTO survey VALUES (?, 'Residents', false, NULL)", [self.survey]
        )
        self._run(
            "INSERT INTO survey_wave VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 'x.csv', '', [], ?, 'x', "
            "false, NULL, NULL)",
            [
                *(wave, self.survey, mode.value, date(2023, 9, 1), date(2023, 9, 30)),
                *(respondents, summarised, datetime(2023, 10, 1)),
            ],
        )
        for each in questions:
            self._run(
                "INSERT INTO survey_question VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, ?)",
                [
                    *(wave, each.number, each.slug, each.wording, each.kind.value),
                    *(each.concept.value, each.scale, bases[each.number], list(each.ends)),
                ],
            )
            for one in each.options:
                self._run(
                    "INSERT INTO survey_option VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        *(wave, each.number, one.number, one.label, one.role.value),
                        *(one.side, one.concern),
                    ],
                )

    def _counts(self, wave: str, counts: Mapping[tuple[int, int], int]) -> None:
        for (number, option), n in counts.items():
            self._run("INSERT INTO survey_count VALUES (?, ?, ?, ?)", [wave, number, option, n])

    def _insert(self, table: str, frame: pd.DataFrame, typed: str) -> None:
        with self.workspace.store._connection.cursor() as cursor:
            cursor.register("rows", frame)
            cursor.execute(
                f"INSERT INTO {table} BY NAME SELECT * REPLACE ("  # noqa: S608
                f"option::INTEGER AS option, {typed}) FROM rows"
            )

    def _run(self, sql: str, values: Sequence[object] = ()) -> None:
        with self.workspace.store._connection.cursor() as cursor:
            cursor.execute(sql, values or None)


TABLES = ("survey_answer", "survey_count", "survey_option", "survey_question", "survey_wave")


Row = tuple[str, int, int, int | None, int | None, float | None]


def _rows(wave: str, number: int, respondent: int, given: Given) -> list[Row]:
    if isinstance(given, float):
        return [(wave, number, respondent, None, None, given)]
    if isinstance(given, tuple):
        return [
            (wave, number, respondent, option, rank, None)
            for rank, option in enumerate(given, start=1)
        ]
    chosen = given if isinstance(given, frozenset) else {given}
    return [(wave, number, respondent, option, None, None) for option in sorted(chosen)]
