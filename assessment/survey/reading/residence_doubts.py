"""What is told, and asked, of people who live elsewhere."""

from collections.abc import Callable, Iterator, Sequence

from assessment.numbers import listed
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.residents import Residence

FEWEST_TOLD = 5


def residence_doubts(found: Sequence[Residence]) -> Iterator[tuple[str, Doubt]]:
    """Yield, by header, who was left out for living elsewhere, and who may have to be."""
    open_ones = [residence for residence in found if residence.decided is None]
    for header in dict.fromkeys(residence.header for residence in open_ones):
        of_column = [residence for residence in open_ones if residence.header == header]
        for is_one, text, counts in TOLD:
            if places := [residence for residence in of_column if is_one(residence)]:
                yield header, _doubt(header, places, text, counts=counts)


def _doubt(header: str, places: Sequence[Residence], text: str, *, counts: bool) -> Doubt:
    texts = tuple(place.text for place in places)
    return Doubt(
        header,
        DoubtKind.ELSEWHERE,
        text.format(_named(places)),
        blocks=any(place.uncertain for place in places),
        answers=texts,
        suggestion=Decision(elsewhere=texts) if counts else Decision(residents=texts),
    )


# Which places are told together, in what words, and whether the people of them count so far.
TOLD: tuple[tuple[Callable[[Residence], bool], str, bool], ...] = (
    (
        lambda place: place.outside,
        "{}: these people live outside the area, and were left out of all of its figures. Keep "
        "them if they are to count.",
        False,
    ),
    (
        lambda place: place.other_district is not None and not place.uncertain,
        "{}: these places are in districts that are not the partnership's. Whoever lives there "
        "was left out of all of its figures. Keep them if they are to count.",
        False,
    ),
    (
        lambda place: place.other_district is not None and place.uncertain,
        "Most places are in districts that are not the partnership's: {}. Say whether the people "
        "who live there count.",
        True,
    ),
    (
        lambda place: place.unknown,
        "{}: none of the partnership's wards that are known is called so. Whoever lives there is "
        "counted. Leave them out if they live elsewhere.",
        True,
    ),
)


def _named(found: Sequence[Residence]) -> str:
    return listed([f"'{residence.text}' ({_people(residence.n)})" for residence in found], 8)


def _people(n: int) -> str:
    """Return how many live somewhere; of very few, that they are few: partners read it too."""
    return f"{n:,}" if n >= FEWEST_TOLD else f"fewer than {FEWEST_TOLD}"
