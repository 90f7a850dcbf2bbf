"""Which wave is shown, how far it can be trusted, and where its answers come from."""

from collections.abc import Collection, Sequence

import streamlit as st

from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.survey_tables import answers_table
from assessment.survey.questionnaire import ABOUT_PEOPLE, Concept, QuestionKind, SurveyQuestion
from assessment.survey.summaries.wave_summary import AS_IF_RANDOM
from assessment.survey.waves.wave_register import WaveSource
from assessment.workspace import by
from pages.components import messages
from pages.components.caches.cached_surveys import Answers
from pages.components.downloads import download
from pages.survey.group_breakdown import groups_of
from pages.survey.question_sections import LISTS

PARTS = (
    ("safety", "How safe people feel"),
    ("problem", "Problems"),
    ("priority", "Priorities"),
    ("would-help", "What would help"),
    ("others", "What else was asked"),
    ("who", "Who answered"),
    ("groups", "By age, sex or ward"),
    ("compared", "Compared"),
    ("waves", "From wave to wave"),
    ("record", "Beside recorded crime"),
    ("comments", "In their own words"),
)


def parts_there(
    answers: Answers, questions: Sequence[SurveyQuestion], *, others: bool
) -> frozenset[str]:
    """Return which parts the page has, by what was asked and whether there are `others` waves."""
    shown = {rows[0].concept for rows in answers.questions().values()}
    lists = {concept.value for concept in shown.intersection(LISTS)}
    kinds = {question.kind for question in questions}
    whole = {
        "safety": bool(shown.intersection(wording.SAFETY)),
        "others": bool(shown.difference(wording.SAFETY, LISTS, ABOUT_PEOPLE)),
        "who": bool(shown.intersection(ABOUT_PEOPLE) or answers.summary.weights),
        "groups": bool(groups_of(questions)) and not answers.summary.wave.summarised,
        "compared": others,
        "waves": others,
        "record": Concept.PRIORITY in shown,
        "comments": QuestionKind.TEXT in kinds,
    }
    return frozenset({*lists, *(part for part, is_there in whole.items() if is_there)})


def head(answers: Answers) -> None:
    """Name the wave, and say in plain words how it was asked."""
    summary = answers.summary
    messages.synthetic_banner(summary.wave.synthetic)
    st.header(markdown(summary.wave.survey_name), anchor=False)
    description = wording.wave_in_words(summary.wave)
    st.markdown(markdown(f"{description[:1].upper()}{description[1:]}."))
    if AS_IF_RANDOM in summary.caveats:
        st.markdown(AS_IF_RANDOM)


def caveats(answers: Answers) -> None:
    """Show what else must be known to read the answers."""
    messages.caveats(tuple(text for text in answers.summary.caveats if text != AS_IF_RANDOM))


def parts(there: Collection[str]) -> None:
    """Lead to the parts of the page, which is long; `there` are those that it has."""
    st.html(f'<nav class="parts" aria-label="On this page"><ul>{_links(there)}</ul></nav>')


def _links(there: Collection[str]) -> str:
    return "".join(
        f'<li><a href="#{anchor}">{name}</a></li>' for anchor, name in PARTS if anchor in there
    )


def parts_on_a_phone(there: Collection[str]) -> None:
    """Lead to the parts of the page where the side is folded away."""
    links = _links(there)
    st.html(
        '<details class="jump"><summary>On this page</summary><nav class="parts" '
        f'aria-label="On this page, for small screens"><ul>{links}</ul></nav></details>'
    )


def where_from(answers: Answers) -> None:
    """Show, one click away, which file the answers were read from and what was left out."""
    wave = answers.summary.wave
    st.caption("All answers of this wave, to everything that was asked:")
    download(f"answers-{wave.id}", lambda: answers_table(answers.summary), key="answers")
    with st.expander("How these figures came about", icon=":material/manage_search:"):
        st.markdown("\n\n".join(_lines(wave.source)))


def _lines(source: WaveSource) -> list[Markdown]:
    lines = [
        f"**File** {markdown(source.file)}, loaded {source.loaded_at:%d/%m/%Y %H:%M} "
        f"{markdown(by(source.loaded_by))}",
        f"**Rows** {source.rows_read:,} read, {source.rows_left_out:,} left out (tests, repeats, "
        "and those without any answer)",
        "**Share** of everybody who gave any answer to the question, those who did not know "
        "included; nobody who left it empty. **Likely range**: Wilson's 95% interval.",
    ]
    return [*lines, *(markdown(problem, 1000) for problem in source.problems)]
