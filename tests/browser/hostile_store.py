"""A store in which everything that a person can name, and a file can contain, is an attack."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assessment.changes import Place, default_question, year_on_year
from assessment.changes.explained_changes import finding_of
from assessment.changes.explanations.change_explanation import Confidence, ExplanationKind, Said
from assessment.changes.explanations.explaining import explain_change
from assessment.definitions import Scheme
from assessment.partnerships import partnerships
from assessment.people import Person, Role
from assessment.priorities.agreement import agree, record_agreement, sign_off
from assessment.priorities.headings import Priority, save_priority
from assessment.priorities.last_year import say_why_dropped
from assessment.priorities.priority_line import give_reasons
from assessment.risk_matrix import scheme
from assessment.risk_matrix.assessments import Assessment, assessments, start_assessment
from assessment.risk_matrix.explanations import explain
from assessment.risk_matrix.issues import issues_of
from assessment.risk_matrix.schemes.scheme_store import copy_scheme, save_scheme
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.store import Store
from assessment.workspace import Workspace
from tests.priorities.given import QUORUM

BEGINS, ENDS = "![x](", "window.ran=4</script>"
EVIL = (
    f'{BEGINS}http://evil.example/a.png) <img src="http://evil.example/b" onerror="window.ran=1"> '
    "[click](javascript:window.ran=2) $x$ :red[y] *b* _i_ `c` # h :material/home: :streamlit: -> "
    "&lt;b&gt; www.evil.example \u202eturned round\u202c <b>%{x}</b> "
    f'"><iframe src="http://evil.example/c"></iframe><script>{ENDS}'
)
# As long as an agency or a role may be.
SHORT = "![x](http://evil.example/d) <b>*i*</b> $x$ :red[y] -> &lt;"
# Every column of text that holds a name, or words, of somebody.
NAMED = {
    "area": ("name",),
    "assessment": ("started_by",),
    "extract": ("file_name", "problems", "loaded_by"),
    "incident": ("ward", "outcome"),
    "issue": ("label",),
    "issue_reason": ("reason",),
    "monthly_count": ("ward",),
    "partnership": ("name",),
    "population_margin": ("category", "source"),
    "priority": (
        *("name", "heading", "emphases", "reason", "residents", "police_and_crime_plan"),
        *("county", "changed_by"),
    ),
    "published_place": ("label",),
    "published_ranking": ("name", "source", "scheme", "entered_by"),
    "scheme": ("author",),
    "score": ("scorer", "reason"),
    "survey": ("name",),
    "survey_comment": ("text", "theme", "reviewed_by"),
    "survey_option": ("label",),
    "survey_question": ("wording", "asked_of", "doubts", "ends"),
    "survey_wave": ("file_name", "problems", "loaded_by", "weight_column", "doubts"),
}
# Put in through the package, below, or never shown.
OTHERWISE = {
    "agreement": ("authority", "body", "role", "recorded_by"),
    "assessment_record": ("document",),
    "audit_event": ("person", "role", "action", "subject"),
    "dropped_priority": ("name", "reason"),
    "interruption": ("what", "who"),
    "issue_explanation": ("text", "written_by"),
    "area_link": ("code", "name", "target_code", "target_name", "file", "loaded_by"),
    "boundary": ("file", "loaded_by", "name", "welsh_name"),
    "known_ward": ("said", "ward"),
    "placed_position": ("ward",),
    "extract_category": ("category",),
    "extract_place": ("ward", "category"),
    "place_said": ("place", "ward", "beat"),
    "lead_source": ("named_by",),
    "recording_event": ("effect", "entered_by"),
    "own_variation": ("reason", "set_by"),
    "change_explanation": ("text", "evidence", "written_by"),
    "lsoa_ward": ("ward",),
    "source_setting": ("agency", "contact_role", "set_by"),
    "data_set": ("label", "owner", "defined_by"),
    "data_set_measure": ("label", "unit", "caveat", "names"),
    "observation": ("category", "area", "ward"),
    "membership": ("person", "authority", "granted_by"),
    "recipe": (
        *("headings", "column_headings", "read_headings", "reference_with", "tables"),
        *("categories", "victim_reason", "saved_by"),
    ),
    "scheme": ("body",),
    "scorer": ("agency", "role"),
    "survey_reading": ("header", "decision"),
    "workshop": ("changed_by",),
    # Of files that a test uploads.
    "category_measure": ("category",),
    "incident": ("category",),
    "population": ("source", "doubt", "loaded_by"),
    "small_area_population": ("source",),
    "rejected_row": ("file", "sheet", "column_name", "expected", "found", "raw", "header"),
}
# Ids, codes, and words out of lists of our own; a source's name is of letters, digits and hyphens.
OURS = {
    "area": ("code", "district"),
    "area_link": ("kind", "district", "change"),
    "assessment": ("partnership", "scheme", "status"),
    "boundary": ("kind", "code", "district"),
    "category_measure": ("source", "measure"),
    "coverage": ("source", "measure_set", "subject", "area_kind", "area", "known"),
    "extract": ("source", "recipe", "measure_set", "sha256", "status", "row_is"),
    "extract_category": ("force", "district"),
    "extract_place": ("force", "district"),
    "place_said": ("lsoa",),
    "incident": (
        *("source", "reference", "precision", "measure_set", "measure", "flags", "force"),
        *("district", "lsoa", "victims", "victim_bands"),
    ),
    "interruption": ("id",),
    "known_ward": ("district",),
    "placed_position": ("lsoa", "district"),
    "issue": ("id", "measure_sets", "measures"),
    "issue_explanation": ("issue",),
    "issue_reason": ("issue",),
    "lead_source": ("partnership", "measure_set", "source"),
    "recording_event": ("partnership", "measure_set", "measure", "bearing"),
    "own_variation": ("partnership", "measure_set", "measure"),
    "change_explanation": (
        *("partnership", "measure_set", "measure", "area", "kind", "confidence", "verdict"),
        "written_as",
    ),
    "lsoa_ward": ("lsoa", "ward_code", "district"),
    "membership": ("partnership", "role"),
    "monthly_count": ("source", "measure_set", "measure", "force", "district", "lsoa"),
    "monthly_district_count": ("source", "measure_set", "measure", "force", "district"),
    "observation": (
        *("source", "measure_set", "measure", "force", "district", "lsoa", "area_kind", "status"),
    ),
    "partnership": ("id",),
    "partnership_district": ("partnership", "district"),
    "population": ("area", "counted"),
    "small_area_population": ("code", "counted", "district"),
    "population_margin": ("survey", "variable"),
    "priority": ("issues", "continues"),
    "published_place": ("issue", "band"),
    "published_ranking": ("partnership",),
    "recipe": (
        *("name", "source", "layout", "column_fields", "read_fields", "row_is", "measure_set"),
        *("place", "date_order", "reference", "cancelled", "category_meanings"),
    ),
    "scale_used": ("criterion", "steps"),
    "scheme": ("id", "based_on"),
    "score": ("issue", "criterion"),
    "scorer": ("token",),
    "source_setting": ("source", "every"),
    "data_set": ("id", "partnership", "kind"),
    "data_set_measure": ("data_set", "direction"),
    "survey": ("id", "partnership"),
    "survey_answer": ("wave",),
    "survey_comment": ("wave", "status"),
    "survey_count": ("wave",),
    "survey_option": ("wave", "role", "concern"),
    "survey_question": ("wave", "slug", "kind", "concept", "scale"),
    "survey_reading": ("survey",),
    "survey_wave": ("id", "survey", "mode", "sha256"),
    "survey_weight": ("wave",),
    "workshop": ("code", "state"),
}
TEXTS = """
SELECT table_name, column_name, data_type
FROM information_schema.columns JOIN information_schema.tables USING (table_name)
WHERE data_type LIKE 'VARCHAR%' AND table_type = 'BASE TABLE' ORDER BY ALL
"""


# A count of a category that nobody knows, which Upload data asks about.
UNKNOWN_COUNT = """
INSERT INTO observation BY NAME
SELECT
    'evil' AS source, 'home-office' AS measure_set, 'unmapped' AS measure, ? AS category,
    ? AS ward, 'other' AS area_kind, ? AS area, DATE '2024-01-01' AS period_start,
    DATE '2024-02-01' AS period_end, 9 AS value, 9 AS low, 9 AS high, 9 AS apart,
    'counted' AS status, 1 AS first_extract
