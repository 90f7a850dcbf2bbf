"""What the words of a verdict mean, by which methods it is given, and what those have changed."""

from collections.abc import Iterator, Sequence

from assessment.definitions import MethodsVersion, methods_version, methods_versions
from assessment.periods import in_words

REAL_CHANGE = (
    "Is this a real change? ▲ rise and ▼ fall stand only where the counts differ by more than "
    "counting alone explains; an unusual one is also bigger than the usual ups and downs from one "
    "year to the next, and an ordinary one is perhaps no more than these."
)
WHAT_CHANGED = "What changed in the methods, and why"


def stamp(version: int) -> str:
    """Say by which methods verdicts are given, and when those were or are in use."""
    this, *later = methods_versions()[version - 1 :]
    since, until = in_words(this.since), in_words(later[0].since) if later else ""
    used = f"in use from {since} until {until}" if until else f"in use since {since}"
    return f"Verdicts by version {version} of the methods, {used}."


def earlier_methods(version: int) -> str:
    """Say of verdicts that they are by methods of before; '' where they are by those of today."""
    if version == methods_version():
        return ""
    return (
        f"Its verdicts keep version {version} of the methods, by which they were agreed; "
        f"those of today are by version {methods_version()} and may differ."
    )


def what_changed() -> tuple[str, ...]:
    """Return every change of the methods since the first, the latest version first."""
    return tuple(_each_change(methods_versions()))


def _each_change(versions: Sequence[MethodsVersion]) -> Iterator[str]:
    for version in reversed(versions[1:]):
        for change in version.changed:
            yield f"Version {version.number}, {in_words(version.since)}: {change}"
