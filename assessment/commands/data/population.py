"""`population`: load how many people live in districts, list the years, remove one."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.population import population_years
from assessment.population.population_loading import load_population, remove_population


def load(options: Namespace) -> int:
    """Load a table of people by district."""
    with opened(options) as workspace:
        report = load_population(workspace, Path(options.file), dry_run=options.dry_run)
    if options.json:
        say_json(report.as_json())
        return 0
    is_dry_run = report.status is LoadStatus.CHECKED
    years = ", ".join(map(str, report.years))
    say(f"{report.file}: {'checked, nothing has been loaded' if is_dry_run else report.status}")
    say(
        f"  {count_of(report.districts, 'district')}, {years}: {report.added:,} new, "
        f"{len(report.changed):,} changed, {report.unchanged:,} unchanged"
    )
    for problem in (*report.changed, *report.notices):
        say(f"  - {problem}")
    return 0


def list_years(options: Namespace) -> int:
    """List the years there are."""
    with opened(options) as workspace:
        years = population_years(workspace)
    if options.json:
        listed = [
            {"year": year.year, "districts": year.districts, "sources": list(year.sources)}
            for year in years
        ]
        say_json(listed)
    elif not years:
        say("There are no populations yet. Load them with: population load FILE")
    else:
        for year in years:
            sources = ", ".join(year.sources)
            say(f"{year.year}: {count_of(year.districts, 'district')}, from {sources}")
    return 0


def remove(options: Namespace) -> int:
    """Remove what was loaded of a year."""
    with opened(options) as workspace:
        remove_population(workspace, options.year)
    say(f"The population of {options.year} was removed.")
    return 0
