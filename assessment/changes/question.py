"""The question of a change: a period against another, in a place."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from assessment.definitions import districts
from assessment.errors import InvalidRequest
from assessment.periods import Period, add_months, joined, month_start

# A place of more districts than a sentence can name is called by its own name.
MOST_NAMED = 4
MONTHS = 12
YEARS_OF_HISTORY = 5


class By(StrEnum):
    """What the rows of the answer are."""

    MEASURE = "measure"
    DISTRICT = "district"
    WARD = "ward"
    LSOA = "lsoa"


@dataclass(frozen=True)
class Place:
    """A partnership, some of its districts, or all that a force recorded (then `force` is set).

    `within` are all districts of the partnership that one of its districts is looked at in: what is
    said of it there is the same as in the partnership's table of districts.
    """

    label: str
    districts: tuple[str, ...]
    force: str | None = None
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.force and not self.districts:
            raise InvalidRequest("A place needs at least one district, or a force.")

    @property
    def where(self) -> str:
        """The place as a sentence says it: a partnership is called by its districts."""
        if self.force:
            return f"the area of {self.force}"
        if len(self.districts) > MOST_NAMED:
            return f"the {len(self.districts)} districts of {self.label}"
        return joined(self.districts)

    @cached_property
    def forces(self) -> tuple[str, ...]:
        """The forces whose records are asked about."""
        if self.force:
            return (self.force,)
        known = filter(None, map(districts().find, self.districts))
        return tuple(dict.fromkeys(district.force for district in known))

    @property
    def whole(self) -> "Place":
        """The partnership that it is looked at in; itself where that is all of it."""
        return Place(self.label, self.within) if self.within else self

    @property
    def ground_kind(self) -> str:
        """The kind of area that extracts must cover: force or district."""
        return "force" if self.force else "district"

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """The areas that extracts must cover, each of them, for a figure about the whole place."""
        return (self.force,) if self.force else tuple(dict.fromkeys(self.districts))


@dataclass(frozen=True)
class Question:
    """A period against another, in a place: all measures of a set, or one of them.

    `as_at` is the extract after which the records are looked at; None for as they are now.
    """

    place: Place
    period: Period
    comparison: Period
    measure_set: str
    by: By = By.MEASURE
    measure: str | None = None
    as_at: int | None = None

    @property
    def is_whole_months(self) -> bool:
        """Whether monthly counts can answer, so that no record need be read."""
        return self.period.is_whole_months and self.comparison.is_whole_months

    @property
    def is_alike(self) -> bool:
        """Whether the periods are as long, apart from each other, and of one season."""
        return (
            self.period.is_as_long_as(self.comparison)
            and not self.period.overlaps(self.comparison)
            and self.period.is_of_season(self.comparison)
        )

    @property
    def is_by_small_area(self) -> bool:
        """Whether the rows are smaller than districts."""
        return self.by in (By.WARD, By.LSOA)

    @property
    def finds_its_areas(self) -> bool:
        """Whether the areas that have rows are those that records name."""
        return self.is_by_small_area or (self.by is By.DISTRICT and bool(self.place.force))

    @property
    def leaves_out_areas(self) -> bool:
        """Whether areas that have nothing of what is asked have no row."""
        return bool(self.measure) and self.finds_its_areas

    @cached_property
    def needed_months(self) -> frozenset[date]:
        """Every month that either period touches."""
        return frozenset(self.period.months() + self.comparison.months())

    @property
    def months_cut(self) -> list[date]:
        """The months in the middle of which a period starts or ends."""
        periods = (self.period, self.comparison)
        days = [day for period in periods for day in (period.start, period.end)]
        return sorted({month_start(day) for day in days if day.day != 1})

    @property
    def history(self) -> Period:
        """The years of whole months that end with the period: they say how much months vary."""
        end = month_start(self.period.end)
        return Period(self.period.kind, add_months(end, -MONTHS * YEARS_OF_HISTORY), end)
