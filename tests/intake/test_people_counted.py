"""How many people a cell says that there are: thousands that are grouped, or nothing."""

import pytest

from assessment.intake.mapping.people_counted import people_counted


@pytest.mark.parametrize("parted", [",", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"])
def test_thousands_may_be_grouped(parted: str) -> None:
    assert people_counted(f" 1{parted}234{parted}567 ") == 1_234_567
    assert people_counted(f"85{parted}700") == 85_700
    assert people_counted("85700") == 85_700


@pytest.mark.parametrize(
    "text",
    [
        *("66,8", "85,70", "1,9,4,000", "1234,567", "1,234 567", ",123", "123,", "1,,234"),
        *("1, 234", "12 34", "1,234,567,890", "1.234", "", "0", "000", "-5", "1²", "1\n234"),
    ],
)
def test_anything_else_is_no_number_of_people(text: str) -> None:
    assert people_counted(text) is None
