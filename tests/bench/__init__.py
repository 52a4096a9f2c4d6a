"""Measures Clarion beside its baselines, in one run: `python -m tests.bench`, or `make bench`."""
