"""Gaps and faults told as findings, in one language: `speech` says values and names, `gaps` and `faults` make sentences."""
