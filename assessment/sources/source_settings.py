"""What people say of a source: whose it is, whom to ask, and when its data are due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.errors import InvalidRequest
from assessment.intake.personal_forms import personal_details
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.sources.due_dates import DueRule, Every
from assessment.store import Writer
from assessment.workspace import Workspace

LONGEST = 80
LATEST_DAY, MOST_MONTHS = 31, 12


@dataclass(frozen=True)
class SourceSetting:
    """Whose a source is, and what is expected of it; "" and None where nobody has said."""

    agency: str = ""
    contact_role: str = ""
    due: DueRule | None = None


@needs(Permission.SEE_SMALL_NUMBERS)
def source_settings(workspace: Workspace) -> Mapping[str, SourceSetting]:
    """Return what is said of each source, by its id."""
    return {
        source: SourceSetting(agency, contact_role, _due(every, due_day, months_after))
        for source, agency, contact_role, every, due_day, months_after, _ in workspace.store.rows(
            "source_settings"
        )
    }


@needs(Permission.LOAD_EXTRACTS)
def set_source(workspace: Workspace, source: str, setting: SourceSetting) -> None:
    """Say whose a source is, and when its data are due, instead of what was said before.

    Raises InvalidRequest with every fault: an unknown source, a day or number of months that
    there is not, words that are too long, and details of a person.
    """
    with workspace.store.writing() as writer:
        if faults := [*_unknown(writer, source), *_faults(setting)]:
            raise InvalidRequest(" ".join(faults))
        due = setting.due
        writer.run(
            "put_source_setting",
            source=source,
            agency=_tidy(setting.agency),
            contact_role=_tidy(setting.contact_role),
            every=due.every.value if due else "",
            due_day=due.due_day if due else None,
            months_after=due.months_after if due else None,
            set_by=workspace.person.name,
        )
        workspace.audit(writer, "changed source", source)


def _due(every: str, due_day: int | None, months_after: int | None) -> DueRule | None:
    if not every or due_day is None or months_after is None:
        return None
    return DueRule(Every(every), due_day, months_after)


def _unknown(writer: Writer, source: str) -> Iterator[str]:
    loaded = [row[0] for row in writer.rows("sources_loaded")]
    if source not in loaded:
        there = f"There are: {joined(loaded)}." if loaded else "Nothing has been loaded yet."
        yield f"There is no source '{source}'. {there}"


def _faults(setting: SourceSetting) -> Iterator[str]:
    for name, text in (("agency", setting.agency), ("contact role", setting.contact_role)):
        if len(_tidy(text)) > LONGEST:
            yield f"The {name} has {len(_tidy(text))} letters: write at most {LONGEST}."
        if kind := personal_details(text):
            yield f"The {name} holds {kind}: write what the post is called, and nobody's details."
    if setting.due and not 1 <= setting.due.due_day <= LATEST_DAY:
        yield f"A due day is 1 to {LATEST_DAY}, found {setting.due.due_day}."
    if setting.due and not 1 <= setting.due.months_after <= MOST_MONTHS:
        yield (
            f"Data are due 1 to {MOST_MONTHS} months after those that they are about, found "
            f"{setting.due.months_after}."
        )


def _tidy(text: str) -> str:
    return " ".join(text.split())
