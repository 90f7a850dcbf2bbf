"""Everything that a partner can read of records, view by view, as equations."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from assessment.changes import (
    By,
    Change,
    Place,
    Question,
    Status,
    unlocated,
    year_on_year,
)
from assessment.definitions import (
    COST,
    FLAGS,
    HARM,
    SEVERITY,
    MeasureSet,
    counted_under,
    measure_sets,
)
from assessment.outputs.changes.changes_download import year_on_year_table
from assessment.patterns.crime_harm import is_found, weight_range
from assessment.patterns.recorded_offences import Recorded
from assessment.patterns.victims import BandLine, victim_bands, victims
from assessment.periods import Period
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts, count_issues
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.indicators.issue_facts import Facts, facts_of
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from tests.disclosure.attack import FEWEST, Atom, Knowledge

NUMBER = r"(−?[\d,]+(?:\.\d+)?)"
TWO_COUNTS = re.compile(rf"^{NUMBER} the year before, {NUMBER} now")
SHARE = re.compile(rf"^{NUMBER} of {NUMBER} records")
RECORDS = re.compile(rf"^{NUMBER} ")
VICTIMS = re.compile(rf"^{NUMBER} of {NUMBER} victims? named in {NUMBER} of {NUMBER} records")
FEW_NAMING = re.compile(rf"^Only {NUMBER} of {NUMBER} records name a victim")
HARM_OF = re.compile(
    rf"^(?:Harm|Severity|Cost) of {NUMBER}(?: to {NUMBER})? .* over {NUMBER} offences"
)
HARM_DAYS = re.compile(rf"^{NUMBER} .* for {NUMBER} offences")
OF_100 = re.compile(rf"^{NUMBER} for each 100 offences here, {NUMBER} in the middle")


@dataclass(frozen=True)
class World:
    """The districts, the pieces of time that periods are made of, and who asks."""

    partner: Workspace
    analyst: Workspace
    districts: tuple[str, ...]
    months: tuple[date, ...]  # of which each piece of time begins with one

    def atoms(
        self, leaves: Iterable[str], measure_set: str, districts: Iterable[str], period: Period
    ) -> list[Atom]:
        """Return what some records of a period are made of."""
        pieces = [at for at, month in enumerate(self.months) if period.start <= month < period.end]
        return [
            Atom(measure_set, *each)
            for each in product(sorted(set(leaves)), sorted(set(districts)), pieces)
        ]

    def districts_of(self, place: Place) -> tuple[str, ...]:
        """Return the districts of a place; of a force, that none is given too."""
        return (*self.districts, "") if place.force else place.districts


def read_changes(world: World, known: Knowledge, question: Question) -> None:
    """Read every row of Year on year, and what its working and its download say besides."""
    answer = year_on_year(world.partner, question)
    table = year_on_year_table(answer)
    view = f"year on year: {question}"
    for change, row in zip(answer.changes, table.rows, strict=True):
        _read_row(world, known, view, question, change)
        assert change.difference is not None or not any(isinstance(cell, float) for cell in row), (
            "a number is downloaded of what is withheld"
        )
        assert not any(change.previous_months + change.current_months)
    if question.by is By.MEASURE and question.measure is None:
        _read_every_victim(world, known, question)
    assert answer.working.records is None
    assert {extract.rows for extract in answer.working.extracts} <= {None}


def _read_row(
    world: World, known: Knowledge, view: str, question: Question, change: Change
) -> None:
    districts = world.districts_of(question.place)
    if question.by is By.DISTRICT:
        districts = (change.area if change.area in world.districts else "",)
    measure = change.measure
    for count, period in (
        (change.previous, question.comparison),
        (change.current, question.period),
    ):
        if count is not None:
            cells = world.atoms(counted_under(measure), measure.measure_set, districts, period)
            known.reads(view, cells, count)
    if change.status is not Status.WITHHELD:
        _read_victims(world, known, question, change, districts)
    if change.difference is None:
        numbers = (change.percent, change.interval_low, change.p_value, change.p_adjusted)
        assert set(numbers) == {None}, "a number is told of what is withheld"


def _read_victims(
    world: World, known: Knowledge, question: Question, change: Change, districts: Iterable[str]
) -> None:
    """Read who the victims of a row's records were."""
    told = victim_bands(world.partner, question, change)
    _read_lines(world, known, question, change, districts, told.lines if told else ())


