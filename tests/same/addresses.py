"""Every address that is looked at, on a desk and on a phone: pages, their states, and refusals."""

from collections.abc import Iterator
from urllib.parse import urlencode

EXAMPLES = ("Castle Point and Rochford", "Maldon", "Medway", "Rochford", "Safer Colchester")
BOTH = EXAMPLES[0]
ROCHFORD = {"partnership": "Rochford"}
VIEWS = ("Result", "Scoring together", "Issue by issue", "Other schemes", "How firm")
SCHEMES = (
    "Weighted evidence",
    "Composite index",
    "Fife's 4×4",
    "Harm and likelihood, in the MoRiLE manner",
    "Harm only",
    "Medway's A–D × I–IV",
)
ONLINE, PANEL = "medway-online-2023-09", "medway-panel-2023-q2"
DAYS = {
    "period": "chosen dates",
    "from": "2021-05-01",
    "to": "2022-02-28",
    "comparison": "chosen dates",
    "compare-from": "2020-06-01",
    "compare-to": "2021-03-28",
}
QUARTER = {"measures": "Home Office offence groups", "period": "quarter", "ending": "March 2022"}


def at(page: str, **asked: str) -> str:
    """Return the address of a page that is asked for something."""
    return f"{page}?{urlencode(asked)}" if asked else page


def on_a_desk() -> Iterator[str]:
    """Return what is looked at where there is room."""
    yield from on_a_phone()
    yield from _of_examples()
    yield from _of_changes()
    yield from _of_surveys()
    yield from _of_scoring()
    yield from _refused()


def on_a_phone() -> Iterator[str]:
    """Return each page once, and whatever is laid out in a way of its own."""
    yield at("", partnership=BOTH)
    yield at("year_on_year", partnership=BOTH)
    yield at("year_on_year", partnership=BOTH, by="district", measure="Burglary")
    yield at("survey", wave=ONLINE)
    for view in ("Result", "Issue by issue"):
        yield at("risk_matrix", **ROCHFORD, view=view)
    yield at("schemes", scheme="Weighted evidence")
    yield at("priorities", **ROCHFORD)
    yield at("priorities", **ROCHFORD, part="Agreement")
    yield from ("score", "upload_data", "load_survey", "help")
    yield at("", partnership="Medwy", period="quarter")


def _of_examples() -> Iterator[str]:
    for name in EXAMPLES[1:]:
        yield at("", partnership=name)
        yield at("year_on_year", partnership=name)


def _of_changes() -> Iterator[str]:
    yield at("year_on_year", **ROCHFORD, measures="Flags", detail="Hate crime")
    yield at("", partnership=BOTH, area="Rochford", **QUARTER)
    yield at("", partnership=BOTH, area="Rochford", **DAYS)
    yield at("", partnership="force:Essex Police")
    yield at("year_on_year", partnership="force:Essex Police", by="district", measure="Robbery")
    yield at("year_on_year", partnership=BOTH, area="Rochford", **DAYS)
    yield at(
        "year_on_year",
        partnership=BOTH,
        **QUARTER,
        by="district",
        measure="Burglary",
        order="largest rise first",
        detail="Rochford",
    )
    yield at("year_on_year", partnership=BOTH, area="Rochford", detail="Anti-social behaviour")
    yield at("year_on_year", **ROCHFORD, by="ward", measure="Robbery")
    yield at("year_on_year", partnership="Maldon", by="small area (LSOA)", measure="Shoplifting")
    yield at("year_on_year", partnership="Medway", measures="police.uk categories")
    yield at("year_on_year", partnership="Safer Colchester", measures="Flags", by="ward")


def _of_surveys() -> Iterator[str]:
    yield at("survey", wave=PANEL)
    for by in ("age", "sex", "ward"):
        yield at("survey", wave=ONLINE, by=by)
    asked = "How safe or unsafe do you feel in Medway during the day?"
    yield at("survey", wave=PANEL, by="age", question=asked, record="Maldon")
    yield at("survey", wave=ONLINE, over="Feel safe during the day", record="Medway")


def _of_scoring() -> Iterator[str]:
    for view in VIEWS:
        yield at("risk_matrix", partnership="Safer Colchester", view=view)
    for name in (BOTH, "Safer Colchester"):
        yield at("risk_matrix", partnership=name)
        yield at("priorities", partnership=name)
    for view in ("Scoring together", "Other schemes", "How firm"):
        yield at("risk_matrix", **ROCHFORD, view=view)
    yield at("risk_matrix", partnership="Medway")
    for part in ("The line and reasons", "Last year"):
        yield at("priorities", **ROCHFORD, part=part)
    yield at("risk_matrix", **ROCHFORD, view="Issue by issue", issue="Hate crime")
    yield at("risk_matrix", **ROCHFORD, view="Other schemes", beside="Harm only")
    yield at("risk_matrix", **ROCHFORD, assessment="Start another assessment")
    for name in ("Maldon", "Medway"):
        yield at("priorities", partnership=name)
    yield at("risk_matrix", partnership="Maldon")
    yield at("priorities", partnership=BOTH, part="The line and reasons")
    for scheme in SCHEMES[1:]:
        yield at("schemes", scheme=scheme)
    for do in ("Copy", "Change", "Use"):
        yield at("schemes", scheme="Weighted evidence", do=do)
    yield at("schemes", scheme="Harm only", version="1", do="Copy")


def _refused() -> Iterator[str]:
    yield at("", partnership="")
    yield at("", area="Rochford")
    yield at("", partnership="Maldon", area="Rochford")
    yield at("", partnership="Maldon", ending="June 2031")
    yield at("", partnership="Medway", perod="quarter")
    yield f"{at('', partnership='Medway')}&partnership=Maldon"
    yield at("", **DAYS | {"partnership": BOTH, "from": "1889-01-01"})
    yield at("", **DAYS | {"partnership": BOTH, "from": "2022-03-01", "to": "2022-02-01"})
    yield at("year_on_year", **ROCHFORD, measure="Shopliting")
    yield at("year_on_year", **ROCHFORD, by="![x](http://x.example/y.png)", order="<b>none</b>")
    yield at("risk_matrix", partnership="force:Essex Police")
    yield at("risk_matrix", **ROCHFORD, view="Nothing")
    yield at("risk_matrix", partnership="medway", assessment="2")
    yield at("priorities", **ROCHFORD, part="Since then")
    yield at("survey", wave="medway-2031")
    yield at("survey", partnership="Medway")
    yield at("schemes", scheme="Harm only", version="7")
    yield at("score", code="AAAA1111")
    yield at("score", scorer="K7")
    yield "nowhere"
