"""Commands about sources (what came, what is due, which one leads) and own data sets."""

from assessment.commands.arguments.command_parser import CommandParsers

# How often data may be expected, as Every says it. Written out: nothing here imports the product (a
# test holds the two together).
EVERY = ("month", "quarter", "year")


def add_sources(commands: CommandParsers) -> None:
    """Add `sources list`, `sources set` and `sources lead`."""
    sources = commands.add_family("sources", "the sources of records")
    every = sources.add(
        "list", "what has come, and what is overdue", "data.sources.report", json=True
    )
    every.add_argument("--partnership", metavar="ID", help="whose districts; all, if left out")
    _add_source_set(sources)
    lead = sources.add(
        "lead",
        "which source a partnership's figures are taken from",
        "data.sources.lead",
        json=True,
    )
    lead.add_argument("--partnership", required=True, metavar="ID", help="whose figures")
    lead.add_argument(
        "--set", dest="measure_set", metavar="SET", help="what records are counted in"
    )
    which = lead.add_mutually_exclusive_group()
    which.add_argument("--source", metavar="ID", help="the source to take figures from")
    which.add_argument("--none", action="store_true", help="take back what was said")


def _add_source_set(sources: CommandParsers) -> None:
    setting = sources.add(
        "set", "whose a source is, and when it is due", "data.sources.say_of", json=True
    )
    setting.add_argument("source", metavar="SOURCE")
    setting.add_argument("--agency", metavar="NAME", help="whose it is, e.g. Essex Police")
    setting.add_argument("--contact-role", metavar="ROLE", help="whom to ask: a role, no name")
    setting.add_argument("--every", choices=EVERY, help="how often its data are expected")
    setting.add_argument("--due-day", type=int, metavar="N", help="by day N, 31 for the last one")
    setting.add_argument(
        "--months-after", type=int, metavar="N", help="of which month after them (else 1, the next)"
    )
    setting.add_argument("--not-expected", action="store_true", help="nothing is expected of it")


def add_dataset(commands: CommandParsers) -> None:
    """Add `dataset add`, `dataset list` and `dataset remove`."""
    datasets = commands.add_family("dataset", "data sets of a partnership's own")
    add = datasets.add("add", "what a file (TOML) defines", "data.dataset.add", json=True)
    add.add_argument("file", metavar="FILE.toml")
    listed = datasets.add("list", "those that are defined", "data.dataset.list_sets", json=True)
    remove = datasets.add("remove", "one in which nothing is loaded", "data.dataset.remove")
    remove.add_argument("data_set", metavar="ID")
    for command in (add, listed, remove):
        command.add_argument("--partnership", required=True, metavar="ID", help="whose it is")
