"""Two spreadsheets of paper forms, as people type them in: in words, and in codes."""

from collections.abc import Sequence

from tests.survey.loads import Rows
from tests.survey.tool_exports import (
    DARK,
    DAY,
    POLICE,
    PROBLEMS,
    SAFE_OR_NOT_SURE,
    SATISFIED,
    TROUBLE,
    VICTIM,
    WARD,
    Resident,
)

# As people write one answer when they are tired, or leave the shift key alone.
WAYS = (str, str.lower, str.upper, lambda text: f" {text} ", lambda text: f"{text}.")


def in_words(people: Sequence[Resident]) -> Rows:
    """Words in any case, days with full stops, a cross where a box was ticked."""
    header = ["No", "Date received", DAY, DARK, *(f"{PROBLEMS} - {t}" for t in TROUBLE)]
    header += [VICTIM, SATISFIED, WARD, "Entered by"]

    def written(who: Resident, text: str) -> str:
        return WAYS[who.number % len(WAYS)](text) if text else ""

    rows = [
        [
            *(str(who.number), f"{who.left:%d.%m.%y}", written(who, who.day)),
            written(who, who.dark),
            *("x" if trouble in who.problems else "" for trouble in TROUBLE),
            *(written(who, text) for text in (who.victim, who.satisfied)),
            *(who.ward, "JB"),
        ]
        for who in people
    ]
    return [header, *rows]


def in_codes(people: Sequence[Resident]) -> Rows:
    """Codes, with the list in each question; -9 where a form led past a question."""

    def listed(wording: str, answers: Sequence[str]) -> str:
        said = ", ".join(f"{code} = {answer}" for code, answer in enumerate(answers, start=1))
        return f"{wording} ({said})"

    header = ["Form number", "Date", listed(DAY, SAFE_OR_NOT_SURE), listed(DARK, SAFE_OR_NOT_SURE)]
    header += [*(f"{PROBLEMS} [{trouble}]" for trouble in TROUBLE)]
    header += [listed(VICTIM, ("Yes", "No")), listed(SATISFIED, POLICE), WARD]

    def code(text: str, answers: Sequence[str]) -> str:
        return str(answers.index(text) + 1) if text else ""

    rows = [
        [
            *(str(who.number), f"{who.left:%d/%m/%Y}"),
            *(code(text, SAFE_OR_NOT_SURE) for text in (who.day, who.dark)),
            *("1" if trouble in who.problems else "0" for trouble in TROUBLE),
            code(who.victim, ("Yes", "No")),
            "-9" if who.victim == "No" else code(who.satisfied, POLICE),
            who.ward,
        ]
        for who in people
    ]
    return [header, *rows]
