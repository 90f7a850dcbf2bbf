"""What the fields of the page compose from a scheme that nobody edits is the scheme itself."""

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from streamlit.testing.v1 import AppTest

from assessment.definitions import Scheme
from assessment.risk_matrix import shipped_schemes
from tests.pages.conftest import PATIENCE
from tests.properties import examples
from tests.risk_matrix.drawn_schemes import drawn_schemes


def one_part() -> None:
    """Draw one part of the form; runs as a page, so it brings its own imports."""
    from importlib import import_module

    import streamlit as st

    module, function = st.session_state["part"]
    part = getattr(import_module(f"pages.schemes.{module}"), function)
    assert part(st.session_state["draft"], ()) is None


def drawn(part: tuple[str, str], draft: Any) -> None:
    at = AppTest.from_function(one_part, default_timeout=PATIENCE)
    at.session_state["part"], at.session_state["draft"] = part, draft
    at.run()
    assert not at.exception, at.exception


def composed(scheme: Scheme) -> Scheme:
    """Draw every field there is, and return what came of it."""
    draft = import_module("pages.schemes.scheme_drafts").SchemeDraft(scheme, scheme, scheme.version)
    drawn(("criteria", "edit_criteria"), draft)
    drawn(("combining", "edit_together"), draft)
    for criterion in scheme.criteria:
        draft.which = criterion.id
        drawn(("one_criterion", "edit_one"), draft)
    assert not draft.is_changed
    found: Scheme = draft.wanted
    return found


@pytest.mark.parametrize("scheme_id", shipped_schemes())
def test_of_what_is_shipped(scheme_id: str) -> None:
    assert composed(shipped_schemes()[scheme_id]) == shipped_schemes()[scheme_id]


@settings(max_examples=examples(15))
@given(drawn_schemes())
def test_of_any_scheme(scheme: Scheme) -> None:
    assert composed(scheme) == scheme
