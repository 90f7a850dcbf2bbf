"""Schemes that are being changed, kept in the session until they are saved or put away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import streamlit as st

from assessment.definitions import Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.definitions.toml_reader import Fault
from assessment.risk_matrix.schemes.scheme_editing import to_be_saved
from assessment.risk_matrix.schemes.scheme_reading import faults_of

DRAFTS = "scheme-drafts"
# What a button does to a draft once everything that stands in the fields has been taken over.
Edit = Callable[[Scheme], Scheme]


@dataclass
class SchemeDraft:
    """A scheme as somebody is writing it.

    `latest` is the last version that this person has seen: a later one is somebody else's. `turn`
    names every field anew when the draft begins anew. Nothing else does: a field that is named or
    placed anew loses what is being typed into it.
    """

    begun_from: Scheme
    scheme: Scheme
    latest: int
    turn: int = 0
    # The criterion that is before this person.
    which: str = ""
    # The rows in which the entries of a list stand, by the name of the list.
    standing: dict[str, list[int]] = field(default_factory=dict)
    # How often the steps of a criterion have been numbered, which gives their fields other values.
    numberings: dict[str, int] = field(default_factory=dict)

    @property
    def wanted(self) -> Scheme:
        """What would be saved."""
        return to_be_saved(self.scheme)

    @property
    def to_save(self) -> Scheme:
        """What is saved: as the next version after the last that this person has seen."""
        return replace(self.wanted, version=self.latest)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the version that it was begun from."""
        return as_body(self.wanted) != as_body(self.begun_from)

    def faults(self) -> tuple[Fault, ...]:
        """Return everything that keeps it from being saved."""
        return faults_of(self.wanted)

    def key(self, *parts: object) -> str:
        """Return the key of one of its fields."""
        return "-".join(map(str, ("draft", self.scheme.id, self.turn, *parts)))

    def put_away(self) -> None:
        """Forget what was changed."""
        self.begin_anew(self.begun_from)

    def begin_anew(self, scheme: Scheme) -> None:
        """Go on from another scheme, and draw every field anew."""
        self.scheme = scheme
        self.turn += 1
        self.standing.clear()

    def rows(self, of: str, entries: int) -> tuple[int, ...]:
        """Return the row in which each entry of a list stands, for as long as it is there.

        The row of what was taken out stays empty, so that those below it do not move up.
        """
        rows = self.standing.setdefault(of, [])
        while len(rows) < entries:
            rows.append(rows[-1] + 1 if rows else 0)
        return tuple(rows)

    def take_out(self, of: str, place: int) -> None:
        """Leave the row of an entry of a list empty."""
        self.standing[of].pop(place)


def draft_of(shown: Scheme) -> SchemeDraft:
    """Return the draft of a scheme; one in which nothing is changed begins from what is shown."""
    drafts: dict[str, SchemeDraft] = st.session_state.setdefault(DRAFTS, {})
    draft = drafts.get(shown.id)
    if draft is None or not (draft.is_changed or draft.begun_from == shown):
        turn = draft.turn + 1 if draft else 0
        draft = drafts[shown.id] = SchemeDraft(shown, shown, shown.version, turn)
    return draft
