"""A half-written draft in the server that editors run: no complaint, words in Thai, and hints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from language_server import IS_INSTALLED, LanguageServer
from support import run

pytestmark = [
    pytest.mark.tools,
    pytest.mark.skipif(
        not IS_INSTALLED, reason="yaml-language-server is not installed (npm install)"
    ),
]

HEAD = "# yaml-language-server: $schema=proposal.schema.json\nsmartcert: 1\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """A server for a folder in which a proposal was begun."""
    folder = tmp_path_factory.mktemp("draft")
    assert run("init", folder / "proposal.yaml", "--smarts", "all").code == 0
    with LanguageServer(folder) as server:
        yield server


def offered(server: LanguageServer, text: str) -> dict[str, str]:
    """Give what is offered at the end of a draft, with what each inserts."""
    uri = server.open(f"draft-{server.number}.yaml", HEAD + text)
    lines = (HEAD + text).split("\n")
    return server.completions(uri, len(lines) - 1, len(lines[-1]))


@pytest.mark.parametrize("profile", ["promotion-area", "logo", "renewal", "boi-area"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_nothing_is_wrong_with_the_form_of_init(server, profile, lang):
    name = f"{profile}-{lang}.yaml"
    file = server.folder / name
    assert run("init", file, "--smarts", "all", "--profile", profile, "--lang", lang).code == 0
    assert server.diagnostics(server.open(name, file.read_text(encoding="utf-8"))) == []


DRAFT = """profile: ขอรับตราสัญลักษณ์เมืองอัจฉริยะ
applicant:
  name: เทศบาลตำบลบึงตะเคียน
  kind: เทศบาลตำบลบึงตะเคียน
  contact: นาย ก โทร. 081-234-5678
area:
  name: บึงตะเคียน
  type: เมืองเดิม
  size:
  boundary: ทิศเหนือจรดคลอง
  population:
    count: 45,000 คน
    year: พ.ศ. 2567
  strengths:
    - ตลาดเก่า
  goals:
    - id: G1
      baseline: 32 ตัน/วัน
      target: {2570: 24, 2571: 16}
    -
services:
  living:
    projects:
      - id: P1
        status: อยู่ระหว่างดำเนินการ
        personal_data: ไม่ใช่
        budget: 5 ล้านบาท
"""


def test_nothing_is_wrong_with_what_is_read(server):
    assert server.diagnostics(server.open("half.yaml", HEAD + DRAFT)) == []


def test_a_slip_is_marked(server):
    uri = server.open("slip.yaml", HEAD + "area:\n  visoin: ก\n  type: หมู่บ้าน\n")
    marked = {found["range"]["start"]["line"] for found in server.diagnostics(uri)}
    assert marked == {3, 4}


@pytest.mark.parametrize(
    ("text", "key", "inserted"),
    [
        ("appl", "applicant", "applicant:\n  "),
        ("area:\n  vi", "vision", "vision: "),
        ("area:\n  ", "goals", "goals:\n    - "),
        ("area:\n  goals:\n    - id: G1\n      ", "baseline", "baseline:\n  "),
        ("services:\n  living:\n    projects:\n      - st", "status", "status: "),
        ("management:\n  ", "finance", "finance:\n  "),
    ],
)
def test_a_key_is_inserted_with_its_colon(server, text, key, inserted):
    found = offered(server, text)[key]
    assert found.startswith(f"{key}:")
    assert found.replace(" ", "").startswith(inserted.replace(" ", ""))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("profile: ", ["ขอรับตราสัญลักษณ์เมืองอัจฉริยะ", "ต่ออายุตราสัญลักษณ์"]),
        ("area:\n  type: ", ["เมืองเดิมน่าอยู่", "เมืองใหม่ทันสมัย"]),
        ("services:\n  living:\n    projects:\n      - status: ", ["อยู่ในแผน", "กำลังดำเนินการ"]),
        ("services:\n  living:\n    projects:\n      - personal_data: ", ["ใช่", "ไม่ใช่"]),
        ("data_platform:\n  datasets:\n    - class: ", ["เปิดเผย", "ส่วนบุคคล"]),
        ("infrastructure:\n  funding:\n    - confirmed: ", ["ใช่", "ไม่ใช่"]),
    ],
)
def test_words_are_offered_in_thai_and_nothing_else(server, text, words):
    found = offered(server, text)
    assert set(words) <= found.keys()
    assert all(word == inserted and not word.isascii() for word, inserted in found.items())


def test_nobody_s_text_is_offered(server):
    assert offered(server, "area:\n  vision: ") == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  size:", ["ขนาดพื้นที่", "46 ตร.กม.", "C1-1B แผนที่และขนาดพื้นที่"]),
        ("area:", ["พื้นที่", "C1-3 วิสัยทัศน์"]),
        ("  type:", ["ประเภทเมือง", "เมืองใหม่ทันสมัย (new)", "C1-2 "]),
        ("  goals:", ["เป้าหมาย", "C1-4 "]),
        ("        status:", ["สถานะ", "อยู่ในแผน (planned)"]),
        ("        budget:", ["งบประมาณ", "5,000,000 บาท", "C4-R4 ", "X-4 "]),
    ],
)
def test_a_hover_says_what_it_is_how_it_is_written_and_who_asks(server, line, said):
    lines = (HEAD + DRAFT).split("\n")
    number = next(number for number, text in enumerate(lines) if text.startswith(line))
    uri = server.open("half.yaml", HEAD + DRAFT)
    told = server.hover(uri, number, len(line) - 2)
    assert [words for words in said if words not in told] == []
    assert "||" not in told
