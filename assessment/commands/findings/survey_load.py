"""`survey load`: an export of a survey tool becomes a wave."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import count_of, people
from assessment.survey.questionnaire import Mode
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision
from assessment.survey.waves.wave_loading import load_survey


def load(options: Namespace) -> int:
    """Load an export as a wave."""
    mode = _mode(options.mode)
    with opened(options) as workspace:
        report = load_survey(
            workspace,
            Path(options.file),
            survey=options.survey,
            wave=options.wave,
            called=options.name,
            partnership=options.partnership,
            mode=mode,
            decisions=_decisions(options),
            dry_run=options.dry_run,
            keep_doubts=options.keep_doubts,
            first_day=_day("--from", options.first_day),
            last_day=_day("--to", options.last_day),
        )
    if options.json:
        say_json(report.as_json())
        return 0
    say(f"{report.file} ({report.survey}, {report.wave}): {report.status}")
    rows = count_of(report.rows_read, "row")
    answered = people(report.respondents)
    say(f"  {rows} read: {answered} answered")
    for problem in report.problems:
        say(f"  - {problem}")
    return 0


def _decisions(options: Namespace) -> dict[str, Decision]:
    """Return what the command says of columns."""
    decisions = {options.weight: Decision(weight=True)} if options.weight else {}
    codes = tuple(code.strip() for code in (options.missing or "").split(",") if code.strip())
    return decisions | ({EVERY_COLUMN: Decision(not_asked=codes)} if codes else {})


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InvalidRequest(f"{option} takes a day such as 2024-09-01, not '{text}'.") from None


def _mode(text: str) -> Mode:
    if text not in set(Mode):
        raise InvalidRequest(f"--mode takes {', '.join(Mode)}, not '{text}'.")
    return Mode(text)
