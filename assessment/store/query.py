"""A query with the values it is asked with, as something that can be kept by."""

from typing import Any, NamedTuple, Self


class Asked(NamedTuple):
    """A named query and its values, lists among them as tuples."""

    name: str
    values: tuple[tuple[str, object], ...]

    @classmethod
    def of(cls, name: str, /, **given: object) -> Self:
        """Return a query with its values."""
        fixed = (tuple(one) if isinstance(one, list) else one for one in given.values())
        return cls(name, tuple(zip(given, fixed, strict=True)))

    @property
    def given(self) -> dict[str, Any]:
        """The values by parameter, as the store takes them."""
        return {name: list(one) if isinstance(one, tuple) else one for name, one in self.values}
