"""From rows by sex and by age to rows of everybody, where a published table has them.

What a table says of everybody is taken, and held to its own sexes; where it says it of nobody, both
sexes or all ages are added up, but never a part of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assessment.intake.files.file_tables import shown
from assessment.population.population_table import PopulationRow
from assessment.population.sexes_and_ages import EVERY_AGE, OLDEST, Ages, Sex


def of_everybody(
    rows: Sequence[PopulationRow], faults: list[str], notices: list[str]
) -> list[PopulationRow]:
    """Return one row for each area and year that has rows by sex or age, and all other rows.

    Adds every fault that it meets.
    """
    by_area: dict[tuple[str, ...], list[PopulationRow]] = defaultdict(list)
    for row in rows:
        area = (row.code, row.name, row.small_code, row.small_name)
        by_area[*area, str(row.year)].append(row)
    whole: list[PopulationRow] = []
    summed = 0
    for of_area in by_area.values():
        if all(row.is_of_everybody for row in of_area):
            whole += of_area
            continue
        first = of_area[0]
        what = f"{first.small_code or first.name or first.code} in {first.year}"
        people = _everybody(what, of_area, faults)
        if people:
            summed += all(not row.is_of_everybody for row in of_area)
            whole.append(replace(first, number=people, sex=Sex.EVERYBODY, ages=EVERY_AGE))
    if summed:
        notices.append("Its sexes or ages were added up: it gives no number of everybody.")
    return whole


def _everybody(what: str, rows: Sequence[PopulationRow], faults: list[str]) -> int | None:
    """Return how many people there are by all rows about an area and year; None with a fault."""
    by_sex: dict[Sex, list[PopulationRow]] = defaultdict(list)
    for row in rows:
        by_sex[row.sex].append(row)
    counted = {sex: _of_all_ages(what, of_sex, faults) for sex, of_sex in by_sex.items()}
    if None in counted.values():
        return None
    people = {sex: n for sex, n in counted.items() if n is not None}
    return _of_both_sexes(what, rows[0].where, people, faults)


def _of_both_sexes(
    what: str, where: str, people: Mapping[Sex, int], faults: list[str]
) -> int | None:
    together, both = people.get(Sex.EVERYBODY), [people.get(Sex.FEMALES), people.get(Sex.MALES)]
    known = [n for n in both if n is not None]
    if together is None and len(known) < len(both):
        faults.append(
            f"{where}: of {shown(what)} only {' and '.join(sorted(people))} are given. Expected "
            "all persons, or females and males."
        )
        return None
    if together is not None and len(known) == len(both) and sum(known) != together:
        faults.append(
            f"{where}: {shown(what)} has {together:,} persons, but {known[0]:,} females and "
            f"{known[1]:,} males make {sum(known):,}. Find which is wrong, and load the file again."
        )
        return None
    return sum(known) if together is None else together


def _of_all_ages(what: str, rows: Sequence[PopulationRow], faults: list[str]) -> int | None:
    """Return the people of all ages: as they are given, else of ages that leave nobody out."""
    whole = {row.number for row in rows if row.ages == EVERY_AGE}
    if len(whole) == 1:
        return whole.pop()
    parts = {row.ages: row.number for row in rows if row.ages != EVERY_AGE}
    if not whole and len(parts) == len(rows) and _leave_nobody_out(parts):
        return sum(parts.values())
    faults.append(
        f"{rows[0].where}: {shown(what)} has "
        + (
            f"{len(rows):,} numbers of {rows[0].sex} that differ. Give one row for each."
            if whole
            else "no number of all ages, and its ages do not run from 0 to the oldest, each once. "
            "Give one row of all ages."
        )
    )
    return None


def _leave_nobody_out(ages: Iterable[Ages]) -> bool:
    following = 0
    for own in sorted(ages):
        if own.first != following:
            return False
        following = own.last + 1
    return following == OLDEST + 1
