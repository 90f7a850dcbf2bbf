"""The one DuckDB file: opening it, its migrations, its copies, and the named queries it answers."""

from assessment.store.connection import Store
from assessment.store.location import store_path
from assessment.store.named_queries import BoundQuery
from assessment.store.writer import Writer

__all__ = ["BoundQuery", "Store", "Writer", "store_path"]
