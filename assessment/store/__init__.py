"""The one DuckDB file: opening it, its migrations, and the named queries that are its only speech."""

from assessment.store.connection import Store, Writer

__all__ = ["Store", "Writer"]
