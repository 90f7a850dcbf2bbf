"""Subjects, in words: what an extract answers for."""

from assessment.definitions.measures.measure_sets import OFFENCE_SUBJECT


def subject_in_words(subject: str) -> str:
    """Name what an extract covers: offences, anti-social behaviour, domestic abuse."""
    if subject == OFFENCE_SUBJECT:
        return "offences"
    return subject.replace("anti-social", "anti~social").replace("-", " ").replace("~", "-")
