"""What a stranger's folder names stays in it, and what is no proposal is never quoted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support import run

SECRETS = {
    "env": "DB_PASSWORD=hunter2\nUSER=x\n",
    "yaml": "db_password: hunter2\nuser: x\n",
    "list": "- hunter2\n- x\n",
    "broken": "db: [hunter2\nx: 'y\n",
    "twice": "a: hunter2\na: hunter2\n",
    "merge": "<<<<<<< a\nhunter2\n=======\nhunter2\n>>>>>>> b\n",
    "control": "a: hunter2\x07\n",
    "area": "area: hunter2\nhost: hunter2\n",
}
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv")


@pytest.fixture
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home") / "secret.yaml"


@pytest.mark.parametrize("kind", SECRETS)
def test_a_link_to_what_is_no_proposal_is_not_shown(town, secret: Path, kind: str) -> None:
    secret.write_text(SECRETS[kind], encoding="utf-8")
    Path("proposal.yaml").symlink_to(secret)
    ready = town.draft(name="ready.yaml")
    commands = [
        *(["check", "--format", name] for name in FORMATS),
        ["check", "."],
        ["check", ready, "--waivers", "proposal.yaml"],
        ["check", ready, "--no-regress", "proposal.yaml"],
        ["check", ready, "--baseline", "proposal.yaml"],
        ["report", "--markdown", "-o", "-"],
        ["report", ready, "--review", "proposal.yaml", "--markdown", "-o", "-"],
        ["report", ready, "--baseline", "proposal.yaml", "--markdown", "-o", "-"],
        ["compare", "proposal.yaml", ready],
        ["compare", ready, "proposal.yaml"],
        ["review", "new", "-o", "-"],
    ]
    for command in commands:
        done = run(*command, "--lang", "en")
        assert "hunter2" not in done.out + done.err, command
        assert done.code != 0 or command == ["check", "."], command


@pytest.mark.parametrize("kind", [kind for kind in SECRETS if kind != "area"])
def test_a_file_that_is_no_proposal_is_not_quoted(town, kind: str) -> None:
    town.write("other.yaml", SECRETS[kind])
    for name in FORMATS:
        done = run("check", "other.yaml", "--format", name)
        assert "hunter2" not in done.out + done.err, name


def test_a_link_to_a_proposal_elsewhere_is_one(town, secret: Path) -> None:
    secret.write_text(town.ready, encoding="utf-8")
    Path("proposal.yaml").symlink_to(secret)
    assert town.check("proposal.yaml", "--fail-under", "0").code == 0


OUTSIDE = {
    "waivers": "smartcert-waivers: 1\nwaivers: []\n",
    "paths": "smartcert: 1\n",
    "no_regress": "smartcert: 1\n",
    "baseline": '{"format": 1, "date": "2026-11-01", "findings": {}}',
}


@pytest.mark.parametrize("key", [*OUTSIDE, "criteria"])
@pytest.mark.parametrize("how", ["../", "absolute", "link"])
@pytest.mark.parametrize("settings", ["smartcert.yaml", "pyproject.toml"])
def test_a_setting_names_no_file_outside(
    town, secret: Path, key: str, how: str, settings: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.draft()
    if key == "criteria":
        secret.mkdir()
        (secret / "catalog.yaml").write_text("password: hunter2\n", encoding="utf-8")
    else:
        secret.write_text(OUTSIDE[key], encoding="utf-8")
    name = {"../": os.path.relpath(secret), "absolute": str(secret), "link": "here.yaml"}[how]
    if how == "link":
        Path(name).symlink_to(secret)
    line = f'{key} = "{name}"' if settings == "pyproject.toml" else f"{key}: {name}"
    town.write(settings, f"{'[tool.smartcert]' if settings == 'pyproject.toml' else ''}\n{line}\n")
    done = town.check()
    assert (done.code, "outside the folder of the settings file" in done.err) == (2, True), done
    assert "hunter2" not in done.out + done.err
    if key not in ("paths", "criteria"):
        option = f"--{key.replace('_', '-')}"
        assert town.check("proposal.yaml", option, secret).code in (0, 1)
        monkeypatch.setenv(f"SMARTCERT_{key.upper()}", str(secret))
        assert town.check("proposal.yaml").code in (0, 1)


def test_a_catalog_has_no_file_of_elsewhere(town, secret: Path) -> None:
    secret.write_text("password: hunter2\n", encoding="utf-8")
    town.draft()
    town.write("mine/catalog.yaml", "smartcert-catalog: 1\n")
    Path("mine/g.yaml").symlink_to(secret)
    town.write("smartcert.yaml", "criteria: mine\n")
    done = town.check()
    assert (done.code, "hunter2" in done.out + done.err) == (2, False)


@pytest.mark.parametrize("name", ["smartcert.yaml", "smartcert.yml", "pyproject.toml"])
def test_settings_are_no_link_to_elsewhere(town, secret: Path, name: str) -> None:
    secret.write_text("hunter2: smartcert\n", encoding="utf-8")
    Path(name).symlink_to(secret)
    done = town.check(town.draft())
    assert (done.code, "hunter2" in done.out + done.err) == (2, False)
