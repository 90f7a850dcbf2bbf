"""The example partnerships: put in through intake like anyone's files, and taken out again."""

from dataclasses import asdict

from assessment.intake.extract_loading import Progress, load
from assessment.intake.extract_writer import recount
from assessment.intake.load_report import LoadReport
from assessment.partnerships import add_partnership, partnerships
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.headings import Priority, priorities, save_priority
from assessment.priorities.priority_line import give_reasons, reasons
from assessment.risk_matrix.assessment_year import set_covering, year_ending
from assessment.risk_matrix.assessments import (
    Assessment,
    AssessmentStatus,
    assessments,
    start_assessment,
)
from assessment.risk_matrix.issues import candidates, place_of
from assessment.risk_matrix.judgements import judgements
from assessment.risk_matrix.printed_lines import PublishedPlace
from assessment.risk_matrix.printed_rankings import (
    PrintedRanking,
    keep_published,
    published_rankings,
)
from assessment.risk_matrix.schemes.scheme_store import scheme
from assessment.store.scratch import scratch_folder
from assessment.survey import Mode
from assessment.survey.waves.wave_comments import CommentStatus, comments, review_comment
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import list_waves
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import Workspace
from data.sample import (
    Example,
    ExampleAssessment,
    ExampleWave,
    example_assessments,
    example_decision,
    example_rankings,
    example_waves,
    examples,
    write_extract,
    write_margins,
    write_survey,
)

# In this order: what an example brought is found through its extract, which therefore goes last.
REMOVALS = (
    "remove_example_assessment_records",
    "remove_example_agreements",
    "remove_example_dropped_priorities",
    "remove_example_issue_reasons",
    "remove_example_issue_explanations",
    "remove_example_published_places",
    "remove_example_published_rankings",
    "remove_example_priorities",
    "remove_example_priority_settings",
    "remove_example_scores",
    "remove_example_scales",
    "remove_example_scorers",
    "remove_example_workshops",
    "remove_example_issues",
    "remove_example_assessments",
    "remove_example_survey_answers",
    "remove_example_survey_counts",
    "remove_example_survey_comments",
    "remove_example_survey_options",
    "remove_example_survey_questions",
    "remove_example_survey_waves",
    "remove_example_survey_readings",
    "remove_example_survey_margins",
    "remove_example_surveys",
    "remove_example_areas",
    "remove_example_incidents",
    "remove_example_coverage",
    "remove_example_rejected_rows",
    "remove_example_categories",
    "remove_example_extracts",
    "remove_example_survey_partnerships",
    "remove_example_memberships",
    "remove_example_partnership_districts",
    "remove_example_partnerships",
)


@needs(Permission.READ_FIGURES)
def examples_loaded(workspace: Workspace) -> bool:
    """Tell whether the store holds records of example partnerships."""
    return bool(workspace.store.rows("example_extracts"))


@needs(Permission.EDIT_PARTNERSHIPS)
def load_examples(workspace: Workspace, progress: Progress | None = None) -> list[LoadReport]:
    """Generate and load what of the examples is not there yet.

    A partnership of the user's own that has the name of an example stays as it is.
    """
    tell = progress or (lambda _share, _text: None)
    held = {partnership.name.casefold() for partnership in partnerships(workspace)}
    every = examples()
    reports = []
    for number, example in enumerate(every):
        tell(number / len(every), f"Making the example {example.name}")
        reports.append(_load(workspace, example))
        if example.name.casefold() not in held:
            add_partnership(workspace, example.name, example.districts, synthetic=True)
    load_example_surveys(workspace)
    load_example_assessments(workspace)
    load_example_rankings(workspace)
    load_example_priorities(workspace)
    tell(1.0, "The examples are loaded")
    return reports


def _load(workspace: Workspace, example: Example) -> LoadReport:
    with scratch_folder(workspace.store.incoming) as folder:
        path = write_extract(example, folder)
        return load(workspace, path, source=example.source, synthetic=True)


@needs(Permission.LOAD_EXTRACTS)
def load_example_surveys(workspace: Workspace) -> None:
    """Generate and load the waves of the example survey that are not there yet.

    Its comments are as if somebody had looked them over, but for a few that wait. A survey of the
    user's own that has the name of the example stays as it is.
    """
    loaded = list_waves(workspace)
    surveys = {wave.survey for wave in loaded}
    own = {wave.survey for wave in loaded if not wave.synthetic}
    ids = {wave.id for wave in loaded}
    missing = [wave for wave in example_waves() if wave.id not in ids and wave.survey not in own]
    known = {each.name: each.id for each in partnerships(workspace)}
    with scratch_folder(workspace.store.incoming) as folder:
        for wave in missing:
            path = write_survey(wave, folder)
            load_survey(
                workspace,
                path,
                survey=wave.survey,
                wave=wave.id,
                called=wave.called,
                partnership=known.get(wave.partnership),
                mode=Mode(wave.mode),
                synthetic=True,
            )
            _look_comments_over(workspace, wave)
        for survey in {wave.survey for wave in missing} - surveys:
            load_margins(workspace, write_margins(folder), survey)


