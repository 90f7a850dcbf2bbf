"""Whose records a file holds: a partner's stand beside the police's, and change none of theirs.

The files in `cases` are invented; their layouts follow real exports.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.changes import (
    Place,
    Question,
    available,
    default_question,
    set_with_months,
    year_on_year,
)
from assessment.definitions import (
    FLAGS,
    HOME_OFFICE,
    Direction,
    MeasureKind,
    OwnDataSet,
    OwnMeasure,
    measure_sets,
    subject_of,
)
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.periods import period_of_days
from assessment.sources.data_sets import define_data_set
from assessment.store import Store
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.test_stop_and_search import month_file, searched
from tests.properties import examples

CASES = Path(__file__).parent / "cases"
POLICE, COUNCIL = "54-police-of-rochford.csv", "55-council-two-years.csv"
FIRE, AMBULANCE = "40-fire-incidents.xlsx", "45-ambulance-calls.csv"
HOSPITAL, TYPED_COUNCIL = "41-emergency-department.csv", "43-council-asb-cases.csv"
ROCHFORD = Place("Rochford", ("Rochford",))
PERIOD = period_of_days(date(2025, 10, 1), date(2025, 12, 31))
IN_ROCHFORD = FileChoices(place="Rochford")
PATROLS = OwnDataSet(
    "Noise patrols",
    MeasureKind.CASE,
    "the council",
    (OwnMeasure("Noise nuisance", "visit", Direction.DOWN),),
)
REFERRALS = ["Ref", "Date", "Type", "District"]
Figures = dict[str, tuple[int | None, int | None]]


def figures(workspace: Workspace, measure_set: str, place: Place = ROCHFORD) -> Figures:
    question = Question(place, PERIOD, PERIOD.year_before(), measure_set)
    changes = year_on_year(workspace, question).changes
    return {change.measure.id: (change.previous, change.current) for change in changes}


def loaded(workspace: Workspace, name: str, **options: object) -> LoadReport:
    report = load(workspace, CASES / name, **options)  # type: ignore[arg-type]
    assert report.status is LoadStatus.LOADED
    return report


def counted(report: LoadReport) -> dict[str, int]:
    return dict(report.measures)


def test_fire_incidents(workspace: Workspace) -> None:
    report = loaded(workspace, FIRE)
    assert (report.data_set, report.source, report.rows.loaded) == ("fire", "fire", 400)
    assert (report.unmapped, report.confidence) == ((), 1.0)
    districts = ("Castle Point", "Chelmsford", "Colchester", "Rochford")
    by_measure = figures(workspace, "fire", Place("Four", districts))
    assert by_measure["all-incidents"][1] == 400
    assert by_measure["deliberate-fires"][1] == 60
    assert by_measure["all-fires"][1] == 128


@pytest.mark.parametrize(
    ("header", "asks"),
    [
        (("CRN", "Sentence Date", "Offence Category", "Home District", "Order Type"), True),
        (("CRN", "Snapshot Date", "Offence Category", "District", "Order Type"), True),
        (("Arrest ref", "Arrest date", "Offence", "District", "Officer"), True),
        (("Ref", "Hearing date", "Offence", "District", "Plea"), True),
        (("Ref", "Date of search", "Offence", "District", "Outcome"), True),
        # One such column beside the date of a crime is the crime's.
        (("Ref", "Date committed", "Offence", "District", "Arrest date"), False),
        (("CRN", "Date committed", "Offence", "District", "Disposal"), False),
    ],
)
def test_records_of_another_service_are_asked_about(
    workspace: Workspace, tmp_path: Path, header: Sequence[str], asks: bool
) -> None:
    rows = [(f"X{n}", f"{n + 1:02}/10/2025", "Burglary", "Rochford", "") for n in range(20)]
    path = write_csv(tmp_path / "records.csv", rows, header)
    # That a date is not another event's is asked first, where its heading says that it is.
    dated = {} if "Date committed" in header else {header[1]: "date_from"}
    report = load(workspace, path, choices=FileChoices(dated))
    about = [question.about for question in report.questions]
    assert about == (["measure_set"] if asks else [])
    if asks:
        report = load(workspace, path, choices=FileChoices(dated, measure_set="police"))
    assert (report.status, report.data_set) == (LoadStatus.LOADED, "police")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("Estate", "Tenancy type"), "'Estate', 'Tenancy type' are of a landlord"),
        (("Tenancy",), "'Tenancy' is of a landlord"),
        (("Tenant type",), "'Tenant type' is of a landlord"),
        (("Housing officer",), "'Housing officer' is of a landlord"),
        (("UPRN", "Block"), "'UPRN', 'Block' are of a landlord"),
        (("UPRN",), None),
    ],
)
def test_a_landlords_cases_are_asked_about(
    workspace: Workspace, tmp_path: Path, columns: Sequence[str], said: str | None
) -> None:
    rows = [
        [f"h{day}", ("Drugs", "Theft")[day % 2], f"{day:02d}/10/2025", "Luton", *columns]
        for day in range(1, 29)
    ]
    header = ["Ref", "Category", "Date reported", "District", *columns]
    report = load(workspace, write_csv(tmp_path / "cases.csv", rows, header))
    assert [question.about for question in report.questions] == (["measure_set"] if said else [])
    assert not said or said in report.questions[0].text


def test_a_row_for_each_appliance_of_a_fire_is_one_incident(
    workspace: Workspace, tmp_path: Path
) -> None:
    kinds = [("Primary fire", "Deliberate"), ("Secondary fire", "Accidental")]
    rows = [
        [f"{n}", f"{n % 28 + 1:02d}/10/2025", "Luton", *kinds[n % 2], f"P{appliance}"]
        for n in range(40)
        for appliance in range(1 + n % 3)
    ]
    header = ["Incident no", "Date of call", "Local authority", "Incident type", "Motive"]
    report = load(workspace, write_csv(tmp_path / "fires.csv", rows, [*header, "Callsign"]))
    assert dict(report.measures) == {
        "Deliberate primary fires": 20,
        "Accidental secondary fires": 20,
    }


def test_a_shops_crimes_are_not_taken_for_the_polices_that_are_there(
    workspace: Workspace, tmp_path: Path
) -> None:
    def sent(heading: str) -> Path:
        rows = [(f"{heading}{n}", f"{n + 1:02}/10/2025", "Shoplifting", "Luton") for n in range(28)]
        return write_csv(
            tmp_path / "sent.csv", rows, (heading, "Date", "Incident type", "District")
        )

    load(workspace, sent("Crime ref"), source="police")
    load(workspace, sent("Crime ref"), source="police")
    asked = load(workspace, sent("Report"), choices=FileChoices(recipe="none"))
    assert [question.about for question in asked.questions] == ["measure_set"]
    assert "Whose records are these? The source police gives Luton" in asked.questions[0].text
    said = FileChoices(recipe="none", measure_set="police")
    assert load(workspace, sent("Report"), choices=said).status is LoadStatus.LOADED


def test_whether_a_fire_was_deliberate_may_stand_under_both_words(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ("IRS Number", "Date of call", "Incident Type", "Deliberate/Accidental", "District")
    motives = ("Deliberate", "Accidental", "Deliberate")
    rows = [
        (f"F{n}", f"{n + 1:02}/10/2025", "Primary fire", motive, "Rochford")
        for n, motive in enumerate(motives)
    ]
    report = load(workspace, write_csv(tmp_path / "fires.csv", rows, header))
    assert counted(report) == {"Deliberate primary fires": 2, "Accidental primary fires": 1}


def test_a_motive_that_is_not_known_is_not_taken_for_no_motive() -> None:
    fire = measure_sets()["fire"]
    assert fire.leaf_for("Primary fire - Wilful") is None
    assert fire.leaf_for("Primary fire - Not known") == "primary-fires-of-unknown-motive"
    assert fire.leaf_for("Primary fire - Deliberate - unknown owner") == "deliberate-primary-fires"


def test_ambulance_calls(workspace: Workspace) -> None:
    report = loaded(workspace, AMBULANCE)
    assert (report.data_set, report.rows.loaded, report.unmapped) == ("ambulance", 220, ())
    assert counted(report) == {
        "Assaults": 80,
        "Stabbings, shootings and penetrating injuries": 74,
        "Overdoses and poisonings": 66,
    }


def test_emergency_department_asks_for_its_place(workspace: Workspace) -> None:
    report = load(workspace, CASES / HOSPITAL)
    assert report.status is LoadStatus.ASKS
    assert [question.option for question in report.questions] == ["--place"]
    assert not figures(workspace, "emergency-department")["all-attendances"][1]
    report = loaded(workspace, HOSPITAL, choices=IN_ROCHFORD)
    assert (report.data_set, report.rows.loaded, report.unmapped) == (
        "emergency-department",
        150,
        (),
    )
    assert figures(workspace, "emergency-department")["all-attendances"][1] == 150
    assert "Spoons" not in str(report)


def test_council_cases_by_type(workspace: Workspace) -> None:
    report = loaded(workspace, TYPED_COUNCIL, choices=IN_ROCHFORD)
    assert (report.data_set, report.rows.loaded) == ("council-cases", 250)
    assert counted(report) == {
        "Abandoned vehicles": 45,
        "Dog fouling": 42,
        "Graffiti": 41,
        "Noise": 33,
        "Neighbour disputes": 31,
        "Rowdy behaviour": 31,
        "Fly-tipping": 27,
    }
    assert "Doe" not in str(report)
    assert figures(workspace, "council-cases")["all-cases"][1] == 250


def test_a_councils_anti_social_behaviour_leaves_the_police_alone(workspace: Workspace) -> None:
    loaded(workspace, POLICE, source="police")
    before = figures(workspace, HOME_OFFICE)
    assert before["anti-social-behaviour"] == (197, 226)
    report = loaded(workspace, COUNCIL, source="council")
    assert report.data_set == "council-cases"
    assert any("because its references are of cases" in problem for problem in report.problems)
    assert figures(workspace, HOME_OFFICE) == before
    council = figures(workspace, "council-cases")
    assert council["anti-social-behaviour-cases"] == (60, 30)
    # It sends no environmental cases: how many there were is not known, and is not 0.
    assert council["fly-tipping"][1] is None
    assert council["all-cases"][1] is None


def test_without_a_name_a_partners_source_is_its_own(workspace: Workspace) -> None:
    loaded(workspace, POLICE)
    before = figures(workspace, HOME_OFFICE)
    assert loaded(workspace, COUNCIL).source == "council-cases"
    assert figures(workspace, HOME_OFFICE) == before
    assert load(workspace, CASES / COUNCIL).status is LoadStatus.UNCHANGED


ANYBODYS = [["A1", "01/06/2024", "Noise nuisance", "Luton"]]
POLICES = [["A1", "01/06/2024", "Burglary", "Luton"]]
TWO_FORCES = [*POLICES, ["A2", "01/06/2024", "Burglary", "Rochford"]]
FIRST_FILES = [
    ("noise.csv", ANYBODYS, None, "nothing tells whose it is"),
    ("Bedfordshire police noise.csv", ANYBODYS, "bedfordshire-police", "its name tells"),
    ("export.csv", POLICES, "bedfordshire-police", "its words are the police's alone"),
    ("export.csv", TWO_FORCES, "police", "of two forces it is called after neither"),
    ("Town centre BID crimes.csv", POLICES, None, "its name tells another"),
]


@pytest.mark.parametrize(("name", "rows", "source", "why"), FIRST_FILES)
def test_a_first_file_is_asked_whose_it_is_where_nothing_tells(
    workspace: Workspace,
    tmp_path: Path,
    name: str,
    rows: list[list[str]],
    source: str | None,
    why: str,
) -> None:
    path = write_csv(tmp_path / name, rows, NOISE_HEADER)
    report = load(workspace, path)
    if source:
        assert (report.status, report.source) == ("loaded", source), why
        return
    assert [(asked.about, asked.option) for asked in report.questions] == [("measure_set", "--as")]
    said = load(workspace, path, choices=FileChoices(measure_set="police"))
    assert (said.status, said.source) == ("loaded", "bedfordshire-police"), why


def test_a_table_of_counts_is_called_after_its_force_or_data_set(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ["Month", "District", "Offence", "Count"]
    rows = [["2024-06", "Luton", "Burglary", "5"], ["2024-06", "Luton", "Robbery", "3"]]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, header))
    assert (report.status, report.source) == ("loaded", "bedfordshire-police-counts")


NOISE = [[f"A{n}", f"{n:02d}/10/2025", "Noise nuisance", "Rochford"] for n in range(1, 29)]
NOISE_HEADER = ["Reference", "Date reported", "Category", "District"]


def test_where_nothing_tells_and_the_police_are_there_it_is_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    loaded(workspace, POLICE, source="police")
    before = figures(workspace, HOME_OFFICE)
    path = write_csv(tmp_path / "noise.csv", NOISE, NOISE_HEADER)
    report = load(workspace, path, source="other")
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    assert (question.about, question.option) == ("measure_set", "--as")
    assert {"police", "council-cases", "fire"} <= {value for value, _ in question.options}
    as_council = FileChoices(measure_set="council-cases")
    assert load(workspace, path, source="other", choices=as_council).data_set == "council-cases"
    assert figures(workspace, HOME_OFFICE) == before
    # The source has been settled: its next file is not asked about.
    later = write_csv(tmp_path / "later.csv", NOISE[:20], NOISE_HEADER)
    assert load(workspace, later, source="other").data_set == "council-cases"


@pytest.mark.parametrize(("source", "asks"), [("essex-police", False), ("other", True)])
def test_offences_tell_the_police_where_the_name_does(
    workspace: Workspace, tmp_path: Path, source: str, asks: bool
) -> None:
    loaded(workspace, POLICE, source="police")
    rows = [*NOISE, ["B1", "02/10/2025", "Burglary", "Rochford"]]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, NOISE_HEADER), source=source)
    assert [question.about for question in report.questions] == (["measure_set"] if asks else [])
    assert report.data_set == "police"


def test_words_that_only_a_partner_has_tell_it(workspace: Workspace, tmp_path: Path) -> None:
    kinds = ("Abandoned vehicle", "Dog fouling")
    rows = [[kind, "02/10/2025", kind, "Rochford"] for kind in kinds]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, NOISE_HEADER))
    assert (report.data_set, report.source) == ("council-cases", "council-cases")
    assert any("because its categories are theirs" in problem for problem in report.problems)


@pytest.mark.parametrize("earlier", [POLICE, COUNCIL])
def test_a_source_never_holds_two_data_sets(workspace: Workspace, earlier: str) -> None:
    loaded(workspace, earlier, source="both")
    with pytest.raises(
        UploadRefused, match=r"the source both holds (police records|council cases)"
    ):
        load(workspace, CASES / FIRE, source="both")


def test_a_data_set_that_is_none_is_told(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match=r"There is no data set 'fires'. There are: police, "):
        load(workspace, CASES / FIRE, choices=FileChoices(measure_set="fires"))
    with pytest.raises(InvalidRequest, match=r"There is no data set 'flags'"):
        load(workspace, CASES / FIRE, choices=FileChoices(measure_set=FLAGS))


def test_one_place_for_all_must_not_contradict_the_file(workspace: Workspace) -> None:
    with pytest.raises(UploadRefused, match=r"its rows name Colchester \(105 rows\)"):
        load(workspace, CASES / FIRE, choices=IN_ROCHFORD)
    with pytest.raises(InvalidRequest, match=r"'Rochfrd' is not a district.*Did you mean Rochford"):
        load(workspace, CASES / HOSPITAL, choices=FileChoices(place="Rochfrd"))


def test_what_a_partner_sends_none_of_is_said(workspace: Workspace, tmp_path: Path) -> None:
    rows = [[f"I{n}", f"{n:02d}/10/2025", "Primary fire", "Rochford"] for n in range(1, 29)]
    path = write_csv(tmp_path / "a.csv", rows, ["IRS number", "Date", "Incident type", "District"])
    (said,) = [text for text in load(workspace, path).problems if "It has no rows of" in text]
    assert "deliberate primary fires, deliberate secondary fires" in said


@pytest.mark.parametrize(
    ("offences", "told"),
    [
        (["Burglary", "Shoplifting"], True),
        (["Burglary"], False),
        (["Burglary", "Shoplifting", "Robbery", "Rape", "Arson", "Public order", "Drugs"], False),
    ],
)
def test_what_the_police_send_of_few_kinds_is_said(
    workspace: Workspace, tmp_path: Path, offences: list[str], told: bool
) -> None:
    said = "every other kind counts as none"
    days = [f"{n:02d}/10/2025" for n in range(1, 31)]
    records = [[day, offence, "Rochford"] for day in days for offence in offences for _ in "1234"]
    table = [["2025-10", offence, "Rochford", "60"] for offence in offences]
    for name, header, rows in (
        ("records.csv", ["Date", "Offence", "District"], records),
        ("counts.csv", ["Month", "Offence", "District", "Number of offences"], table),
    ):
        report = load(workspace, write_csv(tmp_path / name, rows, header), source=name[:-4])
        assert any(said in problem for problem in report.problems) is told, name


def test_a_partners_marks_answer_for_no_flag_of_the_police(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ["Case reference", "Date reported", "Category", "District", "Hate crime"]
    rows = [[*row, "Y"] for row in NOISE]
    loaded(workspace, POLICE, source="police")
    before = figures(workspace, FLAGS)
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, header))
    assert report.data_set == "council-cases"
    assert figures(workspace, FLAGS) == before


def test_a_question_opens_on_the_polices_figures(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, POLICE)
    usual = default_question(workspace, ROCHFORD)
    rows = [[f"{kind}{n}", f"{n:02d}/01/2026", kind, "Rochford"] for n in range(1, 29)
            for kind in ("Dog fouling", "Noise nuisance")]  # fmt: skip
    load(workspace, write_csv(tmp_path / "a.csv", rows, ["Case ref", *NOISE_HEADER[1:]]))
    by_set = available(workspace, ROCHFORD)
    assert by_set["council-cases"].last_month > by_set[HOME_OFFICE].last_month
    assert default_question(workspace, ROCHFORD) == usual
    asked = set_with_months(by_set, frozenset(by_set["council-cases"].months))
    assert asked is by_set[HOME_OFFICE]


def test_every_subject_is_one_data_sets() -> None:
    owners: dict[str, set[str]] = {}
    for measures in measure_sets().values():
        for measure in measures.measures:
            for leaf in measure.leaves:
                owners.setdefault(subject_of(leaf, measures.id), set()).add(measures.data_set)
    assert all(len(data_sets) == 1 for data_sets in owners.values())


def referrals(folder: Path) -> Path:
    rows = [[f"R{n}", f"{n:02d}/10/2025", "New referral", "Rochford"] for n in range(1, 29)]
    return write_csv(folder / "referrals.csv", rows, REFERRALS)


def sends(folder: Path) -> dict[str, Callable[[Workspace], LoadReport]]:
    """What each partner sends, without naming its source."""
    as_referrals = FileChoices(measure_set="domestic-abuse-referrals")
    return {
        "police": lambda workspace: load(workspace, CASES / POLICE),
        "council": lambda workspace: load(workspace, CASES / COUNCIL),
        "fire": lambda workspace: load(workspace, CASES / FIRE),
        "ambulance": lambda workspace: load(workspace, CASES / AMBULANCE),
        "hospital": lambda workspace: load(workspace, CASES / HOSPITAL, choices=IN_ROCHFORD),
        "referrals": lambda workspace: load(workspace, referrals(folder), choices=as_referrals),
        "searches": lambda workspace: load(workspace, searches(folder), choices=IN_ROCHFORD),
        "patrols": lambda workspace: patrols(workspace, folder),
    }


def searches(folder: Path) -> Path:
    rows = [searched(f"2025-10-{n:02d}T12:00:00+00:00") for n in range(1, 29)]
    return month_file(folder, "2025-10", rows, "essex")


def patrols(workspace: Workspace, folder: Path) -> LoadReport:
    """Define a data set of a partnership's own, whose words are the police's too, and load it."""
    add_partnership(workspace, "Rochford", ["Rochford"])
    own = define_data_set(workspace, "rochford", PATROLS)
    path = write_csv(folder / "patrols.csv", NOISE, NOISE_HEADER)
    return load(workspace, path, source="patrols", choices=FileChoices(measure_set=own.id))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figures]:
    """The figures of each data set where its file is the only one that was ever loaded."""
    figures_of: dict[str, Figures] = {}
    folder = tmp_path_factory.mktemp("alone")
    for send in sends(folder).values():
        with TemporaryDirectory(dir=folder) as own:
            workspace = opened(Path(own))
            send(workspace)
            measure_set = next(iter(set(available(workspace, ROCHFORD)) - {FLAGS}))
            figures_of[measure_set] = figures(workspace, measure_set)
            workspace.store.close()
    return figures_of


def opened(folder: Path) -> Workspace:
    store = Store.open(folder / "assessment.duckdb", create=True)
    return Workspace(store, Person("Test analyst", Role.ANALYST))


@given(order=st.permutations(list(sends(Path()))), undone=st.integers(0, 7))
@settings(max_examples=examples(4), deadline=None)
def test_no_figure_depends_on_what_else_was_loaded_or_in_which_order(
    order: Sequence[str], undone: int, alone: dict[str, Figures]
) -> None:
    with TemporaryDirectory() as folder:
        workspace = opened(Path(folder))
        sent = sends(Path(folder))
        reports = [sent[name](workspace) for name in order]
        for measure_set, expected in alone.items():
            assert figures(workspace, measure_set) == expected, (order, measure_set)
        if order[undone] != "police":
            undo_load(workspace, reports[undone].extract or 0)
            assert figures(workspace, HOME_OFFICE) == alone[HOME_OFFICE]
        workspace.store.close()


NAMED = [
    # the source's name, what was there before, whether it is asked whose its records are, and told
    ("town-centre-bid", None, True, False),
    ("luton-council", None, True, False),
    ("acme", None, False, True),
    ("acme", "bedfordshire-police", True, True),
    ("bedfordshire-police", None, False, False),
    ("bedfordshire", None, False, False),
]


@pytest.mark.parametrize(("source", "before", "asks", "tells"), NAMED)
def test_a_source_that_is_not_called_after_the_police_is_not_taken_for_it_in_silence(
    workspace: Workspace, tmp_path: Path, source: str, before: str | None, asks: bool, tells: bool
) -> None:
    header = ["Ref", "Date", "Type", "District"]
    kinds = ("Shoplifting", "Criminal damage")
    rows = [[f"s{day}", f"{day:02}/10/2025", kinds[day % 2], "Luton"] for day in range(1, 29)]
    path = write_csv(tmp_path / "a.csv", rows, header)
    if before:
        theirs = [[f"p{row[0]}", *row[1:]] for row in rows]
        load(workspace, write_csv(tmp_path / "b.csv", theirs, header), source=before)
    apart = FileChoices(recipe="none")
    report = load(workspace, path, source=source, choices=apart)
    assert [question.about for question in report.questions] == (["measure_set"] if asks else [])
    told = [problem for problem in report.problems if problem.startswith("Nothing says whose")]
    assert bool(told) == tells
    said = load(workspace, path, source=source, choices=apart.answered("measure_set", "police"))
    assert not any(problem.startswith("Nothing says whose") for problem in said.problems)
    later = [[f"n{row[0]}", row[1].replace("/10/", "/11/"), *row[2:]] for row in rows]
    # Two that send the same are asked about; neither is asked whose it is again.
    of_it = FileChoices(source=source) if before else None
    report = load(workspace, write_csv(tmp_path / "c.csv", later, header), choices=of_it)
    assert report.status is LoadStatus.LOADED
    assert not any(problem.startswith("Nothing says whose") for problem in report.problems)
