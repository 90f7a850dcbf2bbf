"""Loading boundaries and look-ups: what they say of wards holds for all records at once."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.areas.placed_positions import place_positions
from assessment.areas.ward_of_lsoa import work_out_wards
from assessment.areas.wards import work_out_ward_names
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.boundaries.area_link import AreaLink
from assessment.intake.boundaries.area_report import AreaReport, LoadedAreas, in_words
from assessment.intake.boundaries.geojson import Boundary, read_geojson
from assessment.intake.boundaries.lookup_table import LOOKUPS, read_lookup
from assessment.intake.boundaries.placed_anew import place_records_anew
from assessment.intake.extract_writer import recount
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.upload_folder import own_folder
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of, first_of
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace

MOST_FAULTS = 10
JSON_BEGINS = (b"{", b"\xef\xbb\xbf{")


@dataclass(frozen=True)
class _ReadAreas:
    """Boundaries with their outlines as well-known binary, or the lines of a look-up."""

    report: AreaReport
    boundaries: tuple[tuple[Boundary, bytes], ...] = ()
    links: tuple[AreaLink, ...] = ()


@needs(Permission.LOAD_EXTRACTS)
def load_areas(
    workspace: Workspace, path: Path, *, name: str | None = None, dry_run: bool = False
) -> AreaReport:
    """Load boundaries (GeoJSON) or a look-up (CSV or Excel); the wards of records follow from it.

    What is there already of an area is replaced. Raises UploadRefused with every fault; then
    nothing is loaded.
    """
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    with nullcontext() if dry_run else workspace.work(f"The load of {file}"):
        read = _read(workspace, path, file)
        if dry_run:
            return replace(read.report, status=LoadStatus.CHECKED)
        return _write(workspace, read)


@needs(Permission.READ_FIGURES)
def loaded_areas(workspace: Workspace) -> tuple[LoadedAreas, ...]:
    """Return what has been loaded of small areas, by file."""
    return tuple(
        LoadedAreas(file, kind, vintage, areas, tuple(inside), at, workspace.name_of(by_whom))
        for file, kind, vintage, areas, inside, at, by_whom in workspace.store.rows("areas_loaded")
    )


@needs(Permission.LOAD_EXTRACTS)
def remove_areas(workspace: Workspace, file: str, kind: str | None = None) -> None:
    """Remove what a file has brought, or what it has of one kind: two files may have one name.

    Raises InvalidRequest where it has brought nothing.
    """
    with workspace.store.writing() as writer:
        brought = [(name, of_kind) for name, of_kind, *_ in writer.rows("areas_loaded")]
        if not any(name == file and kind in (None, of_kind) for name, of_kind in brought):
            files = ", ".join(f"{name} ({of_kind})" for name, of_kind in brought)
            raise InvalidRequest(
                f"No areas were loaded from '{file}'. There are: {files or 'none'}."
            )
        writer.run("remove_boundaries", file=file, kind=kind)
        writer.run("remove_area_links", file=file, kind=kind)
        _place_anew(writer)
        workspace.audit(writer, "removed areas", f"{file} ({kind or 'all of it'})")


def _read(workspace: Workspace, path: Path, file: str) -> _ReadAreas:
    with path.open("rb") as opened:
        begins = opened.read(64).lstrip(b" \t\r\n")
    if begins.startswith(JSON_BEGINS):
        return _boundaries(read_geojson(path, file), file)
    with own_folder(workspace.store, file) as folder:
        links, notices = read_lookup(read_file(path, file, folder, headers=LOOKUPS))
    places = tuple(sorted({link.district for link in links if link.district}))
    what = in_words(links[0].kind, None)
    lsoas = len({link.code for link in links})
    report = AreaReport(file, LoadStatus.LOADED, what, lsoas, places, notices)
    return _ReadAreas(report, links=links)


def _boundaries(boundaries: Sequence[Boundary], file: str) -> _ReadAreas:
    """Bring outlines to degrees; raises UploadRefused where some cannot be."""
    from assessment.areas.outlines import as_bytes, outline_of

    outlines = [
        (boundary, outline_of(boundary.outline, in_metres=boundary.in_metres))
        for boundary in boundaries
    ]
    faults = [
        f"{boundary.code} ({boundary.name}): its outline encloses no part of England or Wales. "
        "Expected longitudes and latitudes, or metres of the British National Grid."
        for boundary, outline in outlines
        if outline is None
    ]
    if faults:
        raise UploadRefused(
            file, first_of(faults, MOST_FAULTS, lambda rest: f"There are {rest:,} more like it.")
        )
    first = boundaries[0]
    places = tuple(sorted({boundary.district for boundary in boundaries if boundary.district}))
    what = in_words(first.kind, first.vintage)
    report = AreaReport(file, LoadStatus.LOADED, what, len(boundaries), places)
    kept = tuple((boundary, as_bytes(outline)) for boundary, outline in outlines if outline)
    return _ReadAreas(report, boundaries=kept)


def _write(workspace: Workspace, read: _ReadAreas) -> AreaReport:
    report, loaded_by = read.report, workspace.person.name
    with workspace.store.writing() as writer:
        if read.boundaries:
            _put_boundaries(writer, read, loaded_by)
        else:
            _put_links(writer, read, loaded_by)
        moved = _place_anew(writer)
        workspace.audit(writer, "loaded areas", f"{report.file}: {report.areas:,} {report.what}")
        return replace(
            report,
            with_ward=writer.value("lsoas_with_ward"),
            notices=(*report.notices, *([_moved(moved)] if moved else [])),
        )


def _moved(rows: int) -> str:
    return (
        f"{count_of(rows, 'row')} of extracts that name no district, or only a police beat, "
        f"{'lies' if rows == 1 else 'lie'} in another district or ward than before."
    )


def _put_boundaries(writer: Writer, read: _ReadAreas, loaded_by: str) -> None:
    boundaries = [boundary for boundary, _ in read.boundaries]
    named = {
        "codes": [boundary.code for boundary in boundaries],
        "names": [boundary.name for boundary in boundaries],
        "districts": [boundary.district for boundary in boundaries],
    }
    writer.run(
        "put_boundaries",
        kinds=[boundary.kind.value for boundary in boundaries],
        vintages=[boundary.vintage for boundary in boundaries],
        welsh_names=[boundary.welsh_name for boundary in boundaries],
        shapes=[shape for _, shape in read.boundaries],
        file=read.report.file,
        loaded_by=loaded_by,
        **named,
    )
    writer.run("put_area_names", **named)


def _put_links(writer: Writer, read: _ReadAreas, loaded_by: str) -> None:
    writer.run(
        "put_area_links",
        kinds=[link.kind.value for link in read.links],
        codes=[link.code for link in read.links],
        own_names=[link.name for link in read.links],
        targets=[link.target_code for link in read.links],
        names=[link.target_name for link in read.links],
        districts=[link.district for link in read.links],
        changes=[link.change for link in read.links],
        file=read.report.file,
        loaded_by=loaded_by,
    )


def _place_anew(writer: Writer) -> int:
    """Work out what lies in what, and count every record where it now lies; return how many moved.

    A record whose file names its district stays in that.
    """
    work_out_wards(writer)
    moved = place_records_anew(writer)
    work_out_ward_names(writer)
    place_positions(writer)
    for source, months in writer.rows("months_counted"):
        recount(writer, source, months)
    return moved
