"""What a source may be called."""

import re

from assessment.errors import InvalidRequest

SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# The sources of the example partnerships begin so: nobody's own data may stand among them.
EXAMPLES = "example-"


def must_name_a_source(source: str, *, synthetic: bool = False) -> None:
    """Raise InvalidRequest where a source cannot be called so."""
    if not SOURCE_ID.fullmatch(source):
        raise InvalidRequest(
            f"'{source}' cannot name a source. Use lower-case letters, digits and hyphens, "
            "e.g. essex-police."
        )
    if source.startswith(EXAMPLES) and not synthetic:
        raise InvalidRequest(
            f"The source {source} is an example's: its records go when the examples are removed. "
            "Choose another name."
        )
