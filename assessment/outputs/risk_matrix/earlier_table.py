"""An earlier ranking beside this one as HTML: what has moved since, and a printed one in full."""

from collections.abc import Mapping, Sequence

from assessment.outputs.escaping import html
from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix.wording import year_wording
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankMove

HEAD = ("Issue as printed", "Rank then", "Band then", "Here it is", "Now")


def moves_list(before: EarlierRanking, moves: Sequence[RankMove]) -> str:
    """Return what has moved since an earlier ranking, and how that one was made."""
    lines = "".join(f"<li>{html(line)}</li>" for line in year_wording.since(before, moves))
    made = html(year_wording.how_it_was_made(before))
    return f'<ul class="moves">{lines}</ul><p class="quiet">{made}</p>'


def printed_table(before: EarlierRanking, moves: Sequence[RankMove]) -> str:
    """Return the places of a printed ranking, each with the issue that it is here."""
    by_issue = {move.issue: move for move in moves if move.issue}
    rows = [
        (
            place.label,
            f"{place.rank}" if before.is_ordered else "no order",
            place.band or "none",
            *_here(by_issue, place.issue, before),
        )
        for place in before.places
    ]
    return html_table(f"{before.name}, as printed", HEAD, rows)


def _here(
    by_issue: Mapping[str, RankMove], issue: str | None, before: EarlierRanking
) -> tuple[str, str]:
    move = by_issue.get(issue) if issue else None
    if move is None or not move.label:
        return "not looked at here", "no rank"
    now = f"rank {move.now}" if move.now else "no rank"
    return move.label, f"{now} ({year_wording.moved(move, before)})"
