"""The versions of the methods: numbered in order, dated, and told in the documents as well."""

from pathlib import Path

import pytest

from assessment.definitions import DATA, methods_version, methods_versions
from assessment.definitions.methods_versions import read_methods_versions
from assessment.errors import DefinitionFault

FILE = DATA / "definitions" / "methods.toml"


def test_versions_are_numbered_as_they_came() -> None:
    numbers = [version.number for version in methods_versions()]
    assert numbers == list(range(1, methods_version() + 1))
    days = [version.since for version in methods_versions()]
    assert days == sorted(days)


def test_the_documents_tell_every_change() -> None:
    text = (DATA.parent / "docs" / "methods.md").read_text(encoding="utf-8")
    assert all(change in text for version in methods_versions()[1:] for change in version.changed)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "methods.toml"
    text = FILE.read_text(encoding="utf-8")
    text = text.replace("number = 2", "number = 7").replace("since = 2026-11-30", 'since = "soon"')
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault) as raised:
        read_methods_versions(broken)
    assert "2, as versions stand in their order, found 7" in str(raised.value)
    assert "a date (YYYY-MM-DD, without quotes)" in str(raised.value)
