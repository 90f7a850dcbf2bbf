"""What people said, as labels: which are one label, which are none, and which are misspelt."""

import re
from collections.abc import Iterable, Mapping

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import OptionRole

WHOLE_NUMBER = re.compile(r"[+-]?\d+")
# An answer given by its code in a list: 3, or 3.0 where a spreadsheet wrote it.
CODE_NUMBER = re.compile(r"-?\d{1,4}(?:\.0+)?")
NEGATIONS = ("un", "dis", "in", "non", "not", "no")
NUMBERS = re.compile(r"\d+")
# Signs that make another answer of the same words: "<5", ">5" and "5+"; "-1" and "+1".
SIGNS = re.compile(r"[<>≤≥]=?|^\s*[+\-−](?=\d)|(?<=\d)\s*\+")
QUESTION_NUMBER = re.compile(
    r"^\s*(?:q(?:uestion)?\.?\s*\d{1,3}[a-z]?\b[.):]?|\d{1,3}[a-z]?[.):](?!\d))\s*", re.IGNORECASE
)
# A word so long may have two letters wrong and still be meant; a shorter one, one; or none.
LONG = 8
SHORT = 3
# Something said this seldom beside what it looks like is a slip; more often, an answer.
SELDOM = 0.05
OFTEN = 5
# Words about a label: "or very unsafe" holds "very unsafe" and one more.
MOST_AROUND = 2


def role_of(label: str) -> OptionRole:
    """Tell an answer from a way of giving none."""
    words, known = plain(label), survey_definitions()
    if words in known.dont_know:
        return OptionRole.DONT_KNOW
    return OptionRole.NOT_APPLICABLE if words in known.not_applicable else OptionRole.ANSWER


def as_key(label: str) -> str:
    """Reduce a label to what makes it different from others; signs alone stay as they are."""
    signs = "".join(sign.strip() for sign in SIGNS.findall(label))
    return f"{plain(label)} {signs}".strip() or label


def question_words(wording: str) -> str:
    """Reduce a question to what it asks: its number in the questionnaire changes nothing.

    One that is nothing but a number is known by that.
    """
    return plain(QUESTION_NUMBER.sub("", wording)) or plain(wording)


def spelt_alike(values: Mapping[str, int]) -> Mapping[str, str]:
    """Return the label of everything said: the commonest spelling of the same words."""
    commonest: dict[str, str] = {}
    for text in sorted(values, key=lambda text: (-values[text], text)):
        commonest.setdefault(as_key(text), text)
    return {text: commonest[as_key(text)] for text in values}


def label_within(text: str, labels: Iterable[str]) -> str | None:
    """Return the longest label that is said with a stray word or two around it."""
    words = f" {plain(text)} "
    within = [label for label in labels if f" {plain(label)} " in words]
    longest = max(within, key=len, default=None)
    if longest is None or len(words.split()) - len(plain(longest).split()) > MOST_AROUND:
        return None
    return longest


def misspelt(text: str, labels: Iterable[str]) -> str | None:
    """Return the label that something said is but a slip away from."""
    words = plain(text)
    for label in labels:
        meant = plain(label)
        if meant != words and _a_slip(words, meant):
            return label
    return None


def slips(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Return the labels said so seldom, and so like a common one, that they are its slips."""
    common = [label for label, n in counts.items() if n >= OFTEN]
    meant_by = {}
    for label, n in counts.items():
        meant = misspelt(label, (other for other in common if other != label))
        if meant is not None and n <= max(1, SELDOM * counts[meant]):
            meant_by[label] = meant
    return meant_by


def lookalikes(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Return labels said often that look like one said as often or oftener: slips, or others."""
    alike = {}
    for label, n in counts.items():
        oftener = [other for other, m in counts.items() if (m, other) > (n, label) and m >= OFTEN]
        meant = misspelt(label, sorted(oftener, key=lambda other: -counts[other]))
        if meant is not None and n > max(1, SELDOM * counts[meant]):
            alike[label] = meant
    return alike


def in_order(label: str) -> tuple[float, str]:
    """Sort labels as a questionnaire would: by the number they begin with, else by name."""
    words = plain(label)
    number = NUMBERS.search(words)
    below = words.startswith(("under", "less than", "below", "fewer than")) or "<" in label
    above = words.startswith(("over", "more than", "above")) or label.strip()[-1:] == "+"
    above = above or ">" in label
    if WHOLE_NUMBER.fullmatch(label):
        return float(label), words
    return (float(number[0]) + (above - below) / 2 if number else float("inf"), words)


def _a_slip(words: str, meant: str) -> bool:
    if NUMBERS.findall(words) != NUMBERS.findall(meant) or _denies(words, meant):
        return False
    ours, theirs = words.split(), meant.split()
    if len(ours) != len(theirs):  # a space too many or too few
        return edits(words, meant, 1) <= 1
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return all(edits(a, b, _letters(a, b)) <= _letters(a, b) for a, b in pairs)


def _letters(word: str, other: str) -> int:
    """Return how many letters of a word may be wrong."""
    shorter = min(len(word), len(other))
    return 0 if shorter < SHORT else 2 if shorter >= LONG else 1


def _denies(words: str, meant: str) -> bool:
    """Tell whether one has a word that the other has denied: likely and unlikely."""
    ours, theirs = set(words.split()), set(meant.split())
    for word, other in ((a, b) for a in ours - theirs for b in theirs - ours):
        if any(word == f"{no}{other}" or other == f"{no}{word}" for no in NEGATIONS):
            return True
    return bool((ours ^ theirs) & {*NEGATIONS})


def edits(word: str, meant: str, most: int) -> int:
    """Count letters to change, add, drop or swap; beyond `most`, any larger number.

    The optimal string alignment distance.
    """
    if abs(len(word) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(word, start=1):
        last, before, row = before, row, [i]
        for j, other in enumerate(meant, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and word[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
