"""Each code of `criteria lint`, brought about by one fault in a small sound catalog.

The line at which a complaint is expected says `# here` in the broken file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from smartcert.lint.linter import lint
from smartcert.messages.message import messages_under

SOUND = {
    "catalog.yaml": """\
smartcert-catalog: 1
id: small
title: {th: ชุดเกณฑ์ย่อ, en: Small catalog}
editions:
  - {id: 2562, title: {th: ฉบับแรก, en: First}}
  - {id: 2569, title: {th: ฉบับหลัง, en: Second}}
default_edition: 2569
profiles:
  - {id: logo, title: {th: ขอตรา, en: Logo}}
default_profile: logo
groups: [C1, C4]
smarts: [environment]
""",
    "c1.yaml": """\
group: C1
title: {th: พื้นที่, en: Area}
section: area
requirements:
  - id: C1-1
    title: {th: ขอบเขต, en: Boundary}
    level: mandatory
    basis: official
    sources: [BOOK]
    since: 2562
    profiles: [logo]
    types: []
    why: {th: ต้องรู้ว่าพื้นที่ใด, en: It has to be known which area is meant.}
    fix: {th: เขียนขอบเขต, en: Describe the boundary.}
    stub: |
      area:
        boundary:
          description:
    evidence: [{th: แผนที่, en: A map}]
    check:
      all:
        - fields: {at: area, ask: {boundary.description: {}}}
    examples:
      pass: |
        area:
          boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}
      fail: |
        area:
          vision: เมืองที่น่าอยู่
""",
    "c4.yaml": """\
group: C4
title: {th: บริการ, en: Services}
requirements: []
""",
    "services/environment.yaml": """\
smart: environment
title: {th: สิ่งแวดล้อมอัจฉริยะ, en: Smart Environment}
definition: {th: ดูแลสิ่งแวดล้อม, en: Cares for the environment.}
ministry: {th: กระทรวงหนึ่ง, en: A ministry}
sources: [BOOK]
sub_areas: []
requirements:
  - id: C4-EN1
    title: {th: มีโครงการ, en: A project}
    level: {default: recommended, raised: {to: mandatory, when: {present: {path: area.vision}}}}
    basis: secondary
    sources: [BOOK]
    profiles: [logo]
    smart: environment
    why: {th: ด้านนี้ต้องมีโครงการ, en: The Smart needs a project.}
    fix: {th: เพิ่มโครงการ, en: Add a project.}
    stub: |
      services:
        environment:
          projects:
            - id:
              name:
    evidence: [{th: เอกสารโครงการ, en: Project documents}]
    check:
      count: {path: services.environment.projects, min: 1}
    examples:
      pass: |
        services:
          environment:
            projects: [{id: P1, name: แยกขยะที่ต้นทาง}]
      fail: |
        services:
          environment:
            goals: [{id: G1, text: ขยะลดลง}]
""",
    "indicators.yaml": """\
indicators:
  - id: ENV-A1
    set: A
    smart: environment
    title: {th: พื้นที่สีเขียว, en: Green area}
    unit: m2/person
    unit_title: {th: ตร.ม. ต่อคน, en: m² per person}
    threshold: {op: ">=", value: 10}
    direction: increase
    basis: secondary
    sources: [BOOK]
    crosswalk: [green]
crosswalk:
  - {id: green, title: {th: พื้นที่สีเขียว, en: Green area}}
""",
    "sources.yaml": """\
sources:
  - {key: BOOK, title: {th: คู่มือ, en: A handbook}, kind: official}
