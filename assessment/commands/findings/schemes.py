"""`schemes`: list the ways to score issues, show one in full, copy one to edit."""

from argparse import Namespace

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import Criterion, Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.outputs.schemes.scheme_tables import scheme_head
from assessment.risk_matrix import copy_scheme
from assessment.risk_matrix import list_schemes as all_schemes
from assessment.risk_matrix import scheme as find_scheme


def list_schemes(options: Namespace) -> int:
    """List the latest version of every scheme."""
    with opened(options) as workspace:
        listed = all_schemes(workspace)
    if options.json:
        say_json([scheme_head(scheme) for scheme in listed])
    else:
        for scheme in listed:
            say(f"{scheme.id}: {scheme.label} (version {scheme.version}, {scheme.author})")
    return 0


def show(options: Namespace) -> int:
    """Show a scheme: every criterion with its weight, its rule and the words of its steps."""
    with opened(options) as workspace:
        shown = find_scheme(workspace, options.id, options.version)
    if options.json:
        say_json(scheme_head(shown) | as_body(shown), ensure_ascii=False)
    else:
        _print(shown)
    return 0


def copy(options: Namespace) -> int:
    """Copy a scheme under an id and a name of its own."""
    with opened(options) as workspace:
        original = find_scheme(workspace, options.id)
        copied = copy_scheme(workspace, original, options.new_id, options.label or options.new_id)
        say(f"{copied.id}: {copied.label} (version {copied.version}, from {copied.based_on})")
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
