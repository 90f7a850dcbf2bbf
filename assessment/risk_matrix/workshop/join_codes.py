"""Codes that are read from a wall and typed on a phone: short, and no letter looks like another."""

import secrets

# No vowels, so that no word comes about by chance, and neither I, O, Q, U nor V, nor any digit.
LETTERS = "BCDFGHJKLMNPRSTWXYZ"
WORKSHOP_LENGTH = 4
# A scorer's own code gives access to what they have scored: it is too long to be guessed.
SCORER_LENGTH = 12


def new_code(length: int) -> str:
    """Return a random code."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def as_typed(text: str) -> str:
    """Return a code as it was given out, however someone has typed it: kx-mr, K X M R."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def in_groups(code: str) -> str:
    """Return a code in groups of four, as it is easily read and typed: KXMR-TWPD-BHLS."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
