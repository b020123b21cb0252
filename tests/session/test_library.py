"""What `import smartcert` offers: the same answers as the command's, and nothing on the screen."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import smartcert
from support import EXAMPLES, ROOT, python, run

TODAY = date(2026, 11, 21)
ROUNDS = EXAMPLES / "khon-kaen"


@pytest.fixture
def city(tmp_path, monkeypatch):
    """The folder of a proposal in two rounds, where a settings file would forbid everything."""
    shutil.copytree(ROUNDS, tmp_path / "city")
    (tmp_path / "city" / "smartcert.yaml").write_text("profile: nonsense\n", encoding="utf-8")
    monkeypatch.setenv("SMARTCERT_LANG", "nonsense")
    monkeypatch.chdir(tmp_path / "city")
    return tmp_path / "city"


def test_the_page_of_the_library_is_true(city):
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    text = re.sub(r"^```\w*$", "", text, flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, "api.md", "docs/api.md", 0)
    assert test.examples
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert runner.run(test, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", ["round-1.yaml", "round-2.yaml"])
def test_a_check_says_what_the_command_says(name, lang, city):
    found = smartcert.check(name, lang=lang, today=TODAY)
    (city / "smartcert.yaml").unlink()
    from support import rendered

    command = run("check", name, "--format", "json", "--lang", lang, "--today", str(TODAY))
    gates = '"gates": []'
    assert re.sub(r'"gates": \[[^]]*\]', gates, command.out) == re.sub(
        r'"gates": \[[^]]*\]', gates, rendered("json", found)
    )


def test_a_proposal_is_named_or_given(city):
    path, raw = city / "round-1.yaml", (city / "round-1.yaml").read_bytes()
    named = [smartcert.check(given, today=TODAY) for given in (path, str(path))]
    assert named[0] == named[1]
    given = smartcert.check(raw, today=TODAY)
    assert (given.file, given.files, given.digest) == ("proposal.yaml", (), named[0].digest)
    assert named[0].files


@pytest.mark.parametrize(
    ("form", "ending"), [("html", "html"), ("markdown", "md"), ("docx", "docx")]
)
def test_a_report_is_what_the_command_writes(form, ending, city, capsysbinary):
    (city / "smartcert.yaml").unlink()
    options = ("--baseline", "round-1.yaml", "--review", "review-1.yaml", "--lang", "en")
    run("report", "round-2.yaml", f"--{form}", *options, "--today", str(TODAY), "-q")
    made = smartcert.report(
        "round-2.yaml",
        format=form,
        baseline=Path("round-1.yaml"),
        reviews=["review-1.yaml"],
        lang="en",
        today=TODAY,
    )
    written = (city / f"round-2.report.{ending}").read_bytes()
    if form == "docx":
        assert isinstance(made, bytes)
        assert made[:2] == written[:2] == b"PK"
    else:
        assert made == written.decode()
    assert capsysbinary.readouterr() == (b"", b"")


def test_a_comparison_takes_reviews_and_another_edition(city):
    both = smartcert.compare(
        "round-1.yaml", "round-2.yaml", reviews=["review-1.yaml"], old_edition=2562, today=TODAY
    )
    assert (both.old.edition, both.new.edition) == (2562, 2569)
    assert both.new.files.count("review-1.yaml") == 1


def test_known_findings_are_marked(city):
    (city / "smartcert.yaml").unlink()
    run("baseline", "write", "round-1.yaml", "--today", str(TODAY), "--lang", "en")
    known = smartcert.check("round-1.yaml", baseline="smartcert-baseline.json", today=TODAY)
    assert known.counting == ()
    assert known.findings


def test_waivers_set_aside(city):
    waivers = (
        "waivers: [{requirement: C1-3, reason: รอผลสำรวจ, approver: ปลัด, until: 2569-12-31}]"
    ).encode()
    found = smartcert.check("round-1.yaml", waivers=waivers, today=TODAY)
    assert [row.id for row in found.requirements if row.waiver] == ["C1-3"]


@pytest.mark.parametrize(
    ("argument", "value", "error", "said"),
    [
        ("profile", "lgo", smartcert.UsageError, "profile: “lgo” is none of"),
        ("edition", 1999, smartcert.UsageError, "edition: “1999” is none of"),
        ("lang", "fr", smartcert.UsageError, "lang: “fr” is none of th, en"),
        ("waivers", "nowhere.yaml", smartcert.UsageError, "nowhere.yaml: No such file"),
        ("baseline", "nowhere.json", smartcert.UsageError, "baseline nowhere.json"),
        ("criteria", "nowhere", smartcert.CatalogError, "nowhere: no catalog here"),
        ("langue", "th", TypeError, "langue"),
    ],
)
def test_an_argument_that_cannot_be_used_is_refused(argument, value, error, said, city):
    with pytest.raises(error, match=re.escape(said)):
        smartcert.check("round-1.yaml", **{argument: value})


def test_wrong_files_are_refused(city):
    with pytest.raises(smartcert.UsageError, match="No such file"):
        smartcert.check("nowhere.yaml")
    with pytest.raises(smartcert.UsageError, match="is not a proposal"):
        smartcert.compare("review-1.yaml", "round-2.yaml")
    with pytest.raises(smartcert.UsageError, match="is not a review"):
        smartcert.report("round-2.yaml", reviews=["round-1.yaml"])
    with pytest.raises(smartcert.UsageError, match="format: “odt” is none of"):
        smartcert.report("round-2.yaml", format="odt")  # type: ignore[call-overload]
    with pytest.raises(smartcert.UsageError, match="old_edition: “1999” is none of"):
        smartcert.compare("round-1.yaml", "round-2.yaml", old_edition=1999)
    for pair in ((b"a: [", "round-2.yaml"), ("round-1.yaml", b"a: [")):
        with pytest.raises(smartcert.UnreadableError) as error:
            smartcert.compare(*pair)
        assert error.value.text("th").startswith("อ่านรอบ")
    assert smartcert.report(b"a: [").startswith("<!DOCTYPE html>")


def test_a_file_over_the_size_limit_is_a_finding(city):
    found = smartcert.check(b"smartcert: 1\n" + b"#" * (10 * 1024 * 1024))
    assert [finding.code for finding in found.findings] == ["Y002"]


LOADS = """
import sys
import smartcert
before = set(sys.modules)
assert smartcert.check and smartcert.report and smartcert.SmartcertError
import smartcert.gap_report.view
assert callable(smartcert.report)
print("typing" in before, *({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1:])))
"""


def test_it_loads_when_it_is_called_and_no_command_line(city):
    heavy = ["typer", "rich", "jinja2", "docx", "pydantic", "weasyprint"]
    done = subprocess.run(
        [python(), "-c", LOADS, *heavy],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stdout.split() == ["False"]


def test_all_that_is_offered_is_there():
    assert {*smartcert.__all__, "__version__"} == set(dir(smartcert))
    assert all(getattr(smartcert, name) for name in smartcert.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        smartcert.chek  # noqa: B018
