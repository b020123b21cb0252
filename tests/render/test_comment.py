"""The comment on a pull request: what has changed comes first, and it is never too long."""

from __future__ import annotations

from smartcert.render.comment import LONGEST, MARK
from town_fixtures import git


def value(town, file) -> float:
    return town.result(file)["score"]["readiness"]["value"]


def test_what_changed_since_the_base_comes_first(town) -> None:
    git("init", "-q")
    file = town.draft("area.strengths")
    git("add", "-A")
    git("commit", "-qm", "first")
    before = value(town, file)
    town.draft("area.vision")
    after = value(town, file)
    lines = town.as_format("comment", file, "--no-regress", "git:HEAD").splitlines()
    assert lines[0] == MARK
    said = next(line for line in lines if line.startswith("**readiness"))
    moved = f"{before}% → {after}% ({after - before:+.1f})"
    assert said == f"**readiness {moved} · fixed 1 · new 0 · lost 1**"
    assert "- no longer met: C1-3" in lines
    assert "- fixed: C1-8" in lines
    assert lines.index(said) < next(i for i, line in enumerate(lines) if line.startswith("| C1-3"))


def test_without_a_base_it_says_how_it_stands(town) -> None:
    file = town.draft("area.vision")
    text = town.as_format("comment", file)
    assert f"readiness {value(town, file)}%" in text
    assert "→" not in text.partition("|")[0]


def test_many_proposals_fit_into_one_comment(town) -> None:
    files = [town.write(f"{number}.yaml", "smartcert: 1\n") for number in range(25)]
    text = town.as_format("comment", *files)
    assert text.startswith(MARK)
    assert len(text) < LONGEST + 2_000
    assert "not depa's score" in text


def test_a_drafts_text_is_no_mark_and_no_markup(town) -> None:
    def spoil(text: str) -> str:
        return text.replace("name: เมืองสายธาร", "name: '<!-- smartcert-comment --> @all'", 1)

    text = town.as_format("comment", town.draft(change=spoil))
    assert text.count(MARK) == 1
    assert "@all" not in text
