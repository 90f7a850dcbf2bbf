"""Schemes that nobody has made: generated, with every kind of criterion, and without fault."""

from datetime import date

from hypothesis import strategies as st

from assessment.definitions import (
    Band,
    Combine,
    Criterion,
    CriterionGroup,
    CriterionSource,
    Indicator,
    RankOrder,
    Rule,
    Scheme,
    Step,
)
from assessment.definitions.schemes.scoring_rules import (
    VERDICTS,
    Condition,
    Cut,
    ValuePart,
    cut_of,
)
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.indicators.public_concern import CONCERN

LIMITS = st.lists(
    st.integers(-500, 50_000).map(lambda n: n / 100), min_size=5, max_size=5, unique=True
)
FROM_RECORDS = [each for each in INDICATORS.values() if not each.is_surveyed]


@st.composite
def a_cut(draw: st.DrawFn, limit: float, indicator: Indicator) -> Cut:
    parts = [ValuePart.VALUE]
    if indicator.has_interval:
        parts = draw(st.lists(st.sampled_from(ValuePart), min_size=1, max_size=3))
    return cut_of(
        [
            Condition(each, True, float(draw(st.integers(0, len(VERDICTS) - 1))))
            if each is ValuePart.VERDICT
            else Condition(each, draw(st.booleans()), limit)
            for each in parts
        ]
    )


@st.composite
def a_criterion(draw: st.DrawFn, number: int, group: CriterionGroup) -> Criterion:
    first, count = draw(st.integers(0, 2)), draw(st.integers(2, 6))
    source = draw(st.sampled_from(CriterionSource))
    rule: Indicator | None = None
    if source is CriterionSource.SURVEY:
        rule = CONCERN
    elif source is not CriterionSource.JUDGED:
        rule = draw(st.sampled_from(FROM_RECORDS))
    limits = sorted(draw(LIMITS))[: count - 1]
    has_codes = draw(st.booleans())
    return Criterion(
        id=f"criterion-{number}",
        label=f"Criterion {number}",
        group=group,
        weight=draw(st.integers(1, 40)) / 4,
        steps=tuple(
            Step(score, f"words of {score}", (f"{score}A", f"{score}B") if has_codes else ())
            for score in range(first, first + count)
        ),
        source=source,
        rule=Rule(rule, tuple(draw(a_cut(each, rule)) for each in limits)) if rule else None,
    )


@st.composite
def drawn_schemes(draw: st.DrawFn) -> Scheme:
    """A weighted scheme of up to four criteria."""
    groups = draw(
        st.lists(
            st.sampled_from(
                [
                    CriterionGroup.IMPACT,
                    CriterionGroup.LIKELIHOOD,
                    CriterionGroup.HARM,
                    CriterionGroup.EVIDENCE,
                ]
            ),
            min_size=1,
            max_size=4,
        )
    )
    criteria = tuple(draw(a_criterion(number, group)) for number, group in enumerate(groups))
    ids = [each.id for each in criteria] + sorted({group.value for group in groups})
    return Scheme(
        id="drawn",
        version=1,
        label="Drawn",
        standing="Drawn for a test.",
        combine=Combine.WEIGHTED,
        direction=draw(st.sampled_from(RankOrder)),
        criteria=criteria,
        bands=(Band("High", 50.25), Band("Low", 0.0)),
        tie_breaks=tuple(draw(st.lists(st.sampled_from(ids), unique=True))),
        author="Nobody",
        dated=date(2026, 11, 21),
    )
