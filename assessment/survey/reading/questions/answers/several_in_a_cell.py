"""Several options in one cell: what parts them, and options that hold what parts them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.export.cell_meanings import Parting

LINE_BREAK, SPACE = "\n", " "
# What Typeform writes before each option.
BEFORE_EACH = "/ "
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
SEPARATORS = (LINE_BREAK, BEFORE_EACH, ";#", ";", "|", ",", SPACE)
# Of what is said between separators, so much must be said again by others.
SAID_AGAIN = 0.7
# Lines that nearly all stand in other cells too are options, and no lines of a letter.
MOSTLY_AGAIN = 0.9
FEWEST_TOGETHER = 2
MOSTLY_ALONE = 0.75
# Separators part options of a few words; a sentence with commas in it is none.
MOST_WORDS = 12
MOST_PARTS = 50_000
# Two parts that never come apart this often are one option.
NEVER_APART = 3
CAPITALS = 0.7


@dataclass(frozen=True)
class Parts:
    """What a column says when its cells are parted: how often each part, and how it was parted."""

    parting: Parting
    counts: Mapping[str, int]
    is_complete: bool


def separator_of(values: Mapping[str, int]) -> str | None:
    """Return what parts several options in the cells of a column; None if nothing does."""
    return next((mark for mark in SEPARATORS if _parts(mark, values)), None)


def _parts(mark: str, values: Mapping[str, int]) -> bool:
    if mark == BEFORE_EACH:
        return bool(values) and all(cell.startswith(mark) for cell in values)
    if mark == LINE_BREAK:
        return _are_lines_of_options(values)
    return _are_names_of_options(values) if mark == SPACE else _parts_options(mark, values)


def _are_lines_of_options(values: Mapping[str, int]) -> bool:
    """Tell options below each other in a cell, as JotForm writes them, from what people wrote."""
    lines: Counter[str] = Counter()
    for cell, n in values.items():
        lines.update(dict.fromkeys((line.strip() for line in cell.splitlines()), n))
    again = sum(n for line, n in lines.items() if n > 1 and len(line.split()) <= MOST_WORDS)
    return any(LINE_BREAK in cell for cell in values) and again >= MOSTLY_AGAIN * lines.total()


def _are_names_of_options(values: Mapping[str, int]) -> bool:
    """Tell the names of options that are parted by spaces, as ODK and KoboToolbox write them.

    No name holds a space, none stands twice in a cell, and nearly all stand alone in some cell:
    of "very safe" or "own street" neither word does.
    """
    cells = [cell.split() for cell in values]
    alone = {cell[0] for cell in cells if len(cell) == 1}
    together = [cell for cell in cells if len(cell) > 1]
    names = {name for cell in together for name in cell}
    if len(together) < FEWEST_TOGETHER or any(len({*cell}) < len(cell) for cell in together):
        return False
    return len(names & alone) >= MOSTLY_ALONE * len(names)


def _parts_options(mark: str, values: Mapping[str, int]) -> bool:
    holding = [cell for cell in values if mark in THOUSANDS.sub("", cell)]
    if not holding or (mark == "," and _are_two_of_one(holding, values)):
        return False
    if mark != "," and all(cell.endswith(mark) for cell in values):
        return True  # as Microsoft Forms writes every cell
    wholes: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for cell, n in values.items():
        parts = {part.strip() for part in cell.split(mark) if part.strip()}
        wholes.update(parts)
        mentions.update(dict.fromkeys(parts, n))
    known = survey_definitions()
    if all(known.concern_of(p) and len(p.split()) <= MOST_WORDS for p in wholes):
        return True
    again = sum(n for part, n in mentions.items() if n > 1)
    in_several = sum(1 for n in wholes.values() if n > 1)
    longest = max(len(part.split()) for part, n in wholes.items() if n > 1) if in_several else 0
    return in_several >= 2 and again >= SAID_AGAIN * mentions.total() and longest <= MOST_WORDS


def _are_two_of_one(holding: Sequence[str], values: Mapping[str, int]) -> bool:
    """Tell one choice with a comma in it ("Rainham, North") from several.

    What stands before the comma then never stands after one, and neither stands alone.
    """
    parts = [[part.strip() for part in cell.split(",")] for cell in holding]
    before = {first for first, *_ in parts}
    after = {part for _, *rest in parts for part in rest}
    alone = {cell.strip() for cell in values}
    return len(holding) > 1 and not (before & after or (before | after) & alone)


def part_cells(writer: Writer, position: int, separator: str, known: Sequence[str] = ()) -> Parts:
    """Part the cells of a column, putting options that hold the separator back together."""
    glued = tuple(
        sorted({option for option in known if separator in option}, key=len, reverse=True)
    )
    rows = _rows(writer, Parting(position, separator, glued))
    if torn := _never_apart(rows, separator):
        glued = (*glued, *(option for option in torn if option not in glued))
        rows = _rows(writer, Parting(position, separator, glued))
    counts: Counter[str] = Counter()
    for part, _, n in rows:
        counts[part.strip()] += n
    return Parts(Parting(position, separator, glued), counts, len(rows) < MOST_PARTS)


def _rows(writer: Writer, parting: Parting) -> list[tuple[str, str | None, int]]:
    split(writer, [parting])
    return [
        (part, following, n) for part, following, n in writer.rows("parts_said", most=MOST_PARTS)
    ]


def split(writer: Writer, partings: Sequence[Parting]) -> None:
    """Split what the cells of some columns hold, for the queries that look at the parts."""
    writer.run(
        "create_survey_split",
        positions=[parting.position for parting in partings],
        separators=[parting.separator for parting in partings],
        glued=[list(parting.glued) for parting in partings],
    )


def _never_apart(rows: Sequence[tuple[str, str | None, int]], mark: str) -> list[str]:
    """Return options that were torn: parts that go on in lower case and never come apart.

    Where a known option is made of two neighbours, that is enough; and where most parts follow
    their separator at once, a space after it belongs to an option.
    """
    later = [(part, n) for _, part, n in rows if part is not None]
    spaced = 2 * sum(n for part, n in later if part[0] == " ") > sum(n for _, n in later)
    joined = f"{mark} " if spaced else mark
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for part, following, n in rows:
        counts[part.strip() if spaced else part] += n
        if following is not None:
            pairs[(part.strip(), following.strip()) if spaced else (part, following)] += n
    goes_on = {
        first: second
        for (first, second), n in pairs.items()
        if _names_a_concern(first + joined + second)
        or (counts[second] == n and _goes_on(first, second, n, counts))
    }
    starts = [part for part in goes_on if part not in goes_on.values()]
    return [_chain(start, goes_on, joined) for start in starts]


def _names_a_concern(whole: str) -> bool:
    return plain(whole) in _names_of_concerns()


@cache
def _names_of_concerns() -> frozenset[str]:
    known = survey_definitions().concerns.values()
    return frozenset(plain(name) for c in known for name in (c.label, *c.aliases))


def _goes_on(first: str, part: str, times: int, counts: Counter[str]) -> bool:
    """Tell whether a part reads as the rest of one before it, where parts begin with a capital.

    What begins it ("Noise" of "Noise, shouting and music") may be an option too.
    """
    others = counts.total() - counts[part]
    capitals = sum(n for text, n in counts.items() if text.strip()[:1].isupper())
    torn = times >= NEVER_APART and part.strip()[:1].islower() and capitals >= CAPITALS * others
    return torn or (part[:1] == " " and counts[first] == times)


def _chain(start: str, goes_on: Mapping[str, str], joined: str) -> str:
    whole, last, seen = start, start, {start}
    while (following := goes_on.get(last)) and following not in seen:
        whole, last = whole + joined + following, following
        seen.add(following)
    return whole.strip()


def are_ranked(parts: Parts, cells: int, values: Mapping[str, int]) -> bool:
    """Tell a ranking: everybody names every option, and not all in the same order."""
    options = [part for part, n in parts.counts.items() if n > 1 or cells == 1]
    return (
        len(options) >= 3
        and len(values) > 1
        and all(n >= 0.9 * cells for n in parts.counts.values())
    )
