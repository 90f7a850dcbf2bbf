"""Commands that show when and where records come about: they ask what `changes` asks."""

from assessment.commands.arguments.assessment_arguments import add_question
from assessment.commands.arguments.command_parser import CommandParsers
from assessment.definitions import HARM, WEIGHT_SETS

# By their names or codes, once for each.
PROJECT_AREAS = (
    ("--funded", "funded", "an area in which the work was done; once for each"),
    ("--compared", "compared", "an area like these, without the work"),
    ("--beside", "beside", "an area that crime may have moved to"),
    ("--beside-compared", "beside_compared", "an area like those beside"),
)


def add_trends(commands: CommandParsers) -> None:
    """Add `trends`."""
    trends = commands.add(
        "trends", "months over five years, and what is usual", "patterns.trends.trends", json=True
    )
    add_question(trends)
    trends.add_argument("--by", default="measure", help="measure or district")


def add_places(commands: CommandParsers) -> None:
    """Add `places`."""
    places = commands.add(
        "places", "where records are, and hot spots", "patterns.places.places", json=True
    )
    add_question(places)
    places.add_argument("--areas", default="ward", dest="by", help="ward or lsoa")
    places.add_argument("--show", default="count", help="count, rate, change or hot-spots")


def add_peers(commands: CommandParsers) -> None:
    """Add `peers`."""
    peers = commands.add(
        "peers", "a measure beside the force's other districts", "patterns.peers.peers", json=True
    )
    add_question(peers)


def add_times(commands: CommandParsers) -> None:
    """Add `times`."""
    times = commands.add(
        "times", "hours, days and months of a measure", "patterns.times.times", json=True
    )
    add_question(times)


def add_outcomes(commands: CommandParsers) -> None:
    """Add `outcomes`."""
    outcomes = commands.add(
        "outcomes", "what became of the records", "patterns.outcomes.outcomes", json=True
    )
    add_question(outcomes)


def add_victims(commands: CommandParsers) -> None:
    """Add `victims`."""
    victims = commands.add(
        "victims", "who victims were, and what comes again", "patterns.victims.victims", json=True
    )
    add_question(victims)


def add_beside(commands: CommandParsers) -> None:
    """Add `beside`."""
    beside = commands.add(
        "beside", "a measure beside one of another data set", "patterns.beside.beside", json=True
    )
    add_question(beside)
    beside.add_argument(
        "--with",
        required=True,
        metavar="SET:ID",
        dest="other",
        help="the other measure, e.g. ambulance:assaults (SET alone: its first)",
    )
    beside.add_argument("--areas", default="district", dest="by", help="district, ward or lsoa")


def add_harm(commands: CommandParsers) -> None:
    """Add `harm`."""
    harm = commands.add("harm", "number and harm of each measure", "patterns.harm.harm", json=True)
    add_question(harm)
    harm.add_argument(
        "--weights", default=HARM, metavar="ID", help=f"one of {', '.join(WEIGHT_SETS)}"
    )
    harm.add_argument(
        "--without-found",
        action="store_true",
        help="leave out what the police find by looking for it",
    )


def add_evaluate(commands: CommandParsers) -> None:
    """Add `evaluate`."""
    evaluate = commands.add(
        "evaluate", "before and after a project", "patterns.evaluate.evaluate_project", json=True
    )
    add_question(evaluate)
    evaluate.add_argument("--areas", default="ward", dest="by", help="district, ward or lsoa")
    for option, attribute, purpose in PROJECT_AREAS:
        evaluate.add_argument(
            option, action="append", default=[], metavar="AREA", dest=attribute, help=purpose
        )
