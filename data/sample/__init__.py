"""What generates the example partnerships, and the published figures they must give back.

Every record is synthetic. What is authored and where it comes from is said in README.md.
"""

from data.sample.authored_assessments import ExampleAssessment, example_assessments
from data.sample.authored_decision import ExampleDecision, ExamplePriority, example_decision
from data.sample.authored_partnerships import Example, examples
from data.sample.authored_rankings import ExampleRanking, example_rankings
from data.sample.authored_surveys import ExampleWave, example_waves
from data.sample.extract_files import write_extract
from data.sample.survey_export_files import write_margins, write_survey

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
