"""Tests that need a program which is not there: skipped on a laptop, failed where it should be."""

from __future__ import annotations

import pytest

from support import ROOT

SKIPS = {
    "at the top": """
        import pytest
        pytest.importorskip("no_such_module", reason="Nothing is not installed")
        """,
    "by a mark": """
        import pytest
        @pytest.mark.skipif(True, reason="axe-core is not installed")
        def test(): ...
        """,
    "on its way": """
        import pytest
        def test(): pytest.skip("axe-core is not installed")
        """,
}


@pytest.fixture
def outcomes(pytester, monkeypatch):
    """Run a file of tests beside our hook; return how many were skipped, failed and errors."""

    def run(content, *, all_tools):
        if all_tools:
            monkeypatch.setenv("SMARTCERT_ALL_TOOLS", "1")
        pytester.makeconftest((ROOT / "tests" / "all_tools.py").read_text(encoding="utf-8"))
        pytester.makepyfile(content)
        found = pytester.runpytest_inprocess("-p", "no:cacheprovider").parseoutcomes()
        return {name: found[name] for name in ("skipped", "failed", "errors") if name in found}

    return run


@pytest.mark.parametrize("how", SKIPS)
def test_a_program_that_may_be_missing_is_no_fault(outcomes, how):
    assert outcomes(SKIPS[how], all_tools=False) == {"skipped": 1}


@pytest.mark.parametrize(
    ("how", "told"), [("at the top", "errors"), ("by a mark", "errors"), ("on its way", "failed")]
)
def test_a_program_that_should_be_there_is_missed(outcomes, how, told):
    assert outcomes(SKIPS[how], all_tools=True) == {told: 1}


def test_other_reasons_to_skip_stay(outcomes):
    content = 'import pytest\ndef test(): pytest.skip("no index here")\n'
    assert outcomes(content, all_tools=True) == {"skipped": 1}
