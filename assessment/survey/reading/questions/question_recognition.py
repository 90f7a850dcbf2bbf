"""What every column of an export is: each question with its kind, options, slug and doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import NOT_TELLING, Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.labels import as_key, question_words
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use
from assessment.survey.reading.questions.column_groups import ColumnGroup, apart, one_by_one
from assessment.survey.reading.questions.recognition_context import Context, not_a_question
from assessment.survey.reading.questions.same_words import twin_doubts
from assessment.survey.reading.questions.single_column import read_column
from assessment.survey.reading.questions.tick_boxes import read_boxes, words_beside

# Half the letters alike may be chance; a question in other words keeps more of them.
REWORDED = 0.6
LONGEST_SLUG = 60
EMPTY_WORDS = {"a", "an", "and", "are", "at", "by", "do", "does", "for", "how", "in", "is", "it"}
EMPTY_WORDS |= {"of", "on", "or", "the", "to", "what", "which", "you", "your"}


def recognise(context: Context, groups: Sequence[ColumnGroup]) -> list[QuestionReading]:
    """Read every group of columns, in the order of the questionnaire."""
    read = [reading for group in groups for reading in _read(context, group)]
    headers = {reading.column.header for reading in read}
    gone = {h: d for h, d in context.decisions.items() if h not in headers and not d.leave_out}
    doubted = [
        replace(r, column=replace(r.column, doubts=(*r.column.doubts, *_memory(context, r, gone))))
        for r in read
    ]
    return _with_slugs(context, doubted)


def _read(context: Context, group: ColumnGroup) -> Iterator[QuestionReading]:
    filled = any(context.values[at].filled for at in group.positions)
    use = Use.EMPTY if group.use is Use.NAMELESS and not filled else group.use
    if use is not None or not filled:
        yield QuestionReading(not_a_question(group, use or Use.EMPTY))
        return
    readings = [*read_boxes(context, group)] if len(group.columns) > 1 else []
    if not readings and (words := words_beside(context, group)):
        boxes, *alone = apart(group, words)
        for one in (boxes, *alone):
            yield from _read(context, one)
        return
    if len(group.columns) > 1 and not readings:
        for row in one_by_one(group):
            yield from _read(context, row)
        return
    for reading in readings or read_column(context, group):
        if context.decisions.get(reading.column.header, Decision()).leave_out:
            yield QuestionReading(replace(reading.column, use=Use.DECIDED, slug="", doubts=()))
        else:
            column = reading.column
            decided = context.decisions.get(column.header, Decision())
            wording = decided.wording or column.wording
            doubts = (*column.doubts, *twin_doubts(group, column.kind, context.decisions))
            yield replace(reading, column=replace(column, wording=wording, doubts=doubts))


def _memory(
    context: Context, reading: QuestionReading, gone: dict[str, Decision]
) -> Iterator[Doubt]:
    """Hold a question against what is remembered of the survey's earlier waves."""
    column = reading.column
    if column.use is not Use.QUESTION or not context.decisions:
        return
    known = context.decisions.get(column.header)
    if known is None or known.same_as is None:
        yield from _reworded(column.header, gone)
    elif known.options and column.kind is not QuestionKind.NUMBER:
        before = {as_key(label) for label in known.options}
        new = [o.label for o in column.options if o.n and o.role is OptionRole.ANSWER]
        if new := [label for label in new if as_key(label) not in before]:
            named = ", ".join(f"'{label}'" for label in new[:5])
            yield Doubt(
                column.header,
                DoubtKind.CHANGED_OPTIONS,
                f"{named} {'was' if len(new) == 1 else 'were'} not an answer of the earlier "
                "wave. If the options have changed, the waves are not quite alike.",
                blocks=False,
                answers=tuple(new),
            )


def _reworded(header: str, gone: dict[str, Decision]) -> Iterator[Doubt]:
    likeness = {
        other: SequenceMatcher(None, plain(header), plain(other)).ratio()
        for other, decision in gone.items()
        if decision.same_as
    }
    best = max(likeness, key=lambda other: likeness[other], default=None)
    if best is not None and likeness[best] >= REWORDED:
        yield Doubt(
            header,
            DoubtKind.REWORDED,
            f"An earlier wave asked '{best}', which this one does not. If it is the same question "
            "in other words, say so; until then they are two questions.",
            blocks=False,
            answers=(best,),
            suggestion=gone[best],
        )


def _with_slugs(context: Context, readings: Sequence[QuestionReading]) -> list[QuestionReading]:
    """Name every question: as in the earlier wave, else by what it is about, else by its words."""
    known = {h: d.same_as for h, d in context.decisions.items() if d.same_as}
    headers = [r.column.header for r in readings if r.column.use is Use.QUESTION]
    slugs: dict[str, str] = {}
    for header in headers:  # what was named before keeps its name, whatever comes before it now
        if (slug := known.get(header)) and slug not in slugs.values():
            slugs[header] = slug
    reserved = {slug for header, slug in known.items() if header not in headers}
    for reading in readings:
        column = reading.column
        if column.use is Use.QUESTION and column.header not in slugs:
            about = column.slug or slug_of(column.wording, column.concept)
            taken = {*slugs.values(), *_not_its_own(reserved, about)}
            slugs[column.header] = free_slug(about, taken)
    return [
        replace(r, column=replace(r.column, slug=slugs.get(r.column.header, ""))) for r in readings
    ]


def _not_its_own(reserved: set[str], about: str) -> set[str]:
    """A concept names its question whatever the words; a slug of words is its wording's."""
    return set() if about in list(Concept) else reserved


def slug_of(wording: str, concept: Concept) -> str:
    """Name a question by what it is about, else by its words."""
    if concept not in NOT_TELLING:
        return concept.value
    words = question_words(wording).split()
    telling = [word for word in words if word not in EMPTY_WORDS] or words
    slug = "-".join(telling)[:LONGEST_SLUG].rstrip("-")
    return "".join(letter for letter in slug if letter.isascii()) or "question"


def free_slug(slug: str, taken: set[str]) -> str:
    """Return a slug, numbered where it is taken."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
