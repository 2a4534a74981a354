"""Benchmarks: how fast the work is on this machine, each beside a named alternative (`python -m tests.bench`)."""
