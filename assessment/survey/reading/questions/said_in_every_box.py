"""What stands in every box of a question at once: it is about the question, and ticks nothing.

"N/A" in all of them says that the question was not put, "Refused" that it was not answered.
"""

from collections.abc import Iterator, Mapping

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import in_quotes
from assessment.numbers import count_of
from assessment.survey.questionnaire import OptionRole
from assessment.survey.reading.export.code_lists import as_code
from assessment.survey.reading.export.headers.question_headers import OTHER_BOX
from assessment.survey.reading.export.missing_codes import may_be_missing
from assessment.survey.reading.labels import CODE_NUMBER, as_key, role_of
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions.box_cells import DENIED, is_ticked
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.recognition_context import Context

# So many who say the same in each box, and nobody in one alone, are no chance.
FEWEST_ALIKE = 8
# As Python writes a cell without an answer.
NOT_A_NUMBER = "nan"


def said_in_every_box(context: Context, group: ColumnGroup) -> Mapping[str, int]:
    """Return what is said in all boxes of a question and never in some, and how many say it.

    Nothing where the columns say anything else besides ticks: then they are no boxes.
    """
    codes = context.codes(group)
    said = {c: [*context.values[c.at].counts] for c in group.columns}
    ticks = {c: {text: is_ticked(c, text, codes) for text in texts} for c, texts in said.items()}
    boxes = [
        column
        for column, ticked in ticks.items()
        if {*ticked.values()} - {None} and not OTHER_BOX.match(column.option or "")
    ]
    strays = {text for box in boxes for text, ticked in ticks[box].items() if ticked is None}
    if len(boxes) < 2 or not strays:
        return {}
    rows = context.writer.rows("texts_in_boxes", positions=[box.at for box in boxes])
    shared = {text: n for text, n, in_all in rows if text in strays and n == in_all}
    denied = any(plain(text) in DENIED for box in boxes for text in ticks[box])
    is_whole = strays <= shared.keys() and all(_may_be(*pair, denied) for pair in shared.items())
    return shared if is_whole else {}


def _may_be(text: str, n: int, denied: bool) -> bool:
    """Tell what may be about the question: neither a point of a scale nor a row's own answer.

    Where boxes are answered with yes or no, each may be answered with "don't know" as well.
    """
    if is_not_applicable(text):
        return True
    if CODE_NUMBER.fullmatch(text):
        return may_be_missing(text)
    return not denied or (role_of(text) is OptionRole.ANSWER and n >= FEWEST_ALIKE)


def is_not_applicable(text: str) -> bool:
    """Tell what says of boxes, if it stands in all of them, that they were not shown."""
    return role_of(text) is OptionRole.NOT_APPLICABLE or plain(text) == NOT_A_NUMBER


def not_shown(context: Context, group: ColumnGroup, said: Mapping[str, int]) -> Mapping[str, int]:
    """Return what says that boxes were not shown, unless somebody has said what it is."""
    decided = context.decided(group)
    settled = {as_key(text) for text in decided.merges}
    return {
        text: n
        for text, n in said.items()
        if is_not_applicable(text) and as_key(text) not in settled
    }


def not_shown_doubt(header: str, said: Mapping[str, int]) -> Doubt:
    """Tell what was taken for boxes that were not shown, so that it can be undone."""
    people = count_of(sum(said.values()), "response says", "responses say")
    return Doubt(
        header,
        DoubtKind.NONE_TICKED,
        f"{people} {in_quotes(said)} in every box: it was read as not asked, and they are in no "
        "base. If they answered that none applies, say so.",
        blocks=False,
        answers=tuple(said),
        suggestion=Decision(codes=dict.fromkeys(said, "No")),
    )


def undecided_doubts(
    context: Context, group: ColumnGroup, said: Mapping[str, int]
) -> Iterator[Doubt]:
    """Ask what a code or unknown words in every box mean: a question not asked, or an answer."""
    decided = context.decided(group)
    settled = {as_key(text) for text in (*decided.merges, *decided.options)}
    for text, n in said.items():
        is_known = role_of(text) is not OptionRole.ANSWER or as_code(text) in decided.codes
        if not is_known and as_key(text) not in settled:
            people = count_of(n, "response says", "responses say")
            yield Doubt(
                group.header,
                DoubtKind.NOT_ASKED,
                f"{people} '{text}' in every box. Say whether it means that the question was not "
                "asked.",
                blocks=True,
                answers=(text,),
                suggestion=Decision(not_asked=(text,)),
            )
