"""Issues with scores, given and generated."""

from collections.abc import Mapping

from hypothesis import strategies as st

from assessment.definitions import Criterion, Scheme
from assessment.risk_matrix import Scores, shipped_schemes

FULL: dict[str, float | None] = {
    "volume": 3,
    "change": 3,
    "peers": 4,
    "harm": 4,
    "victims": 2,
    "concern": 1,
    "concentration": 2,
    "partnership": 4,
    "hidden": 4,
}


def _given(criterion: Criterion) -> st.SearchStrategy[float | None]:
    if criterion.steps:
        return st.none() | st.sampled_from([float(step.score) for step in criterion.steps])
    return st.none() | st.integers(0, 500).map(float)


@st.composite
def matrices(
    draw: st.DrawFn, only: Scheme | None = None, most: int = 8
) -> tuple[Scheme, Mapping[str, Scores]]:
    """One of the shipped schemes, and some issues; of each criterion some do not know the score."""
    scheme = only or draw(st.sampled_from(list(shipped_schemes().values())))
    scores = st.fixed_dictionaries({each.id: _given(each) for each in scheme.criteria})
    rows = draw(st.lists(scores, min_size=1, max_size=most))
    return scheme, {f"issue {n}": row for n, row in enumerate(rows)}