""",
}
"""A catalog with nothing wrong in it: text that can be read beside each fault below."""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def broken(file: str, old: str, new: str) -> dict[str, str]:
    """Give the sound catalog with one passage of one file replaced."""
    text = SOUND.get(file, "")
    assert text.count(old) == 1 or not text, f"{old!r} is not there once"
    return {**SOUND, file: text.replace(old, new) if text else new}


def place(files: dict[str, str]) -> tuple[str, int]:
    """Give the file and line that say `# here`."""
    marked = [
        (name, number)
        for name, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if "# here" in line
    ]
    assert len(marked) == 1
    return marked[0]


def complaints(folder: Path) -> list[tuple[str, int, str]]:
    return [(complaint.file, complaint.line, complaint.code) for complaint in lint(folder)]


def test_a_sound_catalog_gives_no_complaint(tmp_path):
    assert [str(complaint) for complaint in lint(write(tmp_path, SOUND))] == []


C1, ENV, HEAD = "c1.yaml", "services/environment.yaml", "catalog.yaml"
CHECK = "fields: {at: area, ask: {boundary.description: {}}}"
PASS = "      pass: |\n        area:\n          boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}\n"

CONTACT = """\
requirements:
  - id: C4-R1
    title: {th: ติดต่อได้, en: Contact}
    level: recommended
    basis: inferred
    profiles: [logo]
    why: {th: ต้องติดต่อได้, en: Somebody has to be reached.}
    fix: {th: แก้อีเมล, en: Correct the address.}
    stub: "applicant: {contact: {email: }}"
    evidence: [{th: นามบัตร, en: A card}]
    check: CHECK
    examples:
      pass: "applicant: {contact: {email: plan@example.go.th}}"
      fail: "applicant: {contact: {phone: 0000-0000}}"
