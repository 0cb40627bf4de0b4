"""Tests of tables of many persons."""
