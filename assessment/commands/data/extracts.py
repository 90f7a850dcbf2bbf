"""`extracts` and `undo`: what has been loaded, and the way back."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.intake import Extract, Undoing, extracts, undo_load, undoing
from assessment.numbers import count_of
from assessment.periods import months_in_words


def list_extracts(options: Namespace) -> int:
    """List every extract, undone ones among them, the latest first."""
    with opened(options) as workspace:
        loaded = extracts(workspace)
    if options.json:
        say_json([_extract_json(extract) for extract in loaded])
        return 0
    for extract in loaded:
        months = months_in_words(extract.months) if extract.months else "no months"
        state = ", undone" if extract.is_undone else ""
        say(
            f"{extract.id}  {extract.file} ({extract.source}{state}): {months}, "
            f"{count_of(extract.rows.read, 'row')}, {extract.loaded_at:%Y-%m-%d %H:%M}"
        )
    if not loaded:
        say("Nothing has been loaded yet.")
    return 0


def undo(options: Namespace) -> int:
    """Undo the load of an extract, or only say what that would do."""
    with opened(options) as workspace:
        act = undoing if options.dry_run else undo_load
        undone = act(workspace, options.extract)
    if options.json:
        say_json({**_undoing_json(undone), "status": "checked" if options.dry_run else "undone"})
        return 0
    would = "would be " if options.dry_run else ""
    months = f" ({months_in_words(undone.months)})" if undone.months else ""
    say(
        f"{undone.extract}  {undone.file} ({undone.source}): "
        f"{count_of(undone.removed, 'record')} {would}removed, {undone.restored:,} {would}as "
        f"before, {count_of(undone.refused_rows, 'refused row')} {would}removed{months}"
    )
    if options.dry_run:
        say("Nothing has been undone.")
    return 0


def _extract_json(extract: Extract) -> dict[str, Any]:
    return {
        "id": extract.id,
        "file": extract.file,
        "source": extract.source,
        "months": [f"{month:%Y-%m}" for month in extract.months],
        **extract.rows.for_extract(),
        "loaded_at": extract.loaded_at.isoformat(timespec="seconds"),
        "loaded_by": extract.loaded_by,
        "synthetic": extract.is_synthetic,
        "status": "undone" if extract.is_undone else "loaded",
    }


def _undoing_json(undone: Undoing) -> dict[str, Any]:
    return {**asdict(undone), "months": [f"{month:%Y-%m}" for month in undone.months]}