def _read_every_victim(world: World, known: Knowledge, question: Question) -> None:
    """Read the view of every measure's victims, which has the lines of each row alone."""
    districts = world.districts_of(question.place)
    for row in victims(world.partner, question).rows:
        lines = [share.line for kind in row.kinds for share in kind.shares]
        _read_lines(world, known, question, row.change, districts, lines)


def _read_lines(
    world: World,
    known: Knowledge,
    question: Question,
    change: Change,
    districts: Iterable[str],
    lines: Iterable[BandLine],
) -> None:
    for line in lines:
        for count, period in ((line.before, question.comparison), (line.now, question.period)):
            if count is not None:
                of = change.measure
                cells = world.atoms(counted_under(of), of.measure_set, districts, period)
                band = f"{line.kind}={line.band}"
                known.reads("victims", apart_of(cells, band), count)


def read_unlocated(world: World, known: Knowledge, force: str, period: Period, of: str) -> None:
    """Read how many records of a force name no district."""
    count = unlocated(world.partner, force, period, of)
    if count is not None and of != FLAGS:
        leaves = leaves_of(measure_sets()[of])
        known.reads(f"no district, {period.dates}", world.atoms(leaves, of, [""], period), count)


def read_evidence(
    world: World, known: Knowledge, place: Place, period: Period, issues: Sequence[Issue]
) -> None:
    """Read everything that is said of issues in a risk matrix."""
    told = facts_of(world.partner, place, period, issues)
    truth = count_issues(world.analyst, place, period, issues)
    for issue, facts in told.items():
        assert (facts.before, facts.now, facts.busiest) == ((), (), ()), issue
        _Evidence(world, known, place, period, truth[issue]).read(facts)


# How uneven places are, what residents say: each has rules of its own.
TELLS_NO_RECORDS = ("concentration", "concentration-excess", "public-concern")
# Records are told apart by what they say of victims: their sets have names of their own.
NAMING, UNNAMED = "naming a victim", "naming no victim"
BANDS = ("sex=female", "sex=male", "sex=")


