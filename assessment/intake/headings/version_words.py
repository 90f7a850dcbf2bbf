"""Words by which a column says which version of its counts a row has, and not a part of them."""

import re
from collections.abc import Iterable

from assessment.definitions.spelling import plain

HEADING = re.compile(
    r"\b(?:versions?|vers|releases?|revisions?|editions?|vintages?|snapshots?|iterations?)\b"
    r"|\b(?:as at|as of|data status|status of (?:the )?(?:data|figures)|publication status)\b"
    r"|\b(?:data|figures?|counts?) (?:status|stage|state)\b"
    r"|^(?:(?:data )?(?:run|extract(?:ed|ion)?|refresh(?:ed)?|publi(?:shed|cation)|export(?:ed)?"
    r"|download(?:ed)?|upload(?:ed)?|load(?:ed)?|generated|produced|updated|last updated)"
    r"(?: (?:date|on|day|at|time))?)$"
)
# What a version calls itself; the first of these is the one that others lead up to.
STAGES = (
    ("final", "finalised", "finalized", "confirmed", "signed off", "validated", "audited"),
    ("revised", "restated", "corrected", "updated", "latest", "current"),
    ("published", "original", "initial", "first", "previous", "superseded", "early"),
    ("provisional", "interim", "preliminary", "draft", "unaudited", "unvalidated", "estimated"),
)
WORDS_AROUND = re.compile(r"\b(?:data|figures?|counts?|version|release|publication)\b|[()]")


def is_version_name(heading: str) -> bool:
    """Tell whether a heading says that its column tells versions apart: "Version", "As at"."""
    return bool(HEADING.search(plain(heading)))


def are_stages(values: Iterable[str]) -> bool:
    """Tell whether all of several values are stages of the same numbers: provisional, final."""
    stages = [_stage(value) for value in values]
    return len(stages) > 1 and None not in stages


def latest_stage(values: Iterable[str]) -> str | None:
    """Return the value that the others lead up to; None where the words do not tell."""
    staged = sorted((stage, value) for value in values if (stage := _stage(value)) is not None)
    is_told = bool(staged) and [stage for stage, _ in staged].count(staged[0][0]) == 1
    return staged[0][1] if is_told else None


def _stage(value: str) -> int | None:
    words = " ".join(WORDS_AROUND.sub(" ", value.lower()).split())
    return next((at for at, names in enumerate(STAGES) if words in names), None)
