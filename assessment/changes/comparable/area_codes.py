"""Areas without any record in one period and many in the other: their code may be new or gone."""

from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import By, Question
from assessment.changes.variation.significance import chance

# Many areas are looked at: one in a thousand would be among them by counting alone.
ONE_IN = 0.001
WORDS = {By.WARD: "ward", By.LSOA: "small area"}


def irregular(question: Question) -> tuple[Refusal, ...]:
    """Return why an area cannot be compared of which a look-up says that it changed irregularly."""
    return (
        Refusal(
            f"the boundary of this {WORDS[question.by]} was changed irregularly, says the look-up: "
            "its records before and after are not of the same ground"
        ),
    )


def new_or_gone(
    question: Question, before: int, now: int, *, is_in_look_up: bool = False
) -> tuple[Refusal, ...]:
    """Return why an area cannot be compared that has no record of any kind in one whole period.

    None where it has some in both, or so few in the other that counting alone allows for none.
    """
    if bool(before) == bool(now):
        return ()
    p_value = chance(before, question.comparison.days, now, question.period.days)
    if p_value is None or p_value >= ONE_IN:
        return ()
    lacks, change, other = (
        ("the comparison", "new", "was before") if now else ("the period", "gone", "became")
    )
    why = (
        f"a look-up says what it {other}, and that has no record either"
        if is_in_look_up
        else f"its code may be {change}, and nothing that is loaded says what it {other}"
    )
    return (Refusal(f"this {WORDS[question.by]} has no record of any kind in {lacks}: {why}"),)