@dataclass(frozen=True)
class _Evidence:
    world: World
    known: Knowledge
    place: Place
    period: Period
    truth: IssueCounts

    def read(self, facts: Facts) -> None:
        """Read value after value; what is printed of a number must have been understood."""
        read = {
            "share-of-all": self._share,
            "change": self._change,
            "records": self._records,
            "harm-per-offence": self._harm,
            "harm-per-reported-offence": lambda words: self._harm(words, without_found=True),
            "severity-per-offence": lambda words: self._harm(words, SEVERITY),
            "cost-per-offence": lambda words: self._harm(words, COST),
            "harm-days": self._harm_days,
            "reported-harm-days": lambda words: self._harm_days(words, without_found=True),
            "rate-against-peers": self._peers,
            "repeat-victims": self._victims,
        }
        # A new indicator has to be read here too, or it has to be said why it tells no record.
        assert {*read, *TELLS_NO_RECORDS} == {*INDICATORS}
        for name, understand in read.items():
            fact = facts.of(INDICATORS[name])
            if fact.is_withheld:
                assert not fact.is_printable
                assert not fact.caveats
            elif re.search(r"\d", fact.words):
                understand(fact.words)

    def _cells(self, period: Period, leaves: Iterable[str] | None = None) -> list[Atom]:
        measure = self.truth.change.measure
        return self.world.atoms(
            counted_under(measure) if leaves is None else leaves,
            measure.measure_set,
            self.place.districts,
            period,
        )

    def _total(self, total: str, districts: Iterable[str]) -> list[Atom]:
        of = self.truth.change.measure.measure_set
        leaves = counted_under(measure_sets()[of].measure(total))
        return self.world.atoms(leaves, of, districts, self.period)

    def _read(self, view: str, cells: Sequence[Atom], text: str) -> None:
        self.known.reads(f"risk matrix, {view}", cells, int(_number(text)))

    def _share(self, words: str) -> None:
        if found := SHARE.match(words):
            self._read("share", self._cells(self.period), found[1])
            if self.truth.change.measure.measure_set != FLAGS:
                self._read("all", self._total("all-records", self.place.districts), found[2])

    def _change(self, words: str) -> None:
        found = TWO_COUNTS.match(words)
        assert found, words
        self._read("before", self._cells(self.period.year_before()), found[1])
        self._read("now", self._cells(self.period), found[2])

    def _records(self, words: str) -> None:
        if found := RECORDS.match(words):
            self._read("records", self._cells(self.period), found[1])

    def _victims(self, words: str) -> None:
        """Read how many records name a victim, and so how many name none."""
        if found := VICTIMS.match(words):
            again, victims, naming, records = map(_number, found.groups())
            assert not any(0 < few < FEWEST for few in (again, victims, victims - again)), words
        elif found := FEW_NAMING.match(words):
            naming, records = map(_number, found.groups())
        else:
            return
        cells = self._cells(self.period)
        self.known.reads("risk matrix, victims", apart_of(cells, NAMING), int(naming))
        self.known.reads("risk matrix, victims", apart_of(cells, UNNAMED), int(records - naming))
        self.known.reads("risk matrix, victims", cells, int(records))

    def _harm(self, words: str, of: str = HARM, *, without_found: bool = False) -> None:
        if self.truth.change.measure.measure_set == FLAGS:
            return
        if found := HARM_OF.match(words):
            weighed = self._weighed(of, without_found=without_found)
            self._read("weighed", list(weighed), found[3])
            if not found[2]:
                total, mean = _number(found[3]), _number(found[1])
                self._weights(weighed, (mean - 0.05) * total, (mean + 0.05) * total)

    def _harm_days(self, words: str, *, without_found: bool = False) -> None:
        if self.truth.change.measure.measure_set == FLAGS:
            return
        if found := HARM_DAYS.match(words):
            days = _number(found[1])
            weighed = self._weighed(without_found=without_found)
            self._weights(weighed, days - 0.5, days + 0.5)

    def _weights(self, weighed: Mapping[Atom, float], least: float, most: float) -> None:
        self.known.between("risk matrix, harm", weighed, least, most)

    def _weighed(self, of: str = HARM, *, without_found: bool = False) -> Mapping[Atom, float]:
        ranges = {
            cell: weight_range(cell.measure_set, cell.leaf, of=of)
            for cell in self._cells(self.period)
            if not (without_found and is_found(Recorded(cell.measure_set, cell.leaf, 1)))
        }
        return {cell: ends[0] for cell, ends in ranges.items() if ends}

    def _peers(self, words: str) -> None:
        """Read shares: of the place, and of the one district that happens to be in the middle."""
        found, peers = OF_100.match(words), self.truth.peers
        if not found or not peers or self.truth.change.measure.measure_set == FLAGS:
            return
        self._of_100(self.place.districts, _number(found[1]))
        if len(peers.behind_median) == 1:
            self._of_100(peers.behind_median, _number(found[2]))

    def _of_100(self, districts: Sequence[str], share: float) -> None:
        every = self._total("all-crime", districts)
        own = set(
            self.world.atoms(
                counted_under(self.truth.change.measure),
                self.truth.change.measure.measure_set,
                districts,
                self.period,
            )
        )
        for ends, least, most in ((-0.051, 0, float("inf")), (0.051, -float("inf"), 0)):
            part = (share + ends) / 100
            cells = {cell: (cell in own) - part for cell in {*every, *own}}
            self.known.between("risk matrix, peers", cells, least, most)


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def apart_of(cells: Iterable[Atom], which: str) -> list[Atom]:
    """Return those of some records that say the same of their victims."""
    return [cell._replace(measure_set=f"{cell.measure_set} {which}") for cell in cells]


def leaves_of(of: MeasureSet) -> list[str]:
    """Return everything that records of a set are counted under."""
    return sorted({leaf for measure in of.measures for leaf in counted_under(measure)})
