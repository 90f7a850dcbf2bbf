"""The months by their names and short names, in English and in Welsh."""

from datetime import date

ENGLISH = {
    name: number
    for number in range(1, 13)
    for name in (f"{date(2000, number, 1):%B}".lower(), f"{date(2000, number, 1):%b}".lower())
} | {"sept": 9}
WELSH = {
    name: number
    for number, names in enumerate(
        (
            *("ionawr ion", "chwefror chwef chwe", "mawrth maw", "ebrill ebr", "mai"),
            *("mehefin meh", "gorffennaf gorff gor", "awst", "medi med", "hydref hyd"),
            *("tachwedd tach", "rhagfyr rhag rha"),
        ),
        1,
    )
    for name in names.split()
}
MONTHS_OF_YEAR = ENGLISH | WELSH
