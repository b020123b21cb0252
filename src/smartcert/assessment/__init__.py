"""Holding a proposal against a catalog."""
