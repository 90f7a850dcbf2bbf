"""Police beats, by a loaded list: the one ward and the one district that each is in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.areas.area_codes import LinkKind
from assessment.areas.wards import known_wards
from assessment.definitions.spelling import plain
from assessment.store import Store, Writer


@dataclass(frozen=True)
class Beat:
    """What a beat is in; None where its list names none, or several."""

    ward: str | None
    district: str | None


def known_beats(reader: Store | Writer) -> Mapping[str, Beat]:
    """Return every beat of the loaded lists, by the words of its code or name."""
    lines: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    wards = known_wards(reader)
    for code, _, _, ward, district, _ in reader.rows("area_links", kind=LinkKind.BEAT.value):
        of_ward = {known.district for known in wards.named(ward)} if ward else set()
        own = district or (of_ward.pop() if len(of_ward) == 1 else None)
        lines[plain(code)].add((ward or None, own))
    return {
        beat: Beat(_only({ward for ward, _ in own}), _only({district for _, district in own}))
        for beat, own in lines.items()
    }


def _only(names: set[str | None]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None
