"""Which files of a folder are proposals: told by reading them, not by how a line is spelt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smartcert.proposal.recognition import recognise
from support import EXAMPLES

BAD = "profile: logo\narea:\n  name: เมืองหนึ่ง\n"

WAYS = {
    "json": b'{"smartcert": 1, "profile": "logo"}',
    "json-escaped": b'{"\\u0073martcert": 1, "profile": "logo"}',
    "quoted-key": f'"smartcert": 1\n{BAD}'.encode(),
    "single-quoted": f"'smartcert' : 1\n{BAD}".encode(),
    "space": f"smartcert : 1\n{BAD}".encode(),
    "no-space": f"smartcert:1\n{BAD}".encode(),
    "capital": f"Smartcert: 1\n{BAD}".encode(),
    "misspelt": f"smartcet: 1\n{BAD}".encode(),
    "tag": f"!!str smartcert: 1\n{BAD}".encode(),
    "tagged-value": f"smartcert: !!int 1\n{BAD}".encode(),
    "anchor": f"smartcert: &x 1\n{BAD}".encode(),
    "complex-key": f"? smartcert\n: 1\n{BAD}".encode(),
    "next-line": f"smartcert:\n  1\n{BAD}".encode(),
    "indented": "".join(f"  {line}\n" for line in f"smartcert: 1\n{BAD}".splitlines()).encode(),
    "directive": b"%YAML 1.1\n--- \n smartcert: 1\n profile: logo\n",
    "flow": b"{smartcert: 1, profile: logo}",
    "behind-comments": b"# x\n" * 20_000 + f"smartcert: 1\n{BAD}".encode(),
    "quoted-behind-comments": b"# x\n" * 20_000 + f'"smartcert": 1\n{BAD}'.encode(),
    "no-mark": BAD.encode(),
    "no-mark-two-sections": f"{BAD}unknown: 1\nmanagement: {{risks: [{{text: ก}}]}}\n".encode(),
    "thai-number": f'"smartcert": "๑"\n{BAD}'.encode(),
    "utf-16": f'"smartcert": 1\n{BAD}'.encode("utf-16"),
    "windows-874": f'"smartcert": 1\n{BAD}'.encode("cp874"),
    "broken": f"smartcert: 1\n{BAD}  vision: [\n".encode(),
    "broken-no-mark": f"{BAD}  vision: [\nmanagement:\n".encode(),
    "carriage-returns": f"'smartcert': 1\n{BAD}".replace("\n", "\r").encode(),
}
NO_PROPOSALS = {
    "ci-job": b"smartcert:\n  extends: .smartcert\n  variables: {A: 1}\n",
    "compose": b"services:\n  web: {image: nginx}\nvolumes: {}\n",
    "review": b"smartcert-review: 1\nround: 1\ncomments: []\n",
    "waivers": b"smartcert-waivers: 1\nwaivers: []\n",
    "settings": b"profile: logo\npaths: [drafts]\n",
    "catalog": b"smartcert-catalog: 1\nid: mine\n",
    "list": b"- area\n- services\n",
    "text": b"about smartcert only\n",
    "other": b"name: x\njobs: {a: 1}\n",
}
UNCLEAR = {
    "empty": b"",
    "only-comments": b"# smartcert\n# area:\n",
    "zip": b"PK\x03\x04 word/",
    "one-section": "area: {name: ก}\nregion: north\nzone: b\n".encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_proposal_is_found_however_it_is_written(town, way: str) -> None:
    Path("drafts").mkdir()
    town.draft(name="drafts/good.yaml")
    Path("drafts/bad.yaml").write_bytes(WAYS[way])
    done = town.check("drafts")
    assert done.code == town.check("drafts/bad.yaml").code != 0
    assert "drafts/bad.yaml" in done.out


@pytest.mark.parametrize("name", ["bad.YAML", "bad.Yml", "bad.yml", "inner/bad.YML"])
def test_endings_in_any_letters(town, name: str) -> None:
    town.draft(name="good.yaml")
    town.write(f"drafts/{name}", f"smartcert: 1\n{BAD}")
    assert name in town.check("drafts").out


@pytest.mark.parametrize("name", NO_PROPOSALS)
def test_other_files_are_passed_over(name: str) -> None:
    assert recognise(NO_PROPOSALS[name]) == "other"


@pytest.mark.parametrize("name", UNCLEAR)
def test_what_cant_be_told_apart_is_named_and_counted(town, name: str) -> None:
    Path("drafts").mkdir()
    town.draft(name="drafts/good.yaml")
    Path("drafts/lost.yaml").write_bytes(UNCLEAR[name])
    done = town.check("drafts")
    assert done.code == 0
    told = "1 file was not checked; it can't be told from a proposal: drafts/lost.yaml"
    assert told in done.err
    result = json.loads(town.as_format("json", "drafts"))
    assert result["unrecognised"] == ["drafts/lost.yaml"]
    town.check("drafts", "-o", "told.txt")
    assert told in Path("told.txt").read_text(encoding="utf-8")


def test_a_folder_of_nothing_else_says_so(town) -> None:
    town.write("drafts/lost.yaml", "")
    done = town.check("drafts")
    assert (done.code, "drafts/lost.yaml" in done.err) == (2, True)


def test_every_example_is_what_it_is() -> None:
    kinds = {
        str(file.relative_to(EXAMPLES)): recognise(file.read_bytes())
        for file in EXAMPLES.rglob("*.yaml")
    }
    others = {name for name in kinds if "review" in name or name.startswith("catalogs")}
    assert {kinds[name] for name in others} == {"other"}
    assert {kind for name, kind in kinds.items() if name not in others} == {"proposal"}
