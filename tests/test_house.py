"""How the source stands: each name once, each room in its layer, nothing dead."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import vulture

from support import ROOT

HOUSE = ROOT / "src" / "smartcert"
MODULES = sorted(HOUSE.rglob("*.py"))
COMMANDS = {
    "baseline", "check", "compare", "config", "criteria", "explain", "fix", "form", "history",
    "init", "portfolio", "report", "review", "schema",
}  # fmt: skip
"""Modules of `cli` that are named for the command they hold, whatever else has that name."""

LOOSE = {"__init__", "__main__", "characters", "errors", "files", "paths", "suggest", "patterns"}
"""What belongs to no room."""

ELSEWHERE = {"integrations"}
"""Folders of tests that stand for no room."""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def twice(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_no_two_modules_share_a_name():
    """But for commands, and for what a room is named for: `source/source.py`."""
    rooms = [path.parent.name for path in MODULES if path.name == "__init__.py"]
    modules = [
        path.stem
        for path in MODULES
        if path.stem not in ("__init__", path.parent.name)
        and not (path.parent.name == "cli" and path.stem in COMMANDS)
    ]
    assert twice(rooms + modules) == []


def test_no_two_classes_share_a_name():
    names = [
        node.name
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    ]
    assert twice(names) == []


def test_nothing_is_printed_but_through_the_one_cleaner():
    """What a stranger wrote would else move a terminal's cursor or command a runner."""
    printing = [
        path.name
        for path in MODULES
        if path.name != "__main__.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("print", "sys.stderr.write", "Console")
        and path.name not in ("terminal.py", "progress.py")
    ]
    assert printing == []


def test_files_are_read_by_one_door():
    """What a stranger made may be a pipe, a device, or have a name that no file can have."""
    own = {
        "field_explanation.py",
        "heads.py",
        "hints.py",
        "html.py",
        "html_page.py",
        "init.py",
        "segmenter.py",
        "paths.py",
        "patterns.py",
        "samples.py",
        "schema.py",
        "spec.py",
        "word_list.py",
    }
    doors = {"files.py", "output_files.py", "streams.py"}
    found = [
        f"{path.name}:{node.lineno} {node.attr}"
        for path in MODULES
        if path.name not in own | doors
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in ("read_bytes", "read_text", "is_file", "is_dir", "samefile")
    ]
    assert found == []


def test_docstrings_say_what_is_returned():
    odd = [
        f"{path.name}: {said.splitlines()[0]}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and (said := ast.get_docstring(node))
        and re.match(r"(Give|Tell)s?\b", said)
    ]
    assert odd == []


def test_nothing_lies_loose():
    assert {path.stem for path in HOUSE.glob("*.py")} == LOOSE


def test_every_room_stands_in_a_layer():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(
        one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers"
    )
    named = [name for layer in contract["layers"] for name in layer.split(" | ")]
    rooms = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert contract["exhaustive"]
    assert sorted(named) == sorted(rooms | LOOSE - {"__init__"})


def test_tests_stand_where_the_source_does():
    folders = {
        path.parent.relative_to(ROOT / "tests") for path in ROOT.glob("tests/*/**/test_*.py")
    }
    rooms = {path.parent.relative_to(HOUSE) for path in MODULES}
    assert {str(folder) for folder in folders - rooms} == ELSEWHERE


FIELDS = ("schema/", "catalog/file_format.py", "catalog/model.py", "cli/options.py")
"""Where the variables of a class are what a file or a command may state, and are used by name."""

BY_NAME = ["__getattr__", "__dir__", "format_help", "run_*"]
"""Functions that Python and typer call, and those of commands, which `cli.commands` names."""


def test_nothing_is_dead():
    """Every function, class and import has a use in the source or in a template."""
    judge = vulture.Vulture(ignore_names=BY_NAME)
    judge.scavenge([str(HOUSE)])
    for template in (ROOT / "templates").rglob("*.j2"):
        judge.used_names.update(re.findall(r"\w+", template.read_text(encoding="utf-8")))
    dead = [
        f"{file}:{item.first_lineno} {item.typ} {item.name}"
        for item in judge.get_unused_code(min_confidence=60)
        for file in [item.filename.relative_to(HOUSE).as_posix()]
        # What is set on an object of another library is read there.
        if item.typ != "attribute" and not (item.typ == "variable" and file.startswith(FIELDS))
    ]
    assert dead == []
