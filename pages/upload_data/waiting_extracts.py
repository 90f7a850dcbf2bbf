"""The files that wait: what was understood of them, what is open, and whether they are loaded."""

import streamlit as st

from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.workspace import Workspace
from pages.components import messages, waiting
from pages.upload_data import uploading
from pages.upload_data.file_answers import Answers, file_answers
from pages.upload_data.load_changes import load_changes
from pages.upload_data.several_files import Outcome, files_table, notes_of_all
from pages.upload_data.upload_report import upload_report


def check_and_load(workspace: Workspace, source: str | None) -> bool:
    """Show what was understood of the waiting files; load them, or put them away.

    Tells whether they wait no longer.
    """
    extracts: uploading.WaitingExtracts = st.session_state[uploading.WAITING]
    before = extracts.checked.get(source)
    is_new = extracts.check(workspace, source)
    outcomes = extracts.checked[source]
    ready = _ready(outcomes)
    # Above the report, which is long, so that the button need not be looked for.
    with st.container(horizontal=True):
        pressed = ready and _load_button(ready)
        put_away = st.button("Do not load" if ready else "Clear", icon=":material/close:")
    # A report that has not been read yet is not loaded: another load may have come between.
    load = pressed and not is_new
    if load:
        done = uploading.take_in(workspace, extracts, source, dry_run=False)
        st.session_state[uploading.DONE] = uploading.LoadedExtracts(extracts.files.names, done)
        if any(isinstance(one, LoadReport) and one.status is LoadStatus.ASKS for one in done):
            # One of them made another doubtful: it is asked of here, where the file still waits.
            extracts.checked = {}
            st.rerun()
    if load or put_away:
        waiting.put_away(uploading.WAITING)
        return True
    with st.container():
        if is_new and before:
            st.warning(uploading.CHECKED_AGAIN, icon=":material/sync:")
    with st.container():
        _outcomes(extracts, outcomes)
    return False


def show_done(done: uploading.LoadedExtracts) -> None:
    """Show what became of each file."""
    names, outcomes = done.names, done.outcomes
    if len(outcomes) > 1:
        files_table(names, outcomes)
        notes_of_all(names, outcomes)
        chosen = _one_of(names, "done")
        outcomes = [] if chosen is None else [outcomes[chosen]]
    for outcome in outcomes:
        _show(outcome)


def _outcomes(extracts: uploading.WaitingExtracts, outcomes: list[Outcome]) -> None:
    names = extracts.files.names
    if len(outcomes) == 1:
        _in_full(extracts, 0, outcomes[0])
        return
    files_table(names, outcomes)
    _questions_of_all(extracts, outcomes)
    notes_of_all(names, outcomes)
    chosen = _one_of(names, "waiting")
    if chosen is not None:
        _in_full(extracts, chosen, outcomes[chosen], asks=not _open_questions(outcomes[chosen]))


def _in_full(
    extracts: uploading.WaitingExtracts, number: int, outcome: Outcome, *, asks: bool = True
) -> None:
    _show(outcome)
    if isinstance(outcome, LoadReport):
        load_changes(outcome, number)
    if asks:
        _ask(extracts, [number], outcome)


def _questions_of_all(extracts: uploading.WaitingExtracts, outcomes: list[Outcome]) -> None:
    """Ask once what is open of several files alike."""
    alike: dict[object, list[int]] = {}
    for number, outcome in enumerate(outcomes):
        if questions := _open_questions(outcome):
            alike.setdefault(questions, []).append(number)
        elif not isinstance(outcome, LoadReport) and number in extracts.choices:
            alike.setdefault(number, []).append(number)
    for numbers in alike.values():
        named = extracts.files.names[numbers[0]]
        others = f" and {count_of(len(numbers) - 1, 'other')}" if len(numbers) > 1 else ""
        with st.container(border=True):
            st.subheader(f":material/help: {markdown(named)}{others}", anchor=False)
            _ask(extracts, numbers, outcomes[numbers[0]])


def _open_questions(outcome: Outcome) -> object:
    return outcome.questions if isinstance(outcome, LoadReport) else ()


def _ask(extracts: uploading.WaitingExtracts, numbers: list[int], outcome: Outcome) -> None:
    """Ask what only the analyst can say of files that wait; with an answer, check again.

    Where an answer was refused, what was asked before is asked again.
    """
    first = numbers[0]
    report = outcome if isinstance(outcome, LoadReport) else extracts.asked.get(first)
    if report is None:
        return
    answers = file_answers(report, extracts.choices.get(first, FileChoices()), first)
    if answers is not None:
        _say(extracts, numbers, answers)
        st.rerun()


def _say(extracts: uploading.WaitingExtracts, numbers: list[int], answers: Answers) -> None:
    for number in numbers:
        choices = extracts.choices.get(number, FileChoices())
        for about, value in answers:
            choices = choices.answered(about, value)
        extracts.say(number, choices)


def _one_of(names: tuple[str, ...], key: str) -> int | None:
    """Let one file be looked at in full."""
    return st.selectbox(
        "One file in full",
        range(len(names)),
        index=None,
        format_func=lambda number: markdown(f"{number + 1}. {names[number]}"),
        key=f"in-full-{key}",
        placeholder="Choose a file",
    )


def _show(outcome: Outcome) -> None:
    if isinstance(outcome, LoadReport):
        upload_report(outcome)
    else:
        messages.error(outcome)


def _ready(outcomes: list[Outcome]) -> list[LoadReport]:
    reports = [outcome for outcome in outcomes if isinstance(outcome, LoadReport)]
    return [report for report in reports if report.status is LoadStatus.CHECKED]


def _load_button(ready: list[LoadReport]) -> bool:
    """Offer to load; where no record is new, a column more may still say what was not known."""
    new = not all(report.rows.changes_nothing for report in ready)
    label = "Load" if new else "Load all the same"
    return st.button(label, type="primary" if new else "secondary", icon=":material/database:")
