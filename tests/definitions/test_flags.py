"""What the columns that mark records say."""

import pytest

from assessment.definitions import FLAGS, flag_columns, flags_for, measure_sets, recipes

HATE = "hate-crime"
SAYS: list[tuple[str, str, set[str] | None]] = [
    *[("domestic-abuse", yes, {"domestic-abuse"}) for yes in ("Y", "yes", "1", "TRUE", "x", "1.0")],
    *[("domestic-abuse", no, set()) for no in ("N", "no", "0", "", " ", "None", "-", "N/A")],
    ("domestic-abuse", "✓", {"domestic-abuse"}),
    ("domestic-abuse", "DA", {"domestic-abuse"}),
    ("domestic-abuse", "Non-domestic", set()),
    ("domestic-abuse", "Knife", None),  # another flag in this one's column
    # Not known is not no.
    ("domestic-abuse", "?", None),
    ("domestic-abuse", "Unknown", None),
    (HATE, "Y", {HATE}),
    (HATE, "Race", {HATE, "hate-crime-race"}),
    (HATE, "Racial; disability", {HATE, "hate-crime-race", "hate-crime-disability"}),
    (HATE, "Race/ethnicity", {HATE, "hate-crime-race"}),  # one name that holds a separator
    (HATE, "Faith and Transphobic", {HATE, "hate-crime-religion", "hate-crime-transgender"}),
    (HATE, "Y - Homophobic", {HATE, "hate-crime-sexual-orientation"}),
    (HATE, "Not hate", set()),
    (HATE, "N - Race", None),  # yes and no at once
    ("flags", "DA; Knife", {"domestic-abuse", "knife-crime"}),
    ("flags", "VAWG | alcohol", {"violence-against-women-and-girls", "alcohol-related"}),
    ("flags", "Violence against women and girls", {"violence-against-women-and-girls"}),
    ("flags", "Hate crime: disability", {HATE, "hate-crime-disability"}),
    ("flags", "Racial", {HATE, "hate-crime-race"}),
    ("flags", "Disability", None),  # it may say something of the victim
    ("flags", "Knife: N", None),  # must not be read as a knife
    ("flags", "Y", None),  # yes to which?
    ("flags", "DA; Shed", None),  # half understood is not understood
    ("flags", "", set()),
    ("flags", "DA;", {"domestic-abuse"}),
]


@pytest.mark.parametrize(("field", "text", "flags"), SAYS)
def test_flags(field: str, text: str, flags: set[str] | None) -> None:
    assert flags_for(field, text) == (None if flags is None else frozenset(flags))


def test_a_strand_never_comes_without_its_flag() -> None:
    for words, flag in measure_sets()[FLAGS].aliases.items():
        family = measure_sets()[FLAGS].families[flag]
        assert flags_for("flags", words) == frozenset({flag, family})


def test_each_flag_and_each_strand_has_a_column() -> None:
    families = measure_sets()[FLAGS].families
    assert set(families) == set(flag_columns()) - {"flags"}
    assert all(flags_for(flag, "Y") == frozenset({flag, families[flag]}) for flag in families)
    assert set(families) <= {column.field for column in recipes()["incidents"].columns}
