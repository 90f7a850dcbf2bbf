"""`partnership`: add one, list them."""

import json
from argparse import Namespace
from dataclasses import asdict

from assessment.commands.opening import opened
from assessment.partnerships import add_partnership, partnerships


def add(asked: Namespace) -> int:
    """Add a partnership."""
    with opened(asked) as workspace:
        added = add_partnership(workspace, asked.name, asked.districts)
        print(f"{added.id}: {added.name} ({', '.join(added.districts)})")
    return 0


def list_partnerships(asked: Namespace) -> int:
    """List the partnerships there are."""
    with opened(asked) as workspace:
        listed = partnerships(workspace)
    if asked.json:
        print(json.dumps([asdict(each) for each in listed], indent=2, ensure_ascii=False))
    elif not listed:
        print("There are no partnerships yet. Add one with: partnership add NAME --district D")
    else:
        for each in listed:
            print(f"{each.id}: {each.name} ({', '.join(each.districts)})")
    return 0
