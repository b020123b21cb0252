"""The one way in for files: what is no plain file of a bounded size is told, not waited for."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from smartcert.files import LARGEST, is_file, is_folder, is_same, is_there, read_file, read_within
from support import run

NO_NAMES = ["a\0b", "x" * 300, "x/" * 3000, "\ud800", ""]
"""What no file can be called."""

DEVICES = ["/dev/zero", "/dev/full"]

TODAY = ("--today", "2569-11-21", "--lang", "en")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a small proposal, and a pipe that nobody writes to."""
    monkeypatch.chdir(tmp_path)
    Path("proposal.yaml").write_text("smartcert: 1\narea: {name: Saithan}\n", encoding="utf-8")
    os.mkfifo("pipe")
    Path("pipe.yaml").symlink_to("pipe")
    return tmp_path


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_no_file_has_finds_nothing(name):
    with pytest.raises(OSError, match=r"."):
        read_file(name)
    assert not any(look(name) for look in (is_file, is_folder, is_there))
    assert not is_same(name, ".")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["pipe", "pipe.yaml", *DEVICES, "."])
def test_what_is_no_file_is_not_opened(name, monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(OSError, match=r"regular|directory"):
        read_file(name)


def test_a_pipe_that_takes_a_files_place_is_not_waited_for(here, monkeypatch):
    seen = Path("proposal.yaml").stat()
    monkeypatch.setattr(os, "stat", lambda _: seen)
    with pytest.raises(OSError, match="regular"):
        read_file("pipe")


def test_no_more_is_read_than_may_be(tmp_path):
    file = tmp_path / "large"
    with file.open("wb") as stream:
        stream.truncate(LARGEST * 40)
    assert len(read_file(file)) == LARGEST + 1
    assert len(read_file(file, 10)) == 11
    with pytest.raises(OSError, match="large"):
        read_within(file)


FILES = {
    "proposal": "check {}",
    "waivers": "check --waivers {}",
    "baseline": "check --baseline {}",
    "base": "check --no-regress {}",
    "result": "check --format json={}",
    "text": "check -o {}",
    "criteria": "check --criteria {}",
    "report": "report {}",
    "earlier": "report --baseline {} -o out.html",
    "review": "report --review {} -o out.html",
    "page": "report -o {}",
    "old": "compare {} proposal.yaml",
    "new": "compare proposal.yaml {}",
    "comments": "compare proposal.yaml proposal.yaml --review {}",
    "comparison": "compare proposal.yaml proposal.yaml -o {}",
    "draft": "review new {}",
    "draft-of": "review new -o {}",
    "findings": "baseline write {}",
    "findings-to": "baseline write -o {}",
    "settings": "config {}",
    "catalog": "criteria lint {}",
    "list": "criteria list --criteria {}",
    "explained": "explain C1-1 --criteria {}",
    "begun": "init {}",
    "schema": "schema -o {}",
}
"""Every argument that names a file."""


@pytest.mark.long
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", FILES.values(), ids=FILES)
@pytest.mark.parametrize(
    "name",
    [
        *("pipe", "pipe.yaml", "/dev/zero", "x" * 300, "x" * 5000, "x/" * 3000, "none/x"),
        *("a\nb\u2028\x1b[31m", "\udcff", ".", ""),
    ],
)  # fmt: skip
def test_no_argument_hangs_or_is_a_bug(command, name):
    arguments = [name if part == "{}" else part.replace("{}", name) for part in command.split()]
    done = run(*arguments)
    assert done.code in (0, 1, 2, 3, 4), done.err
    assert len(done.err.splitlines()) <= 3
    assert max(map(len, done.err.splitlines()), default=0) < 2000
    assert "\x1b" not in done.err + done.out
    assert not set("\u2028\x85\x1c").intersection(done.err + done.out)


SETTINGS = ("criteria", "no_regress", "waivers", "baseline", "paths")


@pytest.mark.long
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("key", SETTINGS)
@pytest.mark.parametrize(
    "value", ["a\\0b", "x" * 300, "pipe", "/dev/zero", "a\\nb", "\\e[31m", "git:\\0"]
)
@pytest.mark.parametrize("command", ["check", "config", "report", "baseline write", "review new"])
def test_no_setting_hangs_or_is_a_bug(key, value, command):
    Path("smartcert.yaml").write_text(f'{key}: "{value}"\n', encoding="utf-8")
    done = run(*command.split())
    assert done.code in (0, 1, 2, 3, 4), done.err
    assert "\x1b" not in done.err + done.out
    assert len(done.err.splitlines()) <= 3


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pyproject.toml", "[tool.smartcert]\nfail_under = " + "9" * 5000),
        ("pyproject.toml", "[tool.smartcert]\n" + "a." * 20_000 + "b = 1\n"),
        ("pyproject.toml", "[tool.smartcert]\na = " + "[" * 5000),
        ("smartcert.yaml", "fail_under: " + "9" * 5000),
        ("smartcert.yaml", "a: " * 2),
        ("smartcert.yaml", "[" * 5000),
    ],
)
def test_no_settings_file_is_a_bug(name, content):
    Path(name).write_text(content, encoding="utf-8")
    for command in ("check", "config"):
        done = run(command)
        assert done.code in (0, 1, 2), done.err
        assert done.err.count("\n") <= 3


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "key", ["a." * 70 + "b", "a . " * 70 + "b", "'a'." * 70 + "b", '"."."a".' * 70 + "b"]
)
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "[[{}]]", "b = {{c = {{{} = 1}}}}"])
def test_no_key_of_a_thousand_names_is_parsed(key, line, monkeypatch):
    """What the library keeps of one grows with the square of its length."""
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("parsed"))
    Path("pyproject.toml").write_text(f"[tool.smartcert]\n{line.format(key)}\n", encoding="utf-8")
    done = run("check", "--lang", "en")
    assert (done.code, "a key is made of more than 64 names" in done.err) == (2, True), done.err