"""

FAULTS = {
    "file of no catalog": ("L001", "notes.yaml", "", "anything: 1  # here\n"),
    "file of a mapping with a misspelt key": (
        "L001",
        "c9.yaml",
        "",
        "gruop: C9  # here\ntitle: {th: ก, en: A}\n",
    ),
    "unknown key": ("L002", C1, "basis: official", "basis: official\n    remark: x  # here"),
    "unknown key of the head": ("L002", HEAD, "id: small", "id: small\nauthor: x  # here"),
    "unknown level": ("L002", C1, "level: mandatory", "level: must  # here"),
    "unknown basis": ("L002", C1, "basis: official", "basis: hearsay  # here"),
    "text without a language": (
        "L002",
        C1,
        "title: {th: ขอบเขต, en: Boundary}",
        "title: {th: ขอบเขต}  # here",
    ),
    "empty text": ("L002", C1, "en: Boundary}", 'en: ""}  # here'),
    "blank text": ("L002", C1, "en: Boundary}", 'en: " "}  # here'),
    "blank sentence": (
        "L002",
        C1,
        CHECK,
        'present: {path: area.vision, say: {th: ไม่มี, en: " "}}  # here',
    ),
    "id of another form": ("L002", C1, "- id: C1-1", "- id: boundary  # here"),
    "weight of nothing": ("L002", C1, "types: []", "weight: 0  # here"),
    "no profile at all": ("L002", C1, "profiles: [logo]", "profiles: []  # here"),
    "sentence without a language": (
        "L002",
        C1,
        CHECK,
        "present: {path: area.boundary.description, say: {th: ไม่มี}}  # here",
    ),
    "id of another requirement": ("L003", ENV, "- id: C4-EN1", "- id: C1-1  # here"),
    "edition of the same year": (
        "L003",
        HEAD,
        "default_edition: 2569",
        "  - {id: 2569, title: {th: ฉบับซ้ำ, en: Again}}  # here\ndefault_edition: 2569",
    ),
    "profile of the same name": (
        "L003",
        HEAD,
        "default_profile: logo",
        "  - {id: logo, title: {th: ขอตราอีก, en: Again}}  # here\ndefault_profile: logo",
    ),
    "source of the same key": (
        "L003",
        "sources.yaml",
        "kind: official}\n",
        (
            "kind: official}\n  - {key: BOOK, title: {th: อีกเล่ม, en: Another}, "
            "kind: official}  # here\n"
        ),
    ),
    "indicator of the same id": (
        "L003",
        "indicators.yaml",
        "crosswalk:\n",
        (
            "  - id: ENV-A1  # here\n    set: B\n    smart: environment\n"
            "    title: {th: ต้นไม้, en: Trees}\n    unit: trees\n"
            "    unit_title: {th: ต้น, en: trees}\n    threshold: {op: measured}\n"
            "    basis: secondary\n    sources: [BOOK]\n"
            "crosswalk:\n"
        ),
    ),
    "group of another file": (
        "L003",
        "c2.yaml",
        "",
        "group: C1  # here\ntitle: {th: พื้นที่อีก, en: Area again}\n",
    ),
    "Smart of another file": (
        "L003",
        "services/more.yaml",
        "",
        (
            "smart: environment  # here\ntitle: {th: อีกด้าน, en: Again}\n"
            "definition: {th: อีก, en: Again}\nministry: {th: อีก, en: Again}\n"
        ),
    ),
    "Thai text without Thai": (
        "L004",
        C1,
        "title: {th: ขอบเขต,",
        "title: {th: Boundary,  # here\n     ",
    ),
    "English text with Thai": (
        "L004",
        C1,
        "en: Describe the boundary.}",
        "en: Describe ขอบเขต.}  # here",
    ),
    "reason in the wrong language": (
        "L004",
        C1,
        "why: {th: ต้องรู้ว่าพื้นที่ใด,",
        "why: {th: known,  # here\n     ",
    ),
    "unknown source": ("L005", C1, "sources: [BOOK]", "sources: [BOOK, HEARSAY]  # here"),
    "no source": (
        "L005",
        C1,
        "basis: official\n    sources: [BOOK]",
        "basis: official  # here\n    sources: []",
    ),
    "unknown source of an indicator": (
        "L005",
        "indicators.yaml",
        "sources: [BOOK]",
        "sources: [HEARSAY]  # here",
    ),
    "unknown source of a Smart": (
        "L005",
        ENV,
        "sources: [BOOK]\nsub_areas",
        "sources: [HEARSAY]  # here\nsub_areas",
    ),
    "inferred and mandatory": (
        "L006",
        C1,
        "level: mandatory\n    basis: official",
        "level: mandatory  # here\n    basis: inferred",
    ),
    "inferred and at times mandatory": (
        "L006",
        ENV,
        "when: {present: {path: area.vision}}}}\n    basis: secondary",
        "when: {present: {path: area.vision}}}}  # here\n    basis: inferred",
    ),
    "inferred and mandatory in a profile": (
        "L006",
        C1,
        "level: mandatory\n    basis: official",
        "level: {default: recommended, profiles: {logo: mandatory}}  # here\n    basis: inferred",
    ),
    "unknown profile": ("L007", C1, "profiles: [logo]", "profiles: [logo, medal]  # here"),
    "unknown edition": ("L007", C1, "since: 2562", "since: 2561  # here"),
    "unknown last edition": ("L007", C1, "since: 2562", "until: 2570  # here"),
    "unknown city type": ("L007", C1, "types: []", "types: [floating]  # here"),
    "unknown Smart": (
        "L007",
        ENV,
        "smart: environment\n    why",
        "smart: weather  # here\n    why",
    ),
    "unknown default edition": (
        "L007",
        HEAD,
        "default_edition: 2569",
        "default_edition: 2570  # here",
    ),
    "unknown default profile": (
        "L007",
        HEAD,
        "default_profile: logo",
        "default_profile: medal  # here",
    ),
    "profile like none": (
        "L007",
        HEAD,
        "- {id: logo, title",
        "- {id: logo, like: medal,  # here\n     title",
    ),
    "group that no file describes": (
        "L007",
        HEAD,
        "groups: [C1, C4]",
        "groups: [C1, C4, C9]  # here",
    ),
    "Smart that the head does not list": (
        "L007",
        "services/mobility.yaml",
        "",
        (
            "smart: mobility  # here\ntitle: {th: เดินทาง, en: Mobility}\n"
            "definition: {th: เดินทาง, en: Travel}\nministry: {th: ก, en: A}\n"
        ),
    ),
    "unknown crosswalk": (
        "L007",
        "indicators.yaml",
        "crosswalk: [green]",
        "crosswalk: [red]  # here",
    ),
    "unknown Smart of an indicator": (
        "L007",
        "indicators.yaml",
        "smart: environment",
        "smart: weather  # here",
    ),
    "unknown kind": ("L008", C1, CHECK, "exists: {path: area.vision}  # here"),
    "two kinds in one check": (
        "L008",
        C1,
        CHECK,
        "{present: {path: area.vision}, text: {path: area.vision}}  # here",
    ),
    "parameter that is not there": ("L008", C1, CHECK, "present: {route: area.vision}  # here"),
    "parameter too many": ("L008", C1, CHECK, "present: {path: area.vision, words: 3}  # here"),
    "parameters that are none": ("L008", C1, CHECK, "present: area.vision  # here"),
    "unknown named check": ("L008", C1, CHECK, "named: {check: gravity}  # here"),
    "check inside not": ("L008", C1, CHECK, "not: {exists: {path: area.vision}}  # here"),
    "check inside each": (
        "L008",
        C1,
        CHECK,
        "each: {in: 'area.goals[*]', check: {exists: {path: text}}}  # here",
    ),
    "check inside when": (
        "L008",
        C1,
        CHECK,
        "when: {if: {present: {path: area.vision}}, then: {exists: {path: area.vision}}}  # here",
    ),
    "check that raises the level": (
        "L008",
        ENV,
        "when: {present: {path: area.vision}}}}",
        "when: {exists: {path: area.vision}}}}  # here",
    ),
    "bounds that cross": (
        "L008",
        C1,
        CHECK,
        "number: {path: area.population.count, min: 10, max: 1}  # here",
    ),
    "numbers of items that cross": (
        "L008",
        C1,
        CHECK,
        "count: {path: area.goals, min: 3, max: 2}  # here",
    ),
    "blank term": ("L008", C1, CHECK, 'mentions: {paths: [area.vision], terms: [" "]}  # here'),
    "value that no choice has": (
        "L009",
        C1,
        CHECK,
        (
            "when: {if: {one_of: {path: area.type, values: [zzz]}}, "
            "then: {present: {path: area.vision}}}  # here"
        ),
    ),
    "word where yes or no stands": (
        "L009",
        C1,
        CHECK,
        "one_of: {path: 'data_platform.datasets[*].personal_data', values: [perhaps]}  # here",
    ),
    "value that no counted item has": (
        "L009",
        C1,
        CHECK,
        "count: {path: management.partners, where: {sector: [people, aliens]}}  # here",
    ),
    "text for a number": ("L009", C1, CHECK, "one_of: {path: round, values: [2]}  # here"),
    "level raised by a value that no choice has": (
        "L009",
        ENV,
        "when: {present: {path: area.vision}}}}",
        "when: {one_of: {path: area.zone, values: [moon]}}}}  # here",
    ),
    "path that is not there": ("L009", C1, CHECK, "present: {path: area.slogan}  # here"),
    "path of a field": (
        "L009",
        C1,
        "ask: {boundary.description: {}}}",
        "ask: {boundary.wall: {}}}  # here",
    ),
    "path of one of two fields": (
        "L009",
        C1,
        "ask: {boundary.description: {}}}",
        "ask: {vision|slogan: {}}}  # here",
    ),
    "path inside each": (
        "L009",
        C1,
        CHECK,
        "each: {in: 'area.goals[*]', check: {present: {path: slogan}}}  # here",
    ),
    "path of the items of a text": (
        "L009",
        C1,
        CHECK,
        "count: {path: 'area.vision[*]', min: 1}  # here",
    ),
    "path of another Smart": (
        "L009",
        ENV,
        "path: services.environment.projects, min: 1}",
        "path: services.weather.projects, min: 1}  # here",
    ),
    "path that raises the level": (
        "L009",
        ENV,
        "path: area.vision}}}}",
        "path: area.slogan}}}}  # here",
    ),
    "no passing example": (
        "L010",
        C1,
        f"examples:\n{PASS}",
        "examples:  # here\n",
    ),
    "no failing example": (
        "L010",
        C1,
        f"examples:\n{PASS}      fail: |\n        area:\n          vision: เมืองที่น่าอยู่\n",
        f"examples:  # here\n{PASS}",
    ),
    "passing example that fails": (
        "L010",
        C1,
        "pass: |\n        area:\n          boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}",
        "pass: |  # here\n        area:\n          vision: เมืองที่น่าอยู่",
    ),
    "passing example with a fault": (
        "L010",
        C1,
        "pass: |\n        area:",
        "pass: |  # here\n        area:\n          slogan: เมืองที่น่าอยู่",
    ),
    "failing example that passes": (
        "L010",
        C1,
        "fail: |\n        area:",
        "fail: |  # here\n        area:\n          boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}",
    ),
    "example that the requirement does not apply to": (
        "L010",
        ENV,
        (
            "fail: |\n        services:\n          environment:\n"
            "            goals: [{id: G1, text: ขยะลดลง}]"
        ),
        "fail: |  # here\n        area:\n          vision: เมืองที่น่าอยู่",
    ),
    "since after until": ("L011", C1, "since: 2562", "since: 2569  # here\n    until: 2562"),
    "stub that is no YAML": (
        "L012",
        C1,
        "stub: |\n      area:\n",
        "stub: |  # here\n      area: [\n",
    ),
    "stub with an unknown key": (
        "L012",
        C1,
        "stub: |\n      area:\n",
        "stub: |  # here\n      area:\n        slogan: เมือง\n",
    ),
    "stub without a place for what is asked": (
        "L012",
        C1,
        "stub: |\n      area:\n        boundary:\n          description:\n",
        "stub: |  # here\n      area:\n        vision:\n",
    ),
    "stub that answers what is asked": (
        "L012",
        C1,
        "stub: |\n      area:\n        boundary:\n          description:\n",
        "stub: |  # here\n      area:\n        boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}\n",
    ),
    "no evidence": (
        "L013",
        C1,
        "    evidence: [{th: แผนที่, en: A map}]\n    check",
        "    evidence: []  # here\n    check",
    ),
    "field that two requirements ask for": (
        "L014",
        "c4.yaml",
        "requirements: []\n",
        """\
