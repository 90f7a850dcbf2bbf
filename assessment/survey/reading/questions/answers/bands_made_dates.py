"""Groups such as 11-16 of which a spreadsheet made dates: "Nov-16", "01-Feb", 2016-11-01."""

import re
from collections.abc import Iterable, Iterator, Mapping

from assessment.intake.headings.month_names import ENGLISH
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions.answers.scale_recognition import answers

DAY_AND_MONTH = re.compile(r"(\d{1,2})[-\s]([a-z]{3})", re.IGNORECASE)
MONTH_AND_YEAR = re.compile(r"([a-z]{3})[-\s](\d{2})", re.IGNORECASE)
WHOLE_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?")
# Of a date in such a year nothing tells whether the year was in what was typed.
FIRST_RECENT = 2020


def bands_made_dates(texts: Iterable[str]) -> Mapping[str, str | None]:
    """Return the answers that a spreadsheet made dates of, with what each was, if that is sure.

    Dates with their year among nothing but dates are dates.
    """
    said = [text.strip() for text in texts]
    whole = [text for text in said if WHOLE_DATE.fullmatch(text)]
    without_year = {text: band for text in said if (band := _typed(text))}
    if len(whole) in (0, len(said)):
        return without_year
    return {**without_year, **{text: _typed_in_full(text) for text in whole}}


def _typed(text: str) -> str | None:
    if (day := DAY_AND_MONTH.fullmatch(text)) and (month := ENGLISH.get(day[2].lower())):
        return _band(int(day[1]), month)
    if (year := MONTH_AND_YEAR.fullmatch(text)) and (month := ENGLISH.get(year[1].lower())):
        return _band(month, int(year[2]))
    return None


def _typed_in_full(text: str) -> str | None:
    date = WHOLE_DATE.fullmatch(text)
    if date is None:
        return None
    year, month, day = map(int, date.groups())
    if year < FIRST_RECENT:
        return _band(month, year % 100) if day == 1 else None
    return None if day == 1 else _band(day, month)


def _band(first: int, last: int) -> str | None:
    """Groups begin with their lower number, whichever of the two became the day."""
    low, high = sorted((first, last))
    return f"{low}-{high}" if low < high else None


def band_doubts(header: str, counts: Mapping[str, int], decided: Decision) -> Iterator[Doubt]:
    """Ask of each what it was: no date is printed as an answer."""
    settled = {as_key(text) for text in (*decided.merges, *decided.options)}
    for text, band in bands_made_dates(counts).items():
        if as_key(text) not in settled:
            was = f"was '{band}', of which" if band else "was something else, of which"
            yield Doubt(
                header,
                DoubtKind.MISSPELT if band else DoubtKind.UNKNOWN_LABEL,
                f"'{text}' ({answers(counts[text])}) {was} a spreadsheet made a date, by its look. "
                "Say what it was.",
                blocks=True,
                answers=(text,),
                suggestion=Decision(merges={text: band}) if band else None,
            )
