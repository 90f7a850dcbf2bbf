"""Places described as a map; where there is none, as a ranked strip of dots."""

from assessment.changes.location_wording import AREAS
from assessment.outputs.charts.area_map import AreaMap, MapArea
from assessment.outputs.charts.dot_chart import MOST_DOTS, Dot, DotChart
from assessment.outputs.places.place_tables import MOST_LISTED
from assessment.outputs.places.place_wording import finding, in_words
from assessment.outputs.places.shown_as import Show, Shown, shown_as
from assessment.patterns.places import Places, Spot


def place_chart(places: Places, show: Show, chosen: str | None = None) -> AreaMap | DotChart:
    """Describe every area of a place, with the one that is looked at."""
    shown = shown_as(places, show)
    return _strip(places, show, shown) if places.no_map else _map(places, show, shown, chosen)


def _map(places: Places, show: Show, shown: Shown, chosen: str | None) -> AreaMap:
    return AreaMap(
        finding(places, show),
        shown.unit,
        shown.classes,
        tuple(
            MapArea(
                spot.name,
                value,
                class_at,
                words,
                spot.drawn,
                spot.name == chosen,
                _rank(places, spot) if show is Show.COUNT else "",
            )
            for spot, value, class_at, words in zip(
                places.areas, shown.values, shown.class_at, shown.words, strict=True
            )
        ),
        in_words(places, show),
        AREAS[places.question.by].capitalize(),
    )


def _rank(places: Places, spot: Spot) -> str:
    """Number the busiest areas, as they are in the table of them."""
    rank = places.rank(spot)
    return str(rank) if spot.now and rank and rank <= MOST_LISTED else ""


def _strip(places: Places, show: Show, shown: Shown) -> DotChart:
    is_change = show is Show.CHANGE
    dots = [
        Dot(spot.name, number, words, shown.classes[at].shade, shown.classes[at].symbol)
        for spot, number, at, words in zip(
            places.areas, shown.numbers, shown.class_at, shown.words, strict=True
        )
    ]
    if show is Show.RATE:
        dots.sort(key=lambda dot: -(dot.value or 0))
    if is_change:
        # The largest of either kind have room; of these, rises come first.
        dots.sort(key=lambda dot: -abs(dot.value or 0))
        dots[:MOST_DOTS] = sorted(dots[:MOST_DOTS], key=lambda dot: -(dot.value or 0))
    return DotChart(
        finding(places, show),
        shown.unit,
        tuple(dots),
        in_words(places, show),
        AREAS[places.question.by].capitalize(),
        from_zero=not is_change,
    )
