"""Benchmarks: the same work done by the engine, by hand-written numpy and by OpenFisca."""