requirements:
  - id: C4-R1
    title: {th: ขอบเขตซ้ำ, en: The boundary again}
    level: recommended
    basis: inferred
    profiles: [logo]
    why: {th: ถามซ้ำ, en: It asks again.}
    fix: {th: เขียนขอบเขต, en: Describe the boundary.}
    stub: "area: {boundary: {description: }}"
    evidence: [{th: แผนที่, en: A map}]
    check: {present: {path: area.boundary.description}}  # here
    examples:
      pass: "area: {boundary: {description: ทิศเหนือจดถนนเลี่ยงเมือง}}"
      fail: "area: {vision: เมืองที่น่าอยู่}"
""",
    ),
    "field that no source names, without a word on that": (
        "L015",
        C1,
        "    why: {th: ต้องรู้ว่าพื้นที่ใด, en: It has to be known which area is meant.}",
        (
            "    own_fields: [area.boundary.description]\n"
            "    why: {th: ต้องรู้ว่าพื้นที่ใด, en: It has to be known which area is meant.}  # here"
        ),
    ),
    "field that is listed and not asked": (
        "L015",
        C1,
        "    types: []\n",
        "    types: []\n    source_names: [area.boundary.description, area.vision]  # here\n",
    ),
    "check of what can hardly be that earns points": (
        "L016",
        "c4.yaml",
        "requirements: []\n",
        CONTACT.replace("CHECK", "{named: {check: contacts}}  # here"),
    ),
    "check that asks for a field and counts only where it is violated": (
        "L016",
        "c4.yaml",
        "requirements: []\n",
        CONTACT.replace("CHECK", "{present: {path: applicant.contact.email}}").replace(
            "    stub:", "    counts: when-violated  # here\n    stub:"
        ),
    ),
    "stub with a value that can't be read": (
        "L012",
        C1,
        "stub: |\n      area:\n",
        "stub: |  # here\n      area:\n        population: {count: มาก}\n",
    ),
}


@pytest.mark.parametrize(("code", "file", "old", "new"), FAULTS.values(), ids=FAULTS)
def test_one_fault_is_one_complaint_at_its_place(code, file, old, new, tmp_path):
    files = broken(file, old, new)
    assert complaints(write(tmp_path, files)) == [(*place(files), code)]


def test_every_code_is_brought_about():
    assert {code for code, *_ in FAULTS.values()} == set(messages_under("lint"))


MALFORMED = [
    "all: 5",
    "all: {}",
    "any: {say: {th: ไม่มี, en: None}}",
    "not: {}",
    "not: [present]",
    "each: {in: 'area.goals[*]', check: 5}",
    "present: {path: [area.vision]}",
    "present: {path: {}}",
    "present: {path: area.vision, say: ไม่มี}",
    "present: {path: area.vision, say: [th, en]}",
    "text: {path: area.vision, words: many}",
    "number: {path: area.population.count, min: few}",
    "number: {path: area.vision, min: 3}",
    "fields: {at: area, ask: [vision]}",
    "fields: {at: area, ask: {vision: 5}}",
    "fields: {at: area, ask: {vision: {word: 5}}}",
    "mentions: {paths: [area.vision], terms: [ขยะ], min: few}",
    "mentions: {paths: [area.vision], terms: [ขยะ], except: ขยะ}",
    (
        "ordered: {first: 'infrastructure.phases[*].start', then: 'infrastructure.phases[*].end', "
        "same: perhaps}"
    ),
    "named: {check: [density]}",
    "person: {path: area.vision, question: พอหรือไม่}",
    "person: {path: area.vision, question: {th: พอหรือไม่}}",
    "when: {if: 5, then: {present: {path: area.vision}}}",
]


@pytest.mark.parametrize("check", MALFORMED)
def test_a_malformed_check_is_told_at_its_place(check, tmp_path):
    files = broken(C1, CHECK, f"{check}  # here")
    found = complaints(write(tmp_path, files))
    assert {(file, line) for file, line, _ in found} == {place(files)}
    assert {code for *_, code in found} <= {"L002", "L008", "L009"}


@pytest.mark.parametrize(
    "gone",
    [
        "groups: [C1, C4]",
        "profiles:\n  - {id: logo, title: {th: ขอตรา, en: Logo}}\ndefault_profile: logo",
    ],
)
def test_what_the_head_lacks_is_told_in_words(gone, tmp_path):
    found = lint(write(tmp_path, broken(HEAD, f"{gone}\n", "")))
    assert [(complaint.file, complaint.code) for complaint in found] == [(HEAD, "L007")]
    assert "Error(" not in found[0].text


def test_faults_of_the_yaml_itself_keep_their_code_and_place(tmp_path):
    files = broken(C1, "level: mandatory", "level: mandatory\n    level: recommended  # here")
    assert complaints(write(tmp_path, files)) == [(*place(files), "Y006")]


def test_complaints_stand_in_the_order_of_files_and_lines(tmp_path):
    files = broken(C1, "title: {th: ขอบเขต, en: Boundary}", "title: {th: Boundary, en: ขอบเขต}")
    files[ENV] = files[ENV].replace("title: {th: มีโครงการ,", "title: {th: Project,")
    assert complaints(write(tmp_path, files)) == [
        (C1, 6, "L004"),
        (C1, 6, "L004"),
        (ENV, 9, "L004"),
    ]
