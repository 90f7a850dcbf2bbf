"""`python -m assessment …`: the same work without a browser.

Dates are inclusive here, as people write them. Errors leave with status 2 and one plain message.
"""

import os
import sys
from argparse import Namespace
from contextlib import suppress
from contextvars import copy_context
from importlib import import_module
from io import TextIOWrapper

from assessment import VERSION
from assessment.commands.arguments import (
    assessment_arguments,
    data_arguments,
    pattern_arguments,
    source_arguments,
    store_arguments,
    survey_arguments,
)
from assessment.commands.arguments.command_parser import CommandParsers, Parser, store_option
from assessment.commands.printing import report
from assessment.commands.stopping import Stopping, told_to_stop
from assessment.errors import AssessmentError, DefinitionFault

OURS = ("assessment", "data")
# As shells count: 128 and the number of the signal that would have ended the program.
PIPE_CLOSED = 141
# In the order in which help lists them.
COMMANDS = (
    store_arguments.add_init,
    store_arguments.add_dashboard,
    data_arguments.add_load,
    data_arguments.add_extracts,
    data_arguments.add_recipe,
    data_arguments.add_map,
    source_arguments.add_sources,
    data_arguments.add_checks,
    source_arguments.add_dataset,
    data_arguments.add_partnership,
    data_arguments.add_population,
    data_arguments.add_areas,
    assessment_arguments.add_changes,
    pattern_arguments.add_trends,
    pattern_arguments.add_places,
    pattern_arguments.add_times,
    pattern_arguments.add_harm,
    pattern_arguments.add_peers,
    pattern_arguments.add_outcomes,
    pattern_arguments.add_evaluate,
    pattern_arguments.add_victims,
    pattern_arguments.add_beside,
    assessment_arguments.add_events,
    assessment_arguments.add_explanations,
    assessment_arguments.add_variation,
    assessment_arguments.add_schemes,
    assessment_arguments.add_score,
    assessment_arguments.add_priorities,
    survey_arguments.add_survey,
    store_arguments.add_backup,
)


def build_parser() -> Parser:
    """Describe every command and its options."""
    parser = Parser(prog="python -m assessment", description=__doc__, parents=[store_option()])
    parser.add_argument("--version", action="version", version=f"Strategic assessment {VERSION}")
    commands = CommandParsers(parser, metavar="COMMAND")
    for add_to in COMMANDS:
        add_to(commands)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command; return the exit status."""
    _write_utf8()
    with told_to_stop() as stopping:
        # What one command comes to know of its store, another does not.
        return copy_context().run(_carried_out, arguments, stopping)


def _carried_out(arguments: list[str] | None, stopping: Stopping) -> int:
    try:
        try:
            return _carry_out(arguments)
        finally:
            sys.stdout.flush()
    except DefinitionFault as error:  # it lists every fault, one a line
        return _refuse(*str(error).split("\n"))
    except AssessmentError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # the reader has enough, as in `… | head`
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
    options = build_parser().parse_args(arguments, Namespace(store_file=None))
    module, _, command = options.run.rpartition(".")
    # Each command imports only what it needs: what `changes` needs takes longer to import than
    # a small file takes to load.
    return int(getattr(import_module(f"assessment.commands.{module}"), command)(options))


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
