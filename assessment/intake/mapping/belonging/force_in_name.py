"""The force that a file is about where only its name says so, as data.police.uk names its files."""

import re
from pathlib import PurePosixPath

from assessment.definitions import Recipe, districts
from assessment.intake.files.file_tables import FileTable

# 2024-01-avon-and-somerset-stop-and-search.csv, and what a browser adds to a second copy.
IN_NAME = re.compile(r"(?:\d{4}-\d{2}-)?([a-z]+(?:-[a-z]+)*)-stop-and-search")


def force_in_name(recipe: Recipe, table: FileTable) -> str | None:
    """Return the force that the name of a table's file tells, where its recipe says that it does.

    A force that nobody knows is none: what it did is then counted nowhere, and that is told.
    """
    if not recipe.force_in_name:
        return None
    match = IN_NAME.match(PurePosixPath(table.name).name.lower())
    return districts().find_force(match[1].replace("-", " ")) if match else None
