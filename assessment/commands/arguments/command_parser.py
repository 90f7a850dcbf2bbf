"""Parsers for commands and families of commands, with the options that many of them share."""

import argparse
from functools import cache
from typing import NoReturn

from assessment.commands.printing import visible


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line, like every other error of the command line."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2, saying what was wrong and where help is."""
        self.exit(2, f"{visible(message)}. See: python -m assessment --help\n")


class CommandParsers:
    """The commands of a parser. `run` names what carries one out: a module and its function."""

    def __init__(self, parser: Parser, metavar: str | None = None) -> None:
        self._metavar = metavar
        self._parsers = parser.add_subparsers(
            required=True, metavar=metavar or "", parser_class=Parser
        )

    def add(self, name: str, purpose: str, run: str, *, json: bool = False) -> Parser:
        """Add a command; one with `json` can write its answer for another program."""
        shared = [store_option(), *([_json_option()] if json else [])]
        parser = self._add(name, purpose, shared)
        parser.set_defaults(run=run)
        return parser

    def add_family(self, name: str, purpose: str) -> "CommandParsers":
        """Add a name that has commands of its own."""
        return CommandParsers(self._add(name, purpose, []))

    def _add(self, name: str, purpose: str, shared: list[Parser]) -> Parser:
        parser = self._parsers.add_parser(name, parents=shared, help=purpose)
        # A family is shown as the commands that it has.
        self._parsers.metavar = self._metavar or "|".join(self._parsers.choices)
        return parser


@cache
def store_option() -> Parser:
    """Return the option --store, understood before and after the command; both may leave it out."""
    option = Parser(add_help=False)
    option.add_argument(
        "--store",
        metavar="PATH",
        dest="store_file",
        default=argparse.SUPPRESS,
        help="the store's file (else $ASSESSMENT_STORE, else data/store/assessment.duckdb)",
    )
    return option


@cache
def _json_option() -> Parser:
    option = Parser(add_help=False)
    option.add_argument("--json", action="store_true", help="write JSON for another program")
    return option
