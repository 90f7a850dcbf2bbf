"""What each command of the command line does."""

from assessment.commands.changes import changes
from assessment.commands.upkeep import add, init, list_partnerships, load_files

__all__ = ["add", "changes", "init", "list_partnerships", "load_files"]
