"""Headings of dates of something that came after what happened, or has nothing to do with it."""

import re

from assessment.definitions.spelling import plain

OTHER_EVENT = re.compile(
    r"\b(?:updated?|modif(?:y|ied)|amended|changed|edited|closed?|closure|finali[sz]ed|dispos(?:al|ed)"
    r"|resolved|resolution|complet(?:ed|ion)|charged?|arrest(?:ed)?|bail(?:ed)?|sentenced?"
    r"|convict(?:ed|ion)|hearing|court|outcome|reviewed?|due|next|run|extract(?:ed)?|print(?:ed)?"
    r"|export(?:ed)?|filed|allocated|assigned|detect(?:ed|ion)|interview(?:ed)?|visit(?:ed)?"
    r"|seen|contacted|expir(?:y|es)|target|deadline|archived|transferred|cleared|submitted"
    r"|approved|refreshed|validated|released?)\b"
)


def is_of_another_event(heading: str) -> bool:
    """Tell whether a heading says that its dates are of another event: "Last updated"."""
    return OTHER_EVENT.search(plain(heading)) is not None
