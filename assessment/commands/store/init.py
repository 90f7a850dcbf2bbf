"""`init`: a store, with the example partnerships or without."""

from argparse import Namespace

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say
from assessment.examples import examples_loaded, load_examples, remove_examples


def init(options: Namespace) -> int:
    """Make the store; add the examples, or take them out."""
    with opened(options, create=True) as workspace:
        say(f"The store is {workspace.store.path}.")
        if options.examples:
            reports = load_examples(workspace, progress=lambda _share, text: say(text))
            rows = sum(report.rows.loaded for report in reports)
            added = f"{rows:,} records were added" if rows else "nothing had to be added"
            say(f"It holds the example partnerships, all synthetic; {added}.")
        elif options.empty and examples_loaded(workspace):
            remove_examples(workspace)
            say("The example partnerships were removed; what you loaded yourself was kept.")
    return 0
