"""`dataset`: the data sets that a partnership defines for itself."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.defined_data_sets import DefinedDataSet
from assessment.definitions import OwnDataSet, read_own_data_set
from assessment.errors import InvalidRequest
from assessment.periods import joined
from assessment.sources.data_sets import data_sets, define_data_set, remove_data_set


def add(options: Namespace) -> int:
    """Define what a file says."""
    path = Path(options.file)
    if not path.is_file():
        raise InvalidRequest(f"There is no file {path}.")
    own = read_own_data_set(path)
    with opened(options) as workspace:
        define_data_set(workspace, options.partnership, own)
    if options.json:
        say_json(_as_json(own), ensure_ascii=False)
    else:
        say(f"{own.label} is defined. Load its files with: load FILE --as {own.id}")
    return 0


def list_sets(options: Namespace) -> int:
    """List the data sets of a partnership with their measures."""
    with opened(options) as workspace:
        every = data_sets(workspace, options.partnership)
    if options.json:
        say_json([_defined(defined) for defined in every], ensure_ascii=False)
        return 0
    if not every:
        say(f"{options.partnership} has defined no data set.")
    for defined in every:
        own = defined.data_set
        labels = joined([f"{measure.label} ({measure.direction})" for measure in own.measures])
        say(f"{own.id}: {own.label}, of {own.owner}: {labels}")
    return 0


def remove(options: Namespace) -> int:
    """Remove a data set in which nothing is loaded."""
    with opened(options) as workspace:
        gone = remove_data_set(workspace, options.partnership, options.data_set)
    say(f"{gone.label} was removed.")
    return 0


def _as_json(own: OwnDataSet) -> dict[str, Any]:
    measures = [{"id": measure.id, **asdict(measure)} for measure in own.measures]
    return {"id": own.id, **asdict(own), "measures": measures}


def _defined(defined: DefinedDataSet) -> dict[str, Any]:
    return {
        **_as_json(defined.data_set),
        "partnership": defined.partnership,
        "defined_by": defined.defined_by,
        "defined_on": defined.defined_on.isoformat(),
    }