@pytest.mark.usefixtures("here")
def test_texts_with_dots_are_no_keys():
    text = "[project]\nreadme = '" + "." * 99 + '\'\nnotes = """\n' + "One town. Two towns. " * 40
    text += '"""\nn = [' + "1.5, " * 90 + "]\n[tool.smartcert]\nlang = 'en'\n"
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert "lang" in run("config").out
    assert run("config").code == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["smartcert.yaml", "pyproject.toml"])
def test_settings_are_of_a_bounded_size(name):
    Path(name).write_text("# smartcert\n" + " " * 2**20, encoding="utf-8")
    done = run("check", "--lang", "en")
    assert (done.code, "1,048,576 bytes" in done.err) == (2, True), done.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "base",
    [
        '{"format":1,"assessments":[null]}',
        '{"format":1,"assessments":[{"proposal":{"file":"a\\u0000b"}},{"proposal":{"file":"b"}}]}',
        '{"format":1,"assessments":[{"proposal":{"file":"\\ud800"}},{"proposal":{"file":3}}]}',
        '{"format":1,"assessments":[{"proposal":[]},7]}',
        "[" * 100_000,
        '{"format":1,"x":' + "9" * 5000 + "}",
    ],
)
@pytest.mark.parametrize("option", ["--no-regress", "--baseline"])
def test_no_base_is_a_bug(base, option):
    Path("base.json").write_text(base, encoding="utf-8")
    done = run("check", *TODAY, option, "base.json")
    assert done.code in (0, 1, 2), done.err


class Refused:
    """Every look at a file, or every opening of one, is refused for its name."""

    def __init__(self, name, problem):
        self.name, self.problem = name, problem

    def over(self, real):
        def look(name, *rest, **named):
            if os.fspath(name).endswith(self.name) if not isinstance(name, int) else False:
                raise self.problem(13, "Permission denied", os.fspath(name))
            return real(name, *rest, **named)

        return look


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["proposal.yaml", "smartcert.yaml", "review-1.yaml", "w.yaml"])
@pytest.mark.parametrize("problem", [PermissionError, FileNotFoundError, OSError])
def test_what_may_not_be_read_is_told(name, problem, monkeypatch):
    """As for a user without rights, or where a file goes while it is read."""
    Path("smartcert.yaml").write_text("waivers: w.yaml\n", encoding="utf-8")
    Path("w.yaml").write_text("smartcert-waivers: 1\nwaivers: []\n", encoding="utf-8")
    Path("review-1.yaml").write_text("smartcert-review: 1\nround: 1\n", encoding="utf-8")
    with Path("proposal.yaml").open("a", encoding="utf-8") as stream:
        stream.write("revisions: [{review: review-1.yaml}]\n")
    monkeypatch.setattr(os, "open", Refused(name, problem).over(os.open))
    for command in ("check", "report", "review new", "baseline write", "config"):
        done = run(*command.split(), "--lang", "en")
        assert done.code in (0, 1, 2), done.err
        assert len(done.err.splitlines()) <= 2


def test_a_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for command in ("check", "report", "config", "review new", "baseline write", "init", "check x"):
        done = run(*command.split())
        assert done.code in (0, 2), done.err
        assert len(done.err.splitlines()) <= 2
    monkeypatch.chdir(tmp_path)
