"""What generates the example partnerships, and the published figures they must give back.

Every record is synthetic. What is authored and where it comes from is said in README.md.
"""

from data.sample.authored import Example, examples
from data.sample.example_assessments import ExampleAssessment, example_assessments
from data.sample.example_priorities import ExampleDecision, ExamplePriority, example_decision
from data.sample.example_survey_files import write_margins, write_survey
from data.sample.extracts import write_extract
from data.sample.rankings import ExampleRanking, example_rankings
from data.sample.survey_authored import ExampleWave, example_waves

__all__ = [
    "Example",
    "ExampleAssessment",
    "ExampleDecision",
    "ExamplePriority",
    "ExampleRanking",
    "ExampleWave",
    "example_assessments",
    "example_decision",
    "example_rankings",
    "example_waves",
    "examples",
    "write_extract",
    "write_margins",
    "write_survey",
]
