"""Victims of two records or more, of one measure, place and year."""

from datetime import date

from assessment.patterns.records_in_scope import Records
from assessment.patterns.victims.repeat_victims import RepeatVictims, repeat_victims
from assessment.risk_matrix.assessment_year import year_ending
from tests.changes.given import Given

YEAR = year_ending(date(2025, 3, 1))
MEASURES = {
    "measures": ["violence", "violence", "hate-crime"],
    "leaves": ["assault", "stalking", "hate-crime"],
    "leaf_subjects": ["offence", "offence", "hate-crime"],
}
CHOSEN = {
    "grounds": ["Rochford", "Rochford", "Luton"],
    "subjects": ["offence", "hate-crime", "offence"],
    "sources": ["police", "police", "beds"],
}
RECORDS = Records(YEAR, MEASURES, CHOSEN, ["home-office"])
ROWS = [
    # day, measure, flags, victims, district, ended, why
    (date(2024, 4, 1), "assault", ["hate-crime"], ["a"], "Rochford", None, "the first day"),
    (date(2025, 3, 31), "stalking", [], ["a", "b"], "Rochford", None, "a comes again"),
    (date(2024, 5, 1), "assault", [], ["c"], "Rochford", None, "once only"),
    (date(2024, 5, 1), "assault", [], None, "Rochford", None, "names nobody"),
    (date(2025, 4, 1), "assault", [], ["c"], "Rochford", None, "the day after the year"),
    (date(2024, 3, 31), "assault", [], ["c"], "Rochford", None, "the day before it"),
    (date(2024, 6, 1), "burglary", [], ["c"], "Rochford", None, "another measure"),
    (date(2024, 6, 1), "assault", [], ["c"], "Maldon", None, "another district"),
    (date(2024, 6, 1), "assault", [], ["c"], "Rochford", 2, "no longer current"),
    (date(2024, 6, 1), "assault", [], ["a"], "Luton", None, "of another source: somebody else"),
    (date(2024, 6, 1), "left-out", ["hate-crime"], ["a"], "Rochford", None, "left out"),
]


def test_victims_are_counted_once_for_each_record_of_the_measure(given_store: Given) -> None:
    for day, measure, flags, victims, district, ended, _why in ROWS:
        given_store.run(
            "INSERT INTO incident BY NAME SELECT ? AS source, ?::DATE AS counted_on, "
            "'day' AS precision, 'home-office' AS measure_set, ? AS measure, ? AS category, "
            "?::VARCHAR[] AS flags, ?::VARCHAR[] AS victims, ? AS district, 1 AS first_extract, "
            "?::INTEGER AS last_extract",
            [
                "beds" if district == "Luton" else "police",
                day,
                measure,
                measure,
                flags,
                _marks(victims),
                district,
                ended,
            ],
        )
    counted = repeat_victims(given_store.workspace, RECORDS)
    assert counted == {
        "violence": RepeatVictims(naming=4, victims=4, repeat=1, keys=1, of_repeat=2),
        "hate-crime": RepeatVictims(naming=1, victims=1, repeat=0, keys=1),
    }


def _marks(victims: list[str] | None) -> list[str] | None:
    return victims and [f"key-name{victim}" for victim in victims]
