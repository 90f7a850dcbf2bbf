"""What still keeps an export from being loaded, in words."""

from collections.abc import Iterator, Mapping

from assessment.errors import AssessmentError
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.doubts_together import to_decide
from assessment.survey.reading.proposal import Proposal
from assessment.survey.waves.wave_naming import WaveNaming


def still_needed(
    naming: WaveNaming,
    proposal: Proposal | AssessmentError,
    survey_of: Mapping[str, str],
    *,
    skipped: bool = False,
) -> Markdown:
    """Return a sentence that says what is still needed; nothing where it can be loaded.

    `survey_of` has the survey of every wave there is; what is `skipped` need not be decided.
    """
    needed = list(_needed(naming, proposal, survey_of, skipped=skipped))
    return f"**Before it can be loaded:** {'; '.join(needed)}." if needed else ""


def _needed(
    naming: WaveNaming,
    proposal: Proposal | AssessmentError,
    survey_of: Mapping[str, str],
    *,
    skipped: bool,
) -> Iterator[Markdown]:
    if isinstance(proposal, AssessmentError):
        yield "the file must be one that can be read; what is wrong with it is said below"
        return
    if not naming.called:
        yield "say above which survey it is of: choose one, or type a name for a new one"
    elif not naming.survey:
        yield "give the survey a name with a letter or a digit in it"
    elif naming.known and naming.known.synthetic:
        yield f"give the survey another name: “{markdown(naming.known.name)}” is an example"
    if naming.called and not naming.wave:
        yield "give this wave a name, such as autumn-2024: nothing in the file says when it was"
    elif survey_of.get(naming.wave, naming.survey) != naming.survey:
        yield f"give the wave another name: “{markdown(naming.wave)}” is a wave of another survey"
    if not skipped and (count := sum(same.doubt.blocks for same in to_decide(proposal))):
        things = count_of(count, "thing")
        yield f"decide {things} below that would change a figure, under *To be decided*"
