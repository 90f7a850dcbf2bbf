"""Issues that a risk matrix usually looks at, from data/definitions/issues.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.definitions.definition_files import read_authored
from assessment.definitions.measures.measure_checks import FLAGS
from assessment.definitions.toml_reader import Entry, Faults, twice


@dataclass(frozen=True)
class PreparedIssue:
    """An issue with its measures by set. `without_data` says why it is one even uncounted."""

    id: str
    label: str
    measures: Mapping[str, tuple[str, ...]]
    under_reported: bool
    without_data: str | None


def read_prepared_issues(
    path: Path, measures: Mapping[str, Sequence[str]]
) -> tuple[PreparedIssue, ...]:
    """Read the file, given the measures of each set; raises DefinitionFault with every fault."""
    faults = Faults()
    entry = Entry(path.name, "whole file", tomllib.loads(path.read_text(encoding="utf-8")), faults)
    read_authored(entry)
    tables = entry.entries("issue", named_by="id")
    issues = tuple(_read_issue(table, measures) for table in tables)
    entry.close()
    repeated = twice(issue.id for issue in issues)
    for table, issue in zip(tables, issues, strict=True):
        if issue.id in repeated:
            table.wrong("id", "an id that no other issue has", issue.id)
    faults.raise_any()
    return issues


def _read_issue(entry: Entry, measures: Mapping[str, Sequence[str]]) -> PreparedIssue:
    named = {measure_set: entry.texts(measure_set) for measure_set in measures}
    issue = PreparedIssue(
        id=entry.text("id"),
        label=entry.text("label"),
        measures={measure_set: ids for measure_set, ids in named.items() if ids},
        under_reported=entry.yes_or_no("under_reported"),
        without_data=entry.optional_text("without_data"),
    )
    entry.close()
    for measure_set, ids in issue.measures.items():
        entry.known(measure_set, ids, measures[measure_set])
    if not issue.measures and not issue.without_data:
        entry.wrong("without_data", "why nothing counts it, or measures", None)
    if len(issue.measures.get(FLAGS, ())) > 1:
        entry.wrong(FLAGS, "one flag, because flags overlap", issue.measures[FLAGS])
    return issue
