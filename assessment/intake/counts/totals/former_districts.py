"""Former districts beside the district that they are part of now: counted once, or refused."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import districts
from assessment.intake.counts.cell_keys import CellKey, TableCell
from assessment.intake.files.file_tables import in_quotes


@dataclass(frozen=True)
class FormerDistricts:
    """What is counted of a table, the places that only part others, and what is to be said."""

    cells: Sequence[TableCell]
    places: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def former_in_today(cells: Sequence[TableCell]) -> FormerDistricts:
    """Leave out former districts where the one of today is counted as well, of the same months.

    They do where in every such place and time they come to what it has. Otherwise nobody can tell
    whether they are within it or beside it: that is a fault.
    """
    today = _today_of_former({cell.key.place for cell in cells})
    names = {district for district, _ in today.values()}
    own = {
        cell.key._replace(place=named.name): cell
        for cell in cells
        if cell.key.place not in today
        and (named := districts().find(cell.key.place))
        and named.name in names
    }
    within: dict[CellKey, list[TableCell]] = defaultdict(list)
    for cell in cells:
        if former := today.get(cell.key.place):
            key = cell.key._replace(place=former[0])
            if key in own:
                within[key].append(cell)
    if not within:
        return FormerDistricts(cells)
    faults = [
        _fault(own[key], parts) for key, parts in within.items() if not _fits(own[key], parts)
    ]
    if faults:
        return FormerDistricts(cells, faults=(faults[0],))
    left_out = {cell.key for parts in within.values() for cell in parts}
    places = frozenset(key.place for key in left_out)
    note = (
        f"{in_quotes(sorted(places), most=4)}: former districts that come to what "
        f"{in_quotes(sorted({key.place for key in within}), most=4)} has, of which they are part "
        "now. They are counted once, in the district of today."
    )
    return FormerDistricts([cell for cell in cells if cell.key not in left_out], places, (note,))


def _today_of_former(places: set[str]) -> Mapping[str, tuple[str, str]]:
    """Return for each text of a former district the name of today's, and its own."""
    former = dict[str, tuple[str, str]]()
    for text in filter(None, places):
        code, district = districts().listed(text), districts().find(text)
        if code and district and code != district.code:
            former[text] = (district.name, districts().name_of(code))
    return former


def _fits(whole: TableCell, parts: Sequence[TableCell]) -> bool:
    values = [part.counted.value for part in parts]
    return None not in values and whole.counted.value == sum(value or 0 for value in values)


def _fault(whole: TableCell, parts: Sequence[TableCell]) -> str:
    named = in_quotes([part.key.place for part in parts], most=4)
    return (
        f"{whole.where} counts '{whole.key.category}' in '{whole.key.place}', and the same table "
        f"counts it in {named} for {whole.key.span}: former districts that are part of "
        f"'{whole.key.place}' now. They do not come to what it has, so that some would be counted "
        "twice. Keep either the rows of the district of today or those of the former ones, and "
        "load the file again."
    )
