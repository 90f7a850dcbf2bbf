"""Victims in words: which bands are more or fewer of them, and what comes again."""

from assessment.definitions.victim_bands import KINDS, band_in_words
from assessment.numbers import count_of, rounded, signed
from assessment.outputs.charts.roles import Role
from assessment.patterns.victims import (
    BandShare,
    KindOfVictims,
    MeasureVictims,
    PlaceKind,
    PlacesAgain,
    VictimsAgain,
)
from assessment.patterns.victims.band_lines import SEVERAL, UNSAID
from assessment.patterns.victims.repeat_victims import RepeatVictims
from assessment.periods import joined

NOT_COVERED = "not covered"
# Of fewer of the records than this share, those that say it may be of one kind.
LEAST_SAID = 50
MOST_NAMED = 8
NONE_SAID = (
    "No record here says who its victim was. Extracts with columns for a victim's age, sex, "
    "ethnicity or relation are kept as bands, and references of victims as marks, once somebody "
    "has said on Upload data what for."
)
AGAIN_IS_SMALL = (
    "Who and what comes again is shown to the partnership's own team alone: such numbers are small."
)
NONE_MARKED = (
    "No record of this measure names its victims by a mark, so it is not known who comes again."
)
HOW_TO_READ = (
    "A record counts once in each kind; shares are of the records that say it. The range is where "
    "the change lies in 95 of 100 such comparisons, by counting alone; ▲ and ▼ are changes that "
    "counting alone does not explain, among all lines of the measure. More or fewer of a band may "
    "be more or fewer victims of it, or of the others: the counts tell. People have an age and a "
    "sex, and shops have none."
)
BY_LOT = (
    "The busiest are the busiest tenth of small areas, and the 20 busiest points on the map, with "
    "those that have as many records as the last. By lot: how many would be the same if they were "
    "drawn anew from all places with a record."
)
PLACES = {PlaceKind.SMALL_AREA: "small areas", PlaceKind.POINT: "points on the map"}


def named(share: BandShare) -> str:
    """Name a line."""
    if share.line.band == SEVERAL:
        return "Several victims, not alike in this"
    return band_in_words(share.line.band) if share.line.band != UNSAID else "Not said"


def finding(row: MeasureVictims) -> str:
    """Say in a sentence who most victims were, and what has clearly changed."""
    label = row.change.measure.label
    if row.withheld:
        return f"{label}: who the victims were is withheld"
    changed = [words for kind in row.kinds for words in _changed(kind)]
    if changed:
        return f"{label}: {joined(changed[:3])}"
    most = [words for kind in row.kinds if (words := _most(kind))]
    told = f"{joined(most)}; " if most else ""
    return f"{label}: {told}no clear change in who the victims were"


def _changed(kind: KindOfVictims) -> list[str]:
    return [
        f"{'more' if (share.points or 0) > 0 else 'fewer'} {_of_band(kind, share)} "
        f"({signed(share.points or 0, 1)} points)"
        for share in kind.shares
        if share.is_clear
    ]


def _of_band(kind: KindOfVictims, share: BandShare) -> str:
    name = named(share)
    return f"aged {name[:1].lower()}{name[1:]}" if kind.kind == "age" else name.lower()


def _most(kind: KindOfVictims) -> str:
    known = [(kind.percent(share), share) for share in kind.shares]
    told = [(percent, share) for percent, share in known if percent is not None]
    if not told:
        return ""
    percent, share = max(told, key=lambda each: each[0])
    return f"{rounded(percent, 0)}% {_of_band(kind, share)}"


def verdict(share: BandShare) -> str:
    """Say whether a share is larger or smaller, with its mark; '' where nothing is compared."""
    if share.points is None:
        return ""
    if not share.is_clear:
        return "● no clear change"
    return "▲ larger share" if share.points > 0 else "▼ smaller share"


def role(share: BandShare) -> Role:
    """Return what a line's change stands for: neither is better."""
    return Role.NOTABLE if share.is_clear else Role.USUAL


def percent(value: float | None) -> str:
    """Write a share; '' of too few."""
    return "" if value is None else f"{rounded(value, 1)}%"


def points(share: BandShare | VictimsAgain) -> str:
    """Write a change: +2.1 points (between −0.3 and +4.5); '' where nothing is compared."""
    if share.points is None or share.low is None or share.high is None:
        return ""
    ends = f"between {signed(share.low, 1)} and {signed(share.high, 1)}"
    return f"{signed(share.points, 1)} points ({ends})"


def notes(kind: KindOfVictims) -> tuple[str, ...]:
    """Say what must be known of a kind: how many say it, and why nothing is compared."""
    said, of = kind.said[1], kind.of[1]
    told = []
    if said is not None and of:
        share = 100 * said / of
        few = ": those that do may be of one kind" if share < LEAST_SAID else ""
        told.append(f"{said:,} of {count_of(of, 'record')} say it ({rounded(share, 0)}%){few}.")
    if kind.reason:
        told.append(f"Not compared: {kind.reason}")
    return tuple(told)


def kind_name(kind: str) -> str:
    """Name a kind."""
    return KINDS[kind]


def victims_again(again: VictimsAgain, label: str) -> tuple[str, ...]:
    """Say how many victims come again, and how that has changed."""
    now, before = again.now, again.before
    if now is None:
        return (NONE_MARKED,)
    if now.keys > 1:
        return (again.reason,) if again.reason else (NONE_MARKED,)
    told = [f"{label}: {_again(now)}."]
    if before is not None and before.keys == 1:
        told.append(f"Before: {_again(before)}.")
    if again.points is not None:
        clear = "more than counting alone explains" if again.is_clear else "no clear change"
        told.append(f"The share of victims who come again: {points(again)}, {clear}.")
    elif again.reason:
        told.append(f"Not compared: {again.reason}")
    return tuple(told)


def _again(victims: RepeatVictims) -> str:
    share = 100 * victims.of_repeat / victims.naming if victims.naming else 0
    return (
        f"{victims.repeat:,} of {count_of(victims.victims, 'victim')} come again within the year "
        f"({rounded(victims.percent, 1)}%), and {victims.of_repeat:,} of "
        f"{count_of(victims.naming, 'record')} that name a victim name one of them "
        f"({rounded(share, 1)}%)"
    )


def places_again(again: PlacesAgain) -> str:
    """Say how many of the busiest places were the busiest before."""
    share = 100 * again.records_in_top / again.records if again.records else 0
    names = joined(again.names[:MOST_NAMED])
    more = len(again.names) - MOST_NAMED
    also = f" and {more} more" if more > 0 else ""
    which = f" They are {names}{also}." if names else ""
    return (
        f"Of the {again.top} busiest of {again.places:,} {PLACES[again.kind]} with a record, "
        f"{again.again} were among the busiest before too; by lot it would be "
        f"{rounded(again.by_lot, 1)}. "
        f"They hold {again.records_in_top:,} of {count_of(again.records, 'record')} that name one "
        f"({rounded(share, 1)}%).{which}"
    )
