"""Who the responsible authorities of a partnership are, by where its districts lie."""

import pytest

from assessment.priorities.authorities import responsible_authorities, usual_quorum

ENGLAND, WALES = "health (integrated care board)", "health (local health board)"
END = ("fire and rescue", ENGLAND, "probation")
PLACES = [
    (("Rochford",), ("police", "council of Rochford", "county council", *END), "under a county"),
    (
        ("Castle Point", "Rochford"),
        ("police", "council of Castle Point", "council of Rochford", "county council", *END),
        "two councils are two authorities",
    ),
    (("Medway",), ("police", "council of Medway", *END), "a council of one tier"),
    (
        ("Cardiff",),
        ("police", "council of Cardiff", "fire and rescue", WALES, "probation"),
        "in Wales",
    ),
    (
        ("Rochford", "Medway"),
        (
            *("police (Essex Police)", "police (Kent Police)"),
            *("council of Rochford", "council of Medway", "county council", *END),
        ),
        "over the border of two forces",
    ),
]


@pytest.mark.parametrize(("districts", "expected", "why"), PLACES)
def test_responsible_authorities(
    districts: tuple[str, ...], expected: tuple[str, ...], why: str
) -> None:
    assert responsible_authorities(districts) == expected, why


@pytest.mark.parametrize(("count", "expected"), [(5, 3), (6, 4), (7, 4), (8, 5)])
def test_the_usual_quorum_is_more_than_half(count: int, expected: int) -> None:
    assert usual_quorum(["one"] * count) == expected
