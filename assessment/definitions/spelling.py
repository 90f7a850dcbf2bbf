"""How two spellings of one thing are recognised as the same."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

APOSTROPHES = re.compile(r"['’‘`]")
NOT_A_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Reduce a name to its words: case, accents, dashes, punctuation and "&" make no difference."""
    letters = text.replace("&", " and ")
    if not letters.isascii():
        bare = unicodedata.normalize("NFKD", letters)
        letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return NOT_A_WORD.sub(" ", APOSTROPHES.sub("", letters)).casefold().strip()


def close_to(text: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the names that may have been meant: those that hold the text, then those like it."""
    by_words = {plain(name): name for name in names}
    wanted = plain(text)
    holding = [words for words in by_words if wanted and wanted in words]
    near = get_close_matches(wanted, by_words, n=most)
    return tuple(by_words[words] for words in dict.fromkeys((*holding, *near)))[:most]
