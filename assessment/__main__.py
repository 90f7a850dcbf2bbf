"""`python -m assessment …`: the same work without a browser.

Dates are inclusive here, as people write them. Errors leave with status 2 and one plain message.
"""

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from assessment import VERSION
from assessment.commands.printing import report, visible
from assessment.commands.stopping import Stopping, told_to_stop
from assessment.errors import AssessmentError, DefinitionFault
from assessment.periods import PeriodKind


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line, like every other error of the command line."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2, saying what was wrong and where help is."""
        self.exit(2, f"{visible(message)}. See: python -m assessment --help\n")


def build_parser() -> Parser:
    """Describe every command and its options."""
    # --store is understood before and after the command; --json wherever programs may read.
    store = Parser(add_help=False)
    store.add_argument(
        "--store",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the store's file (else $ASSESSMENT_STORE, else data/store/assessment.duckdb)",
    )
    json = Parser(add_help=False)
    json.add_argument("--json", action="store_true", help="write JSON for another program")
    parser = Parser(prog="python -m assessment", description=__doc__, parents=[store])
    parser.add_argument("--version", action="version", version=f"Strategic assessment {VERSION}")
    tasks = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _add_init(tasks, store)
    _add_dashboard(tasks, store)
    _add_load(tasks, store, json)
    _add_partnership(tasks, store, json)
    _add_population(tasks, store, json)
    _add_changes(tasks, store, json)
    _add_schemes(tasks, store, json)
    _add_score(tasks, store, json)
    _add_priorities(tasks, store, json)
    _add_survey(tasks, store, json)
    _add_backup(tasks, store)
    return parser


OURS = ("assessment", "data")
# As shells count: 128 and the number of the signal that would have ended the program.
PIPE_CLOSED = 141

# argparse gives the type of a group of commands no public name.
Tasks = argparse._SubParsersAction


def _add_init(tasks: "Tasks[Parser]", store: Parser) -> None:
    init = tasks.add_parser("init", parents=[store], help="make the store")
    which = init.add_mutually_exclusive_group()
    which.add_argument("--examples", action="store_true", help="with the example partnerships")
    which.add_argument("--empty", action="store_true", help="without them, removing any there are")
    init.set_defaults(run=("init", "init"))


def _add_dashboard(tasks: "Tasks[Parser]", store: Parser) -> None:
    dashboard = tasks.add_parser("dashboard", parents=[store], help="open the dashboard")
    dashboard.add_argument("--port", type=int, default=8501, metavar="N", help="else 8501")
    dashboard.add_argument(
        "--network",
        nargs="?",
        const="",
        metavar="NAME",
        help="let others reach it; NAME is what they call this machine",
    )
    dashboard.set_defaults(run=("run_dashboard", "dashboard"))


