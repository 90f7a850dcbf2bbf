"""A file of what another source already gives is told so: no figure ever adds up the two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv

HEADER = ["Ref", "Date", "Offence", "District", "DA"]
KINDS = ("Arson", "Shoplifting")
Loads = Callable[..., LoadReport]


def rows(
    district: str = "Luton", month: int = 1, kinds: tuple[str, ...] = KINDS, flag: str = ""
) -> list[list[str]]:
    return [
        [f"{district}{month}{kind}{day}", f"{day:02d}/{month:02d}/2024", kind, district, flag]
        for kind in kinds
        for day in range(1, 29)
    ]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    files = iter(range(1000))

    def load_rows(source: str, data: list[list[str]], **options: object) -> LoadReport:
        header = HEADER if options.pop("flags", False) else HEADER[:4]
        path = write_csv(
            tmp_path / f"{next(files)}.csv", [row[: len(header)] for row in data], header
        )
        # Every source's files have the same columns here: none is read as another's.
        apart = FileChoices(recipe=NO_RECIPE)
        return load(workspace, path, source=source, choices=apart, **options)  # type: ignore[arg-type]

    return load_rows


def warnings_of(report: LoadReport) -> list[str]:
    return [problem for problem in report.problems if "already there from" in problem]


ASB = ("ASB - Nuisance",)
MET = [
    # already there, arriving, what is said (None: nothing), why
    (rows(), rows(), "Offences of Luton for January 2024", "the same district and month"),
    (rows(), rows(month=2), None, "another month"),
    (rows(), rows("Bedford"), None, "another district"),
    (rows(kinds=ASB), rows(), None, "another subject: the police's offences, the council's calls"),
    (
        rows(kinds=(*KINDS, *ASB)),
        rows() + rows(kinds=ASB),
        "Anti-social behaviour and offences of Luton for January 2024",
        "both subjects in one sentence",
    ),
    (
        rows() + rows("Bedford") + rows(month=2) + rows("Bedford", 2),
        rows() + rows("Bedford") + rows(month=2) + rows("Bedford", 2) + rows(month=3),
        "Offences of Bedford and Luton for January to February 2024",
        "only the months that both have",
    ),
]


@pytest.mark.parametrize(("first", "second", "sentence", "why"), MET)
def test_what_meets(
    loads: Loads, first: list[list[str]], second: list[list[str]], sentence: str | None, why: str
) -> None:
    loads("police", first)
    warnings = warnings_of(loads("other", second, dry_run=True))
    assert len(warnings) == (sentence is not None), why
    assert not sentence or warnings[0].startswith(
        f"{sentence}: already there from source police."
    ), why


def test_says_which_is_counted_and_what_to_do(loads: Loads) -> None:
    loads("police", rows())
    (warning,) = warnings_of(loads("other", rows()))
    assert "Two sources are never added up" in warning
    assert warning.endswith(
        "If this file is to replace what police sent, give it the source police."
    )


def test_months_that_only_one_district_shares_are_not_said_of_both(loads: Loads) -> None:
    loads("police", rows() + rows(month=2) + rows("Bedford"))
    warnings = warnings_of(
        loads("other", rows() + rows(month=2) + rows("Bedford") + rows("Bedford", 2))
    )
    assert [warning.split(": ")[0] for warning in warnings] == [
        "Offences of Bedford for January 2024",
        "Offences of Luton for January to February 2024",
    ]


def test_a_later_file_of_the_same_source_meets_nobody(loads: Loads) -> None:
    loads("police", rows())
    assert warnings_of(loads("police", rows()[1:])) == []


def test_examples_meet_nobody(loads: Loads) -> None:
    loads("example-luton", rows(), synthetic=True)
    assert warnings_of(loads("police", rows())) == [], "real records go before generated ones"
    assert warnings_of(loads("example-other", rows()[1:], synthetic=True)) == []


def test_sets_that_are_never_counted_together_do_not_meet(
    workspace: Workspace, loads: Loads, tmp_path: Path
) -> None:
    street = [street_row(f"{n:064x}", crime_type="Drugs") for n in range(30)]
    load(workspace, write_csv(tmp_path / "street.csv", street))
    assert warnings_of(loads("police", rows())) == []


def test_what_was_undone_is_not_there(workspace: Workspace, loads: Loads) -> None:
    extract = loads("police", rows()).extract
    assert extract is not None
    undo_load(workspace, extract)
    assert warnings_of(loads("other", rows())) == []


def test_a_file_of_one_kind_is_not_counted_beside_all_offences(loads: Loads) -> None:
    loads("police", rows())
    (warning,) = warnings_of(loads("fire", rows(kinds=("Arson",))))
    assert "those of fire are not counted beside them" in warning
    assert "replace" not in warning


def test_offences_are_named_before_flags(loads: Loads) -> None:
    loads("police", rows(flag="Y"), flags=True)
    (warning,) = warnings_of(loads("other", rows(flag="Y"), flags=True))
    assert warning.startswith("Offences and domestic abuse of Luton")


def test_a_file_of_one_kind_does_not_take_over_the_flags_either(loads: Loads) -> None:
    loads("police", rows(flag="Y"), flags=True)
    (warning,) = warnings_of(loads("fire", rows(kinds=("Arson",), flag="Y"), flags=True))
    assert warning.startswith("Offences and domestic abuse of Luton")
    assert "those of fire are not counted beside them" in warning


def test_a_file_of_all_kinds_is_counted_whatever_came_first(loads: Loads) -> None:
    loads("arson-team", rows(kinds=("Arson",)))
    (warning,) = warnings_of(loads("police", rows()))
    assert "figures of all kinds are taken from police" in warning
    assert "replace" not in warning


def test_flags_meet_on_records_of_different_subjects(loads: Loads) -> None:
    loads("police", rows(flag="Y"), flags=True)
    (warning,) = warnings_of(loads("council", rows(kinds=ASB, flag="Y"), flags=True))
    assert warning.startswith("Domestic abuse of Luton for January 2024: already there")
