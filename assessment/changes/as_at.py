"""Figures as they stood after an earlier extract, before later ones revised what it brought."""

from dataclasses import dataclass
from datetime import date, datetime

from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import in_words, parse_day
from assessment.permissions import needs
from assessment.workspace import Workspace

UNCHANGED = (
    "Categories, lead sources, partnerships and wards are those of today; loads that have been "
    "undone are left out."
)


@dataclass(frozen=True)
class EarlierExtract:
    """An extract after which the store is looked at, and how many have been loaded since."""

    id: int
    file: str
    loaded_at: datetime
    later: int

    @property
    def in_words(self) -> str:
        """Say what is looked at: never today's figures without a word."""
        when = f"{in_words(self.loaded_at.date())} at {self.loaded_at:%H:%M}"
        return (
            f"As it stood after extract {self.id} ({self.file}), loaded on {when}, without "
            f"{count_of(self.later, 'later extract')}. {UNCHANGED}"
        )


@needs(Permission.SEE_SMALL_NUMBERS)
def earlier_extracts(workspace: Workspace) -> tuple[EarlierExtract, ...]:
    """Return every extract that can be looked back at, the latest first."""
    return tuple(EarlierExtract(*row) for row in workspace.store.rows("extracts_loaded"))


@needs(Permission.SEE_SMALL_NUMBERS)
def earlier_extract(workspace: Workspace, extract: int) -> EarlierExtract:
    """Return an extract to look back at; raises InvalidRequest where it is not there."""
    for earlier in earlier_extracts(workspace):
        if earlier.id == extract:
            return earlier
    raise InvalidRequest(
        f"There is no extract {extract} to look back at: it was never loaded, or it has been "
        "undone. Choose another; Upload data lists them."
    )


@needs(Permission.SEE_SMALL_NUMBERS)
def extract_as_at(workspace: Workspace, text: str) -> EarlierExtract:
    """Return the extract that a number names, or the last one loaded by the end of a day.

    Raises InvalidRequest where there is none.
    """
    if text.strip().isdecimal():
        return earlier_extract(workspace, int(text))
    return earlier_extract(workspace, _last_of_day(workspace, parse_day(text)))


def _last_of_day(workspace: Workspace, day: date) -> int:
    ((extract,),) = workspace.store.rows("last_extract_of_day", day=day)
    if extract is None:
        raise InvalidRequest(f"Nothing had been loaded by the end of {in_words(day)}.")
    return int(extract)
