"""What residents said, in words: shares with their counts, who answered, what differs."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assessment.numbers import MINUS, people, rounded
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.asked_about import told_apart, when_and_where
from assessment.periods import in_words, joined
from assessment.survey.questionnaire import Concept, OptionRole
from assessment.survey.summaries.survey_answer import SummaryRow
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.weighting_effect import Represented

SAFETY = (Concept.SAFE_BY_DAY, Concept.SAFE_AFTER_DARK)
TOO_FEW = "Too few answered to say anything about others."
# The one word with a capital letter that makes no name: "quicker response when I report".
PRONOUN = re.compile(r"\bI\b")


def whole(percent: float | None) -> str:
    """Return a percentage as reports print it: 28%, half away from zero; a dash where none is."""
    if percent is None:
        return "–"
    return "less than 1%" if 0 < percent < 0.5 else f"{rounded(percent, 0)}%"


def share(row: SummaryRow) -> str:
    """Return a share with its count, 28% (30 of 107); of very few only the count, 2 of 3."""
    if row.withheld or row.count is None or row.base is None:
        return "withheld"
    counts = f"{row.count:,} of {row.base:,}"
    return counts if row.base < SMALLEST_BASE else f"{whole(row.percent)} ({counts})"


def who_was_asked(row: SummaryRow) -> Markdown:
    """Say who was asked and how many of these left it blank; nothing where nothing tells."""
    if row.withheld or row.base is None:
        return ""
    if row.asked is None:
        return f"Of the {row.base:,} {markdown(row.asked_of)}." if row.asked_of else ""
    blank = row.asked - row.base
    whom = f" {markdown(row.asked_of)}" if row.asked_of else " who were asked"
    left = f"; {blank:,} of them left it blank" if blank else ""
    return f"Of the {row.asked:,}{whom}{left}."


def doubtful(rows: Iterable[SummaryRow | Represented]) -> list[Markdown]:
    """Say what was not decided of a figure when it was loaded, each thing once."""
    doubts = dict.fromkeys(doubt for row in rows for doubt in row.doubts)
    return [f"Not decided: {markdown(doubt, 2000)}" for doubt in doubts]


def nothing_said(rows: Sequence[SummaryRow]) -> Markdown:
    """Say why there is nothing to show of a question; nothing where there is."""
    if all(row.withheld for row in rows):
        return "Withheld, because very few answered this."
    return "" if any(row.base for row in rows) else "Nobody answered this."


def interval(low: float | None, high: float | None) -> str:
    """Return where a share may lie: 20% to 37%; nothing where there is none."""
    return "" if low is None or high is None else f"{whole(low)} to {whole(high)}"


def wave_in_words(wave: Wave) -> str:
    """Return how and when people were asked, and how many answered."""
    answered = f"{people(wave.respondents)} answered"
    return ", ".join(filter(None, [wave.mode.in_words, _days(wave), answered]))


def wave_name(wave: Wave) -> str:
    """Return a short name that tells a wave from the others: citizens' panel, August 2023."""
    when = f", {wave.last_day:%B %Y}" if wave.last_day else f" {wave.id}"
    return f"{wave.mode.in_words}{when}"


def asked_later(wave: Wave, recorded_until: date) -> Markdown:
    """Say that people were asked when the records had ended; nothing where they had not."""
    if wave.first_day is None or wave.first_day <= recorded_until:
        return ""
    return f" **People were asked later than that: {markdown(_days(wave))}.**"


def safety(rows: Sequence[SummaryRow], about: Markdown = "") -> Markdown:
    """Say how safe people feel: 28% felt safe in the evening (30 of 107); 56% did not.

    `about` is when and where, if the question's own words do not tell it from others.
    """
    safe, unsafe = (_net(rows, side) for side in (1, -1))
    if safe is None or unsafe is None or safe.percent is None or unsafe.percent is None:
        return ""
    asked = about or markdown(when_and_where(safe))
    if (safe.base or 0) < SMALLEST_BASE:
        return f"**{share(safe)} felt safe {asked}; {unsafe.count:,} did not.** {TOO_FEW}"
    felt_safe = f"{whole(safe.percent)} felt safe {asked} ({safe.count:,} of {safe.base:,})"
    rest = [
        f"“{markdown(inside(row.option))}”"
        for row in rows
        if not row.is_net and row.count and (row.side == 0 or row.role is not OptionRole.ANSWER)
    ]
    left = 100 - safe.percent - unsafe.percent
    others = f" The other {whole(left)} said: {joined(rest, 'or')}." if rest else ""
    return f"**{felt_safe}; {whole(unsafe.percent)} did not.**{others}"


def safety_of_each(questions: Sequence[Sequence[SummaryRow]]) -> list[Markdown]:
    """Say of each question how safe people feel, and what tells it from the others."""
    abouts = told_apart([rows[0] for rows in questions])
    return [safety(rows, abouts[number]) for number, rows in enumerate(questions)]


def nets(rows: Sequence[SummaryRow]) -> str:
    """Return both sides of a scale in short: 28% safe, 56% unsafe."""
    sides = (_net(rows, side) for side in (1, -1))
    return ", ".join(f"{whole(row.percent)} {row.option.lower()}" for row in sides if row)


def named(rows: Sequence[SummaryRow]) -> Markdown:
    """Say what most people named, first things first."""
    if not rows or rows[0].count is None:
        return ""
    first, *others = rows
    few = (first.base or 0) < SMALLEST_BASE
    rest = joined(
        [
            f"{markdown(inside(row.option))} "
            f"({'' if few else f'{whole(row.percent)}, '}{row.count:,})"
            for row in others
            if row.count
        ]
    )
    then = f" Then came {rest}." if rest else ""
    return f"**{markdown(first.option)}: {share(first)}.**{then}"


def tied(rows: Sequence[SummaryRow], wanted: int) -> Markdown:
    """Say why more rows than were asked for are shown."""
    if len(rows) <= wanted:
        return ""
    last = sum(row.rank == rows[-1].rank for row in rows)
    return f"{len(rows)} are shown and not {wanted}, because {last} share place {rows[-1].rank:d}."


def points(difference: float | None) -> str:
    """Return a difference in points with its sign: +23 points."""
    if difference is None:
        return ""
    size = rounded(abs(difference), 0)
    sign = "+" if difference > 0 else MINUS
    return f"{sign if size else ''}{size} {'point' if size == 1 else 'points'}"


def _net(rows: Sequence[SummaryRow], side: int) -> SummaryRow | None:
    return next((row for row in rows if row.is_net and row.side == side), None)


def _days(wave: Wave) -> str:
    first, last = wave.first_day, wave.last_day
    if first is None or last is None:
        return ""
    return in_words(last) if first == last else f"{in_words(first)} to {in_words(last)}"


def inside(label: str) -> str:
    """Write a label within a sentence; CCTV and Neighbourhood Watch stay as they are."""
    is_name = any(letter.isupper() for letter in PRONOUN.sub("", label[1:]))
    return label if is_name else label[:1].lower() + label[1:]