"""


def make_hostile(path: Path) -> str:
    """Let everything that a store of examples names be an attack; return a scorer's own code."""
    store = Store.open(path)
    workspace = Workspace(store, Person(f"Analyst {EVIL}", Role.MANAGER))
    made = save_scheme(
        workspace, _hostile(copy_scheme(workspace, scheme(workspace, USED), "own", "Own"))
    )
    _explain_all(workspace)
    _rename(store, made)
    signed_off_before(workspace)
    token = _score(workspace)
    store.close()
    return token


def _explain_all(workspace: Workspace) -> None:
    """Say why everything changed that a page shows first."""
    for known in partnerships(workspace):
        question = default_question(workspace, Place(known.name, known.districts))
        for change in year_on_year(workspace, question).changes:
            said = Said(ExplanationKind.REAL, "Why", Confidence.LIKELY, "Minutes", "rise")
            finding = finding_of(question, change)
            assert finding is not None
            explain_change(workspace, known.id, finding, said)


USED = "weighted-evidence"


def _hostile(own: Scheme) -> Scheme:
    """Return a scheme whose every name is an attack."""
    criteria = tuple(
        replace(
            each,
            label=f"{each.label} {EVIL}",
            steps=tuple(replace(step, words=f"{step.words} {EVIL}") for step in each.steps),
        )
        for each in own.criteria
    )
    bands = tuple(replace(each, label=f"{each.label} {EVIL}") for each in own.bands)
    return replace(
        own, label=f"Own {EVIL}", standing=f"{own.standing} {EVIL}", criteria=criteria, bands=bands
    )


