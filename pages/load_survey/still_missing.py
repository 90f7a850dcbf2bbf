"""What still keeps an export from being loaded, in words."""

from collections.abc import Iterator, Mapping

from assessment.errors import AssessmentError
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.survey import Proposal
from pages.load_survey.survey_upload import Named


def still_needed(
    named: Named, found: Proposal | AssessmentError, survey_of: Mapping[str, str]
) -> Markdown:
    """Return a sentence that says what is still needed; nothing where it can be loaded.

    `survey_of` has the survey of every wave there is.
    """
    needed = list(_needed(named, found, survey_of))
    return f"**Before it can be loaded:** {'; '.join(needed)}." if needed else ""


def _needed(
    named: Named, found: Proposal | AssessmentError, survey_of: Mapping[str, str]
) -> Iterator[Markdown]:
    if isinstance(found, AssessmentError):
        yield "the file must be one that can be read; what is wrong with it is said below"
        return
    if not named.called:
        yield "say above which survey it is of: choose one, or type a name for a new one"
    elif not named.survey:
        yield "give the survey a name with a letter or a digit in it"
    elif named.known and named.known.synthetic:
        yield f"give the survey another name: “{markdown(named.known.name)}” is an example"
    if named.called and not named.wave:
        yield "give this wave a name, such as autumn-2024: nothing in the file says when it was"
    elif survey_of.get(named.wave, named.survey) != named.survey:
        yield f"give the wave another name: “{markdown(named.wave)}” is a wave of another survey"
    if count := sum(doubt.blocks for doubt in found.doubts):
        things = count_of(count, "thing")
        yield f"decide {things} below that would change a figure, under *To be decided*"
