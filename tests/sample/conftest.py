from pathlib import Path

import pandas as pd
import pytest

from data.sample import examples, write_extract
from data.sample.authored_partnerships import Layout

DATE = "Recorded date"


def read(path: Path, layout: Layout) -> pd.DataFrame:
    """Read an extract with pandas only, so that the product is not judged by itself."""
    frame = pd.read_csv(path, skiprows=len(layout.title), dtype=str, keep_default_na=False)
    frame = frame.rename(columns={theirs: usual for usual, theirs in layout.headers.items()})
    frame[DATE] = pd.to_datetime(frame[DATE], format=layout.date_format)
    return frame.assign(extract=path.stem)


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """Every record of every example extract."""
    folder = tmp_path_factory.mktemp("examples")
    return pd.concat(
        [read(write_extract(example, folder), example.layout) for example in examples()],
        ignore_index=True,
    )
