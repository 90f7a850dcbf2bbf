"""The one DuckDB file: opening it, its migrations, its copies, and the named queries it answers."""

from assessment.store.connection import Store
from assessment.store.location import store_path
from assessment.store.query import Asked
from assessment.store.writer import Writer

__all__ = ["Asked", "Store", "Writer", "store_path"]
