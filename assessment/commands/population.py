"""`population`: load how many people live in districts, list the years, remove one."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.intake import LoadStatus
from assessment.numbers import count_of
from assessment.population import population_years
from assessment.population.population_loading import load_population, remove_population


def load(asked: Namespace) -> int:
    """Load a table of people by district."""
    with opened(asked) as workspace:
        report = load_population(workspace, Path(asked.file), dry_run=asked.dry_run)
    if asked.json:
        say_json(report.as_json())
        return 0
    tried = report.status is LoadStatus.CHECKED
    years = ", ".join(map(str, report.years))
    say(f"{report.file}: {'checked, nothing has been loaded' if tried else report.status}")
    say(
        f"  {count_of(report.districts, 'district')}, {years}: {report.added:,} new, "
        f"{len(report.changed):,} changed, {report.unchanged:,} unchanged"
    )
    for problem in (*report.changed, *report.notices):
        say(f"  - {problem}")
    return 0


def list_years(asked: Namespace) -> int:
    """List the years there are."""
    with opened(asked) as workspace:
        held = population_years(workspace)
    if asked.json:
        listed = [
            {"year": one.year, "districts": one.districts, "sources": list(one.sources)}
            for one in held
        ]
        say_json(listed)
    elif not held:
        say("There are no populations yet. Load them with: population load FILE")
    else:
        for one in held:
            say(f"{one.year}: {count_of(one.districts, 'district')}, from {', '.join(one.sources)}")
    return 0


def remove(asked: Namespace) -> int:
    """Remove what was loaded of a year."""
    with opened(asked) as workspace:
        remove_population(workspace, asked.year)
    say(f"The population of {asked.year} was removed.")
    return 0
