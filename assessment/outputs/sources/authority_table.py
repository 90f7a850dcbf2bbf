"""What each responsible authority is to share, and whether it came, in words and as a table."""

from collections.abc import Sequence

from assessment.numbers import count_of, listed
from assessment.outputs.tables import Column, Table, marked
from assessment.periods import add_months, joined, months_in_words
from assessment.sources.data_shared import SharedByAuthority

COLUMNS = (
    Column("Authority", 18),
    Column("Data", 50),
    Column("Asked for by law", 22),
    Column("Whether it came", 60),
    Column("Sources", 30),
)
LAW = "Crime and Disorder (Prescribed Information) Regulations 2007, Schedule"
HOW_TO_READ = (
    "The regulations ask for depersonalised data of each quarter, by the end of the next.",
    "Data that they do not ask for are what partnerships usually agree to share.",
    "The paragraphs on councils and health are from notes on the Schedule, not from its text.",
)


def came_in_words(shared: SharedByAuthority) -> str:
    """Say whether data of the last quarter that is due are there, and how far they reach."""
    if not shared.has_place_here:
        return "No data set here holds these: make one of your own, or keep them elsewhere."
    if not shared.sources:
        return "Has not come."
    quarter = months_in_words(add_months(shared.quarter, step) for step in range(3))
    if shared.has_come:
        return f"Came: all of {quarter}, the last quarter that is due."
    reaches = (
        f"whole in every district up to {shared.reaches:%B %Y}"
        if shared.reaches
        else "never whole in every district"
    )
    districts = listed(list(dict.fromkeys(district for district, _ in shared.lacks)), 3)
    return f"Came, but of {quarter} not all is there ({districts}); {reaches}."


def sign(shared: SharedByAuthority) -> str:
    """Return a sign for whether it came, which is read together with the words."""
    if shared.has_come:
        return "●"
    return "◐" if shared.sources else "✕"


def authority_table(every: Sequence[SharedByAuthority], place: str, *, synthetic: bool) -> Table:
    """Return all that authorities are to share."""
    rows = tuple(
        (
            shared.data.authority,
            shared.data.label,
            shared.data.prescribed or "no",
            came_in_words(shared),
            joined(list(shared.sources)) or None,
        )
        for shared in every
    )
    columns, with_mark = marked(COLUMNS, rows, synthetic=synthetic)
    return Table(
        f"What responsible authorities are to share: {place}",
        (LAW,),
        columns,
        with_mark,
        (("How to read this", HOW_TO_READ),),
        "Authorities",
    )


def authority_summary(every: Sequence[SharedByAuthority]) -> str:
    """Say how many of the data that the law asks for came."""
    asked = [shared for shared in every if shared.data.prescribed]
    came = sum(shared.has_come for shared in asked)
    begun = sum(bool(shared.sources) and not shared.has_come for shared in asked)
    return (
        f"Of {count_of(len(asked), 'kind')} of data that the law asks for, all of the last quarter "
        f"that is due came of {came}, some of it or of earlier months of {begun}, and nothing of "
        f"{len(asked) - came - begun}."
    )
