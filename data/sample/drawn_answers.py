"""Draws respondents of the example surveys: exactly as many of each answer as is authored.

Only who gives which answer is left to chance: each answer is dealt to as many respondents as
chose it, in an order that chance makes.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data.sample.authored_surveys import ExampleQuestion, ExampleWave

Answers = list[list[str]]  # for each respondent, the labels that they chose
Ticks = npt.NDArray[np.bool_]


def draw_answers(wave: ExampleWave) -> list[Answers]:
    """Return, for each question, what every respondent chose."""
    random = np.random.default_rng(wave.seed)
    answers: list[Answers] = []
    for question in wave.questions:
        if question.most is None:
            answers.append(_deal_one(question, answers, wave.respondents, random))
        else:
            answers.append(_deal_several(question, wave.respondents, random))
    return answers


def draw_comments(wave: ExampleWave) -> list[str]:
    """Return a comment, or none, for each respondent."""
    random = np.random.default_rng((wave.seed, 1))
    written = [comment.text for comment in wave.comments]
    comments = [*written, *[""] * (wave.respondents - len(written))]
    return [comments[position] for position in random.permutation(wave.respondents)]


def draw_seconds(wave: ExampleWave) -> list[int]:
    """Return when each respondent began, in seconds from the first day's start, in order."""
    random = np.random.default_rng((wave.seed, 2))
    days = (wave.last_day - wave.first_day).days + 1
    # The first and the last day both have someone; people answer between 7 in the morning and 11.
    day = np.concatenate([[0, days - 1], random.integers(0, days, wave.respondents - 2)])
    seconds = day * 86_400 + random.integers(7 * 3600, 23 * 3600, wave.respondents)
    drawn: list[int] = np.sort(seconds).tolist()
    return drawn


def _deal_one(
    question: ExampleQuestion,
    before: Sequence[Answers],
    respondents: int,
    random: np.random.Generator,
) -> Answers:
    """Deal one answer to each respondent; those who lean stand further back in the queue."""
    labels = [option.label for option in question.options for _ in range(option.count)]
    if len(labels) != respondents:
        raise ValueError(f"{len(labels)} answers for {respondents} people: {question.wording}")
    queue = random.standard_normal(respondents) + [
        sum(question.leans.get(label, 0.0) for earlier in before for label in earlier[person])
        for person in range(respondents)
    ]
    dealt: Answers = [[] for _ in range(respondents)]
    for label, person in zip(labels, np.argsort(queue, kind="stable"), strict=True):
        dealt[person].append(label)
    return dealt


def _deal_several(
    question: ExampleQuestion, respondents: int, random: np.random.Generator
) -> Answers:
    """Deal ticks: everyone who answers has at least one, and nobody more than may be ticked."""
    people = random.permutation(respondents)
    dealt: Answers = [[] for _ in range(respondents)]
    taken = 0
    for option in question.alone:
        for person in people[taken : taken + option.count]:
            dealt[person].append(option.label)
        taken += option.count
    ticks = _ticks(question, respondents - taken, random)
    for person, row in zip(people[taken:], ticks, strict=True):
        chosen = [
            option.label for option, ticked in zip(question.options, row, strict=True) if ticked
        ]
        dealt[person].extend(chosen)
    return dealt


def _ticks(question: ExampleQuestion, people: int, random: np.random.Generator) -> Ticks:
    ticks: Ticks = np.zeros((people, len(question.options)), dtype=np.bool_)
    for column, option in enumerate(question.options):
        ticks[random.choice(people, option.count, replace=False), column] = True
    most = question.most or len(question.options)
    if not people <= ticks.sum() <= people * most:
        raise ValueError(f"These ticks do not go round: {question.wording}")
    while (ticked := ticks.sum(axis=1)).min() < 1 or ticked.max() > most:
        _hand_on(ticks, ticked, random)
    return ticks


def _hand_on(ticks: Ticks, ticked: npt.NDArray[np.int64], random: np.random.Generator) -> None:
    """Move one tick from the person with most to the one with fewest: no option's count changes."""
    giver, taker = ticked.argmax(), ticked.argmin()
    ticks_to_give = np.flatnonzero(ticks[giver] & ~ticks[taker])
    column = random.choice(ticks_to_give)
    ticks[giver, column], ticks[taker, column] = False, True