def texts(store: Store) -> dict[tuple[str, str], bool]:
    """Return every column of text there is, and whether it holds a list of texts."""
    with store._connection.cursor() as cursor:
        rows = cursor.execute(TEXTS).fetchall()
    return {(table, column): kind.endswith("[]") for table, column, kind in rows}


def _rename(store: Store, own: Scheme) -> None:
    lists = texts(store)
    with store._connection.cursor() as cursor:
        for table, columns in NAMED.items():
            for column in columns:
                said = f"{column} || ' ' || ?"
                if lists[table, column]:
                    said = (
                        f"list_transform(coalesce({column}, ['']), lambda each: each || ' ' || ?)"
                    )
                cursor.execute(
                    f"UPDATE {table} SET {column} = {said} WHERE len({column}) > 0",  # noqa: S608
                    [EVIL],
                )
        cursor.execute(
            "UPDATE assessment SET scheme = ?, scheme_version = ? WHERE partnership <> 'rochford'",
            [own.id, own.version],
        )
        cursor.execute(
            "INSERT INTO interruption VALUES ('load', ?, ?, now())", [f"Load of {EVIL}", EVIL]
        )
        cursor.execute(
            "INSERT INTO boundary VALUES ('ward', 2025, 'E05000001', ?, NULL, '', ?, now(), ?, ?)",
            [EVIL] * 4,
        )
        cursor.execute(
            "INSERT INTO area_link VALUES "
            "('lsoa-to-ward', 'E01000001', 'E05000001', ?, NULL, NULL, ?, now(), ?, ?)",
            [EVIL] * 4,
        )
        cursor.execute(
            "INSERT INTO recording_event SELECT row_number() OVER (), id, NULL, NULL, "
            "DATE '2000-01-01', DATE '2030-01-01', 'marks', ?, ?, now() FROM partnership",
            [EVIL] * 2,
        )
        cursor.execute(
            "INSERT INTO own_variation SELECT id, 'home-office', 'burglary', 0.1, ?, ?, now() "
            "FROM partnership",
            [EVIL] * 2,
        )
        cursor.execute(
            "INSERT INTO source_setting SELECT source, ?, ?, 'month', 15, 1, now(), ? "
            "FROM extract GROUP BY source",
            [EVIL] * 3,
        )
        cursor.execute(
            "INSERT INTO data_set VALUES ('own-evil', 'rochford', ?, 'case', ?, now(), ?)",
            [EVIL] * 3,
        )
        cursor.execute(
            "INSERT INTO data_set_measure VALUES ('own-evil', 0, ?, ?, 'down', ?, [?])", [EVIL] * 4
        )
        cursor.execute(UNKNOWN_COUNT, [EVIL] * 3)
        cursor.execute("UPDATE store_state SET data_version = data_version + 1")


def signed_off_before(workspace: Workspace) -> None:
    """Sign off the year before Rochford's, with a priority that is not gone on with."""
    now = _of(workspace, "rochford")
    used, issues = scheme(workspace, now.scheme, now.scheme_version), issues_of(workspace, now.id)
    before = start_assessment(workspace, "rochford", date(2021, 3, 1), used, issues).id
    dropped = Priority(f"Dropped {EVIL}", "Prevent", (issues[0].id,), reason=f"It rose. {EVIL}")
    save_priority(workspace, before, dropped)
    give_reasons(workspace, before, {each.id: f"Why {EVIL}" for each in issues})
    agree(workspace, before)
    for each in QUORUM:
        record_agreement(workspace, before, each, f"Body {EVIL}", f"chief {EVIL}", DAY)
    sign_off(workspace, before)
    say_why_dropped(workspace, now.id, dropped.name, f"Done {EVIL}")
    explain(workspace, now.id, issues[0].id, f"Because {EVIL}")


DAY = date(2022, 5, 16)


def _score(workspace: Workspace) -> str:
    """Let two score one assessment far apart; return the own code of one of them."""
    held = _of(workspace, "safer-colchester")
    used, issues = (
        scheme(workspace, held.scheme, held.scheme_version),
        issues_of(workspace, held.id),
    )
    judged = next(each for each in used.criteria if each.is_judged)
    there = open_workshop(workspace, held.id)
    for number, step in enumerate((judged.steps[0], judged.steps[-1])):
        who = join(workspace, there.code, f"{number} {SHORT}", SHORT)
        save_score(workspace, who, issues[0].id, judged, step.score, f"Seen {EVIL}")
    return who.token


def _of(workspace: Workspace, partnership: str) -> Assessment:
    return assessments(workspace, partnership)[0]
