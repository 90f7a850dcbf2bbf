"""What residents put first beside what is recorded, by number and by harm."""

from assessment.perception.beside import Beside, Perception, perception
from assessment.perception.record import Recorded

__all__ = ["Beside", "Perception", "Recorded", "perception"]