def _add_load(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    load = tasks.add_parser("load", parents=[store, json], help="load extracts")
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--source", metavar="ID", help="whose extracts these are, e.g. essex-police")
    load.add_argument("--dry-run", action="store_true", help="only say what would be loaded")
    load.set_defaults(run=("load", "load_files"))


def _add_partnership(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    partnership = tasks.add_parser("partnership", help="add or list partnerships")
    which = partnership.add_subparsers(required=True, metavar="add|list", parser_class=Parser)
    add = which.add_parser("add", parents=[store], help="a partnership of one or more districts")
    add.add_argument("name", metavar="NAME")
    add.add_argument(
        "--district",
        action="append",
        required=True,
        metavar="D",
        dest="districts",
        help="a district's name or ONS code; once for each",
    )
    add.set_defaults(run=("partnership", "add"))
    listing = which.add_parser("list", parents=[store, json], help="the partnerships there are")
    listing.set_defaults(run=("partnership", "list_partnerships"))


def _add_population(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    population = tasks.add_parser("population", help="how many people live in districts")
    which = population.add_subparsers(
        required=True, metavar="load|list|remove", parser_class=Parser
    )
    load = which.add_parser("load", parents=[store, json], help="a table of people by district")
    load.add_argument("file", metavar="FILE")
    load.add_argument("--dry-run", action="store_true", help="only say what would be loaded")
    load.set_defaults(run=("population", "load"))
    listing = which.add_parser("list", parents=[store, json], help="the years there are")
    listing.set_defaults(run=("population", "list_years"))
    remove = which.add_parser("remove", parents=[store], help="what was loaded of a year")
    remove.add_argument("year", type=int, metavar="YEAR")
    remove.set_defaults(run=("population", "remove"))


def _add_changes(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    changes = tasks.add_parser("changes", parents=[store, json], help="year-on-year changes")
    changes.add_argument(
        "--partnership",
        required=True,
        metavar="ID",
        help="a partnership's id, or force:NAME for everything a force recorded",
    )
    changes.add_argument("--period", required=True, choices=[kind.value for kind in PeriodKind])
    changes.add_argument("--ending", metavar="YYYY-MM", help="the period's last month")
    for option, words in (
        ("--from", "the first day, with --period custom"),
        ("--to", "the last day, counted too"),
        ("--compare-from", "the first day compared with (else a year earlier)"),
        ("--compare-to", "the last day compared with"),
    ):
        changes.add_argument(
            option, metavar="YYYY-MM-DD", dest=option[2:].replace("-", "_") + "_day", help=words
        )
    changes.add_argument("--by", default="measure", help="measure, district, ward or lsoa")
    changes.add_argument("--measure", metavar="ID", help="one measure, e.g. shoplifting")
    changes.add_argument("--set", metavar="ID", dest="measure_set", help="e.g. police-uk")
    changes.set_defaults(run=("changes", "changes"))


def _add_score(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    score = tasks.add_parser("score", parents=[store, json], help="issues in order of risk")
    score.add_argument("--partnership", required=True, metavar="ID", help="a partnership's id")
    score.add_argument("--scheme", metavar="ID", help="how issues are scored (else the default)")
    score.add_argument(
        "--ending",
        metavar="YYYY-MM",
        help="the last of the 12 months looked at (else the latest assessment's)",
    )
    score.add_argument(
        "--today", action="store_true", help="by today's data, also for a year that was agreed"
    )
    score.set_defaults(run=("score", "score"))


def _add_priorities(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    priorities = tasks.add_parser("priorities", parents=[store, json], help="what was chosen")
    priorities.add_argument("--partnership", metavar="ID", help="a partnership's id (else each)")
    priorities.add_argument(
        "--ending", metavar="YYYY-MM", help="the last month of its year (else the latest)"
    )
    priorities.set_defaults(run=("priorities", "priorities"))


def _add_survey(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    survey = tasks.add_parser("survey", help="what residents say")
    which = survey.add_subparsers(
        required=True, metavar="load|list|summary|compare", parser_class=Parser
    )
    both = [store, json]
    load = which.add_parser("load", parents=both, help="load an export of a survey tool")
    load.add_argument("file", metavar="FILE")
    load.add_argument("--survey", required=True, metavar="ID", help="the same for all its waves")
    load.add_argument("--wave", required=True, metavar="ID", help="this run of it")
    load.add_argument("--name", metavar="NAME", help="what the survey is called (else its id)")
    load.add_argument(
        "--partnership", metavar="ID", help="whose residents it asks: a partnership's id"
    )
    load.add_argument(
        "--mode",
        default="online-self-selected",
        metavar="M",
        help="how people were asked: online-self-selected, panel, face-to-face, telephone, postal",
    )
    load.add_argument("--dry-run", action="store_true", help="only say what would be loaded")
    load.set_defaults(run=("survey", "load"))
    listing = which.add_parser("list", parents=both, help="the waves there are")
    listing.set_defaults(run=("survey", "list_waves"))
    summary = which.add_parser("summary", parents=both, help="what a wave says")
    summary.add_argument("--wave", required=True, metavar="ID")
    summary.add_argument("--question", metavar="Q", help="one question: its id, number or concept")
    summary.add_argument("--by", metavar="V", help="broken down by ward, age, sex or a question")
    summary.add_argument("--weighted", action="store_true", help="with weighted shares beside")
    summary.add_argument(
        "--merge", action="store_true", help="weight neighbouring ages as one where one has too few"
    )
    summary.set_defaults(run=("survey", "summarise"))
    compare = which.add_parser("compare", parents=both, help="what differs between two waves")
    compare.add_argument(
        "--wave", required=True, action="append", metavar="ID", dest="waves", help="given twice"
    )
    compare.set_defaults(run=("survey", "compare_waves"))


def _add_schemes(tasks: "Tasks[Parser]", store: Parser, json: Parser) -> None:
    schemes = tasks.add_parser("schemes", help="the ways to score issues in the risk matrix")
    which = schemes.add_subparsers(required=True, metavar="list|show|copy", parser_class=Parser)
    listing = which.add_parser("list", parents=[store, json], help="the schemes there are")
    listing.set_defaults(run=("schemes", "list_schemes"))
    show = which.add_parser("show", parents=[store, json], help="a scheme in full")
    show.add_argument("id", metavar="ID")
    show.add_argument("--version", type=int, metavar="N", help="an earlier version")
    show.set_defaults(run=("schemes", "show"))
    copy = which.add_parser("copy", parents=[store], help="a copy of a scheme, to be edited")
    copy.add_argument("id", metavar="ID")
    copy.add_argument("new_id", metavar="NEW-ID")
    copy.add_argument("--label", metavar="NAME", help="what the copy is called (else its id)")
    copy.set_defaults(run=("schemes", "copy"))


def _add_backup(tasks: "Tasks[Parser]", store: Parser) -> None:
    backup = tasks.add_parser(
        "backup", parents=[store], help="a copy of the store, also while it is in use"
    )
    backup.add_argument(
        "folder",
        nargs="?",
        metavar="FOLDER",
        help="where to (else $ASSESSMENT_BACKUPS, else the folder backups beside the store)",
    )
    backup.add_argument("--keep", type=int, metavar="N", help="the latest N copies stay (else 10)")
    backup.set_defaults(run=("backup", "backup"))
    restore = tasks.add_parser("restore", parents=[store], help="a copy into the store's place")
    restore.add_argument("copy", metavar="COPY")
    restore.set_defaults(run=("backup", "restore"))


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command; return the exit status."""
    _write_utf8()
    with told_to_stop() as stopping:
        return _carried_out(arguments, stopping)


def _carried_out(arguments: list[str] | None, stopping: Stopping) -> int:
    try:
        try:
            return _carry_out(arguments)
        finally:
            sys.stdout.flush()
    except DefinitionFault as error:  # which says all that is wrong, a line each
        return _refuse(*str(error).split("\n"))
    except AssessmentError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # whoever reads has read enough, as in `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        with suppress(OSError):  # the terminal itself may have gone
            report("Stopped.")
        return stopping.status
    except OSError as error:
        return _refuse(f"{error.filename or 'A file'} cannot be used: {error.strerror or error}.")
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] in OURS:
            raise
        return _refuse(
            f"This Python lacks {missing.name}: use the project's own, .venv/bin/python "
            "-m assessment (Windows: .venv\\Scripts\\python)."
        )


def _carry_out(arguments: list[str] | None) -> int:
    asked = build_parser().parse_args(arguments)
    module, command = asked.run
    # Each command imports only what it needs: what `changes` needs takes longer to import than
    # a small file takes to load.
    return int(getattr(import_module(f"assessment.commands.{module}"), command)(asked))


def _refuse(*lines: str) -> int:
    report(*lines)
    return 2


def _write_utf8() -> None:
    """Write the same bytes everywhere: a Windows pipe cannot otherwise carry the sign ●."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
