"""`checks`: whether the store is sound, in plain words."""

from argparse import Namespace

from assessment.commands.open_workspace import opened
from assessment.commands.printing import report, say, say_json
from assessment.numbers import count_of
from assessment.outputs.sources.checks_table import what_to_do
from assessment.sources.store_checks import CheckResult, count_anew, run_checks

# As programs that look for faults leave when they found some.
FOUND_SOMETHING = 1


def check(options: Namespace) -> int:
    """Run every check; leave with status 1 where one found something wrong."""
    with opened(options) as workspace:
        if options.count_anew:
            report(f"Every month of {count_of(count_anew(workspace), 'source')} was counted anew.")
        results = run_checks(workspace).results
    if options.json:
        say_json([_as_json(result) for result in results], ensure_ascii=False)
    else:
        for result in results:
            say(f"{result.check.question} {result.finding}")
            if not result.is_sound:
                say(f"    {what_to_do(result)}{_command(result)}")
    return 0 if all(result.is_sound for result in results) else FOUND_SOMETHING


def _command(result: CheckResult) -> str:
    return " (checks --count-anew)" if result.check.can_be_mended else ""


def _as_json(result: CheckResult) -> dict[str, object]:
    return {
        "check": result.check.query,
        "question": result.check.question,
        "is_sound": result.is_sound,
        "cases": result.faults,
        "finding": result.finding,
        "what_to_do": what_to_do(result),
    }
