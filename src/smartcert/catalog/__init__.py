"""Criteria: from the YAML that people write, with a place for every fault, to values."""
