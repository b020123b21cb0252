"""Places as people write them: both ways."""

from __future__ import annotations

import pytest

from smartcert.proposal.address import Addresses, locate
from smartcert.source import read_source

ROOT = read_source(
    """services:
  mobility:
    projects:
      - {id: M1, name: รถเมล์}
      - {name: "รถราง (ระยะ 1.5)"}
      - {id: "a]b"}
      - {owner: กองช่าง}
      - {id: M1}
      - {id: "1"}
area: {strengths: [ใกล้ท่าเรือ]}
""".encode(),
    "proposal.yaml",
).root
PROJECTS = ("services", "mobility", "projects")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ((*PROJECTS, 0, "owner"), "services.mobility.projects[M1].owner"),
        ((*PROJECTS, 1), "services.mobility.projects[รถราง (ระยะ 1.5)]"),
        ((*PROJECTS, 2), "services.mobility.projects[2]"),
        ((*PROJECTS, 3, "budget"), "services.mobility.projects[3].budget"),
        ((*PROJECTS, 4), "services.mobility.projects[4]"),
        ((*PROJECTS, 5), "services.mobility.projects[1]"),
        (("area", "strengths", 0), "area.strengths[0]"),
        (("area", "vision"), "area.vision"),
        ((), ""),
    ],
)
def test_what_is_written_leads_back(path, told):
    assert Addresses(ROOT).written(path) == told
    assert locate(told, ROOT) == path


def test_what_is_not_there_stays_as_it_is_written():
    assert locate("services.mobility.projects[M9].owner", ROOT) == (*PROJECTS, "M9", "owner")
