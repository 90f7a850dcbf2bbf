"""Schemes of the risk matrix as definitions: model, rules, files and checks."""
