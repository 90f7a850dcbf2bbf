"""`extracts` and `undo`: what has been loaded, and the way back."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.intake.extract_register import Extract, extracts
from assessment.intake.extract_undo import Undoing, resting_on, undo_load, undo_with_later, undoing
from assessment.numbers import count_of
from assessment.periods import months_in_words
from assessment.workspace import Workspace


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
    if options.with_later:
        return _undo_with_later(options)
    with opened(options) as workspace:
        act = undoing if options.dry_run else undo_load
        undone = act(workspace, options.extract)
    if options.json:
        say_json({**_undoing_json(undone), "status": "checked" if options.dry_run else "undone"})
        return 0
    _say_undone(undone, "would be " if options.dry_run else "")
    if options.dry_run:
        say("Nothing has been undone.")
    return 0


def _undo_with_later(options: Namespace) -> int:
    """Undo an extract and what rests on it, the latest first, or only name them."""
    with opened(options) as workspace:
        if options.dry_run:
            return _name_resting(workspace, options)
        undone = undo_with_later(workspace, options.extract)
    if options.json:
        say_json([{**_undoing_json(each), "status": "undone"} for each in undone])
        return 0
    for each in undone:
        _say_undone(each, "")
    return 0


def _name_resting(workspace: Workspace, options: Namespace) -> int:
    resting = resting_on(workspace, options.extract)
    if options.json:
        say_json([{**asdict(later), "status": "checked"} for later in resting])
        return 0
    for later in resting:
        say(f"{later.extract}  {later.file} would be undone first")
    say("Nothing has been undone.")
    return 0


def _say_undone(undone: Undoing, would: str) -> None:
    months = f" ({months_in_words(undone.months)})" if undone.months else ""
    say(
        f"{undone.extract}  {undone.file} ({undone.source}): "
        f"{count_of(undone.removed, 'record')} {would}removed, {undone.restored:,} {would}as "
        f"before, {count_of(undone.refused_rows, 'refused row')} {would}removed{months}"
    )


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
