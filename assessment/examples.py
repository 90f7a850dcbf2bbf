"""The example partnerships: put in through intake like anyone's files, and taken out again."""

from dataclasses import asdict

from assessment.intake.extract_loading import load
from assessment.intake.extract_writer import recount
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import Progress
from assessment.partnerships import Partnership, add_partnership, partnerships
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
from assessment.store.beside.scratch import scratch_folder
from assessment.survey.questionnaire import Mode
from assessment.survey.waves.wave_comments import CommentStatus, comments, review_comment
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import list_waves
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import Workspace
from data.sample import (
    Example,
    ExampleAssessment,
    ExampleDecision,
    ExampleRanking,
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

# What goes by a rule of its own, while the rows that it is found through are still there. All other
# rows of the examples follow from the schema.
REMOVALS = (
    "remove_example_published_places",
    "remove_example_areas",
    "remove_example_categories",
    "remove_example_survey_readings",
    "remove_example_survey_margins",
    "remove_example_surveys",
    "release_surveys_of_examples",
)


@needs(Permission.READ_FIGURES)
def examples_loaded(workspace: Workspace) -> bool:
    """Tell whether the store holds records of example partnerships."""
    return bool(workspace.store.rows("example_extracts"))


@needs(Permission.EDIT_PARTNERSHIPS)
def load_examples(workspace: Workspace, progress: Progress | None = None) -> list[LoadReport]:
    """Generate and load those of the examples that are not in the store yet.

    A partnership of the user's own that has the name of an example stays as it is.
    """
    tell = progress or (lambda _share, _text: None)
    names = {partnership.name.casefold() for partnership in partnerships(workspace)}
    every = examples()
    reports = []
    for number, example in enumerate(every):
        tell(number / len(every), f"Making the example {example.name}")
        reports.append(_load(workspace, example))
        if example.name.casefold() not in names:
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
    partnership_ids = {partnership.name: partnership.id for partnership in partnerships(workspace)}
    with scratch_folder(workspace.store.incoming) as folder:
        for wave in missing:
            path = write_survey(wave, folder)
            load_survey(
                workspace,
                path,
                survey=wave.survey,
                wave=wave.id,
                called=wave.called,
                partnership=partnership_ids.get(wave.partnership),
                mode=Mode(wave.mode),
                synthetic=True,
            )
            _review_comments(workspace, wave)
        for survey in {wave.survey for wave in missing} - surveys:
            load_margins(workspace, write_margins(folder), survey)


def _review_comments(workspace: Workspace, wave: ExampleWave) -> None:
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

    An example is left out where the partnership is the user's own, or where its own records have
    taken the place of the example's. What somebody has judged since stays as it is.
    """
    of_examples = _example_partnerships(workspace)
    for example in example_assessments():
        partnership = of_examples.get(example.partnership)
        if partnership and set_covering(
            workspace, place_of(partnership), year_ending(example.ending)
        ):
            _judge(workspace, example, _started(workspace, example, partnership.id))


def _example_partnerships(workspace: Workspace) -> dict[str, Partnership]:
    every = partnerships(workspace)
    return {partnership.name: partnership for partnership in every if partnership.synthetic}


def _started(workspace: Workspace, example: ExampleAssessment, partnership_id: str) -> Assessment:
    for assessment in assessments(workspace, partnership_id):
        if assessment.ending == example.ending:
            return assessment
    prepared = candidates(workspace, partnership_id, example.ending)
    by_id = {candidate.id: candidate for candidate in prepared}
    issues = [by_id[name] for name in example.issues]
    used = scheme(workspace, example.scheme)
    return start_assessment(workspace, partnership_id, example.ending, used, issues)


def _judge(workspace: Workspace, example: ExampleAssessment, assessment: Assessment) -> None:
    judged = judgements(workspace, assessment.id)
    missing = [score for score in example.judged if (score.issue, score.criterion) not in judged]
    if not missing:
        return
    with workspace.store.writing() as writer:
        for score in missing:
            writer.run(
                "insert_judgement",
                assessment=assessment.id,
                issue=score.issue,
                criterion=score.criterion,
                value=score.score,
                reason=score.reason,
                evidence_value=None,
                who=example.judge,
            )
        subject = f"assessment {assessment.id}: {len(missing)} judgements of the example"
        workspace.audit(writer, "judged", subject)


@needs(Permission.RUN_ASSESSMENTS)
def load_example_rankings(workspace: Workspace) -> None:
    """Enter, once, the rankings that partnerships of the examples have printed."""
    of_examples = _example_partnerships(workspace)
    for printed in example_rankings():
        partnership = of_examples.get(printed.partnership)
        if partnership is None:
            continue
        entered = published_rankings(workspace, partnership.id)
        if printed.name not in {ranking.name for ranking in entered}:
            keep_published(workspace, _published(printed, partnership.id))


def _published(printed: ExampleRanking, partnership_id: str) -> PrintedRanking:
    return PrintedRanking(
        partnership_id,
        printed.ending,
        printed.name,
        printed.source,
        printed.scheme,
        printed.is_ordered,
        is_whole=False,
        places=tuple(
            PublishedPlace(place.rank, place.label, place.issue) for place in printed.places
        ),
    )


@needs(Permission.RUN_ASSESSMENTS)
def load_example_priorities(workspace: Workspace) -> None:
    """Give the example partnership its priorities, as a draft, where nobody has decided anything.

    They are left out where its risk matrix is.
    """
    example = example_decision()
    for assessment in assessments(workspace):
        if _is_undecided(workspace, assessment, example):
            for priority in example.priorities:
                save_priority(workspace, assessment.id, Priority(**asdict(priority)))
            give_reasons(workspace, assessment.id, example.reasons)


def _is_undecided(workspace: Workspace, assessment: Assessment, example: ExampleDecision) -> bool:
    """Tell whether it is the example's own, and nobody has chosen anything in it yet."""
    return (
        assessment.synthetic
        and assessment.partnership == example.partnership.casefold()
        and assessment.ending == example.ending
        and assessment.status is AssessmentStatus.DRAFT
        and not priorities(workspace, assessment.id)
        and not reasons(workspace, assessment.id)
    )


@needs(Permission.EDIT_PARTNERSHIPS)
def remove_examples(workspace: Workspace) -> None:
    """Remove the example partnerships and all their records, and nothing of the user's own."""
    with workspace.store.writing() as writer:
        extracts = writer.rows("example_extracts")
        for removal in REMOVALS:
            writer.run(removal)
        writer.remove_synthetic()
        for source, months in extracts:
            recount(writer, source, months)
        workspace.audit(writer, "removed the examples", f"{len(extracts)} extracts")
