"""What people named and what files contain, as text: in Markdown, HTML, a chart, a spreadsheet.

The one place where it is escaped, and all that pages and documents know of it. Whatever a name is
made of, it is read letter for letter: it calls up no picture, link or formula, and does nothing.

Markdown and Html are text of our own with nothing of anybody else's left unescaped: what returns
one of them is held to that by tests/test_escaping.py.
"""

import re
from html import escape
from typing import TypeAlias

Markdown: TypeAlias = str
Html: TypeAlias = str

# Every character that Markdown may take for more than itself; a backslash makes it a letter. Within
# a word a hyphen is one already.
MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+.!|~$:&=]|(?<!\w)-|-(?!\w)")
# What Streamlit puts in place of letters after Markdown has been read, so that no backslash helps:
# addresses become links, icons and the maker's picture are drawn, arrows and dashes are set.
REPLACED = re.compile(
    r"""(?ix)
    (?<=http)(?=s?://) | (?<=www)(?=\.) | (?=@)
    | (?<=:)(?=material[/_]|streamlit:)
    | (?<=(?<!\S)[<>~-])(?=(?:->|-|=|>)(?!\S))
    """
)
# Between two letters it is not seen, and breaks no line; nothing is recognised across it.
JOINER = "\N{WORD JOINER}"
# The same, and for Markdown a space besides: what stands between two of them marks nothing.
UNSEEN_SPACE = "\N{ZERO WIDTH NO-BREAK SPACE}"
# In a label: what begins a line that is more than text; what marks text from both its sides; what
# does so by what it is followed by; and what nothing but a backslash holds back, where there are
# two of it.
IN_A_LABEL = re.compile(
    r"""(?x)
    (?P<start>^(?=[-+>#`$]))
    | (?P<mark>[*~]) | (?P<underline>_)
    | (?P<before>[]&<\\](?!\s)) | (?P<colon>:(?!\s))
    | (?P<pair>[`$])(?=.*(?P=pair))
    """
)
LABELLED = {
    "start": JOINER,
    "mark": rf"{UNSEEN_SPACE}\g<0>{UNSEEN_SPACE}",
    "underline": rf"{JOINER}\g<0>{JOINER}",
    "before": rf"\g<0>{JOINER}",
    "colon": rf"\g<0>{UNSEEN_SPACE}",
    "pair": r"\\\g<0>",
}
# One line, as every name is; and without what turns the direction of the words around it.
SPACE = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NOT_IN_A_FILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A spreadsheet that opens a CSV runs a cell that begins with one of these.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")


def markdown(text: str, longest: int = 400) -> Markdown:
    """Return a text of any origin for Streamlit's Markdown: body, button, option or tooltip."""
    return MARKUP.sub(r"\\\g<0>", REPLACED.sub(JOINER, _short(text, longest)))


def as_label(text: str, longest: int = 400) -> Markdown:
    """Return a text of any origin for the label of a field.

    Streamlit shows it as Markdown, and gives it as it stands to screen readers and to people who
    speak to the page, who would hear each backslash. So letters that nobody sees hold Markdown
    back. Two `$` or two backticks are more than they can: all but the last have their backslash.
    """
    line = REPLACED.sub(JOINER, _short(text, longest))
    return IN_A_LABEL.sub(lambda match: match.expand(LABELLED[match.lastgroup or ""]), line)


def as_text(text: Markdown) -> str:
    """Return what a text of Markdown says, for where nobody reads Markdown: the command line."""
    return re.sub(r"\\([!-/:-@\[-`{-~])|\*\*|[\u2060\ufeff]", r"\1", text)


def html(value: object) -> Html:
    """Return a value of any origin for HTML and SVG, as an element's text or an attribute."""
    return escape(_seen(str(value)))


def plotly(text: str) -> str:
    """Return a text of any origin for a chart, which knows some HTML, and formulas between $."""
    return escape(_seen(text), quote=False).replace("$", "&#36;")


def csv_cell(value: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def sheet_text(text: str) -> str:
    """Return a text that a workbook can hold; that it is no formula is said by its cell's type."""
    return NOT_IN_A_FILE.sub("", text)


def _short(text: str, longest: int) -> str:
    line = _seen(text)
    return line if len(line) <= longest else f"{line[:longest]}…"


def _seen(text: str) -> str:
    return UNSEEN.sub("", SPACE.sub(" ", text))
