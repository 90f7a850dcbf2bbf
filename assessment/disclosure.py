"""Numbers so small that they could be about somebody known: who is shown them, and from which on.

Those who answer for the data see everything. Groups of a survey are another rule, the same for
everybody, since breakdowns are published: `survey/withholding`.
"""

from collections.abc import Mapping

from assessment.people import Audience
from assessment.workspace import Workspace

# So many records, or people who answered, are no longer few.
ENOUGH = 5
# By audience, the fewest that are shown; none at all always is.
FEWEST: Mapping[Audience, int] = {Audience.PARTNER: ENOUGH, Audience.PUBLIC: ENOUGH}


def fewest_shown(workspace: Workspace) -> int:
    """Return the smallest count, other than none, that whoever asks may see."""
    return FEWEST.get(workspace.shown_to, 1)


def is_few(count: int | None, fewest: int) -> bool:
    """Tell whether a count is not to be shown."""
    return count is not None and 0 < count < fewest
