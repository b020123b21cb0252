"""One line a finding."""

from __future__ import annotations

import re

from support import run


def test_a_line_for_each_finding_at_its_place(town) -> None:
    file = town.draft("area.vision", "area.boundary")
    result = town.result(file)
    verdict, *lines = town.as_format("concise", file).splitlines()
    assert verdict.startswith(f"{file}: ")
    assert "17" in verdict, "the mandatory points of official sources"
    expected = [
        f"{finding['file']}:{finding['line']}:{finding['column']}: {finding['code']}"
        for finding in result["findings"]
    ]
    assert expected
    assert [
        re.sub(r" (บังคับ|แนะนำ|ไฟล์|mandatory|recommended|file): .*", "", line) for line in lines
    ] == expected


def test_a_finding_keeps_to_its_line(tmp_path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(
        'smartcert: 1\narea: {vision: "a\\nb\\u2028c\\x1b[31m", size: "9\\n9"}\n', encoding="utf-8"
    )
    done = run("check", file, "--format", "concise", "--lang", "en")
    lines = done.out.splitlines()
    assert all(line.startswith(f"{file}:") for line in lines)
    assert "\x1b" not in done.out
