"""`partnership`: add one, list them."""

from argparse import Namespace
from dataclasses import asdict

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.partnerships import add_partnership, partnerships


def add(options: Namespace) -> int:
    """Add a partnership."""
    with opened(options) as workspace:
        added = add_partnership(workspace, options.name, options.districts)
        say(f"{added.id}: {added.name} ({', '.join(added.districts)})")
    return 0


def list_partnerships(options: Namespace) -> int:
    """List the partnerships there are."""
    with opened(options) as workspace:
        listed = partnerships(workspace)
    if options.json:
        say_json([asdict(partnership) for partnership in listed], ensure_ascii=False)
    elif not listed:
        say("There are no partnerships yet. Add one with: partnership add NAME --district D")
    else:
        for partnership in listed:
            districts = ", ".join(partnership.districts)
            say(f"{partnership.id}: {partnership.name} ({districts})")
    return 0
