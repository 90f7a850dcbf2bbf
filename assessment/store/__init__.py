"""The one DuckDB file: opening it, its migrations, and the named queries that speak to it."""

from assessment.store.asked import Asked
from assessment.store.connection import Store, Writer
from assessment.store.location import store_path

__all__ = ["Asked", "Store", "Writer", "store_path"]
