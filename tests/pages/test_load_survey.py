"""Load a survey: what an export was taken for is shown first; only Load loads."""

import csv
import io
from pathlib import Path
from unittest.mock import Mock

import pandas as pd
import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from assessment.store import Store
from data.sample import example_waves, write_survey
from pages.components.caches import cache
from pages.components.known_or_new import typed_in
from pages.components.waiting import uploader_key
from pages.load_survey import survey_upload as coming
from tests.pages.conftest import Opens, press, rows_of, text_of, turn_to

MEANT = "Read it as “Very unsafe”"
LOAD, SURVEY = "pages/load_survey/page.py", "pages/survey/page.py"


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def export(tmp_path: Path) -> bytes:
    """An export in which one label is misspelt, as a survey tool's editor once did."""
    rows = table(write_survey(example_waves()[0], tmp_path).read_bytes())
    column = rows[0].index("How safe or unsafe do you feel in Medway during the evening?")
    first = next(row for row in rows if row[column] == "Very unsafe")
    first[column] = "or very unsafe"
    return written(rows)


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def written(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def a_year_later(content: bytes) -> bytes:
    return content.replace(b"2023-", b"2024-")


def choose(at: AppTest, content: bytes, name: str = "Residents survey.csv") -> AppTest:
    return at.file_uploader[0].upload(name, content, "text/csv").run()


def name_survey(at: AppTest, survey: str) -> AppTest:
    return at.text_input(key="load-survey-new").set_value(survey).run()


def is_ready(at: AppTest) -> bool:
    (button,) = (each for each in at.button if each.label == "Load")
    return not button.disabled


def test_an_export_is_understood_before_it_is_loaded(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    shown = rows_of(at)
    assert "**107 people** answered · 1 September 2023 to 30 September 2023 · 107 rows" in shown
    assert "Visible and effective policing (82)" in shown
    assert "left out: personal detail" in shown
    assert "anonymous" not in shown
    assert at.text_input(key="load-wave-town-survey").value == "town-survey-2023-09"
    assert "Nothing yet." in shown


def test_what_is_in_doubt_is_asked_and_then_loaded(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    assert "or very unsafe" in text_of(at)
    assert not is_ready(at)
    at = press(at, MEANT)
    assert is_ready(at)
    at = press(at, "Load")
    assert "**town-survey-2023-09** was loaded: 107 people" in at.success[0].value
    shown = text_of(at.switch_page(SURVEY).run())
    assert "**28% felt safe in the evening (30 of 107); 56% did not.**" in shown
    # What is not generated carries no warning that it is.
    assert "not real" not in shown


def test_the_next_wave_is_read_as_the_last_one_was(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    # Nothing is asked and everything is named: the next click is Load.
    at = choose(at, a_year_later(export), "Residents survey 2024.csv")
    assert at.selectbox(key="load-survey").value == "Town survey"
    assert "Its questions are those of “Town survey”." in {each.value for each in at.caption}
    assert at.text_input(key="load-wave-town-survey").value == "town-survey-2024-09"
    assert is_ready(at)
    at = press(at, "Load")
    assert "was loaded" in at.success[0].value
    shown = text_of(at.switch_page(SURVEY).run())
    assert "Nothing differs by more than who happened to answer explains" in shown


def test_the_same_export_again_changes_nothing(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    at = choose(at, export)
    assert any("Loading it again changes nothing" in each.value for each in at.info)
    at.text_input(key="load-wave-town-survey").set_value("again").run()
    assert any("the same people would be counted" in each.value for each in at.warning)
    at.text_input(key="load-wave-town-survey").set_value("town-survey-2023-09").run()
    at = press(at, "Load")
    assert any("was not changed" in each.value for each in at.info)


def test_a_wave_that_would_be_replaced_is_named_before(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    at = choose(at, written(table(export)[:-1]))  # a person fewer in the same month
    told = [each.value for each in at.warning if "people answered in" in each.value]
    assert len(told) == 1
    assert "107 people" in told[0]
    at.text_input(key="load-wave-town-survey").set_value("town-panel").run()
    assert not [each for each in at.warning if "people answered in" in each.value]


def test_an_export_can_be_put_away(empty_store: Path, export: bytes, open_page: Opens) -> None:
    at = press(choose(open_page(empty_store, LOAD), export), "Do not load")
    assert "Nothing yet." in text_of(at)
    assert not [each for each in at.button if each.label == "Load"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "an empty file"),
        (b"<html><body>No</body></html>", "a page and not an export"),
        (b"How safe do you feel?\n", "nobody answered"),
    ],
)
def test_what_is_no_export_says_why(
    empty_store: Path, open_page: Opens, content: bytes, why: str
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), content), "Town survey")
    assert "was not loaded" in at.error[0].value, why
    assert not is_ready(at)


def test_a_column_can_be_corrected(empty_store: Path, export: bytes, open_page: Opens) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at.selectbox(key="correct-column").set_value("What is your age?").run()
    (used,) = (each for each in at.selectbox if each.label == "Used")
    used.set_value("left out")
    at = press(at, "Save the correction")
    assert '<th scope="row">What is your age?</th><td>left out: as decided</td>' in rows_of(at)


def test_a_wave_is_removed_once_it_is_confirmed(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    at = press(press(at, "Remove it"), "Yes, remove it")
    assert "was removed" in at.success[-1].value
    assert "Nothing yet." in text_of(at)


def test_a_population_is_loaded_for_a_survey(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    header = ["variable", "category", "people", "source", "as_at"]
    people = [
        ["sex", label, n, "ONS", "2022-06-30"] for label, n in (("Female", "6"), ("Male", "4"))
    ]
    margins = written([header, *people])
    at = at.file_uploader[1].upload("population.csv", margins, "text/csv").run()
    assert "2 categories were loaded" in at.success[-1].value
    assert "40% of the population" in text_of(at.switch_page(SURVEY).run())


def other_questions(content: bytes) -> bytes:
    """Ask everything but age, sex and ward in other words."""
    rows = table(content)
    about_people = ("What is your", "Which ward")
    asked = [
        name if "?" not in name or name.startswith(about_people) else f"Topic {at}?"
        for at, name in enumerate(rows[0])
    ]
    return written([asked, *rows[1:]])


def test_another_survey_is_not_taken_for_the_last_one(
    empty_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(empty_store, LOAD), export), "Town survey")
    at = press(press(at, MEANT), "Load")
    at = choose(at, other_questions(export), "Shops.csv")
    assert at.selectbox(key="load-survey").value is None
    assert "say above which survey it is of" in text_of(at)
    assert "**107 people** answered" in rows_of(at)  # it is read all the same
    # What was typed for one file is not said of the next.
    at = choose(name_survey(at, "Shops"), export, "Residents again.csv")
    assert at.selectbox(key="load-survey").value == "Town survey"


def test_a_survey_is_called_as_it_was_typed(
    own_store: Path, export: bytes, open_page: Opens
) -> None:
    at = name_survey(choose(open_page(own_store, LOAD), export), "Medway RESIDENTS: 2023")
    assert at.selectbox(key="load-partnership-medway-residents-2023").value == "medway"
    assert "decide 1 thing below" in text_of(at)
    at = press(press(at, MEANT), "Load")
    assert "Medway RESIDENTS: 2023, of Medway" in rows_of(at)
    shown = text_of(at.switch_page(SURVEY).run())
    assert "Medway RESIDENTS: 2023" in shown


def test_a_survey_that_is_an_examples(own_store: Path, export: bytes, open_page: Opens) -> None:
    at = name_survey(choose(open_page(own_store, LOAD), export), "Medway community safety")
    assert "“Medway community safety” is an example" in text_of(at)
    assert not is_ready(at)


def test_percentages_are_kept_whole_or_what_is_wrong_is_told(
    empty_store: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This AppTest cannot type into a table; what is in it comes from here."""
    typed = [("Safe", 60.0, 100.0), ("Unsafe", 20.0, None), ("Neither", None, 90.0)]
    table = pd.DataFrame(typed, columns=["Answer", "Percent", "Base"], dtype=object)
    table = table.assign(**{"Question": "How safe?", "Answered by": None, "About": None})
    monkeypatch.setattr("streamlit.data_editor", lambda *_, **__: table)
    at = open_page(empty_store, LOAD)
    for key, text in (("survey", "Safety"), ("wave", "Safety 2023")):
        at.text_input(key=f"entered-{key}").set_value(text)
    at = press(at.run(), "Keep the percentages")
    said = at.error[0].value.replace("\\", "")
    assert "answer 'Neither'): the percentage is empty" in said
    assert "rows give 100 for 'Safe' (row 1) and 90 for 'Neither' (row 3)" in said
    table.loc[2, ["Percent", "Base"]] = [20.0, None]
    at = press(at, "Keep the percentages")
    assert not at.error
    turn_to(at, SURVEY)
    assert "**Safe: 60% (60 of 100).** Then came unsafe (20%, 20) and neither (20%, 20)" in text_of(
        at
    )


def test_a_file_that_is_said_twice_to_have_come_is_taken_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second time the survey's name may be being typed, and would be emptied."""
    session: dict[str, object] = {}
    monkeypatch.setattr(streamlit, "session_state", session)
    monkeypatch.setattr(cache, "workspace", Mock())
    monkeypatch.setattr(coming, "keep_on_disk", Mock())
    key = uploader_key(coming.UPLOADER)
    session[key] = "an upload"
    coming.take_file(key)
    session[typed_in(coming.SURVEY)] = "Our survey"
    coming.take_file(key)
    assert session[typed_in(coming.SURVEY)] == "Our survey"


def test_one_code_of_many_questions_is_decided_once_or_for_some(
    empty_store: Path, open_page: Opens
) -> None:
    header = ["ID", *(f"How good is service {n}?" for n in range(1, 10))]
    rows = [[str(n), *(str((n + q) % 5 + 1) for q in range(9))] for n in range(1, 41)]
    at = choose(open_page(empty_store, LOAD), written([header, *rows]))
    assert [each.value for each in at.subheader] == ["To be decided (1)"]
    assert "decide 1 thing below" in text_of(at)
    (some,) = (each for each in at.multiselect if each.label == "What you decide is for")
    some.set_value([header[1], header[2]]).run()
    press(at, "They are numbers")
    assert "**Must be decided.** *7 questions" in text_of(at)
    press(at, "They are numbers")
    assert not at.subheader
