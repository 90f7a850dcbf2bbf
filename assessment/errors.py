"""What can go wrong, in words that an analyst can act on.

Everything a user may meet is an `AssessmentError`; pages and the command line show its text.
Anything else is a bug and shows as one.
"""

from collections.abc import Iterable


class AssessmentError(Exception):
    """An error whose text is fit to show to a user, without a traceback."""


class InvalidRequest(AssessmentError):
    """The question cannot be answered as it was put: an unknown measure, an impossible period."""


class DefinitionFault(AssessmentError):
    """A definition file under data/definitions cannot be used."""


class StoreUnavailable(AssessmentError):
    """The store is missing, locked, damaged or made by a newer version."""


class NotPermitted(AssessmentError):
    """The person's role does not allow this."""


class UploadRefused(AssessmentError):
    """A file cannot be loaded; `faults` holds every reason that was found, not only the first."""

    def __init__(self, file: str, faults: Iterable[str]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__(f"{file} was not loaded. " + " ".join(self.faults))
