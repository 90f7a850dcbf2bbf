"""`population`: load how many people or households districts have, list years, remove one."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import RateBase
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.population import population_years
from assessment.population.population_loading import load_population, remove_population


def load(options: Namespace) -> int:
    """Load a table of people, or of households, by district."""
    with opened(options) as workspace:
        report = load_population(workspace, Path(options.file), dry_run=options.dry_run)
    if options.json:
        say_json(report.as_json())
        return 0
    is_dry_run = report.status is LoadStatus.CHECKED
    years = ", ".join(map(str, report.years))
    say(f"{report.file}: {'checked, nothing has been loaded' if is_dry_run else report.status}")
    say(
        f"  {report.counted.of_the_file} of {count_of(report.districts, 'district')}, {years}: "
        f"{report.added:,} new, "
        f"{len(report.changed):,} changed, {report.unchanged:,} unchanged"
    )
    if report.small_areas:
        say(f"  {count_of(report.small_areas, 'small area')} known, for rates of places")
    for problem in (*report.changed, *report.notices):
        say(f"  - {problem}")
    return 0


def list_years(options: Namespace) -> int:
    """List the years there are."""
    with opened(options) as workspace:
        years = population_years(workspace)
    if options.json:
        listed = [
            {
                "year": year.year,
                "counted": year.counted.value,
                "districts": year.districts,
                "sources": list(year.sources),
            }
            for year in years
        ]
        say_json(listed)
    elif not years:
        say("There are no populations yet. Load them with: population load FILE")
    else:
        for year in years:
            sources = ", ".join(year.sources)
            what = f"{year.counted.of_the_file} of {count_of(year.districts, 'district')}"
            say(f"{year.year}: {what}, from {sources}")
    return 0


def remove(options: Namespace) -> int:
    """Remove what was loaded of a year."""
    with opened(options) as workspace:
        counted = RateBase.HOUSEHOLDS if options.households else RateBase.RESIDENTS
        remove_population(workspace, options.year, counted)
    what = "number of households" if options.households else "population"
    say(f"The {what} of {options.year} was removed.")
    return 0
