"""Trends: months over years, what is usual of them, and which months are out of the usual."""

from assessment.patterns.trends.control_chart import ControlChart, Limits, Signal, control_chart
from assessment.patterns.trends.monthly_series import MonthlySeries, SeriesEvent, monthly_series
from assessment.patterns.trends.trend import Expected, Trend, Variation, trend_of, trends

__all__ = [
    "ControlChart",
    "Expected",
    "Limits",
    "MonthlySeries",
    "SeriesEvent",
    "Signal",
    "Trend",
    "Variation",
    "control_chart",
    "monthly_series",
    "trend_of",
    "trends",
]
