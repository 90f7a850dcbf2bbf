"""What areas have become: which hang together, and which of that is no sum of like with like."""

import pytest

from assessment.areas.bridges import AreaChange, KnownArea, bridges

U, S, M, X = "USMX"
Change = tuple[str, str, str | None]


def _bridges(changes: list[Change]) -> dict[str, tuple[str, str, bool]]:
    made = bridges([AreaChange(*change) for change in changes])

    def letters(areas: frozenset[KnownArea]) -> str:
        return "".join(sorted(map(str, areas)))

    return {
        str(area): (letters(bridge.before), letters(bridge.after), bridge.is_regular)
        for area, bridge in made.items()
    }


@pytest.mark.parametrize(
    ("changes", "bridged", "why"),
    [
        ([("a", "a", U)], {}, "its code is as it was"),
        ([("a", "b", U)], {"ab": ("a", "b", True)}, "another code for the same ground"),
        ([("a", "b", S), ("a", "c", S)], {"abc": ("a", "bc", True)}, "split"),
        ([("a", "c", M), ("b", "c", M)], {"abc": ("ab", "c", True)}, "merged"),
        ([("a", "a", S), ("a", "b", S)], {"ab": ("a", "ab", True)}, "a part kept the code"),
        ([("a", "c", M), ("c", "d", U)], {"acd": ("ac", "cd", True)}, "of two look-ups"),
        ([("a", "a", X)], {"a": ("a", "a", False)}, "irregular, and it kept its name"),
        ([("a", "b", X)], {"ab": ("a", "b", False)}, "irregular"),
        ([("a", "b", X), ("a", "c", S)], {"abc": ("a", "bc", False)}, "in part"),
        (
            [("a", "c", None), ("a", "d", None), ("b", "d", None)],
            {"abcd": ("ab", "cd", False)},
            "without a mark, what was split and merged at once fits nothing",
        ),
        ([("a", "b", None), ("a", "c", None)], {"abc": ("a", "bc", True)}, "split, without a mark"),
    ],
)
def test_what_hangs_together(
    changes: list[Change], bridged: dict[str, tuple[str, str, bool]], why: str
) -> None:
    expected = {area: of for areas, of in bridged.items() for area in areas}
    assert _bridges(changes) == expected, why


def test_a_bridge_is_needed_where_both_sides_have_records() -> None:
    (bridge,) = set(bridges([AreaChange("a", "a", S), AreaChange("a", "b", S)]).values())
    # The code "a" is of both years: only "b" tells that the later is among them.
    assert not bridge.is_needed({"a"})
    split = bridges([AreaChange("a", "b", S), AreaChange("a", "c", S)])["a"]
    assert split.is_needed({"a", "b"})
    assert not split.is_needed({"b", "c"})
    assert not split.is_needed({"a"})


@pytest.mark.parametrize(
    ("changes", "recorded", "is_needed", "why"),
    [
        ([("a", "a", S), ("a", "b", S)], "ab", True, "a part of it kept the name"),
        ([("a", "b", M), ("b", "b", M)], "ab", True, "what it was merged into kept the name"),
        ([("a", "a", X), ("a", "b", X)], "a", True, "by that name it is of other ground"),
        ([("a", "a", X), ("a", "b", X)], "b", False, "of one map"),
    ],
)
def test_a_kept_name_is_of_both_sides(
    changes: list[Change], recorded: str, is_needed: bool, why: str
) -> None:
    (bridge,) = set(bridges([AreaChange(*change) for change in changes]).values())
    assert bridge.is_needed([*recorded]) is is_needed, why
