"""When and where a question about safety is about: "in the town centre after dark"."""

import re
from collections import Counter
from collections.abc import Sequence

from assessment.definitions import districts
from assessment.outputs.escaping import Markdown, markdown
from assessment.survey.comparison.wave_difference import Difference
from assessment.survey.questionnaire import Concept
from assessment.survey.reading.labels import QUESTION_NUMBER
from assessment.survey.summaries.survey_answer import SummaryRow

BY_DAY, AFTER_DARK = "during the day", "after dark"
# How a question says which part of the day it is about.
TIMES = (("evening", "in the evening"), ("night", "at night"), ("dark", AFTER_DARK))
TIME = re.compile(
    r"\b(?:(?:when|once)\s+it\s+is\s+|in\s+the\s+|during\s+the\s+|during\s+|at\s+|after\s+|by\s+|in\s+)"
    r"(?:hours\s+of\s+)?(?:day\s?time|day\s?light|day|evenings?|night\s?time|night|dark(?:ness)?)\b"
    r"(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\bhow\s+(?:un)?safe(?:\s+or\s+(?:un)?safe)?\b|\b(?:do|would|did|are)\s+you(?:\s+(?:normally|usually"
    r"|generally|currently|personally))?(?:\s+feel)?\b|\b(?:generally|overall|in\s+general)\b|\([^)]*\)",
    re.IGNORECASE,
)
# A place or thing begins so.
BEGINS = re.compile(
    r"(?:in|on|at|around|near|outside|inside|using|travelling|walking|waiting|when|while|being|with"
    r"|alone|going|out|within|by|visiting)\b",
    re.IGNORECASE,
)
# Where people live is what is meant where nothing else is said.
HOME = re.compile(
    r"(?:(?:when|while|being|you\s+are|outside|out)\s+)*(?:in|around|within)\s+(?:your|the|this|our)\s+"
    r"(?:own\s+)?(?:(?:local|immediate|home)\s+)?(?:area|neighbourhood|community|district|borough|town"
    r"|city|village|ward|county)(?:\s+(?:where|in\s+which)\s+you\s+live)?|where\s+you\s+live"
    r"|outside|out",
    re.IGNORECASE,
)
WITHIN = re.compile(r"^(?:outside\s+)?(?:in|around|within)\s+(?:the\s+)?", re.IGNORECASE)
THEIRS = (("your", "their"), ("yourself", "themselves"), ("you", "they"))
MOST_WORDS = 10


def time_of_day(row: SummaryRow | Difference) -> str:
    """Return when a safety question is about, as it was asked."""
    question = row.wording.casefold()
    if row.concept is Concept.SAFE_BY_DAY:
        return BY_DAY
    return next((time for word, time in TIMES if word in question), AFTER_DARK)


def where(wording: str) -> str:
    """Return the place or thing that a safety question is about; "" where people live."""
    # A bilingual question says it twice, a row of a grid behind the question.
    english = [part for part in wording.split(" / ") if "safe" in part.casefold()] or [wording]
    question, mark, row = english[0].rpartition(": ")
    if mark and (thing := _words(row)):
        return _of_others(thing[:1].lower() + thing[1:] if BEGINS.match(thing) else thing)
    words = _words(question if mark else english[0])
    if not BEGINS.match(words) or len(words.split()) > MOST_WORDS or _is_home(words):
        return ""
    return _of_others(words[:1].lower() + words[1:])


def _is_home(words: str) -> bool:
    """Tell whether what is meant is where people live: their area, or a whole district."""
    district = WITHIN.sub("", words)
    return bool(HOME.fullmatch(words)) or (
        district != words and districts().listed(district) is not None
    )


def _words(text: str) -> str:
    """Leave out of a question what asks, and when."""
    rest = ASKING.sub(" ", TIME.sub(" ", QUESTION_NUMBER.sub("", text)))
    return " ".join(re.sub(r"[?,.;:…]", " ", rest).split())


def _of_others(words: str) -> str:
    for ours, theirs in THEIRS:
        words = re.sub(rf"\b{ours}\b", theirs, words, flags=re.IGNORECASE)
    return words


def told_apart(questions: Sequence[SummaryRow]) -> list[Markdown]:
    """Return when and where each question is about; its very words where that tells too little."""
    said = [when_and_where(row) for row in questions]
    times = Counter(said)
    return [
        markdown(text) if times[text] == 1 else f"{markdown(text)} (“{markdown(row.wording)}”)"
        for text, row in zip(said, questions, strict=True)
    ]


def when_and_where(row: SummaryRow | Difference) -> str:
    """Return the place and the time that a question is about: in the town centre after dark."""
    place, time = where(row.wording), time_of_day(row)
    if not place:
        return time
    return f"{place} {time}" if BEGINS.match(place) else f"{time} ({place})"
