"""The answers of a wave, who gave them, and its priorities beside the records, as tables."""

from collections.abc import Sequence

from assessment.numbers import rounded
from assessment.outputs.survey.survey_wording import wave_in_words
from assessment.outputs.table_notes import Notes
from assessment.outputs.tables import COUNT, MADE_UP, SYNTHETIC, Cell, Column, Table, marked
from assessment.perception import Beside, Perception
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.weighting_effect import Represented

SHARE = "0.0"
ANSWERS = (
    Column("Question", 44),
    Column("Answer", 40),
    Column("Group", 24),
    Column("People", 10, COUNT),
    Column("Base", 10, COUNT),
    Column("Share (%)", 10, SHARE),
    Column("Likely range from (%)", 13, SHARE),
    Column("Likely range to (%)", 13, SHARE),
    Column("Weighted share (%)", 11, SHARE),
    Column("Weighted from (%)", 11, SHARE),
    Column("Weighted to (%)", 11, SHARE),
    Column("Place", 8, COUNT),
    Column("Mean rank", 10, SHARE),
    Column("Put first by", 10, COUNT),
    Column("Mean", 10, SHARE),
    Column("Weighted mean", 10, SHARE),
    Column("Standard deviation", 10, SHARE),
    Column("Withheld", 11),
    Column("Not decided", 50),
    Column("Question id", for_programs=True),
    Column("Side taken together", for_programs=True),
    MADE_UP,
)
REPRESENTED = (
    Column("Variable", 12),
    Column("Category", 30),
    Column("People who answered", 12, COUNT),
    Column("Share of those who answered (%)", 14, SHARE),
    Column("Population", 12, COUNT),
    Column("Share of the population (%)", 14, SHARE),
    Column("Difference (points)", 12, "+0.0;-0.0;0.0"),
    Column("Source of the population", 60),
    Column("Not decided", 50),
    MADE_UP,
)
PERCEIVED = (
    Column("Priority", 44),
    Column("People", 10, COUNT),
    Column("Base", 10, COUNT),
    Column("Share (%)", 10, "0.0"),
    Column("Residents' place", 11, COUNT),
    Column("Recorded", 11, COUNT),
    Column("Place by number", 11, COUNT),
    Column("Place by harm", 11, COUNT),
    Column("In a sentence", 80),
    Column("Not decided", 50),
)
HOW_TO_READ = (
    "Share: of everybody who gave any answer to the question, those who did not know included.",
    "Likely range: Wilson's 95% interval. For a self-selected survey, as if it were a random "
    "sample.",
    "Mean: of the numbers that people gave.",
    "Not decided: what was in doubt when the file was loaded, and could change the figure.",
    "withheld: a group of fewer than 10, or one whose numbers would give such a group away; for "
    "partners also a question that fewer than 5 answered.",
)


def answers_table(summary: Summary) -> Table:
    """Return the answers of a wave, each row with its base so that it can stand alone."""
    wave = summary.wave
    notes: Notes = (
        ("How to read the shares", HOW_TO_READ),
        ("Caveats", summary.caveats or ("None.",)),
    )
    if summary.weights:
        notes += (("What shares are weighted to", summary.weights.sources),)
    rows = tuple(_answer(wave, row) for row in summary.rows)
    return Table(
        f"What people say: {wave.survey_name}", about_wave(wave), ANSWERS, rows, notes, "Answers"
    )


def represented_table(wave: Wave, beside: Sequence[Represented]) -> Table:
    """Return who answered beside the population, with the source of each figure about it."""
    made_up = "yes" if wave.synthetic else "no"
    rows = tuple(
        (
            *(
                category.variable,
                category.category,
                category.respondents,
                rounded_share(category.respondent_percent),
            ),
            *(category.people, rounded_share(category.population_percent)),
            rounded_share(category.respondent_percent - category.population_percent),
            *(category.source, " ".join(category.doubts), made_up),
        )
        for category in beside
    )
    return Table(
        f"Who answered: {wave.survey_name}", about_wave(wave), REPRESENTED, rows, (), "People"
    )


def about_wave(wave: Wave) -> tuple[str, ...]:
    """Return the lines above a table that say which survey and wave it is about."""
    synthetic = [SYNTHETIC] if wave.synthetic else []
    return (*synthetic, f"Survey: {wave.survey_name}", f"Wave: {wave_in_words(wave)} ({wave.id})")


def _answer(wave: Wave, row: SummaryRow) -> tuple[Cell, ...]:
    return (
        row.wording,
        row.option,
        row.group or "everyone",
        row.count,
        row.base,
        *map(rounded_share, (row.percent, row.low, row.high)),
        *map(rounded_share, (row.weighted_percent, row.weighted_low, row.weighted_high)),
        row.rank,
        rounded_share(row.mean_rank),
        row.first_places,
        rounded_share(row.mean),
        rounded_share(row.weighted_mean),
        rounded_share(row.spread),
        "withheld" if row.withheld else "",
        " ".join(row.doubts),
        row.question,
        "yes" if row.is_net else "no",
        "yes" if wave.synthetic else "no",
    )


def rounded_share(share: float | None) -> float | None:
    """Return a share with as many decimals as leave the product."""
    return None if share is None else float(rounded(share, 3))


def perception_table(perception: Perception, *, synthetic: bool) -> Table:
    """Return each priority with its places; a concern without a counterpart says why."""
    about = (
        *([SYNTHETIC] if synthetic else []),
        f"Records of: {perception.place.label}",
        f"Period: {perception.period.dates}",
        "Places: among the priorities that recorded crime can be set beside",
    )
    columns, rows = marked(PERCEIVED, tuple(map(_perceived, perception.rows)), synthetic=synthetic)
    notes = (("Caveats", perception.caveats),)
    return Table("Residents' priorities and the records", about, columns, rows, notes, "Record")


def _perceived(beside: Beside) -> tuple[Cell, ...]:
    row = beside.row
    return (
        *(row.option, row.count, row.base),
        rounded_share(row.percent),
        *(beside.place, beside.recorded.volume, beside.volume_place, beside.harm_place),
        beside.sentence,
        " ".join(row.doubts),
    )
