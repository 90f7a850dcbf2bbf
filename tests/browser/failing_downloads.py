"""A page of its own whose downloads fail, each in another way, beside one that does not."""

import streamlit as st

from assessment.errors import InvalidRequest
from pages.components.downloads import download_file


def refused() -> bytes:
    raise InvalidRequest("There is no wave 'spring' any more. Choose another.")


def broken() -> bytes:
    return {"label": b"as it was called"}["standing"]


st.title("Downloads that fail")
for key, make in (("refused", refused), ("broken", broken), ("whole", lambda: b"a,b\r\n1,2\r\n")):
    download_file(key.capitalize(), make, f"{key}.csv", "text/csv", key=key)
