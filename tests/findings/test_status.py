"""Severities: one decision, and a name for each in every format."""

from __future__ import annotations

from typing import get_args

import pytest

from smartcert.findings.status import (
    FINDING_LEVELS,
    SEVERITIES,
    FindingLevel,
    Severity,
    severity_of,
)
from smartcert.render import github, gitlab, sarif


def test_the_tuples_name_what_the_types_do():
    assert get_args(Severity) == SEVERITIES
    assert get_args(FindingLevel) == FINDING_LEVELS


@pytest.mark.parametrize("names", [sarif.LEVELS, github.COMMANDS, gitlab.NAMES])
def test_every_format_names_every_severity(names):
    assert tuple(names) == SEVERITIES


def test_a_fault_weighs_more_than_advice_and_less_than_what_blocks():
    graver = sorted(FINDING_LEVELS, key=lambda level: SEVERITIES.index(severity_of(level)))
    assert graver == ["mandatory", "fault", "recommended"]
