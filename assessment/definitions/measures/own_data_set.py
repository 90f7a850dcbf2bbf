"""A data set that a partnership defines: plain measures, which become a set like a shipped one."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assessment.definitions.measures.measure_checks import check_sets
from assessment.definitions.measures.measure_drafts import SetDraft, read_draft
from assessment.definitions.measures.measure_files import build_set
from assessment.definitions.measures.measure_sets import Direction, MeasureKind, MeasureSet
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry, Faults

# What a partnership defines begins so, and nothing that is shipped does: neither takes the other's
# place, now or in a later version.
OWN = "own-"
KINDS = (MeasureKind.INCIDENT, MeasureKind.CASE, MeasureKind.REFERRAL, MeasureKind.ATTENDANCE)
LONGEST, MOST_MEASURES = 80, 40


@dataclass(frozen=True)
class OwnMeasure:
    """Something that a partnership counts. `unit` is what one of it is called: visit, patient."""

    label: str
    unit: str
    direction: Direction = Direction.NEUTRAL
    caveat: str = ""
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id within the set."""
        return own_id(self.label)


@dataclass(frozen=True)
class OwnDataSet:
    """A data set as a partnership defines it: whose records, of which kind, and what is counted."""

    label: str
    kind: MeasureKind
    owner: str
    measures: tuple[OwnMeasure, ...]

    @property
    def id(self) -> str:
        """The id of the set, which is that of its data set too."""
        return own_id(self.label)


def own_id(label: str) -> str:
    """Return the id that belongs to a name: own-noise-patrols."""
    return OWN + plain(label).replace(" ", "-")


def measure_set_of(own: OwnDataSet, reviewed: date = date.min) -> MeasureSet:
    """Return the set of measures; raises DefinitionFault with every fault."""
    faults = Faults()
    draft = _draft(own, reviewed, faults)
    check_sets([draft], ())
    faults.raise_any()
    return build_set(draft)


def read_own_data_set(path: Path) -> OwnDataSet:
    """Read the TOML file of a data set; raises DefinitionFault with every fault."""
    faults = Faults()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.add(path.name, "whole file", "text", "TOML in UTF-8", str(error))
        faults.raise_any()
    entry = Entry(path.name, "whole file", values, faults)
    unit = entry.text("unit")
    own = OwnDataSet(
        label=entry.text("label"),
        kind=MeasureKind(entry.word("kind", KINDS)),
        owner=entry.text("owner"),
        measures=tuple(
            _measure(table, unit) for table in entry.entries("measure", named_by="label")
        ),
    )
    entry.close()
    faults.raise_any()
    return own


def own_data_set_faults(own: OwnDataSet) -> tuple[str, ...]:
    """Say everything that keeps a data set from being kept, beside what is wrong with its file."""
    texts = [("The data set", own.label), ("The owner", own.owner)]
    texts += [("A measure", measure.label) for measure in own.measures]
    texts += [("A unit", measure.unit) for measure in own.measures]
    wrong = [
        f"{what} needs a name with a letter or a digit." for what, text in texts if not plain(text)
    ]
    wrong += [
        f"{what} has a name of {len(text)} letters: write at most {LONGEST}."
        for what, text in texts
        if len(text) > LONGEST
    ]
    if not 1 <= len(own.measures) <= MOST_MEASURES:
        wrong.append(f"It has {len(own.measures)} measures: write 1 to {MOST_MEASURES}.")
    return tuple(dict.fromkeys(wrong))


def _measure(entry: Entry, unit: str) -> OwnMeasure:
    measure = OwnMeasure(
        label=entry.text("label"),
        unit=entry.optional_text("unit") or unit,
        direction=entry.one_of("direction", Direction),
        caveat=entry.optional_text("caveat") or "",
        names=entry.texts("names"),
    )
    entry.close()
    return measure


def _draft(own: OwnDataSet, reviewed: date, faults: Faults) -> SetDraft:
    """Write the set as a shipped file would, with a total and what nobody knows the meaning of."""
    first = own.measures[0]
    # One unit for all, where there is one; "record" counts whatever it is.
    units = {measure.unit for measure in own.measures}
    unit = first.unit if len(units) == 1 else "record"
    directions = {measure.direction for measure in own.measures}
    direction = first.direction if len(directions) == 1 else Direction.NEUTRAL
    total = {
        # No measure of theirs has this id: each begins with OWN.
        "id": str(MeasureKind.TOTAL),
        "label": f"All {own.label}",
        "kind": str(MeasureKind.TOTAL),
        "noun": unit,
        "direction": str(direction),
        "definition": f"Every record of {own.label}.",
        "counts": [str(own.kind), str(MeasureKind.UNMAPPED)],
    }
    unknown = {
        "id": str(MeasureKind.UNMAPPED),
        "label": "Category not known",
        "kind": str(MeasureKind.UNMAPPED),
        "noun": unit,
        "direction": str(Direction.NEUTRAL),
        "definition": "Records whose category nobody has yet said the meaning of.",
        "caveats": ["Say what the categories mean, and these records move to their measures."],
    }
    values = {
        "id": own.id,
        "label": own.label,
        "data_set": own.id,
        "knows_details": True,
        "owner": own.owner,
        "author": "the partnership",
        "checker": "the partnership",
        "reviewed": reviewed,
        "source": "defined by the partnership",
        "measure": [total, *(_as_table(measure, own.kind) for measure in own.measures), unknown],
    }
    return read_draft(Entry(own.label, "whole data set", values, faults))


def _as_table(measure: OwnMeasure, kind: MeasureKind) -> dict[str, Any]:
    return {
        "id": measure.id,
        "label": measure.label,
        "kind": str(kind),
        "noun": measure.unit,
        "direction": str(measure.direction),
        "definition": f"{measure.label}, as the partnership counts it.",
        "caveats": [measure.caveat] if measure.caveat else [],
        "aliases": _other_names(measure),
    }


def _other_names(measure: OwnMeasure) -> list[str]:
    """Return its names, each spelling once: people write the label among them, too."""
    spelt = {plain(name): name for name in reversed(measure.names)}
    spelt.pop(plain(measure.label), None)
    return list(reversed(spelt.values()))
