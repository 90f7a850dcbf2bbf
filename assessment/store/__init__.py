"""The one DuckDB file: opening it, its migrations, its copies, and the named queries it answers."""

from assessment.store.beside.location import store_path
from assessment.store.connection import Store
from assessment.store.named_queries import BoundQuery
from assessment.store.store_view import StoreView, store_after_load, store_as_at
from assessment.store.writer import Writer

__all__ = [
    "BoundQuery",
    "Store",
    "StoreView",
    "Writer",
    "store_after_load",
    "store_as_at",
    "store_path",
]
