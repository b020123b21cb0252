"""Judging a catalog."""
