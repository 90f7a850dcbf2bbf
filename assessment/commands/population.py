"""`population`: load how many people live in districts, list the years, remove one."""

import json
from argparse import Namespace
from pathlib import Path

from assessment.commands.opening import opened
from assessment.intake import LoadStatus
from assessment.numbers import count_of
from assessment.population import years_held
from assessment.population.loading import load_population, remove_population


def load(asked: Namespace) -> int:
    """Load a table of people by district."""
    with opened(asked) as workspace:
        report = load_population(workspace, Path(asked.file), dry_run=asked.dry_run)
    if asked.json:
        print(json.dumps(report.as_json(), indent=2))
        return 0
    tried = report.status is LoadStatus.CHECKED
    years = ", ".join(map(str, report.years))
    print(f"{report.file}: {'checked, nothing has been loaded' if tried else report.status}")
    print(
        f"  {count_of(report.districts, 'district')}, {years}: {report.added:,} new, "
        f"{len(report.changed):,} changed, {report.unchanged:,} unchanged"
    )
    for problem in (*report.changed, *report.notices):
        print(f"  - {problem}")
    return 0


def list_years(asked: Namespace) -> int:
    """List the years there are."""
    with opened(asked) as workspace:
        held = years_held(workspace)
    if asked.json:
        listed = [
            {"year": one.year, "districts": one.districts, "sources": list(one.sources)}
            for one in held
        ]
        print(json.dumps(listed, indent=2))
    elif not held:
        print("There are no populations yet. Load them with: population load FILE")
    else:
        for one in held:
            print(
                f"{one.year}: {count_of(one.districts, 'district')}, from {', '.join(one.sources)}"
            )
    return 0


def remove(asked: Namespace) -> int:
    """Remove what was loaded of a year."""
    with opened(asked) as workspace:
        remove_population(workspace, asked.year)
    print(f"The population of {asked.year} was removed.")
    return 0
