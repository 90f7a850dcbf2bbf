"""What is said of places: the finding, what must be known beside it, and of one area."""

from collections.abc import Iterator, Sequence

from assessment.changes import By, Verdict
from assessment.changes.location_wording import AREAS
from assessment.numbers import count_of, listed, people, rounded
from assessment.outputs.charts.dot_chart import MOST_DOTS
from assessment.outputs.places.shown_as import SEVERAL, Show
from assessment.patterns.places import Heat, HeatBy, NoMap, Places, Spot
from assessment.periods import joined
from assessment.population.resident_numbers import FOR_EACH

# Of fewer records no pattern can be told from chance.
FEWEST_RECORDS = 20
MOST_NAMED = 5
HOT_SPOTS_MEAN = (
    "A hot spot has more records, together with the areas that touch it, than scattering them "
    "at random over all areas would give (Getis-Ord Gi*); that so many areas are looked at is "
    "allowed for: one map in twenty would have a spot by chance, and one in eight where single "
    "areas differ much, a town centre among them. It goes by records and not by residents."
)
TENTH_MEANS = (
    "Of fewer than 30 areas, or without their boundaries, hot spots cannot be tested: the busiest "
    "tenth is told as it is."
)
SCATTER_MEANS = (
    "Small numbers look concentrated wherever they fall, so what random scatter would give stands "
    "beside it: as if every area were as likely as any other."
)
RATE_MEANS = (
    "A rate goes by who lives there: where many come to work, shop or go out, it is high for few "
    "residents."
)
PEOPLE_LOADED = "Load a table of LSOAs or wards on Upload data, under Populations."
WHERE_LOADED = "Load them on Upload data, under Wards and LSOAs."


def finding(places: Places, show: Show) -> str:
    """Say in a sentence what the areas tell."""
    if all(spot.now is None for spot in places.areas):
        return f"{places.measure.label}: not known, as the period is not wholly covered"
    said = {
        Show.COUNT: _half,
        Show.RATE: _highest_rate,
        Show.CHANGE: _verdicts,
        Show.HOT_SPOTS: _hot_spots,
    }[show]
    return f"{places.measure.label}: {said(places)}"


def several(places: Places, number: int) -> str:
    """Count areas in words: 1 ward, 20 wards."""
    by = places.question.by
    return count_of(number, AREAS[by], SEVERAL[by])


def _half(places: Places) -> str:
    found = places.concentration
    if not found.located:
        return f"no record names a {AREAS[places.question.by]}"
    if found.located < FEWEST_RECORDS:
        records = count_of(found.located, "record")
        return f"{records} with a place, too few to show where they gather"
    of, chance = several(places, found.areas), found.holding_half_by_chance
    verb = "holds" if found.holding_half == 1 else "hold"
    return f"{found.holding_half} of {of} {verb} half; random scatter would take {chance}"


def _highest_rate(places: Places) -> str:
    known = [spot for spot in places.areas if spot.rate is not None]
    if not known:
        return f"no rate, as it is not known how many live in these {SEVERAL[places.question.by]}"
    highest = max(known, key=lambda spot: spot.rate or 0)
    residents = sum(spot.residents or 0 for spot in known)
    whole = FOR_EACH * sum(spot.now or 0 for spot in known) / residents
    of = several(places, len(places.areas))
    among = (
        f"{len(known)} of {of} whose residents are known" if len(known) < len(places.areas) else of
    )
    return (
        f"{highest.name} has most for each 1,000 residents, {rounded(highest.rate or 0, 1):,}, "
        f"of {among}; all of these together have {rounded(whole, 1):,}"
    )


def rate_notes(places: Places) -> Iterator[str]:
    """Yield what must be known of rates: whose residents, and of which areas they are not known."""
    known = places.residents
    if known is None:
        areas = SEVERAL[places.question.by]
        yield f"How many people live in these {areas} is not loaded. {PEOPLE_LOADED}"
        return
    apart = f", {count_of(known.years_apart, 'year')} or more away" if known.years_apart else ""
    yield f"Residents of mid-{known.year}{apart}, from {joined(known.sources)}. {RATE_MEANS}"
    if lacking := [spot.name for spot in places.areas if spot.residents is None]:
        names = listed(lacking, MOST_NAMED)
        yield f"Residents not known of {names}: not in the file, or of another census."
    if empty := [spot.name for spot in places.areas if spot.residents == 0]:
        yield f"Nobody lives in {listed(empty, MOST_NAMED)}, so there is no rate."


def _verdicts(places: Places) -> str:
    rows = [spot.change for spot in places.areas if spot.change]
    if not rows:
        return "none in either period"
    compared = sum(row.verdict is not Verdict.NOT_COMPARABLE for row in rows)
    if not compared:
        return f"no {AREAS[places.question.by]} can be compared"
    rose = [row for row in rows if row.verdict is Verdict.RISE]
    fell = [row for row in rows if row.verdict is Verdict.FALL]
    of = several(places, len(places.areas))
    if not rose and not fell:
        return f"no clear change in any of {of}"
    sides = [
        f"{len(side)} {verb}{_unusual([row.area for row in side if row.unusual])}"
        for side, verb in ((rose, "rose"), (fell, "fell"))
    ]
    return f"of {of} {sides[0]} and {sides[1]}"


