"""What generates the example partnerships, and the published figures they must give back.

Every record is synthetic. What is authored and where it comes from is said in README.md.
"""

from data.sample.authored import Example, examples
from data.sample.extracts import write_extract

__all__ = ["Example", "examples", "write_extract"]
