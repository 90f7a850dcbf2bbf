"""Commands that answer from recorded data: changes, the risk matrix and its schemes, priorities."""

from assessment.commands.arguments.command_parser import CommandParsers, Parser
from assessment.periods import PeriodKind

DAYS = (
    ("--from", "from_day", "the first day, with --period custom"),
    ("--to", "to_day", "the last day, counted too"),
    ("--compare-from", "compare_from_day", "the first day compared with (else a year earlier)"),
    ("--compare-to", "compare_to_day", "the last day compared with"),
)


def add_changes(commands: CommandParsers) -> None:
    """Add `changes`."""
    changes = commands.add("changes", "year-on-year changes", "findings.changes.changes", json=True)
    add_question(changes)
    changes.add_argument("--by", default="measure", help="measure, district, ward or lsoa")
    changes.add_argument(
        "--as-at",
        metavar="DATE|EXTRACT",
        help="the figures as they stood at the end of a day (YYYY-MM-DD) or after an extract",
    )


def add_question(parser: Parser) -> None:
    """Add the options of a question: which place, period, comparison, set and measure."""
    parser.add_argument(
        "--partnership",
        required=True,
        metavar="ID",
        help="a partnership's id, or force:NAME for everything a force recorded",
    )
    parser.add_argument("--period", required=True, choices=[kind.value for kind in PeriodKind])
    parser.add_argument("--ending", metavar="YYYY-MM", help="the period's last month")
    for option, attribute, purpose in DAYS:
        parser.add_argument(option, metavar="YYYY-MM-DD", dest=attribute, help=purpose)
    parser.add_argument("--measure", metavar="ID", help="one measure, e.g. shoplifting")
    parser.add_argument("--set", metavar="ID", dest="measure_set", help="e.g. police-uk")
    parser.set_defaults(by="measure", as_at=None)


def add_events(commands: CommandParsers) -> None:
    """Add `events list`, `events add`, `events end` and `events remove`."""
    events = commands.add_family("events", "changes in what a partnership's sources record")
    every = events.add("list", "what has been entered", "findings.events.list_events", json=True)
    add = events.add("add", "a change in what is recorded or how", "findings.events.add", json=True)
    end = events.add("end", "say when one ended", "findings.events.end", json=True)
    remove = events.add("remove", "take one back", "findings.events.remove", json=True)
    for parser in (every, add, end, remove):
        parser.add_argument("--partnership", required=True, metavar="ID", help="its id")
    add.add_argument("effect", metavar="TEXT", help="what it does to the figures, in a sentence")
    add.add_argument(
        "--bearing",
        required=True,
        metavar="WHAT",
        help="refuses (not one series), missing (months without records), marks or footnote",
    )
    add.add_argument("--from", required=True, metavar="YYYY-MM-DD", dest="from_day")
    for parser, is_needed in ((add, False), (end, True)):
        parser.add_argument(
            "--until",
            required=is_needed,
            metavar="YYYY-MM-DD",
            dest="until_day",
            help="the day before which it ended",
        )
    add.add_argument("--set", metavar="ID", dest="measure_set", help="of one set, e.g. police-uk")
    add.add_argument("--measure", metavar="ID", help="of one measure of that set")
    for parser in (end, remove):
        parser.add_argument("number", type=int, metavar="NUMBER")


def add_explanations(commands: CommandParsers) -> None:
    """Add `explanations list`, `explanations add` and `explanations withdraw`."""
    family = commands.add_family("explanations", "why figures changed, as the team has written it")
    every = family.add(
        "list", "what rose and fell, and why", "findings.explanations.list_explanations", json=True
    )
    add = family.add("add", "say why a figure changed", "findings.explanations.add", json=True)
    withdraw = family.add(
        "withdraw", "take back what stands", "findings.explanations.withdraw", json=True
    )
    for parser in (every, add, withdraw):
        add_question(parser)
        parser.add_argument("--by", default="measure", help="measure, district, ward or lsoa")
    for parser in (add, withdraw):
        parser.add_argument("--area", metavar="NAME", help="with --by, the area of the figure")
    add.add_argument("text", metavar="TEXT", help="why, in a sentence or two")
    add.add_argument(
        "--kind",
        required=True,
        metavar="KIND",
        help="recording change, operation, season, definition, real change or not known yet",
    )
    add.add_argument(
        "--confidence", default="likely", metavar="HOW-SURE", help="confirmed, likely or possible"
    )
    add.add_argument("--evidence", default="", metavar="TEXT", help="a word or a link")


def add_variation(commands: CommandParsers) -> None:
    """Add `variation list`, `variation set` and `variation remove`."""
    variation = commands.add_family(
        "variation", "how much a partnership's figures ordinarily vary, where it sets that itself"
    )
    every = variation.add("list", "what is set", "findings.variation.list_set", json=True)
    put = variation.add("set", "set it of a measure", "findings.variation.put", json=True)
    remove = variation.add("remove", "take it back", "findings.variation.remove", json=True)
    for parser in (every, put, remove):
        parser.add_argument("--partnership", required=True, metavar="ID", help="its id")
    for parser in (put, remove):
        parser.add_argument("--set", required=True, metavar="ID", dest="measure_set")
        parser.add_argument("--measure", required=True, metavar="ID")
    put.add_argument(
        "percent", type=float, metavar="PERCENT", help="from one year to the next, beyond counting"
    )
    put.add_argument("--reason", required=True, metavar="TEXT", help="why, in a sentence")


def add_schemes(commands: CommandParsers) -> None:
    """Add `schemes list`, `schemes show` and `schemes copy`."""
    schemes = commands.add_family("schemes", "the ways to score issues in the risk matrix")
    schemes.add("list", "the schemes there are", "findings.schemes.list_schemes", json=True)
    show = schemes.add("show", "a scheme in full", "findings.schemes.show", json=True)
    show.add_argument("id", metavar="ID")
    show.add_argument("--version", type=int, metavar="N", help="an earlier version")
    copy = schemes.add("copy", "a copy of a scheme, to be edited", "findings.schemes.copy")
    copy.add_argument("id", metavar="ID")
    copy.add_argument("new_id", metavar="NEW-ID")
    copy.add_argument("--label", metavar="NAME", help="what the copy is called (else its id)")


def add_score(commands: CommandParsers) -> None:
    """Add `score`."""
    score = commands.add("score", "issues in order of risk", "findings.score.score", json=True)
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


def add_priorities(commands: CommandParsers) -> None:
    """Add `priorities`."""
    priorities = commands.add(
        "priorities", "what was chosen", "findings.priorities.priorities", json=True
    )
    priorities.add_argument("--partnership", metavar="ID", help="a partnership's id (else each)")
    priorities.add_argument(
        "--ending", metavar="YYYY-MM", help="the last month of its year (else the latest)"
    )
