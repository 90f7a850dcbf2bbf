"""What people named and what files contain is text, wherever it is shown or written."""

import re
from pathlib import Path

import pytest

from assessment.outputs.escaping import (
    as_label,
    as_text,
    csv_cell,
    html,
    markdown,
    plotly,
    sheet_text,
)
from tests.markup import ROOT, unescaped

PAGES = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py"))]
OUTPUTS = [
    path for path in sorted((ROOT / "assessment/outputs").rglob("*.py")) if path.stem != "escaping"
]
# What help shows is Markdown, and ours.
OURS = "pages/help/"


def test_pages_escape_all_that_is_not_theirs() -> None:
    found = unescaped([*PAGES, *OUTPUTS])
    assert [each for each in found if not each.startswith(OURS)] == []


@pytest.mark.parametrize(
    "line",
    [
        "st.markdown(name)",
        "st.markdown(f'**{name}** was added')",
        "st.button(f'Remove {name}')",
        "st.page_link('a.py', label=f'Year on year of {name}')",
        "st.radio(LABEL, steps, format_func=steps.__getitem__)",
        "st.radio(LABEL, [name])",
        "st.tabs([name, 'all'])",
        "st.caption(LABEL, help=name)",
        "text = f'of {name}'\n    st.info(text)",
        "text = markdown(name)\n    text = name\n    st.info(text)",
        "st.error(str(name))",
        "notices.append(f'There is no {name}')",
        "st.warning(' and '.join(f'{each}' for each in name))",
        "st.markdown(own(name))",
        "title(name)",
        "title(text=name)",
    ],
)
def test_what_is_not_escaped_is_found(tmp_path: Path, line: str) -> None:
    assert len(unescaped([_page(tmp_path, line)], tmp_path)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "st.markdown(f'**{markdown(name)}**, {number:,} rows')",
        "text = f'of {markdown(name)}' if name else ''\n    st.info(text)",
        "st.warning(' and '.join(markdown(each) for each in name))",
        "st.button(f'Show {number}')",
        "st.selectbox(LABEL, [name])",  # options of a list are no Markdown
        "st.code(name)",
        "title(markdown(name))",
        "st.markdown(said(name))",
        "st.text_input(as_label(name))",
    ],
)
def test_what_is_escaped_is_not_found(tmp_path: Path, line: str) -> None:
    assert unescaped([_page(tmp_path, line)], tmp_path) == []


def _page(folder: Path, line: str) -> Path:
    path = folder / "page.py"
    path.write_text(
        "def own(name: str) -> str:\n    return name\n\n"
        "def said(name: str) -> Markdown:\n    return f'*{markdown(name)}*'\n\n"
        "def title(text: Markdown) -> None:\n    st.title(text)\n\n"
        f"def show(name: str, number: int, steps: dict) -> None:\n    {line}\n"
    )
    return path


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Castle Point and Rochford", "Castle Point and Rochford"),
        ("![x](http://evil.example/a.png)", r"\!\[x\]\(http⁠\://evil\.example/a\.png\)"),
        ("$x$ :red[y] <b>", r"\$x\$ \:red\[y\] \<b\>"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        # Streamlit looks for these once more when Markdown has been read.
        ("www.evil.example", r"www⁠\.evil\.example"),
        ("a@evil.example", r"a⁠@evil\.example"),
        (":material/home: :streamlit:", r"\:⁠material/home\: \:⁠streamlit\:"),
        ("a -> b -- c", r"a \-⁠\> b \-⁠\- c"),
        ("aged 25-34, 12:30", r"aged 25-34, 12\:30"),
        # One line: a second one could begin a list, a heading or a block of code.
        ("two\n\n    lines\t\u2028", "two lines "),
        ("\u202eright to left\u2069", "right to left"),
        ("a\x00\x1b[2Jb", r"a\[2Jb"),
        ("x" * 500, "x" * 400 + "…"),
        ("", ""),
    ],
)
def test_markdown(name: str, written: str) -> None:
    assert markdown(name) == written


@pytest.mark.parametrize(
    "name", ["![x](http://e.example)", "*b* _i_ # h", "a -> b", "12:30 & (50%)", r"back\slash\*"]
)
def test_markdown_says_the_same_where_nobody_reads_markdown(name: str) -> None:
    assert as_text(f"**{markdown(name)}**, 3 rows") == f"{name}, 3 rows"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        # As it is, as nearly every name is.
        ("Burglary (dwelling) & St. John's, 18 : 30, £2 + $1!", None),
        ("*b*", "\ufeff*\ufeffb\ufeff*\ufeff"),
        ("a_b", "a\u2060_\u2060b"),
        ("[a](b)", "[a]\u2060(b)"),
        (":red[x]", ":\ufeffred[x]\u2060"),
        ("<b>", "<\u2060b>"),
        ("&lt;", "&\u2060lt;"),
        ("\\*", "\\\u2060\ufeff*\ufeff"),
        ("# h", "\u2060# h"),
        ("$x$", "\u2060\\$x$"),
    ],
)
def test_label(name: str, written: str | None) -> None:
    assert as_label(name) == (written or name)
    assert as_text(as_label(name)) == name


def test_html() -> None:
    assert html('"><script>x\x00</script>') == "&quot;&gt;&lt;script&gt;x&lt;/script&gt;"
    assert html(3) == "3"


def test_chart() -> None:
    assert plotly('<a href="x">$y$</a>') == '&lt;a href="x"&gt;&#36;y&#36;&lt;/a&gt;'


@pytest.mark.parametrize("start", "=+-@\t\r\n|＝＋－＠")
def test_cell_is_no_formula(start: str) -> None:
    assert csv_cell(f"{start}cmd") == f"'{start}cmd"
    assert csv_cell(f"  {start}cmd") == f"'  {start}cmd"


def test_numbers_and_nothing_stay_what_they_are() -> None:
    assert [csv_cell(value) for value in (-3, 0.5, None, "Luton")] == [-3, 0.5, None, "Luton"]


def test_sheet_holds_no_letters_that_break_it() -> None:
    assert sheet_text("a\x00\x0b\ufffeb\n") == "ab\n"


def test_nothing_else_escapes() -> None:
    """A second way would have other gaps."""
    others = re.compile(
        r"from html import|html\.escape|saxutils|unsafe_allow_html|def plain\(.*longest"
    )
    every = [*PAGES, *OUTPUTS]
    assert [path.name for path in every if others.search(path.read_text(encoding="utf-8"))] == []
