"""References of a file that are those of records that are there, written another way.

What differs as text is another record: both would count. Which way of writing is right cannot be
told, so that the file is refused where the records that are there would stay.
"""

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import in_quotes
from assessment.numbers import count_of
from assessment.store import Writer

# So many may be alike by chance, or slips of typing.
FEW, SHARE = 2, 0.01
DIGEST, DIGITS = 32, frozenset("0123456789abcdef")  # as MD5 is written


def refuse_respelt(writer: Writer, file: str, source: str, *, digested: bool) -> None:
    """Refuse a file whose records would count beside themselves, under other references.

    `digested` says that its references are kept as digests. Raises UploadRefused.
    """
    writer.run("define_bare_reference")
    ((every, respelt, written, there),) = writer.rows(
        "respelt_references", source=source, digested=digested
    )
    if respelt <= max(FEW, SHARE * every):
        return
    known = (
        f"{count_of(respelt, 'reference')} of {every:,} {'belongs' if respelt == 1 else 'belong'} "
        f"to records of {source} that are there"
    )
    raise UploadRefused(file, [f"{known} {_how(written, there, digested=digested)}"])


def _how(written: str, there: str, *, digested: bool) -> str:
    if digested:
        return (
            "under the references themselves, and here only digests of them are kept, because some "
            "hold people's details: they would count twice. Take the details out of that column, "
            "and upload the file again."
        )
    if len(there) == DIGEST and DIGITS.issuperset(there):
        return (
            "under digests of them, because a file had people's details among them: they would "
            "count twice. Undo that file, load it again without the details, and then this one."
        )
    return (
        f"and are written another way, e.g. {in_quotes([written])} for {in_quotes([there])}: they "
        "would count twice. Write them as they were written before, and upload the file again."
    )
