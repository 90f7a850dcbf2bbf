"""`partnership`: add one, list them."""

from argparse import Namespace
from dataclasses import asdict

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.partnerships import add_partnership, partnerships


def add(asked: Namespace) -> int:
    """Add a partnership."""
    with opened(asked) as workspace:
        added = add_partnership(workspace, asked.name, asked.districts)
        say(f"{added.id}: {added.name} ({', '.join(added.districts)})")
    return 0


def list_partnerships(asked: Namespace) -> int:
    """List the partnerships there are."""
    with opened(asked) as workspace:
        listed = partnerships(workspace)
    if asked.json:
        say_json([asdict(each) for each in listed], ensure_ascii=False)
    elif not listed:
        say("There are no partnerships yet. Add one with: partnership add NAME --district D")
    else:
        for each in listed:
            say(f"{each.id}: {each.name} ({', '.join(each.districts)})")
    return 0
