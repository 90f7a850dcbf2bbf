"""What records are recorded as: the offences that a flag marks, and offences by their codes."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from assessment.definitions import HOME_OFFICE, WEIGHT_SETS, harm_weights, offence_reference
from assessment.intake.mapping.categories.offence_coding import in_code_and_words
from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


class Recorded(NamedTuple):
    """So many records under a leaf of a measure set; of one offence where its code is held."""

    measure_set: str
    leaf: str
    n: int
    offence: str = ""


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="records")
def flagged_offences(workspace: Workspace, records: Records) -> Mapping[str, Sequence[Recorded]]:
    """Return, for each flag, its records by measure set and leaf; codes are not looked up."""
    flags = set(zip(records.leaves["leaves"], records.leaves["leaf_subjects"], strict=True))
    chosen = zip(
        *(records.chosen[name] for name in ("subjects", "grounds", "sources")), strict=True
    )
    wanted = [
        (flag, ground, source)
        for subject, ground, source in chosen
        for flag, about in sorted(flags)
        if about == subject
    ]
    offences: dict[str, list[Recorded]] = {flag: [] for flag, _ in flags}
    for flag, measure_set, leaf, n in workspace.store.rows(
        "flagged_offences",
        flags=[flag for flag, _, _ in wanted],
        grounds=[ground for _, ground, _ in wanted],
        sources=[source for _, _, source in wanted],
        ground_kind=records.ground_kind,
        **records.months,
    ):
        offences[flag].append(Recorded(measure_set, leaf, n))
    return offences


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="records")
def coded_offences(
    workspace: Workspace, records: Records, measure_set: str
) -> Mapping[str, Sequence[Recorded]]:
    """Return, for each measure, its records by offence code, of leaves that weights tell apart.

    What has no code among them is under its leaf alone.
    """
    coded: dict[str, dict[tuple[str, str], int]] = {}
    leaves = _leaves_told_apart()
    if measure_set != HOME_OFFICE or not leaves & set(records.leaves["leaves"]):
        return {}
    for measure, leaf, category, n in workspace.store.rows("offence_categories", **records.given()):
        if leaf in leaves:
            of_measure = coded.setdefault(measure, {})
            key = (leaf, _weighed_code(category))
            of_measure[key] = of_measure.get(key, 0) + n
    return {
        measure: [Recorded(measure_set, leaf, n, code) for (leaf, code), n in counts.items()]
        for measure, counts in coded.items()
    }


def with_codes(
    by_leaf: Mapping[str, int], measure_set: str, coded: Sequence[Recorded]
) -> list[Recorded]:
    """Return records by leaf, and by offence where every record of a leaf has been looked at.

    Counts that a source has sent as counts have no records, and so no codes.
    """
    looked_at: dict[str, int] = {}
    for recorded in coded:
        looked_at[recorded.leaf] = looked_at.get(recorded.leaf, 0) + recorded.n
    whole = {leaf for leaf, n in looked_at.items() if by_leaf.get(leaf) == n}
    return [
        *(Recorded(measure_set, leaf, n) for leaf, n in by_leaf.items() if leaf not in whole),
        *(recorded for recorded in coded if recorded.leaf in whole),
    ]


@cache
def _leaves_told_apart() -> frozenset[str]:
    """Return the subgroups within which any set of weights tells offences apart."""
    codes = {code for of in WEIGHT_SETS for code in harm_weights(of).by_offence}
    measures = (offence_reference().measure_of(code) for code in codes)
    return frozenset(filter(None, measures))


@cache
def _weighed_code(category: str) -> str:
    """Return the offence code in what a source calls a record, if any set has a weight for it."""
    words = in_code_and_words(category).code or category.split(maxsplit=1)[0]
    code = words.strip().upper().lstrip("0")
    weighed = any(code in harm_weights(of).by_offence for of in WEIGHT_SETS)
    return code if weighed else ""