def _look_comments_over(workspace: Workspace, wave: ExampleWave) -> None:
    themes = {comment.text: comment.theme for comment in wave.comments}
    for comment in comments(workspace, wave.id):
        if theme := themes[comment.text]:
            review_comment(
                *(workspace, wave.id, comment.question, comment.number),
                *(CommentStatus.SHOWN, theme),
            )


@needs(Permission.RUN_ASSESSMENTS)
def load_example_assessments(workspace: Workspace) -> None:
    """Start the example risk matrices that are not there yet, with what their panel has judged.

    Left out where the partnership is the user's own, or where its own records have taken the place
    of the example's. What somebody has judged since stays as it is.
    """
    theirs = {each.name: each for each in partnerships(workspace) if each.synthetic}
    for example in example_assessments():
        found = theirs.get(example.partnership)
        if found and set_covering(workspace, place_of(found), year_ending(example.ending)):
            _judge(workspace, example, _started(workspace, example, found.id))


def _started(workspace: Workspace, example: ExampleAssessment, partnership_id: str) -> Assessment:
    for held in assessments(workspace, partnership_id):
        if held.ending == example.ending:
            return held
    prepared = {one.id: one for one in candidates(workspace, partnership_id, example.ending)}
    issues = [prepared[name] for name in example.issues]
    used = scheme(workspace, example.scheme)
    return start_assessment(workspace, partnership_id, example.ending, used, issues)


def _judge(workspace: Workspace, example: ExampleAssessment, held: Assessment) -> None:
    there = judgements(workspace, held.id)
    missing = [one for one in example.judged if (one.issue, one.criterion) not in there]
    if not missing:
        return
    with workspace.store.writing() as writer:
        for one in missing:
            writer.run(
                "insert_judgement",
                assessment=held.id,
                issue=one.issue,
                criterion=one.criterion,
                value=one.score,
                reason=one.reason,
                evidence_value=None,
                who=example.judge,
            )
        said = f"assessment {held.id}: {len(missing)} judgements of the example"
        workspace.audit(writer, "judged", said)


@needs(Permission.RUN_ASSESSMENTS)
def load_example_rankings(workspace: Workspace) -> None:
    """Enter what partnerships of the examples have printed of their rankings, once."""
    theirs = {each.name: each.id for each in partnerships(workspace) if each.synthetic}
    for printed in example_rankings():
        found = theirs.get(printed.partnership)
        if found is None or any(
            held.name == printed.name for held in published_rankings(workspace, found)
        ):
            continue
        keep_published(
            workspace,
            PrintedRanking(
                found,
                printed.ending,
                printed.name,
                printed.source,
                printed.scheme,
                printed.is_ordered,
                is_whole=False,
                places=tuple(
                    PublishedPlace(each.rank, each.label, each.issue) for each in printed.places
                ),
            ),
        )


@needs(Permission.RUN_ASSESSMENTS)
def load_example_priorities(workspace: Workspace) -> None:
    """Give the example partnership its priorities, as a draft, where nobody has decided anything.

    Left out where its risk matrix is.
    """
    example = example_decision()
    for held in assessments(workspace):
        if not held.synthetic or held.partnership != example.partnership.casefold():
            continue
        is_untouched = not priorities(workspace, held.id) and not reasons(workspace, held.id)
        if held.ending == example.ending and held.status is AssessmentStatus.DRAFT and is_untouched:
            for one in example.priorities:
                save_priority(workspace, held.id, Priority(**asdict(one)))
            give_reasons(workspace, held.id, example.reasons)


@needs(Permission.EDIT_PARTNERSHIPS)
def remove_examples(workspace: Workspace) -> None:
    """Remove the example partnerships and all their records, and nothing of the user's own."""
    with workspace.store.writing() as writer:
        extracts = writer.rows("example_extracts")
        for removal in REMOVALS:
            writer.run(removal)
        for source, months in extracts:
            recount(writer, source, months)
        workspace.audit(writer, "removed the examples", f"{len(extracts)} extracts")
