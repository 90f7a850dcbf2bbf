"""Commands about the store itself: make it, open the dashboard on it, copy it, put a copy back."""

from assessment.commands.arguments.command_parser import CommandParsers


def add_init(commands: CommandParsers) -> None:
    """Add `init`."""
    init = commands.add("init", "make the store", "store.init.init")
    which = init.add_mutually_exclusive_group()
    which.add_argument("--examples", action="store_true", help="with the example partnerships")
    which.add_argument("--empty", action="store_true", help="without them, removing any there are")


def add_dashboard(commands: CommandParsers) -> None:
    """Add `dashboard`."""
    dashboard = commands.add("dashboard", "open the dashboard", "store.run_dashboard.dashboard")
    dashboard.add_argument("--port", type=int, default=8501, metavar="N", help="else 8501")
    dashboard.add_argument(
        "--network",
        nargs="?",
        const="",
        metavar="NAME",
        help="let others reach it; NAME is what they call this machine",
    )


def add_backup(commands: CommandParsers) -> None:
    """Add `backup` and `restore`."""
    backup = commands.add(
        "backup", "a copy of the store, also while it is in use", "store.backup.backup"
    )
    backup.add_argument(
        "folder",
        nargs="?",
        metavar="FOLDER",
        help="where to (else $ASSESSMENT_BACKUPS, else the folder backups beside the store)",
    )
    backup.add_argument("--keep", type=int, metavar="N", help="the latest N copies stay (else 10)")
    backup.add_argument(
        "--with-key", action="store_true", help="the key of victims' references too"
    )
    restore = commands.add("restore", "a copy into the store's place", "store.backup.restore")
    restore.add_argument("copy", metavar="COPY")
