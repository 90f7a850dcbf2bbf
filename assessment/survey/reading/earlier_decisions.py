"""What was decided of a survey's columns, kept from wave to wave."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assessment.definitions import survey_scales
from assessment.errors import InvalidRequest
from assessment.store import Store, Writer
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision, Use

Decisions = Mapping[str, Decision]
NOTHING_DECIDED = Decision()
# What a decision lists.
LISTS = ("options", "not_asked", "blanks", "elsewhere", "residents")


def remembered(store: Store | Writer, survey: str) -> Decisions:
    """Return what was decided of a survey's columns, by header."""
    rows = store.rows("survey_readings", survey=survey)
    return {header: _from_json(decision) for header, decision in rows}


def both(earlier: Decisions, now: Decisions) -> Decisions:
    """Put what is decided now over what was decided before."""
    every = dict.fromkeys((*earlier, *now))
    return {
        header: over(earlier.get(header, Decision()), now.get(header, Decision()))
        for header in every
    }


def over(earlier: Decision, now: Decision) -> Decision:
    """Return a decision in which what is said now replaces what was said before."""
    other_kind = now.kind is not None and now.kind is not earlier.kind
    return Decision(
        kind=now.kind or earlier.kind,
        concept=now.concept or earlier.concept,
        # Another kind of question has another scale, if any.
        scale=now.scale if now.scale is not None or other_kind else earlier.scale,
        codes={**earlier.codes, **now.codes},
        merges={**earlier.merges, **now.merges},
        options=now.options or (() if other_kind else earlier.options),
        leave_out=earlier.leave_out if now.leave_out is None else now.leave_out,
        same_as=earlier.same_as if now.same_as is None else now.same_as,
        not_asked=(*dict.fromkeys((*earlier.not_asked, *now.not_asked)),),
        blanks=(*dict.fromkeys((*earlier.blanks, *now.blanks)),),
        wording=now.wording or earlier.wording,
        weight=earlier.weight if now.weight is None else now.weight,
        keep_alike=earlier.keep_alike if now.keep_alike is None else now.keep_alike,
        alike_before=earlier.alike_before if now.alike_before is None else now.alike_before,
        keep_latest=earlier.keep_latest if now.keep_latest is None else now.keep_latest,
        is_same=earlier.is_same if now.is_same is None else now.is_same,
        part_of=now.part_of or (None if now.kind is not None else earlier.part_of),
        elsewhere=_without((*earlier.elsewhere, *now.elsewhere), now.residents),
        residents=_without((*earlier.residents, *now.residents), now.elsewhere),
    )


def _without(texts: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text not in others))


def remember(writer: Writer, survey: str, decisions: Decisions, moved: Sequence[str] = ()) -> None:
    """Keep what was decided, in the place of what was decided of the same columns before.

    `moved` are headers under which some of them stood then.
    """
    headers = list(decisions)
    writer.run("forget_survey_readings", survey=survey, headers=[*headers, *moved])
    writer.run(
        "insert_survey_readings",
        survey=survey,
        headers=headers,
        decisions=[_as_json(decision) for decision in decisions.values()],
    )


def decisions_of(readings: Sequence[QuestionReading], known: Decisions) -> Decisions:
    """Return every column's reading as a decision, so that the next wave is read alike."""
    # Whether rows are other people is asked of each file anew.
    of_all = {
        header: _for_the_next_file(decision)
        for header, decision in known.items()
        if header == EVERY_COLUMN
    }
    return of_all | {
        reading.column.header: _decision(reading, known.get(reading.column.header, Decision()))
        for reading in readings
        if reading.column.use in (Use.QUESTION, Use.DECIDED, Use.WEIGHT, Use.JOINED)
    }


def _for_the_next_file(decision: Decision) -> Decision:
    """Keep what was said of rows as what was said before: it holds for no other file."""
    said = decision.alike_before if decision.keep_alike is None else decision.keep_alike
    return replace(decision, keep_alike=None, alike_before=said, keep_latest=None)


def _decision(reading: QuestionReading, known: Decision) -> Decision:
    column = reading.column
    if any(doubt.blocks for doubt in column.doubts):
        # Loaded undecided: the next wave is asked too, of the question as it is named here.
        return replace(known, same_as=column.slug or known.same_as, is_same=None)
    if column.use is Use.DECIDED:
        return Decision(leave_out=True)
    if column.use is Use.JOINED:
        return Decision(part_of=known.part_of)
    if column.use is Use.WEIGHT:
        return Decision(weight=known.weight)
    listed = column.kind not in (QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE)
    return Decision(
        kind=column.kind,
        concept=column.concept,
        scale=column.scale or "",
        codes={**column.codes, **known.codes},
        merges=known.merges,
        options=tuple(option.label for option in column.options) if listed else (),
        leave_out=known.leave_out,
        same_as=column.slug,
        not_asked=(*dict.fromkeys((*known.not_asked, *column.not_asked)),),
        blanks=known.blanks,
        wording=known.wording,
        elsewhere=known.elsewhere,
        residents=known.residents,
    )


def check_headers(decisions: Decisions, headers: Mapping[str, object]) -> None:
    """Refuse decisions about columns that do not exist."""
    for header in decisions:
        if header not in headers and header != EVERY_COLUMN:
            raise InvalidRequest(f"The export has no question '{header}' to decide about.")


def check_scales(decisions: Decisions) -> None:
    """Refuse decisions for scales that do not exist."""
    for decision in decisions.values():
        if decision.scale and decision.scale not in survey_scales():
            known = ", ".join(survey_scales())
            raise InvalidRequest(f"There is no scale '{decision.scale}'. There are: {known}.")


def _as_json(decision: Decision) -> str:
    values = {
        "kind": decision.kind,
        "concept": decision.concept,
        "scale": decision.scale,
        "codes": dict(decision.codes),
        "merges": dict(decision.merges),
        "options": list(decision.options),
        "leave_out": decision.leave_out,
        "same_as": decision.same_as,
        "not_asked": list(decision.not_asked),
        "blanks": list(decision.blanks),
        "wording": decision.wording or None,
        "weight": decision.weight,
        "keep_alike": decision.keep_alike,
        "alike_before": decision.alike_before,
        "elsewhere": list(decision.elsewhere),
        "residents": list(decision.residents),
        "part_of": decision.part_of,
    }
    return json.dumps(
        {name: value for name, value in values.items() if value not in (None, {}, [])}
    )


def _from_json(text: str) -> Decision:
    values: dict[str, Any] = json.loads(text)
    lists = {name: tuple(values.get(name, ())) for name in LISTS}
    read = Decision(**{**values, **lists})
    return replace(
        read,
        kind=QuestionKind(read.kind) if read.kind else None,
        concept=Concept(read.concept) if read.concept else None,
    )
