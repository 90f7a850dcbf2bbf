"""A record as a JSON document, and back, from whichever version of it."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from assessment.priorities.authorities import Agreement
from assessment.priorities.headings import read_priority
from assessment.priorities.last_year import Turn
from assessment.priorities.record import (
    Record,
    RecordedCriterion,
    RecordedIssue,
    RecordedJudgement,
    RecordedOpinion,
)
from assessment.risk_matrix.earlier_rankings import read_earlier
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.issue_facts import read_facts


def as_document(record: Record) -> str:
    """Write a record as JSON."""
    body = asdict(record, dict_factory=_without_what_is_behind)
    return json.dumps(body, ensure_ascii=False, allow_nan=False, indent=1)


def _without_what_is_behind(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Leave out the numbers behind what is withheld (see `IndicatorValue.for_scales`)."""
    return {name: value for name, value in fields if name != "behind"}


def read_document(text: str) -> Record:
    """Read a record as `as_document` writes it, or wrote it in an earlier version."""
    body = json.loads(text)
    values = {
        field.name: _listed(body[field.name]) for field in fields(Record) if field.name in body
    }
    values |= {
        "issues": tuple(_issue(issue) for issue in body["issues"]),
        "priorities": tuple(read_priority(priority) for priority in body["priorities"]),
        "turns": tuple(Turn(**_body(turn)) for turn in body["turns"]),
        "agreements": tuple(Agreement(**agreement) for agreement in body["agreements"]),
        "earlier": tuple(read_earlier(ranking) for ranking in body.get("earlier", ())),
    }
    return Record(**values)


def _issue(body: dict[str, Any]) -> RecordedIssue:
    read: dict[str, Callable[[Any], object]] = {
        "criteria": lambda criteria: tuple(_criterion(criterion) for criterion in criteria),
        "explanation": lambda explanation: Explanation(**explanation),
        "facts": read_facts,
    }
    return RecordedIssue(**_body(body) | _read(body, read))


def _criterion(body: dict[str, Any]) -> RecordedCriterion:
    read: dict[str, Callable[[Any], object]] = {
        "judgement": lambda judgement: RecordedJudgement(**judgement),
        "opinions": lambda opinions: tuple(RecordedOpinion(**opinion) for opinion in opinions),
    }
    return RecordedCriterion(**_body(body) | _read(body, read))


def _read(body: dict[str, Any], readers: dict[str, Callable[[Any], object]]) -> dict[str, object]:
    """Read what is more than a value, where it is there."""
    return {
        name: reader(body[name]) for name, reader in readers.items() if body.get(name) is not None
    }


def _body(body: dict[str, Any]) -> dict[str, Any]:
    return {name: _listed(value) for name, value in body.items()}


def _listed(value: Any) -> Any:
    """Return lists, and lists in them, as tuples."""
    return tuple(_listed(item) for item in value) if isinstance(value, list) else value
