"""Stores for the tests of the risk matrix."""

from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]