def _unusual(names: Sequence[str]) -> str:
    return f" (unusually {listed(names, MOST_NAMED)})" if names else ""


def _hot_spots(places: Places) -> str:
    hot, of = places.hot, several(places, len(places.areas))
    if hot is None:
        return f"no record names a {AREAS[places.question.by]}"
    if not hot.hot:
        return f"no hot spot among {of}"
    names = listed([places.areas[at].name for at in hot.hot], MOST_NAMED)
    then = "" if hot.steady is None else f"; {_steady(len(hot.steady), len(hot.hot))}"
    if hot.by is HeatBy.TOP_TENTH:
        return f"the busiest tenth of {of}: {names}{then}"
    spots = count_of(len(hot.hot), "hot spot")
    return f"{spots} among {of}: {names}{then}"


def _steady(steady: int, hot: int) -> str:
    """Say how many hot spots were so in the comparison too."""
    if steady == hot:
        return "in the comparison too" if hot == 1 else "all of them in the comparison too"
    return f"{steady or 'none'} of them in the comparison too"


def notes(places: Places) -> Iterator[str]:
    """Yield what must be known beside the areas: records without one, and what is not drawn."""
    by, together = places.question.by, places.together
    if together.nowhere_now:
        total = "" if together.now is None else f" of {together.now:,}"
        verb = "names" if together.nowhere_now == 1 else "name"
        yield f"{together.nowhere_now:,}{total} records {verb} no {AREAS[by]}."
    if lacking := places.lacking_outlines:
        names = listed([spot.name for spot in lacking], MOST_NAMED)
        yield f"Not on the map, as no boundary of theirs is loaded: {names}."
    if places.no_map:
        yield why_no_map(places.no_map, by)
        if len(places.areas) > MOST_DOTS:
            yield f"The picture has {MOST_DOTS} of them; all are in the table."


def why_no_map(why: NoMap, by: By) -> str:
    """Say why there is no map, and what to load where."""
    several = SEVERAL[by]
    said = {
        NoMap.NONE_LOADED: f"No boundaries of {several} are loaded here, so there is no map.",
        NoMap.OTHER_AREAS: (
            f"The boundaries that are loaded are not those of the {several} that records name: "
            "they lack some districts, or are of another year."
        ),
        NoMap.TOO_MANY: f"There are too many {several} for one map: choose one district.",
    }[why]
    return said if why is NoMap.TOO_MANY else f"{said} {WHERE_LOADED}"


def of_one(places: Places, spot: Spot) -> str:
    """Say of one area how many records it has, which share of all and which rank."""
    noun, area = places.measure.noun, AREAS[places.question.by]
    if spot.now is None:
        return f"How many {noun[1]} it has is not known."
    share = _share(places, spot)
    rank = places.rank(spot)
    return (
        f"{count_of(spot.now, noun[0], noun[1])}{share}: rank {rank} of "
        f"{several(places, len(places.areas))}, 1 being the {area} with most.{_rate(places, spot)}"
    )


def _rate(places: Places, spot: Spot) -> str:
    if spot.rate is None or places.residents is None:
        return ""
    return (
        f" That is {rounded(spot.rate, 1):,} for each 1,000 residents "
        f"({people(spot.residents or 0)} in mid-{places.residents.year})."
    )


def _share(places: Places, spot: Spot) -> str:
    share = places.share(spot)
    if share is None:
        return ""
    located = places.concentration.located
    return f", {rounded(share, 1)}% of the {located:,} that name a {AREAS[places.question.by]}"


def heat_of(places: Places, spot: Spot) -> str:
    """Say whether an area is a hot or cold spot; nothing where it is neither, or not told."""
    hot = places.hot
    heat = hot.now[places.areas.index(spot)] if hot else None
    if hot is None or heat in (None, Heat.NEITHER):
        return ""
    if hot.by is HeatBy.TOP_TENTH:
        return "It is in the busiest tenth."
    return f"With the areas around it, it is a {heat}."


def in_words(places: Places, show: Show) -> str:
    """Say what the map or strip shows, for who does not see it."""
    what = "Ranked strip" if places.no_map else "Map"
    busiest = [
        f"{spot.name} ({spot.now:,})" for spot in places.areas[:MOST_NAMED] if spot.now is not None
    ]
    most = f" Most {places.measure.noun[1]}: {', '.join(busiest)}." if busiest else ""
    where = places.question.place.label
    of = several(places, len(places.areas))
    return f"{what} of {of}, {where}. {finding(places, show)}.{most} Every area is in the table."
