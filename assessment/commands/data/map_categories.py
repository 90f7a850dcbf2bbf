"""`map`: what the categories of files mean, listed or said with a list."""

import csv
import io
from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.intake.categories.category_list import COLUMNS as CATEGORY_COLUMNS
from assessment.intake.categories.category_list import category_rows, read_category_list
from assessment.intake.categories.category_meanings import (
    map_categories,
    meanings_said,
    unmapped_categories,
)
from assessment.numbers import count_of
from assessment.periods import joined


def map_or_list(options: Namespace) -> int:
    """List categories, or say with a list what they mean."""
    if options.file:
        return _map(options)
    if options.action != "list":
        raise InvalidRequest("Say what to do: map list, or map --file LIST.csv.")
    return _list(options)


def _list(options: Namespace) -> int:
    with opened(options) as workspace:
        said = meanings_said(workspace)
        rows = list(category_rows(unmapped_categories(workspace), said))
    if options.source:
        rows = [row for row in rows if row[0] == options.source]
    if options.json:
        say_json([dict(zip(CATEGORY_COLUMNS, row, strict=True)) for row in rows])
    else:
        # As the list that `map --file` reads, so that it can be filled in and given back.
        say(*map(_as_csv, [CATEGORY_COLUMNS, *rows]))
    return 0


def _map(options: Namespace) -> int:
    path = Path(options.file)
    if not path.is_file():
        raise InvalidRequest(f"There is no file {path}.")
    meanings = read_category_list(path, path.name, options.source)
    with opened(options) as workspace:
        done = map_categories(workspace, meanings)
    if options.json:
        say_json(
            {"meanings": done.meanings, "records": done.records, "sources": list(done.sources)}
        )
    else:
        of_sources = f" of {joined(list(done.sources))}" if done.sources else ""
        say(
            f"{count_of(done.meanings, 'meaning')} kept; "
            f"{count_of(done.records, 'record')}{of_sources} counted anew."
        )
    return 0


def _as_csv(row: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(row)
    return line.getvalue()
