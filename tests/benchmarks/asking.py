"""Answer the same questions of a store, one at a time, as whoever asks says: in any checkout.

python tests/benchmarks/asking.py STORE, in the folder of the checkout whose code is to answer. It
uses only what every version since c35ad3f has.
"""

import json
import sys
from inspect import signature
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path.cwd()))

from assessment.changes import By, Place, Question, year_on_year
from assessment.people import local_person
from assessment.periods import PeriodKind, parse_month, period_ending
from assessment.store import Store
from assessment.workspace import Workspace

FINANCIAL, ROLLING = PeriodKind.FINANCIAL_YEAR, PeriodKind.ROLLING_12
LUTON = Place("Luton", ("Luton",))
BEDFORDSHIRE = Place("Bedfordshire Police", (), "Bedfordshire Police")
PAIR = Place("Castle Point and Rochford", ("Castle Point", "Rochford"))


def questions() -> dict[str, Question]:
    """Return what is asked: measures, districts and small areas."""
    real = period_ending(ROLLING, parse_month("2024-04"))
    example = period_ending(FINANCIAL, parse_month("2022-03"))
    asked = (real, real.year_before(), "police-uk")
    return {
        "Luton, by measure": Question(LUTON, *asked),
        "all of Bedfordshire Police, by measure": Question(BEDFORDSHIRE, *asked),
        "Castle Point and Rochford, Home Office, by measure": Question(
            PAIR, example, example.year_before(), "home-office"
        ),
        "all of Bedfordshire Police, burglary by district": Question(
            BEDFORDSHIRE, *asked, By.DISTRICT, "burglary"
        ),
        "Luton, burglary by small area": Question(LUTON, *asked, By.LSOA, "burglary"),
    }


def answer(workspace: Workspace, question: Question, *, is_first: bool) -> float:
    """Return the milliseconds of the processor that an answer takes, the first since a load or not.

    Raises RuntimeError where there is nothing to count.
    """
    if is_first:
        load(workspace.store)
    start = process_time()
    changes = year_on_year(workspace, question).changes
    taken = 1000 * (process_time() - start)
    if not any(change.current for change in changes):
        raise RuntimeError("the answer holds no records: there is nothing to measure")
    return taken


def load(store: Store) -> None:
    """Let go of what a load lets go of: where the code can tell, not of what people have said."""
    leaves = {"leaves_said"} & signature(store.writing).parameters.keys()
    with store.writing(**dict.fromkeys(leaves, True)):
        pass


def main() -> None:
    """Answer each line: the name of a question, and whether nothing is kept of before."""
    # One processor is the least that any machine gives.
    workspace = Workspace(Store.open(Path(sys.argv[1]), threads=1), local_person())
    asked = questions()
    for line in sys.stdin:
        name, is_first = json.loads(line)
        print(answer(workspace, asked[name], is_first=is_first), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
