"""Speed and memory as ratios against a stated floor, measured in the same run.

    python -m tests.benchmarks

Nothing here is a test: a machine's speed drifts, a ratio between neighbours in time much less.
"""
