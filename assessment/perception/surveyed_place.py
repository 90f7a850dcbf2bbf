"""The place whose residents a survey asked, and with whose records its answers are compared."""

from collections.abc import Iterable

from assessment.changes import Place
from assessment.definitions.spelling import plain
from assessment.partnerships import Partnership
from assessment.survey.waves.wave_register import Wave


def is_of(wave: Wave, place: Place, known: Iterable[Partnership]) -> bool:
    """Tell whether a survey is a place's: as was said when it was loaded, else by its name.

    A survey of no partnership may still be named for one, or for one of its districts.
    """
    if wave.partnership is None:
        named = f" {plain(wave.survey_name)} "
        return any(f" {plain(name)} " in named for name in (place.label, *place.districts))
    return any(
        (partnership.id, partnership.name, partnership.districts)
        == (wave.partnership, place.label, place.districts)
        for partnership in known
    )
