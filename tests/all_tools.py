"""Where every program that judges our output is installed, a test that misses one fails."""

from __future__ import annotations

import os
from typing import Any

import pytest

ALL_TOOLS = bool(os.environ.get("SMARTCERT_ALL_TOOLS"))
"""Whoever runs the tests has installed every program that judges our output."""


def _judged(report: Any) -> Any:
    if ALL_TOOLS and report.skipped and "is not installed" in str(report.longrepr):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Any:
    """Let no test be skipped for a program that should be there."""
    return _judged((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Any:
    """Let no file of tests be skipped for a program that should be there."""
    return _judged((yield))
