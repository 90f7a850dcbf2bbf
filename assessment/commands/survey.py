"""`survey`: load an export, list the waves, summarise one, compare two."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import count_of, people
from assessment.outputs.escaping import as_text
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.ranking_wording import is_ranking, mean_rank
from assessment.outputs.survey.weighting_wording import weighting
from assessment.survey import Concept, Mode
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_comparison import compare
from assessment.survey.summaries.wave_difference import Comparison, Difference
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves import wave_register
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import Wave

LISTS = (Concept.PROBLEM, Concept.PRIORITY, Concept.WOULD_HELP)
SYNTHETIC = "Note: synthetic example answers, not anyone's."


def load(asked: Namespace) -> int:
    """Load an export as a wave."""
    mode = _mode(asked.mode)
    with opened(asked) as workspace:
        report = load_survey(
            workspace,
            Path(asked.file),
            survey=asked.survey,
            wave=asked.wave,
            called=asked.name,
            partnership=asked.partnership,
            mode=mode,
            dry_run=asked.dry_run,
        )
    if asked.json:
        say_json(report.as_json())
        return 0
    say(f"{report.file} ({report.survey}, {report.wave}): {report.status}")
    rows = count_of(report.rows_read, "row")
    answered = people(report.respondents)
    say(f"  {rows} read: {answered} answered")
    for problem in report.problems:
        say(f"  - {problem}")
    return 0


def _mode(text: str) -> Mode:
    if text not in set(Mode):
        raise InvalidRequest(f"--mode takes {', '.join(Mode)}, not '{text}'.")
    return Mode(text)


def list_waves(asked: Namespace) -> int:
    """List the waves there are."""
    with opened(asked) as workspace:
        waves = wave_register.list_waves(workspace)
    if asked.json:
        _print_json(map(_wave_json, waves))
        return 0
    for wave in waves:
        say(f"{wave.id} ({wave.survey_name}): {wording.wave_in_words(wave)}")
    return 0


def _wave_json(wave: Wave) -> dict[str, Any]:
    return {
        "wave": wave.id,
        "survey": wave.survey,
        "name": wave.survey_name,
        "partnership": wave.partnership,
        "mode": wave.mode.value,
        "base": wave.respondents,
        "from": wave.first_day and wave.first_day.isoformat(),
        "to": wave.last_day and wave.last_day.isoformat(),
    }


def summarise(asked: Namespace) -> int:
    """Print what a wave says."""
    with opened(asked) as workspace:
        found = summary(
            workspace,
            asked.wave,
            question=asked.question,
            by=asked.by,
            weighted=asked.weighted,
            merge=asked.merge,
        )
    if asked.json:
        _print_json(_row_json(row, found) for row in found.rows)
    else:
        _print_lines(_summary_lines(found))
    return 0


def _row_json(row: SummaryRow, found: Summary) -> dict[str, Any]:
    weights = found.weights
    return vars(row) | {
        "wave": found.wave.id,
        "synthetic": found.wave.synthetic,
        # Of all respondents together: a question's own is in its interval.
        "design_effect": weights and weights.design_effect,
        "effective_base": weights and weights.effective_base,
    }


def _summary_lines(found: Summary) -> Iterator[str]:
    yield f"{found.wave.id}: {wording.wave_in_words(found.wave)}"
    if found.wave.synthetic:
        yield SYNTHETIC
    yield from (f"Note: {caveat}" for caveat in found.caveats)
    if found.weights:
        yield as_text(weighting(found.weights, found.wave.respondents))
    for (asked, group), rows in groupby(found.rows, key=lambda row: (row.wording, row.group)):
        yield from ("", asked + (f" ({group})" if group else ""))
        yield from map(_row_line, _in_order(list(rows)))


def _in_order(rows: Sequence[SummaryRow]) -> Sequence[SummaryRow]:
    """Put lists that people chose from, or ranked, in order; scales keep theirs."""
    if rows[0].concept not in LISTS and not is_ranking(rows):
        return rows
    return sorted(rows, key=lambda row: row.rank or len(rows) + 1)


def _row_line(row: SummaryRow) -> str:
    if row.mean_rank is not None:
        return f"  {row.option}: mean rank {mean_rank(row)}; ranked by {wording.share(row)}"
    shown = [wording.share(row), wording.interval(row.low, row.high)]
    if row.weighted_percent is not None:
        shown.append(f"weighted {wording.whole(row.weighted_percent)}")
    if row.mean is not None:
        shown.append(f"mean {row.mean:.1f}")
    return f"  {row.option}: {'; '.join(filter(None, shown))}"


def compare_waves(asked: Namespace) -> int:
    """Print what differs between two waves, the first against the second."""
    if len(asked.waves) != 2:
        raise InvalidRequest("survey compare takes two waves: --wave A --wave B.")
    with opened(asked) as workspace:
        found = compare(workspace, *asked.waves)
    if asked.json:
        _print_json(map(_difference_json, found.rows))
    else:
        _print_lines(_comparison_lines(found))
    return 0


def _difference_json(row: Difference) -> dict[str, Any]:
    said = {name: value for name, value in vars(row).items() if name not in ("a", "b")}
    return said | {
        f"{what}_{name}": getattr(side, what) if side else None
        for name, side in (("a", row.a), ("b", row.b))
        for what in ("count", "base", "percent")
    }


def _comparison_lines(found: Comparison) -> Iterator[str]:
    for wave in (found.a, found.b):
        yield f"{wave.id}: {wording.wave_in_words(wave)}"
    if found.a.synthetic or found.b.synthetic:
        yield SYNTHETIC
    yield from (f"Note: {caveat}" for caveat in found.caveats)
    yield from ("", as_text(difference_wording.compared(found)))
    for asked, rows in groupby(found.rows, key=lambda row: row.wording):
        yield from ("", asked)
        yield from _difference_lines(list(rows))


def _difference_lines(rows: Sequence[Difference]) -> Iterator[str]:
    for row in rows:
        told = difference_wording.difference(row) or row.reason
        yield f"  {row.option}: {row.verdict}; {told}"


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    """Write a list, one object a line: a breakdown of a long questionnaire has thousands."""
    lines = [json.dumps(row) for row in rows]
    say("[", *(f"{line}," for line in lines[:-1]), *lines[-1:], "]")


def _print_lines(lines: Iterable[str]) -> None:
    say(*lines)
