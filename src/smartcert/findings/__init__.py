"""Gaps and faults as findings, in one language: `place` decides where, `wording` in which words."""
