"""Harm: the weight of what was recorded, beside how many records there are."""

from assessment.patterns.harm.harm_compared import MeasureHarm, RecordedHarm, harm_compared
from assessment.patterns.harm.harm_ranks import Ranks

__all__ = ["MeasureHarm", "Ranks", "RecordedHarm", "harm_compared"]
