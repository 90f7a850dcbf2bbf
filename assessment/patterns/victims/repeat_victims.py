"""How many victims come again: in two records or more of one measure and year.

A victim is known by a mark, which is kept only where somebody has said what for. Who comes again in
another measure is no repeat victim of either.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class RepeatVictims:
    """Records that name their victims, the victims, and those of them with two records or more.

    Marks that were made with several `keys` tell nobody of one key from anybody of another. Of the
    records, `of_repeat` name a victim who comes again.
    """

    naming: int
    victims: int
    repeat: int
    keys: int
    of_repeat: int = 0

    @property
    def percent(self) -> float:
        """The share of victims who come again."""
        return 100 * self.repeat / self.victims


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="records")
def repeat_victims(workspace: Workspace, records: Records) -> Mapping[str, RepeatVictims]:
    """Return the victims of every measure that has a record which names one."""
    rows = workspace.store.rows("repeat_victims", **records.given())
    return {measure: RepeatVictims(*counted) for measure, *counted in rows}
