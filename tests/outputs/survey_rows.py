"""Answers of an invented survey, made by hand: as few as a test needs."""

from datetime import date, datetime

from assessment.survey.questionnaire import Concept, Mode, OptionRole
from assessment.survey.summaries.survey_answer import SummaryRow
from assessment.survey.waves.wave_register import Wave, WaveSource

EVENING = "How safe or unsafe do you feel in Medway during the evening?"
WAVE = Wave(
    id="online-2023",
    survey="safety",
    survey_name="Safety",
    mode=Mode.ONLINE,
    first_day=date(2023, 9, 1),
    last_day=date(2023, 9, 30),
    respondents=107,
    summarised=False,
    synthetic=True,
    partnership=None,
    source=WaveSource("answers.csv", 107, 0, (), datetime(2023, 10, 2), "Test analyst"),
)
# Medway's online survey, as it is printed: 30 of 107 felt safe in the evening, 60 did not.
POINTS = (
    ("Very safe", 1, 5),
    ("Fairly safe", 1, 25),
    ("Neither safe nor unsafe", 0, 13),
    ("Fairly unsafe", -1, 37),
    ("Very unsafe", -1, 23),
)


def row(option: str, count: int, base: int = 107, **said: object) -> SummaryRow:
    """Return a row whose interval is ten points either way: nothing here is about intervals."""
    percent = 100 * count / base if base else None
    usual: dict[str, object] = {
        "question": "evening",
        "wording": EVENING,
        "concept": Concept.SAFE_AFTER_DARK,
        "option_number": 1,
        "role": OptionRole.ANSWER,
        "is_net": False,
        "side": None,
        "concern": None,
        "group": "",
        "low": None if percent is None else max(percent - 10, 0),
        "high": None if percent is None else min(percent + 10, 100),
    }
    given = {"option": option, "count": count, "base": base, "percent": percent}
    return SummaryRow(**(usual | given | said))  # type: ignore[arg-type]


def evening(base: int = 107) -> list[SummaryRow]:
    """Return the answers to the question about the evening, and their nets."""
    points = [row(label, count, base, side=side) for label, side, count in POINTS]
    nets = [
        row(name, sum(n for _, each, n in POINTS if each == side), base, side=side, is_net=True)
        for name, side in (("Safe", 1), ("Unsafe", -1))
    ]
    return [*points, row("Don't know", 4, base, role=OptionRole.DONT_KNOW), *nets]
