"""The one DuckDB file: opening it, its migrations, and the named queries that speak to it."""

from assessment.store.connection import Store, Writer
from assessment.store.location import store_path

__all__ = ["Store", "Writer", "store_path"]
