"""What is asked wrongly: words, options and values, and stores that are none."""

from collections.abc import Iterator

ONLINE, PANEL = "medway-online-2023-09", "medway-panel-2023-q2"
ROCHFORD = "changes --partnership rochford"
JANUARY = f"{ROCHFORD} --period custom --from 2022-01-01 --to 2022-01-31"


def faults() -> Iterator[str]:
    yield from _of_changes()
    yield from ("", "nonsense", "--nonsense", "partnership", "survey", "schemes", "population")
    yield from _of_schemes()
    yield from _of_surveys()
    yield from _of_files_and_stores()


def _of_schemes() -> Iterator[str]:
    for name in ("", "--partnership nowhere", "--partnership rochfrod"):
        yield f"score {name}"
        yield f"priorities {name} --ending 2001-03"
    yield from (
        f"score --partnership rochford {more}"
        for more in ("--scheme nonsense", "--scheme harm", "--ending soon", "--ending 9999-12")
    )
    yield from ("priorities --ending soon", "priorities --ending 2024-13", "schemes show")
    yield from ("schemes show nonsense", "schemes show harm-onyl", "schemes copy harm-only")
    yield from ("schemes show harm-only --version 2", "schemes show harm-only --version x")
    yield from ("schemes copy nonsense mine", "schemes copy harm-only harm-only")
    yield from ("schemes copy harm-only 'Not an id'", "schemes copy harm-only ''")


def _of_surveys() -> Iterator[str]:
    for more in ("", "--wave", "--wave x", "--wave medway-online-2023-0", "--wave ''"):
        yield f"survey summary {more}"
        yield f"survey compare {more}"
    for more in ("--question weather", "--question 99", "--by priority", "--by weather", "--by ''"):
        yield f"survey summary --wave {ONLINE} {more}"
    yield f"survey compare --wave {ONLINE} --wave {ONLINE}"
    yield f"survey compare --wave {ONLINE} --wave {PANEL} --wave {ONLINE}"
    yield f"survey compare --wave {ONLINE} --wave y"
    named = "--survey residents --wave w"
    yield from ("survey load", "survey load none.csv", f"survey load none.csv {named}")
    yield f"survey load given/residents-2023.csv {named} --mode post"
    yield f"survey load given/residents-2023.csv {named} --partnership lutn"
    yield "survey load given/residents-2023.csv --survey 'Our Survey' --wave w"
    yield "survey load given/residents-2023.csv --survey residents --wave 'Our Wave'"


def _of_files_and_stores() -> Iterator[str]:
    yield from ("load", "load no-such-file.csv", "load given", "load given/empty-folder")
    yield from ("load given/more.csv --source 'Essex Police'", "load given/more.csv --source ''")
    yield from ("population load", "population load none.csv", "population remove soon")
    yield from ("population remove 2021", "population remove", "partnership add X")
    yield from ("partnership add X --district Lutton", "partnership add '' --district Luton")
    yield from ("partnership add Rochford --district Rochford", "partnership add --district Luton")
    yield "partnership add Two --district Luton --district Luton"
    yield from ("restore", "restore none.duckdb", "restore given/more.csv", "restore given")
    yield from ("backup --keep 0", "backup --keep many", "backup given/more.csv", "backup a b")
    yield from ("dashboard --port x", "dashboard --port 70000", "dashboard --port -1")
    yield from ("init --examples --empty", "init nonsense", "init --store")
    yield from ("dashboard --store given", "dashboard --store given/more.csv --port 0")
    for store in ("given", "given/more.csv", "given/empty.csv", "none.duckdb", "no/none.duckdb"):
        yield f"--store {store} partnership list"
        yield f"changes --partnership rochford --period fytd --store {store}"
    yield from (
        "init --store given",
        "init --store given/more.csv",
        "init --store given/x/y.duckdb",
    )


def _of_changes() -> Iterator[str]:
    yield from _of_periods()
    for day in ("2022-02-30", "01/02/2022", "9999-12-31", "soon"):
        yield f"{ROCHFORD} --period custom --from 2022-01-01 --to {day}"
    yield f"{ROCHFORD} --period custom --from 2022-02-01 --to 2022-01-01"
    yield f"{JANUARY} --compare-from 2021-01-01"
    yield f"{JANUARY} --compare-to 2021-01-01"
    yield f"{JANUARY} --compare-from 0001-01-01 --compare-to 0001-01-31"
    yield f"{JANUARY} --compare-from 2021-02-01 --compare-to 2021-01-31"
    yield f"{JANUARY} --compare-from 2022-01-15 --compare-to 2022-02-15"
    for by in ("month", "District", "''"):
        yield f"{JANUARY} --by {by}"
    for measure in ("shopliting", "nonsense", "''", "drugs --set home-office"):
        yield f"{JANUARY} --measure {measure}"
    for measure_set in ("x", "home-ofice", "''"):
        yield f"{JANUARY} --set {measure_set}"
    yield f"{JANUARY} --json --nonsense"


def _of_periods() -> Iterator[str]:
    yield from ("changes", ROCHFORD, f"{ROCHFORD} --period fortnight", "changes --period fytd")
    yield from (
        f"changes --partnership {name} --period fytd"
        for name in (
            "nowhere",
            "rochfrod",
            "force:Essx",
            "force:Gotham",
            "force:",
            "''",
            "Röchford",
        )
    )
    yield f"{ROCHFORD} --period custom"
    yield f"{ROCHFORD} --period custom --from 2022-01-01"
    yield f"{JANUARY} --ending 2022-01"
    yield f"{ROCHFORD} --period fytd --from 2022-01-01"
    for ending in ("04/2024", "2024", "2024-13", "0001-12", "9999-12", "soon", "''", "2024-1"):
        yield f"{ROCHFORD} --period rolling-12 --ending {ending}"
    for kind in ("data-year", "financial-year", "calendar-year", "quarter"):
        yield f"{ROCHFORD} --period {kind} --ending 2022-05"
