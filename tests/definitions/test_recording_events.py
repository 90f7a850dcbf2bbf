"""Recording events: what they are about, where they stand, and every fault of a wrong file."""

from pathlib import Path

import pytest

from assessment.changes import Place
from assessment.changes.comparable.series_breaks import bearing_on, breaks_in_words
from assessment.definitions import Measure
from assessment.definitions.measures.measure_files import read_measure_sets
from assessment.errors import DefinitionFault
from tests.changes.asked import ESSEX, PAIR, asking
from tests.definitions.test_faults import AUTHORED, SOUND, measure, measure_set, write

EVENT = """
[[event]]
id = "system"
dates = [{ from = 2021-04-01 }]
bearing = "marks"
effect = "A new system."
source = "S"
flags = ["knife"]
"""
FORCES = ("Essex Police", "Kent Police")


def knife(folder: Path, events: str, caveats: str = "[]") -> Measure:
    """Read the one flag of sound files, with these events."""
    flags = measure_set("flags", measure("knife", kind='"flag"', caveats=caveats))
    sets = write(folder / "measures", SOUND | {"flags": flags})
    path = folder / "recording_events.toml"
    path.write_text(AUTHORED + events, encoding="utf-8")
    (only,) = read_measure_sets(sets, path, FORCES)["flags"].measures
    return only


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "measures").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("caveats", "together"),
    [
        ("[]", ("A new system.",)),
        ('["Own."]', ("A new system.", "Own.")),
        ('["Own.", { event = "system" }, "Last."]', ("Own.", "A new system.", "Last.")),
    ],
)
def test_an_effect_stands_first_or_where_the_measure_says(
    folder: Path, caveats: str, together: tuple[str, ...]
) -> None:
    assert knife(folder, EVENT, caveats).caveats == together


def test_an_event_of_a_set_is_about_each_of_its_measures(folder: Path) -> None:
    of_all = knife(folder, EVENT.replace('flags = ["knife"]', 'sets = ["flags"]'))
    # What is of a whole set is no property of one of its measures.
    assert (len(of_all.events), of_all.caveats) == (1, ())
    assert not knife(folder, EVENT.replace('flags = ["knife"]', 'sets = ["police-uk"]')).events


def test_an_event_of_a_force_is_for_places_of_that_force(folder: Path) -> None:
    essex = knife(folder, f'{EVENT}forces = ["Essex Police"]')
    assert essex.caveats == ()
    question = asking(None)  # of Rochford, April 2020 to March 2022
    assert [event.effect for event in bearing_on(essex, question)] == ["A new system."]
    for place in (question.place, PAIR, ESSEX):
        assert essex.caveats_of(place.forces) == ("A new system.",)
    medway = Place("Medway", ("Medway",))
    assert essex.caveats_of(medway.forces) == ()
    assert bearing_on(essex, asking(None, place=medway)) == ()


@pytest.mark.parametrize(
    ("dates", "is_between"),
    [
        ("{ from = 2020-04-01 }", False),  # the first day of all: neither is split
        ("{ from = 2020-04-02 }", True),
        ("{ from = 2022-03-31 }", True),
        ("{ from = 2022-04-01 }", False),
        ("{ from = 2019-01-01, until = 2020-04-01 }", False),
        ("{ from = 2019-01-01, until = 2020-04-02 }", True),
        ("{ from = 2010-01-01 }, { from = 2021-01-01 }", True),
    ],
)
def test_between_the_first_and_the_last_day(folder: Path, dates: str, is_between: bool) -> None:
    about = knife(folder, EVENT.replace("{ from = 2021-04-01 }", dates))
    assert bool(bearing_on(about, asking(None))) is is_between
    assert not list(breaks_in_words(()))


@pytest.mark.parametrize(
    ("sound", "wrong", "fault"),
    [
        (EVENT, "", "[whole file] event: expected [[event]] tables, found None"),
        (EVENT, "[[event]", "recording_events.toml: [whole file] text: expected TOML in UTF-8"),
        (EVENT, EVENT * 2, "[system] id: expected an id that no other event has"),
        ('effect = "A new system."', "", "[system] effect: expected a text, found None"),
        ('bearing = "marks"', 'bearing = "x"', "[system] bearing: expected"),
        ('source = "S"', "sorce = 1", "[system] sorce: expected no such field, found 1"),
        ("[{ from = 2021-04-01 }]", "[]", "[system] dates: expected [[dates]] tables, found []"),
        ("2021-04-01", '"May"', "[May] from: expected a date (YYYY-MM-DD, without quotes)"),
        (" }]", ", to = 1 }]", "[2021-04-01] to: expected no such field, found 1"),
        (" }]", ", until = 2021-04-01 }]", "[2021-04-01] until: expected a day after `from`"),
        ('["knife"]', '["knfe"]', "flags: expected the id of something that exists, found 'knfe'"),
        ('flags = ["knife"]', 'sets = ["f"]', "sets: expected the id of something that exists"),
        ('flags = ["knife"]', "", "sets: expected the sets or the measures that it is about"),
        (
            "[[event]]",
            '[[event]]\nforces = ["Essx"]',
            "[system] forces: expected the id of something that exists, found 'Essx'",
        ),
    ],
)
def test_faults(folder: Path, sound: str, wrong: str, fault: str) -> None:
    assert sound in EVENT
    with pytest.raises(DefinitionFault) as raised:
        knife(folder, EVENT.replace(sound, wrong))
    assert fault in str(raised.value)


@pytest.mark.parametrize(
    ("caveats", "events", "fault"),
    [
        ('[{ event = "x" }]', EVENT, "[knife] caveats: expected an event that is about this"),
        ("[{ event = 1 }]", EVENT, "[1] event: expected a text, found 1"),
        ('[{ evnt = "x" }]', EVENT, "[caveats 1] evnt: expected no such field, found 'x'"),
        (
            '[{ event = "system" }]',
            f'{EVENT}forces = ["Kent Police"]',
            "[knife] caveats: expected an event of all forces, found 'system'",
        ),
    ],
)
def test_faults_of_a_place(folder: Path, caveats: str, events: str, fault: str) -> None:
    with pytest.raises(DefinitionFault) as raised:
        knife(folder, events, caveats)
    assert fault in str(raised.value)


def test_faults_of_measures_and_events_are_said_at_once(folder: Path) -> None:
    with pytest.raises(DefinitionFault) as raised:
        knife(folder, EVENT.replace('effect = "A new system."', ""), "7")
    assert "flags.toml: [knife] caveats" in str(raised.value)
    assert "recording_events.toml: [system] effect" in str(raised.value)
