"""Draws respondents of the example surveys: exactly as many of each answer as is authored.

Nothing is left to luck but who gives which answer: each answer is dealt to as many respondents as
chose it, in an order that chance makes.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data.sample.survey_authored import Asked, ExampleWave

Given = list[list[str]]  # for each respondent, the labels that they chose
Ticks = npt.NDArray[np.bool_]


def draw_answers(wave: ExampleWave) -> list[Given]:
    """Return, for each question, what every respondent chose."""
    random = np.random.default_rng(wave.seed)
    answers: list[Given] = []
    for asked in wave.questions:
        if asked.most is None:
            answers.append(_deal_one(asked, answers, wave.respondents, random))
        else:
            answers.append(_deal_several(asked, wave.respondents, random))
    return answers


def draw_comments(wave: ExampleWave) -> list[str]:
    """Return a comment, or none, for each respondent."""
    random = np.random.default_rng((wave.seed, 1))
    written = [each.text for each in wave.comments]
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
    asked: Asked, before: Sequence[Given], respondents: int, random: np.random.Generator
) -> Given:
    """Deal one answer to each respondent; those who lean stand further back in the queue."""
    labels = [option.label for option in asked.options for _ in range(option.count)]
    if len(labels) != respondents:
        raise ValueError(f"{len(labels)} answers for {respondents} people: {asked.wording}")
    queue = random.standard_normal(respondents) + [
        sum(asked.leans.get(label, 0.0) for given in before for label in given[person])
        for person in range(respondents)
    ]
    dealt: Given = [[] for _ in range(respondents)]
    for label, person in zip(labels, np.argsort(queue, kind="stable"), strict=True):
        dealt[person].append(label)
    return dealt


def _deal_several(asked: Asked, respondents: int, random: np.random.Generator) -> Given:
    """Deal ticks: everyone who answers has at least one, and nobody more than may be ticked."""
    people = random.permutation(respondents)
    dealt: Given = [[] for _ in range(respondents)]
    taken = 0
    for option in asked.alone:
        for person in people[taken : taken + option.count]:
            dealt[person].append(option.label)
        taken += option.count
    ticks = _ticks(asked, respondents - taken, random)
    for person, row in zip(people[taken:], ticks, strict=True):
        chosen = [option.label for option, ticked in zip(asked.options, row, strict=True) if ticked]
        dealt[person].extend(chosen)
    return dealt


def _ticks(asked: Asked, people: int, random: np.random.Generator) -> Ticks:
    ticks: Ticks = np.zeros((people, len(asked.options)), dtype=np.bool_)
    for column, option in enumerate(asked.options):
        ticks[random.choice(people, option.count, replace=False), column] = True
    most = asked.most or len(asked.options)
    if not people <= ticks.sum() <= people * most:
        raise ValueError(f"These ticks do not go round: {asked.wording}")
    while (each := ticks.sum(axis=1)).min() < 1 or each.max() > most:
        _hand_on(ticks, each, random)
    return ticks


def _hand_on(ticks: Ticks, each: npt.NDArray[np.int64], random: np.random.Generator) -> None:
    """Give one tick of whoever has most to whoever has fewest: no option's count changes."""
    giver, taker = each.argmax(), each.argmin()
    ticks_to_give = np.flatnonzero(ticks[giver] & ~ticks[taker])
    column = random.choice(ticks_to_give)
    ticks[giver, column], ticks[taker, column] = False, True
