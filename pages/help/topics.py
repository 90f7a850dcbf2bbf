"""The guide, the methods and the glossary in topics, each short enough for a phone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.outputs.escaping import Markdown

DOCS = Path(__file__).parents[2] / "docs"
# File by file, what its topics are called together.
PARTS = {"user-guide.md": "Guide", "methods.md": "Methods", "glossary.md": "Glossary"}
HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
# Another document is not a page of the dashboard: its file is named instead.
ELSEWHERE = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)(#[\w-]+)?\)")
WITHIN = re.compile(r"\[([^\]]+)\]\(#([\w-]+)\)")
ABOUT = 140


@dataclass(frozen=True)
class Topic:
    """One topic: `within` is the topic that it is a part of, or ''; `also` those it mentions."""

    id: str
    title: Markdown
    part: str
    within: str
    text: Markdown
    also: tuple[str, ...]

    def has(self, words: Sequence[str]) -> bool:
        """Tell whether all of some words stand in it, in whatever letters."""
        text = f"{self.title} {self.text}".lower()
        return all(word.lower() in text for word in words)

    def around(self, word: str) -> str:
        """Return the text around a word that stands in it, on one line, or its beginning."""
        plain = re.sub(r"[*_`#|]|\s+", lambda found: " " if found[0].isspace() else "", self.text)
        at = max(plain.lower().find(word.lower()) - ABOUT // 3, 0)
        start = plain.find(" ", at) + 1 if at else 0
        return plain[start : start + ABOUT].rpartition(" ")[0].strip()


@cache
def topics() -> Mapping[str, Topic]:
    """Return every topic by its id, in the order of the documents."""
    return {topic.id: topic for name in PARTS for topic in _topics_of(name)}


def _topics_of(name: str) -> Iterator[Topic]:
    text = (DOCS / name).read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    above = ""
    for heading, end in zip(found, ends, strict=True):
        level, title = len(heading[1]), heading[2]
        # The guide's ids are as its own links have them; another document may have the same.
        prefix = "" if PARTS[name] == "Guide" or level == 1 else f"{PARTS[name].lower()}-"
        own = f"{prefix}{_anchor(title)}"
        body = text[heading.end() : end].strip()
        above = own if level < 3 else above
        also = tuple(dict.fromkeys(f"{prefix}{each[2]}" for each in WITHIN.finditer(body)))
        yield Topic(own, title, PARTS[name], above if level == 3 else "", _shown(body), also)


def _shown(body: str) -> Markdown:
    return ELSEWHERE.sub(r"\1 (in `docs/\2`)", WITHIN.sub(r"*\1*", body))


def _anchor(title: str) -> str:
    """Return what links call a heading: its words in small letters, with hyphens."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
