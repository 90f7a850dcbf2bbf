"""`schemes`: list the ways to score issues, show one in full, copy one to edit."""

import json
from argparse import Namespace

from assessment.commands.opening import opened
from assessment.definitions import Criterion, Scheme
from assessment.outputs.scheme_tables import as_json, scheme_head
from assessment.risk_matrix import copy_scheme, scheme, schemes


def list_schemes(asked: Namespace) -> int:
    """List the latest version of every scheme."""
    with opened(asked) as workspace:
        listed = schemes(workspace)
    if asked.json:
        print(json.dumps([scheme_head(each) for each in listed], indent=2))
    else:
        for each in listed:
            print(f"{each.id}: {each.label} (version {each.version}, {each.author})")
    return 0


def show(asked: Namespace) -> int:
    """Show a scheme: every criterion with its weight, its rule and the words of its steps."""
    with opened(asked) as workspace:
        shown = scheme(workspace, asked.id, asked.version)
    if asked.json:
        print(as_json(shown))
    else:
        _print(shown)
    return 0


def copy(asked: Namespace) -> int:
    """Copy a scheme under an id and a name of its own."""
    with opened(asked) as workspace:
        original = scheme(workspace, asked.id)
        made = copy_scheme(workspace, original, asked.new_id, asked.label or asked.new_id)
        print(f"{made.id}: {made.label} (version {made.version}, from {made.based_on})")
    return 0


def _print(shown: Scheme) -> None:
    print(f"{shown.label}\nVersion {shown.version}, {shown.author}, {shown.dated:%d %B %Y}")
    print(f"{shown.standing}\n")
    for criterion in shown.criteria:
        _print_criterion(criterion)
    bands = "; ".join(f"{band.label} from {band.at_least:g}" for band in shown.bands)
    print(f"Combined: {shown.combine}, {shown.direction.replace('-', ' ')}.\nBands: {bands}.")
    if shown.tie_breaks:
        print(f"Ties are broken by: {', '.join(shown.tie_breaks)}.")


def _print_criterion(criterion: Criterion) -> None:
    print(f"{criterion.label} ({criterion.group}, weight {criterion.weight:g}, {criterion.source})")
    print(f"  {criterion.rule_in_words()}")
    for step in criterion.steps:
        print(f"  {step.score}  {step.words}")
    print()
