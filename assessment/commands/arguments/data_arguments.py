"""Commands that put in what everything is counted from: extracts, partnerships, populations."""

from assessment.commands.arguments.command_parser import CommandParsers, Parser

# What FileChoices may say. Written out: nothing here imports the product (a test holds the two
# together).
ROW_IS = ("record", "victim", "count")
REFERENCE = ("key", "ignore")
CANCELLED = ("leave-out", "count")
NUMBERS = ("counts",)
MODE = ("replace", "add")
DATES = ("day-first", "month-first", "year-first")


def add_load(commands: CommandParsers) -> None:
    """Add `load`."""
    load = commands.add("load", "load extracts", "data.load.load_files", json=True)
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--source", metavar="ID", help="whose extracts these are, e.g. essex-police")
    load.add_argument(
        "--recipe",
        metavar="NAME",
        help="the saved recipe that the files are read by; none for a source of its own",
    )
    _add_what_rows_are(load)
    _add_which_rows_count(load)
    _add_what_headings_mean(load)
    load.add_argument(
        "--dry-run", "--check", action="store_true", help="only say what would be loaded"
    )
    load.add_argument(
        "--differences",
        metavar="FILE",
        help="with --check, write each record that would change (.csv or .xlsx)",
    )


def _add_what_rows_are(load: Parser) -> None:
    load.add_argument(
        "--as", metavar="SET", dest="measure_set", help="what the rows are counted in"
    )
    load.add_argument("--place", metavar="D", help="the district that every row belongs to")
    load.add_argument("--row-is", choices=ROW_IS, help="what a row of the file stands for")
    load.add_argument(
        "--reference",
        choices=REFERENCE,
        help="whether references tell records apart",
    )
    load.add_argument(
        "--reference-with", metavar="COLUMN", help="a column that makes references different"
    )


def _add_which_rows_count(load: Parser) -> None:
    load.add_argument(
        "--cancelled", choices=CANCELLED, help="whether records that were cancelled are counted"
    )
    load.add_argument(
        "--numbers", choices=NUMBERS, help="what the numbers are, whatever a title says of them"
    )
    load.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="HEADING=VALUE",
        help="of a table of counts, the rows to read by what a column says, or 'every row'",
    )
    load.add_argument(
        "--table",
        action="append",
        default=[],
        metavar="NAME",
        dest="tables",
        help="the sheet or file to read of those that hold mostly the same rows, or all",
    )
    load.add_argument(
        "--covers",
        metavar="MONTHS",
        help="months that the file answers for, also without rows: 2025-10,2025-12..2026-02",
    )
    load.add_argument(
        "--mode",
        choices=MODE,
        help="whether a file is all of its months, or its rows are added to what is there",
    )


def _add_what_headings_mean(load: Parser) -> None:
    load.add_argument("--dates", choices=DATES, help="which number is the day")
    load.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        dest="columns",
        help="what a column holds; once for each",
    )
    load.add_argument(
        "--reason",
        metavar="WHY",
        help="what is kept of victims for, with victim_reference, victim_age, victim_sex, …",
    )
    load.add_argument(
        "--category",
        action="append",
        default=[],
        metavar="CATEGORY=MEANING",
        dest="categories",
        help="what a category of a table is that may be a total",
    )


def add_extracts(commands: CommandParsers) -> None:
    """Add `extracts` and `undo`."""
    commands.add("extracts", "what has been loaded", "data.extracts.list_extracts", json=True)
    undo = commands.add("undo", "take back the load of an extract", "data.extracts.undo", json=True)
    undo.add_argument("extract", type=int, metavar="EXTRACT", help="its number: see extracts")
    undo.add_argument(
        "--with-later", action="store_true", help="the later extracts that rest on it too"
    )
    undo.add_argument("--dry-run", action="store_true", help="only say what would go")


def add_recipe(commands: CommandParsers) -> None:
    """Add `recipe list`, `recipe show`, `recipe save`, `recipe export` and `recipe remove`."""
    recipe = commands.add_family("recipe", "how the files of each source are read")
    recipe.add("list", "the recipes there are", "data.recipe.list_recipes", json=True)
    for name, purpose in (
        ("show", "what a recipe says"),
        ("export", "a recipe as a file"),
        ("remove", "forget a recipe"),
    ):
        named = recipe.add(name, purpose, f"data.recipe.{name}", json=True)
        named.add_argument("name", metavar="NAME")
        if name == "export":
            named.add_argument("--out", metavar="FILE.toml", help="where to (else NAME.toml)")
            named.add_argument("--replace", action="store_true", help="a file that is there")
    save = recipe.add("save", "keep the recipe of a file", "data.recipe.save", json=True)
    save.add_argument("file", metavar="FILE.toml")


def add_map(commands: CommandParsers) -> None:
    """Add `map`."""
    mapping = commands.add(
        "map", "what the categories of files mean", "data.map_categories.map_or_list", json=True
    )
    mapping.add_argument(
        "action", nargs="?", choices=("list",), help="list categories, as a list to fill in"
    )
    mapping.add_argument(
        "--file", metavar="LIST.csv", help="a list of categories with their measures, to be kept"
    )
    mapping.add_argument(
        "--source", metavar="ID", help="whose categories they are, where the list does not say"
    )


def add_partnership(commands: CommandParsers) -> None:
    """Add `partnership add` and `partnership list`."""
    partnership = commands.add_family("partnership", "add or list partnerships")
    add = partnership.add("add", "a partnership of one or more districts", "store.partnership.add")
    add.add_argument("name", metavar="NAME")
    add.add_argument(
        "--district",
        action="append",
        required=True,
        metavar="D",
        dest="districts",
        help="a district's name or ONS code; once for each",
    )
    partnership.add(
        "list", "the partnerships there are", "store.partnership.list_partnerships", json=True
    )


def add_population(commands: CommandParsers) -> None:
    """Add `population load`, `population list` and `population remove`."""
    population = commands.add_family("population", "how many people or households districts have")
    load = population.add(
        "load", "a table of people or households", "data.population.load", json=True
    )
    load.add_argument("file", metavar="FILE")
    load.add_argument("--dry-run", action="store_true", help="only say what would be loaded")
    population.add("list", "the years there are", "data.population.list_years", json=True)
    remove = population.add("remove", "what was loaded of a year", "data.population.remove")
    remove.add_argument("year", type=int, metavar="YEAR")
    remove.add_argument("--households", action="store_true", help="of households, not of people")


def add_checks(commands: CommandParsers) -> None:
    """Add `checks`."""
    checks = commands.add("checks", "whether the store is sound", "store.checks.check", json=True)
    checks.add_argument(
        "--count-anew", action="store_true", help="count every month anew from its records first"
    )


def add_areas(commands: CommandParsers) -> None:
    """Add `areas load`, `areas list` and `areas remove`."""
    areas = commands.add_family("areas", "boundaries and look-ups of small areas")
    load = areas.add("load", "boundaries, a look-up, a list of beats", "data.areas.load", json=True)
    load.add_argument("files", nargs="+", metavar="FILE")
    load.add_argument("--dry-run", action="store_true", help="only say what would be loaded")
    areas.add("list", "what has been loaded", "data.areas.list_areas", json=True)
    remove = areas.add("remove", "what a file has brought", "data.areas.remove")
    remove.add_argument("file", metavar="NAME")
    remove.add_argument("--kind", metavar="KIND", help="only its wards, LSOAs, …")
