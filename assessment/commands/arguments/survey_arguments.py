"""Commands about surveys: load an export, list the waves, summarise one, compare two."""

from assessment.commands.arguments.command_parser import CommandParsers


def add_survey(commands: CommandParsers) -> None:
    """Add `survey load`, `survey list`, `survey summary` and `survey compare`."""
    survey = commands.add_family("survey", "what residents say")
    _add_load(survey)
    survey.add("list", "the waves there are", "findings.survey.list_waves", json=True)
    _add_summary(survey)
    compare = survey.add(
        "compare", "what differs between two waves", "findings.survey.compare_waves", json=True
    )
    compare.add_argument(
        "--wave", required=True, action="append", metavar="ID", dest="waves", help="given twice"
    )


def _add_load(survey: CommandParsers) -> None:
    load = survey.add(
        "load", "load an export of a survey tool", "findings.survey_load.load", json=True
    )
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
    load.add_argument(
        "--from",
        metavar="DAY",
        dest="first_day",
        help="when people answered, where the file does not say: 2024-09-01",
    )
    load.add_argument("--to", metavar="DAY", dest="last_day", help="the last day that they did")
    load.add_argument(
        "--weight", metavar="COLUMN", help="the column that says what each answer weighs"
    )
    load.add_argument(
        "--missing",
        metavar="CODE[,CODE…]",
        help="what says in any column that a question was not asked, e.g. --missing=-9,-1",
    )
    load.add_argument(
        "--keep-doubts",
        action="store_true",
        help="load what is in doubt as it is taken for, and mark it, instead of refusing it",
    )


def _add_summary(survey: CommandParsers) -> None:
    summary = survey.add("summary", "what a wave says", "findings.survey.summarise", json=True)
    summary.add_argument("--wave", required=True, metavar="ID")
    summary.add_argument("--question", metavar="Q", help="one question: its id, number or concept")
    summary.add_argument("--by", metavar="V", help="broken down by ward, age, sex or a question")
    summary.add_argument("--weighted", action="store_true", help="with weighted shares beside")
    summary.add_argument(
        "--merge", action="store_true", help="weight neighbouring ages as one where one has too few"
    )
