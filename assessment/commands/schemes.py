"""`schemes`: list the ways to score issues, show one in full, copy one to edit."""

from argparse import Namespace

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import Criterion, Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.outputs.schemes.scheme_tables import scheme_head
from assessment.risk_matrix import copy_scheme, scheme
from assessment.risk_matrix import list_schemes as all_schemes


def list_schemes(asked: Namespace) -> int:
    """List the latest version of every scheme."""
    with opened(asked) as workspace:
        listed = all_schemes(workspace)
    if asked.json:
        say_json([scheme_head(each) for each in listed])
    else:
        for each in listed:
            say(f"{each.id}: {each.label} (version {each.version}, {each.author})")
    return 0


def show(asked: Namespace) -> int:
    """Show a scheme: every criterion with its weight, its rule and the words of its steps."""
    with opened(asked) as workspace:
        shown = scheme(workspace, asked.id, asked.version)
    if asked.json:
        say_json(scheme_head(shown) | as_body(shown), ensure_ascii=False)
    else:
        _print(shown)
    return 0


def copy(asked: Namespace) -> int:
    """Copy a scheme under an id and a name of its own."""
    with opened(asked) as workspace:
        original = scheme(workspace, asked.id)
        made = copy_scheme(workspace, original, asked.new_id, asked.label or asked.new_id)
        say(f"{made.id}: {made.label} (version {made.version}, from {made.based_on})")
    return 0


def _print(shown: Scheme) -> None:
    say(shown.label, f"Version {shown.version}, {shown.author}, {shown.dated:%d %B %Y}")
    say(shown.standing, "")
    for criterion in shown.criteria:
        _print_criterion(criterion)
    bands = "; ".join(f"{band.label} from {band.at_least:g}" for band in shown.bands)
    say(f"Combined: {shown.combine}, {shown.direction.replace('-', ' ')}.", f"Bands: {bands}.")
    if shown.tie_breaks:
        say(f"Ties are broken by: {', '.join(shown.tie_breaks)}.")


def _print_criterion(criterion: Criterion) -> None:
    say(f"{criterion.label} ({criterion.group}, weight {criterion.weight:g}, {criterion.source})")
    say(f"  {criterion.rule_in_words()}")
    for step in criterion.steps:
        say(f"  {step.score}  {step.words}")
    say("")
