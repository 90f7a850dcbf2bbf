"""What an analyst should know of how the rows of a file were placed."""

from collections import Counter
from collections.abc import Iterator, Mapping

from assessment.areas.wards import known_wards
from assessment.definitions import districts
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.files.quotable import as_named_place
from assessment.intake.mapping.places.row_beats import RowBeats
from assessment.intake.mapping.places.row_districts import RowDistricts
from assessment.intake.mapping.places.staged_positions import StagedPositions
from assessment.numbers import count_of, listed
from assessment.periods import joined
from assessment.store import Writer

MOST_NAMED = 5
FAULTS: Mapping[str, str] = {
    "zero": "0, 0",
    "unreadable": "not two numbers, nor a grid reference of 100 metres or finer",
    "exchanged": "two numbers that are exchanged",
    "outside": "far out at sea, or in another country",
}
LOAD_AREAS = (
    "load the boundaries of these wards (Upload data, Wards and LSOAs, or 'areas load' on the "
    "command line)"
)


def place_notices(
    writer: Writer, positions: StagedPositions, beats: RowBeats, rows: RowDistricts
) -> Iterator[str]:
    """Say what gave rows their district, and which positions could not be used or contradict."""
    yield from _faults(positions)
    yield from _found(writer, positions)
    yield from _districts(beats, rows)
    yield from _wards(rows)


def _faults(positions: StagedPositions) -> Iterator[str]:
    if n := sum(positions.faults.values()):
        what = joined([f"{FAULTS[fault]} ({rows:,})" for fault, rows in positions.faults.items()])
        yield (
            f"{count_of(n, 'row has a position', 'rows have a position')} that was not used: "
            f"{what}. These rows are where their other columns say, if they say it."
        )


def _found(writer: Writer, positions: StagedPositions) -> Iterator[str]:
    """Say how many positions lie in no area that is loaded, and how many contradict their row."""
    if not positions.has_boundaries:
        return
    rows = writer.rows("staged_position_areas")
    wards = known_wards(writer)
    if outside := sum(n for *_, is_inside, n in rows if not is_inside):
        yield (
            f"{count_of(outside, 'position lies', 'positions lie')} in no area whose boundaries "
            "are loaded: those rows have no small area, and no ward but the one they name."
        )
    elsewhere, other_ward = Counter[tuple[str, str]](), 0
    for place, ward, district, ward_there, _, n in rows:
        named = districts().find(place) if place else None
        if named and district and named.name != district:
            elsewhere[named.name, district] += n
        elif ward and ward_there:
            other_ward += n * all(known.name != ward_there for known in wards.named(ward))
    yield from _contradictions(elsewhere, other_ward)


def _contradictions(elsewhere: Counter[tuple[str, str]], other_ward: int) -> Iterator[str]:
    if elsewhere:
        pairs = [
            f"{count_of(n, 'row')} of {named} in {there}"
            for (named, there), n in elsewhere.most_common()
        ]
        yield (
            "Some positions lie in another district than their row says "
            f"({listed(pairs, MOST_NAMED)}): the row counts where it says, and its position is not "
            "used."
        )
    if other_ward:
        yield (
            f"{count_of(other_ward, 'position lies', 'positions lie')} in another ward than the "
            "row names: the ward that the file gives is the one that counts."
        )


def _districts(beats: RowBeats, rows: RowDistricts) -> Iterator[str]:
    ways = {
        "beat": beats.placed,
        "LSOA": rows.by_lsoa,
        "ward": rows.by_ward,
        "position": rows.by_position,
    }
    if told := [f"{n:,} by their {way}" for way, n in ways.items() if n]:
        yield f"Rows that name no district were put into one: {joined(told)}."
    if beats.unknown:
        named = in_quotes(map(as_named_place, beats.unknown), MOST_NAMED)
        yield (
            f"Beats that no loaded list has: {named}. Where those "
            "rows are, only their other columns say."
        )
    for said, district in list(rows.by_other_wards.items())[:MOST_NAMED]:
        yield (
            f"Several districts have a ward '{shown(said)}'; it was taken for the one in "
            f"{district}, where other wards of the file are. If it is not, add a column 'District'."
        )


def _wards(rows: RowDistricts) -> Iterator[str]:
    if rows.unknown:
        yield (
            f"{count_of(sum(rows.unknown.values()), 'row names', 'rows name')} no district, and a "
            f"ward that no loaded area has: {quoted_wards(rows.unknown)}. They count for no "
            f"district. Before you load the file, {LOAD_AREAS}, or add a column 'District'."
        )
    for said, (n, shared) in list(rows.shared.items())[:MOST_NAMED]:
        yield (
            f"{joined(list(shared))} each have a ward '{shown(said)}', and nothing says which is "
            f"meant in {count_of(n, 'row')}: they count for no district. Add a column 'District'."
        )


def quoted_wards(rows: Mapping[str, int]) -> str:
    """Name wards as a file writes them, with their rows."""
    return listed(
        [f"'{as_named_place(shown(said))}' ({n:,})" for said, n in rows.items()], MOST_NAMED
    )
