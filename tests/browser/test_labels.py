"""A field is called what its label says, letter for letter, by whoever does not see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.outputs.escaping import JOINER, UNSEEN_SPACE
from tests.browser.conftest import free_port, running
from tests.browser.looking import visit

pytestmark = pytest.mark.browser

NAMES = (
    "* _ [ ] ( ) ` $ : ~ < > #",
    "Burglary (dwelling), 18:30 & later: St. John's + 5% #1 = £2,000!",
    "*b* **c** a*b*c _i_ __j__ a_b_c ~s~ ~~t~~",
    "![a](http://evil.example/x.png) [a](//evil.example) www.evil.example a@evil.example",
    "[a]: http://evil.example",
    r"[a][b] [^c] back\*slash\\ <img src=x> <https://evil.example> &lt;b&gt; &#36;",
    ":red[x] :smile: :material/home: :streamlit: a -> b -- c",
    *("# h", "- l", "+ l", "1. x", "---", "> q", "::: x", "$5", "`x", "| a |"),
)
# Nothing that nobody sees holds these back: who hears the page hears a backslash before all but the
# last.
DOUBLE = ("$x$", "$$x$$", "`x` ``y``", "```x")
PROGRAM = """
import streamlit as st
from assessment.outputs.escaping import as_label
st.title("Labels")
for number, name in enumerate({names!r}):
    label = as_label(name)
    field = (
        st.text_input, st.number_input, st.text_area, st.checkbox, lambda label, key: st.radio(
            label, ["Yes"], key=key
        ), lambda label, key: st.selectbox(label, ["Yes"], key=key)
    )[number % 6]
    with st.container(key=f"field-{{number}}"):
        field(label, key=str(number))
"""
# How every field is called, what its label shows, and what would be there if that were Markdown.
SAID = """() => [...document.querySelectorAll('[class*="st-key-field-"]')].map(each => [
    each.querySelector('[aria-label]').getAttribute('aria-label'),
    each.querySelector('[data-testid="stMarkdownContainer"]').textContent,
    each.querySelectorAll('a, img, em, strong, code, del, .katex, [role="img"], h1, hr').length,
])"""


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("labels"), free_port()
    program = folder / "labels.py"
    program.write_text(PROGRAM.format(names=(*NAMES, *DOUBLE)), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        with running(folder / "none.duckdb", port, program=str(program)):
            yield f"http://localhost:{port}"


def test_a_label_is_read_and_heard_letter_for_letter(page: Page, labels: str) -> None:
    visit(page, labels)
    # Some kinds of field are fetched when the first of them is drawn.
    fields = page.locator('[class*="st-key-field-"]').filter(has=page.locator("[aria-label]"))
    expect(fields).to_have_count(len((*NAMES, *DOUBLE)))
    said = page.evaluate(SAID)
    assert [(as_text_alone(heard), as_text_alone(seen), more) for heard, seen, more in said] == [
        *((name, name, 0) for name in NAMES),
        *(
            (heard, name, 0)
            for heard, name in zip(
                (r"\$x$", r"\$\$x\$$", r"\`x\` \`\`y\``", r"\`\``x"), DOUBLE, strict=True
            )
        ),
    ]
    # The browser tells the same to whoever asks it for the names.
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = {as_text_alone(str(node.get("name", {}).get("value"))) for node in tree}
    assert set(NAMES) <= heard


def as_text_alone(text: str) -> str:
    return text.replace(JOINER, "").replace(UNSEEN_SPACE, "")
