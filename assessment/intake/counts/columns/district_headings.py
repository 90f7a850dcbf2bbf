"""Headings that name a district and what is counted at once: "Rochford - Burglary"."""

import re
from collections.abc import Iterator

from assessment.definitions import districts
from assessment.intake.files.file_tables import FileTable, in_quotes
from assessment.intake.headings.count_names import is_count_name, is_total
from assessment.intake.headings.heading_periods import heading_part, heading_span

BOTH = re.compile(r"(?P<district>.+?)(?:\s[-–—|/]\s|[:|]\s?)(?P<what>.+)")


def district_headings(table: FileTable) -> Iterator[str]:
    """Yield what is wrong with a table whose headings name districts and what is counted."""
    both = [heading for heading in table.header if _names_both(heading)]
    if len(both) > 1:
        yield (
            f"The headings of {table.label} name a district and what is counted at once, such as "
            f"{in_quotes(both[:1])}. Write them apart, a row for each month and district, with a "
            "column 'District' and a column for each offence, and load the file again."
        )


def _names_both(heading: str) -> bool:
    named = BOTH.fullmatch(heading.strip())
    if not named or not districts().find(named["district"]):
        return False
    what = named["what"]
    is_time = heading_span(what) or heading_part(what)
    return not is_time and not is_total(what) and not is_count_name(what)
