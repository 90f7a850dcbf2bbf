"""What the data say of an issue whatever the scheme: its values, its months, where it concentrates.

All of it is kept when an assessment is agreed, so that any scheme can be set beside it later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.changes import Place
from assessment.definitions import EvidenceValue, prepared_issues
from assessment.disclosure import fewest_shown
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.indicators.indicator_disclosure import Withholding, withholding
from assessment.risk_matrix.indicators.indicator_value import Known, unknown
from assessment.risk_matrix.indicators.indicator_wording import FROM_RECORDS
from assessment.risk_matrix.indicators.indicators_from_records import Counted, counted
from assessment.risk_matrix.indicators.public_concern import public_concern
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace

Months = tuple[int | None, ...]
NOT_KEPT = unknown("The record of this year does not hold it.")
# Fewer records than this in a small area are not told: somebody might be recognised.
FEWEST_NAMED = 5


@dataclass(frozen=True)
class Facts:
    """What is known of an issue.

    `before` and `now` are the records of each month, None where it is not covered. `busiest` are
    small areas with the most records. Partners get neither.
    """

    known: Mapping[EvidenceValue, Known]
    before: Months = ()
    now: Months = ()
    busiest: tuple[tuple[str, int], ...] = ()

    def of(self, value: EvidenceValue) -> Known:
        """Return what is known of one value."""
        return self.known.get(value, NOT_KEPT)


@needs(Permission.READ_FIGURES, of="place")
def facts_of(
    workspace: Workspace, place: Place, period: Period, issues: Sequence[Issue]
) -> Mapping[str, Facts]:
    """Return, by issue, everything that records and surveys say."""
    records = counted(workspace, place, period, issues)
    synthetic = any(one.synthetic for one in records.values())
    concern = public_concern(workspace, place, period, issues, synthetic)
    names = _names(workspace, records.values())
    facts = {
        issue.id: _facts(issue, records.get(issue.id), concern[issue.id], names) for issue in issues
    }
    if fewest_shown(workspace) <= 1 or not records:
        return facts
    hidden = withholding(workspace, place, period, records)
    return {**facts, **_withheld(facts, records, hidden)} if hidden else facts


def read_facts(body: Mapping[str, Any]) -> Facts:
    """Read facts as a JSON document holds them."""
    known = {
        EvidenceValue(value): Known(**{name: _listed(each) for name, each in said.items()})
        for value, said in body["known"].items()
    }
    return Facts(known, *(_listed(body[name]) for name in ("before", "now", "busiest")))


def _listed(value: Any) -> Any:
    return tuple(_listed(each) for each in value) if isinstance(value, list) else value


def _facts(
    issue: Issue, of_issue: Counted | None, concern: Known, names: Mapping[str, str]
) -> Facts:
    if of_issue is None:
        nothing = _no_records(issue)
        said = dict.fromkeys(FROM_RECORDS, nothing)
        return Facts({**said, EvidenceValue.CONCERN: concern})
    said = {value: tell(of_issue) for value, tell in FROM_RECORDS.items()}
    found = of_issue.change
    return Facts(
        {**said, EvidenceValue.CONCERN: concern},
        found.previous_months,
        found.current_months,
        tuple(_busiest(of_issue, names)),
    )


def _withheld(
    facts: Mapping[str, Facts], records: Mapping[str, Counted], hidden: Withholding
) -> Mapping[str, Facts]:
    """Return facts without the numbers that may not be shown; of months none, as most are small."""
    return {
        issue: Facts(
            {
                value: said.withheld(hidden.words(found))
                if value is not EvidenceValue.CONCERN and hidden.hides(value, found)
                else said
                for value, said in facts[issue].known.items()
            }
        )
        for issue, found in records.items()
    }


def _no_records(issue: Issue) -> Known:
    why = {one.id: one.without_data for one in prepared_issues()}.get(issue.id)
    return unknown(" ".join(filter(None, ["No records count this issue.", why])))


def _names(workspace: Workspace, records: Iterable[Counted]) -> Mapping[str, str]:
    """Return the names of the busiest small areas; none to whoever may not see them."""
    if not workspace.may(Permission.SEE_SMALL_AREAS):
        return {}
    found = (one.concentration for one in records)
    codes = sorted({code for each in found if each for code in each.busiest})
    return {code: code for code in codes} | dict(workspace.store.rows("area_names", codes=codes))


def _busiest(of_issue: Counted, names: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    if found := of_issue.concentration:
        for code, count in zip(found.busiest, found.counts, strict=False):
            if code in names and count >= FEWEST_NAMED:
                yield names[code], count
