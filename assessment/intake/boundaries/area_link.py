"""A line of a look-up or a list of areas."""

from dataclasses import dataclass

from assessment.areas.area_codes import LinkKind


@dataclass(frozen=True)
class AreaLink:
    """A line of a look-up; `change` is U, S, M or X, or empty where the file does not say.

    `name` is what the area of `code` is called, where the file says it.
    """

    kind: LinkKind
    code: str
    target_code: str
    target_name: str
    district: str | None
    change: str = ""
    name: str = ""
