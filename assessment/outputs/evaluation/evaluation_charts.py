"""What a project did as charts: the change of each group of areas, and the months of two."""

from math import sqrt

from assessment.chance import Z_95
from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.line_chart import Event, Line, LineChart, Stroke
from assessment.outputs.charts.roles import Role
from assessment.outputs.charts.shades import Shade
from assessment.outputs.evaluation.evaluation_wording import (
    GROUPS,
    finding,
    likely,
    more_or_fewer,
)
from assessment.patterns.evaluation import BeforeAfter, ProjectEvaluation

EFFECT, AFTER = "Effect", "After begins"
LINES = {
    "funded": ("Funded areas", Role.NOW, Stroke.SOLID),
    "compared": ("Other areas", Role.BEFORE, Stroke.DOTTED),
}


def changes_chart(found: ProjectEvaluation) -> DotChart:
    """Describe the change of each group and the effect as dots, each with its likely range."""
    counts, effect = found.counts, found.effect
    if counts is None or effect is None:
        raise ValueError("Nothing is told of this evaluation.")
    dots = [_dot(name, each) for name, each in counts.items()]
    said = f"{more_or_fewer(effect.difference)}, likely {likely(effect)}"
    dots.append(Dot(EFFECT, effect.difference, said, Shade.STEP_5, "", effect.low, effect.high))
    title = finding(found)
    return DotChart(
        title,
        f"Change in {found.measure.noun[1]}",
        tuple(dots),
        f"Dot chart: {title}. " + "; ".join(f"{dot.name}: {dot.words}" for dot in dots) + ".",
        dot_name="Areas",
        from_zero=False,
    )


def months_chart(found: ProjectEvaluation) -> LineChart | None:
    """Describe the months of the work's areas and of those compared; None where none are shown."""
    if found.months is None:
        return None
    before, after = found.question.comparison, found.question.period
    times = tuple(f"{month:%b %Y}" for month in (*before.months(), *after.months()))
    start = len(before.months())
    return LineChart(
        f"{found.measure.label} by month, in the funded areas and in those compared with",
        f"{found.measure.noun[1]} a month",
        times,
        tuple(
            Line(name, found.months[group], role, stroke)
            for group, (name, role, stroke) in LINES.items()
        ),
        f"Line chart of {len(times)} months in two lines: the funded areas, and those compared "
        f"with. {AFTER} with {after.months()[0]:%B %Y}.",
        events=(Event(start, f"{AFTER} with {after.months()[0]:%B %Y}"),),
        nothing="not covered",
    )


def _dot(name: str, counts: BeforeAfter) -> Dot:
    half = Z_95 * sqrt(counts.before + counts.after)
    said = f"{more_or_fewer(counts.change)}, from {counts.before:,} to {counts.after:,}"
    ends = counts.change - half, counts.change + half
    return Dot(GROUPS[name], counts.change, said, Shade.STEP_2, "", *ends)
