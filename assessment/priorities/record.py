"""The record of an assessment: all it says, in values that a JSON document holds as they are.

A draft's is put together anew from the store; what has been agreed is read from its document only.
Documents of version 1 hold the evidence of their own scheme alone, and less of what people said;
those of version 2 do not name the responsible authorities, whose kinds they counted. What they lack
has a default here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.definitions import Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.numbers import listed
from assessment.priorities.authorities import KINDS, Agreement, agreeing
from assessment.priorities.headings import Priority
from assessment.priorities.last_year import Fate, Turn
from assessment.risk_matrix.earlier_rankings import EarlierRanking
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.issue_facts import Facts
from assessment.risk_matrix.ranking.possible_scores import PossibleScores
from assessment.risk_matrix.schemes.scheme_reading import read_scheme

VERSION = 3
# Whether ranks were drawn with scores that vary too; records from before varied weights alone.
SCORES_VARIED = "scores_varied"


@dataclass(frozen=True)
class RecordedJudgement:
    """What somebody at a desk had judged, whether or not it counts."""

    who: str
    value: int | None
    reason: str
    evidence_value: float | None
    given_at: str


@dataclass(frozen=True)
class RecordedOpinion:
    """What a scorer gave in a workshop; `scorer` is a number that tells them from the others."""

    scorer: str
    agency: str
    role: str
    value: float | None
    reason: str
    given_at: str


@dataclass(frozen=True)
class RecordedCriterion:
    """The score of one criterion and the evidence for it.

    `by` is data, desk or panel, or None where it is missing. `judged_by` and `reason` are those of
    a judgement at a desk that counts; `panel` are the scores behind a median. `possible` are the
    scores that the evidence might as well have given.
    """

    criterion: str
    label: str
    score: float | None
    by: str | None
    from_data: float | None
    judged_by: str
    reason: str
    panel: tuple[float, ...]
    value: float | None
    in_words: str
    period: str
    source: str
    rule: str
    caveats: tuple[str, ...]
    judgement: RecordedJudgement | None = None
    opinions: tuple[RecordedOpinion, ...] = ()
    possible: PossibleScores = ()


@dataclass(frozen=True)
class RecordedIssue:
    """An issue in its place, with how firm that is and why it was chosen or not.

    `above_share` is the share of draws of weights in which it is above the line, `top_share` in
    which it is among the top of the matrix. `residents` is what the survey says of it, in words;
    `facts` is all that was known of it, whatever the scheme, and `position` its place in the list.
    `tie_breaks` are those that part it from issues with the same score.
    """

    id: str
    label: str
    measures: tuple[tuple[str, str], ...]
    rank: int | None
    is_tied: bool
    score: float | None
    band: str | None
    confidence: str
    rank_low: int | None
    rank_high: int | None
    above_share: float | None
    is_above: bool
    is_chosen: bool
    reason: str
    residents: str
    criteria: tuple[RecordedCriterion, ...]
    position: int = 0
    under_reported: bool = False
    carried_from: int | None = None
    rank_median: float | None = None
    top_share: float | None = None
    explanation: Explanation | None = None
    facts: Facts | None = None
    tie_breaks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """An assessment with its priorities. Days and times are text as ISO 8601 writes them.

    `earlier` are the rankings that it was set beside. `methods_version` is that of the methods by
    which its changes are judged; records from before there were others have the first.
    """

    assessment: int
    partnership: str
    partnership_name: str
    districts: tuple[str, ...]
    ending: str
    period: str
    synthetic: bool
    status: str
    scheme: Mapping[str, Any]
    data_version: int
    extracts: tuple[tuple[int, str, str, str], ...]
    robustness: Mapping[str, float]
    cut: int
    quorum: int
    issues: tuple[RecordedIssue, ...]
    priorities: tuple[Priority, ...]
    year_before: str
    turns: tuple[Turn, ...]
    agreements: tuple[Agreement, ...]
    agreed_at: str
    agreed_by: str
    signed_off_at: str
    signed_off_by: str
    version: int = 1
    earlier: tuple[EarlierRanking, ...] = ()
    authorities: tuple[str, ...] = KINDS
    methods_version: int = 1

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Which of the responsible authorities have agreed."""
        return agreeing(self.authorities, self.agreements)

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of them have not."""
        return tuple(authority for authority in self.authorities if authority not in self.agreeing)

    @property
    def agreed_so_far(self) -> str:
        """How many of them have agreed, in words."""
        count = len(self.agreeing)
        have = "has" if count == 1 else "have"
        known = f"{len(self.authorities)} responsible authorities"
        return f"{count or 'None'} of the {known} {have} agreed"

    @property
    def has_quorum(self) -> bool:
        """Whether so many have agreed that it can be signed off."""
        return len(self.agreeing) >= self.quorum

    def label(self, issue: str) -> str:
        """Return the name of an issue."""
        return next(recorded.label for recorded in self.issues if recorded.id == issue)

    def open_points(self) -> list[str]:
        """Say everything that is still to be done before it can be agreed."""
        points = [] if self.priorities else ["There is no priority yet."]
        points += [
            f"'{priority.name}' has no reason."
            for priority in self.priorities
            if not priority.reason
        ]
        if unsaid := [issue.label for issue in self.issues if not issue.reason]:
            points.append(f"No reason is given for {_some(unsaid)}.")
        points += [
            f"Nothing says why '{turn.name}' was dropped."
            for turn in self.turns
            if turn.fate == Fate.DROPPED and not turn.why
        ]
        return points


def recorded_scheme(used: Scheme) -> dict[str, Any]:
    """Return a scheme as a record holds it; `scheme_of` reads it again."""
    return {
        "id": used.id,
        "version": used.version,
        "label": used.label,
        "author": used.author,
        "dated": used.dated.isoformat(),
        "based_on": used.based_on,
        "body": as_body(used),
    }


def scheme_of(kept: Record) -> Scheme:
    """Return the scheme that a record was made with, as it holds it."""
    scheme = kept.scheme
    dated = date.fromisoformat(scheme["dated"])
    return read_scheme(scheme["body"], scheme["author"], dated, scheme["based_on"])


NAMED = 3


def _some(labels: list[str]) -> str:
    """Name a few of many."""
    return listed(labels, NAMED)
