"""What residents put first beside what is recorded, by number and by harm."""

from assessment.perception.perception_gap import Beside, Perception, perception
from assessment.perception.recorded_concern import Recorded

__all__ = ["Beside", "Perception", "Recorded", "perception"]
