"""The wards and districts of rows that name a police beat, by a loaded list of beats."""

from dataclasses import dataclass

from assessment.areas.beats import known_beats
from assessment.definitions import districts
from assessment.definitions.spelling import plain
from assessment.store import Writer


@dataclass(frozen=True)
class RowBeats:
    """How many rows were put into a district by their beat, and which beats no list has."""

    placed: int = 0
    unknown: tuple[str, ...] = ()


def put_in_areas_of_beats(writer: Writer) -> RowBeats:
    """Give staged rows the ward and the district of their beat, where they name none."""
    if not (said := [beat for (beat,) in writer.rows("staged_beats")]):
        return RowBeats()
    known = known_beats(writer)
    beats = {text: known[words] for text in said if (words := plain(text)) in known}
    unplaced = writer.value("count_unplaced")
    named = ((text, districts().find(text)) for text, _ in writer.rows("staged_places"))
    meant = {text: district.name for text, district in named if district}
    writer.run(
        "put_in_areas_of_beat",
        beats=list(beats),
        wards=[beat.ward for beat in beats.values()],
        districts=[beat.district for beat in beats.values()],
        places=list(meant),
        meant=list(meant.values()),
    )
    placed = unplaced - writer.value("count_unplaced")
    # Where no list is loaded, beats are nobody's concern.
    return RowBeats(placed, tuple(text for text in said if known and text not in beats))
