"""Slips of the pen are told by their true cause, and the file is read as it is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.source import Limits, read_source, yaml_reader
from smartcert.source.edit import edited
from smartcert.source.slips import find_slips
from smartcert.source.span import Span
from work import calls

KEYS = {
    key: frozenset(forms.split())
    for forms, keys in {
        "section": "area population committee ภาพรวม",
        "list": "goals strengths members annexes",
        "prose": "name text vision resolution description ชื่อ",
        "prose list": "partners",
        "value": "smartcert kind year count users size order_no phone id file date target",
    }.items()
    for key in keys.split()
}
"""Keys of no particular file, as a caller gives them."""


def read(text, **limits):
    return read_source(text.encode(), "x", Limits(**limits) if limits else None, keys=lambda: KEYS)


def mended(source):
    return edited(source.text, source.edits)


def told(source):
    return [(fault.code, fault.span.line, fault.span.column) for fault in source.faults]


CASES = [
    # No space after a colon.
    ("area:\n  name:สายธาร\n  kind: x\n", "Y101 2:7", "area:\n  name: สายธาร\n  kind: x\n"),
    ("area:\n  name:สายธาร\n", "Y101 2:7", "area:\n  name: สายธาร\n"),
    ("area:\n  kind: x\n  name:สายธาร", "Y101 3:7", "area:\n  kind: x\n  name: สายธาร"),
    ("name :สายธาร\n", "Y101 1:6", "name: สายธาร\n"),
    ("Name:สายธาร\n", "Y101 1:5", "Name: สายธาร\n"),
    ("kind: x\nชื่อ:สายธาร\n", "Y101 2:5", "kind: x\nชื่อ: สายธาร\n"),
    ("kind: x\nnmae:สายธาร\n", "Y101 2:5", "kind: x\nnmae: สายธาร\n"),
    ("goals:\n- id: G1\n  text:ลด\n  x: y\n", "Y101 3:7", "goals:\n- id: G1\n  text: ลด\n  x: y\n"),
    ("goals:\n- id:G1\n  text: ลด\n", "Y101 2:5", "goals:\n- id: G1\n  text: ลด\n"),
    ("name:ก\nkind:ข\n", "Y101 1:5, Y101 2:5", "name: ก\nkind: ข\n"),
    ("area: {count:147579, year: 1}\n", "Y101 1:13", "area: {count: 147579, year: 1}\n"),
    ("name:ก: ข\n", "Y101 1:5, Y112 1:7", 'name: "ก: ข"\n'),
    ("order_no:#214\n", "Y101 1:9, Y109 1:10", 'order_no: "#214"\n'),
    # No space after a dash.
    ("strengths:\n  -บึง\n  -ตลาด\n", "Y102 2:3", "strengths:\n  - บึง\n  - ตลาด\n"),
    ("strengths:\n-บึง\n-ตลาด\nkind: x\n", "Y102 2:1", "strengths:\n- บึง\n- ตลาด\nkind: x\n"),
    ("strengths:\n  - บึง\n  -ตลาด\n", "Y102 3:3", "strengths:\n  - บึง\n  - ตลาด\n"),
    ("goals:\n-id: G1\n text: ก\n-id: G2\n text: ข\n", "Y102 2:1", "goals:\n- id: G1\n  text: ก\n- id: G2\n  text: ข\n"),
    ("goals:\n-id: G1\n  text: ก\n", "Y102 2:1", "goals:\n- id: G1\n  text: ก\n"),
    ("goals:\n-id: G1\n text: |\n  ก\n  ข\n-id: G2\n", "Y102 2:1", "goals:\n- id: G1\n  text: |\n   ก\n   ข\n- id: G2\n"),
    ("goals:\n  - -5\n  -6\n", "Y102 3:3", "goals:\n  - -5\n  - 6\n"),
    # Bullets and numbers.
    ("strengths:\n    • ตลาด\n    • วัด\n", "Y103 2:5", "strengths:\n    - ตลาด\n    - วัด\n"),
    ("members:\n1. ก ข\n2. ค\n3. ง\nkind: x\n", "Y103 2:1", "members:\n- ก ข\n- ค\n- ง\nkind: x\n"),
    ("members:\n  1) ก\n  2)ข\n", "Y103 2:3", "members:\n  - ก\n  - ข\n"),
    ("members:\n  (1) ก\n  (2) ข\n", "Y103 2:3", "members:\n  - ก\n  - ข\n"),
    ("members:\n  ๑. ก\n  ๒. ข\n", "Y103 2:3", "members:\n  - ก\n  - ข\n"),
    ("members:\n  – ก\n  — ข\n  * ค\n  · ง\n  ● จ\n", "Y103 2:3", "members:\n  - ก\n  - ข\n  - ค\n  - ง\n  - จ\n"),
    ("members:\n  •ก\n    ข\n  • ค\n", "Y103 2:3", "members:\n  - ก\n    ข\n  - ค\n"),
    ("members:\n  • ประธาน: ก\n  • ข\n", "Y103 2:3", 'members:\n  - "ประธาน: ก"\n  - ข\n'),
    ("goals:\n  • id: G1\n    text: ก\n", "Y103 2:3", "goals:\n  - id: G1\n    text: ก\n"),
    ("goals:\n  1. id: G1\n     text: ก\n  2. id: G2\n", "Y103 2:3", "goals:\n  - id: G1\n    text: ก\n  - id: G2\n"),
    ("members:\n  - ก\n  • ข\n", "Y103 3:3", "members:\n  - ก\n  - ข\n"),
    ("ไม่รู้จัก:\n1. ก\n2. ข\nkind: x\n", "Y103 2:1", "ไม่รู้จัก:\n- ก\n- ข\nkind: x\n"),
    # Colons of other scripts.
    ("area:\n  name： สายธาร\n  kind： x\n", "Y104 2:7, Y104 3:7", "area:\n  name: สายธาร\n  kind: x\n"),
    ("name：สายธาร\n", "Y104 1:5", "name: สายธาร\n"),
    ("area：\n  name: ก\n", "Y104 1:5", "area:\n  name: ก\n"),
    ("name ∶ ก\nkind꞉ข\nsizeːค\n", "Y104 1:6, Y104 2:5, Y104 3:5", "name: ก\nkind: ข\nsize: ค\n"),
    ("name：\xa0ก\n", "Y104 1:5", "name: ก\n"),
    ("area: {count： 5, year: 1}\n", "Y104 1:13", "area: {count: 5, year: 1}\n"),
    # Spaces of other kinds.
    ("area:\n\xa0\xa0name: ก\n\xa0\xa0kind: x\n", "Y105 2:1", "area:\n  name: ก\n  kind: x\n"),
    ("name:\xa0สายธาร\n", "Y105 1:6", "name: สายธาร\n"),
    ("name: \xa0สายธาร\n", "Y105 1:7", "name: สายธาร\n"),
    ("name\xa0: สายธาร\n", "Y105 1:5", "name: สายธาร\n"),
    ("members:\n-\xa0ก\n- ข\n", "Y105 2:2", "members:\n- ก\n- ข\n"),
    ("name: ก\n\xa0\nkind: x\n", "Y105 2:1", "name: ก\n \nkind: x\n"),
    ("text: |\n\xa0\xa0ก\n\xa0\xa0ข\n", "Y105 2:1", "text: |\n  ก\n  ข\n"),
    ("area: {count:\xa05}\n", "Y105 1:14", "area: {count: 5}\n"),
    # What nobody sees.
    ("na\u200bme: ก\n", "Y106 1:3", "name: ก\n"),
    ("name: ก\u200bข\u200bค\nkind: \u2060x\n", "Y106 1:8", "name: กขค\nkind: x\n"),
    ("\u200bname:\u200bก\n", "Y106 1:1, Y101 1:6", "name: ก\n"),
    ("name: ก\u200c\u200dข\n", "Y106 1:8", "name: กข\n"),
    ("name: ก\xadข\n", "Y106 1:8", "name: กข\n"),
    ("kind: x\n\ufeffname: ก\n", "Y106 2:1", "kind: x\nname: ก\n"),
    # Thai that came apart, and letters in parts.
    ("name: ส าเร็จ\nkind: x\n", "Y118 1:7", "name: สำเร็จ\nkind: x\n"),
    ("name: ก\u200b ารส าคัญ: ก\n", "Y118 1:7, Y106 1:8, Y112 1:18", 'name: "การสำคัญ: ก"\n'),
    ("ช ื่อ:ส าเร็จ\nkind: x\n", "Y118 1:1, Y101 1:6", "ชื่อ: สำเร็จ\nkind: x\n"),
    ("name: à¸\x81à¸\xad: à¸\x82\nkind: x\n", "Y118 1:7, Y112 1:13", 'name: "กอ: ข"\nkind: x\n'),
    ("area: {name: ท ี่, kind: à¸ª}\n", "Y118 1:14", "area: {name: ที่, kind: ส}\n"),
    ("name:cafe\u0301 e\u0301\nkind: u\u0308\n", "Y101 1:5, Y119 1:9", "name: caf\xe9 \xe9\nkind: \xfc\n"),
    # Quotation marks of Word.
    ("kind: “x”\n", "Y107 1:7", 'kind: "x"\n'),
    ("kind: ‘x’\n", "Y107 1:7", 'kind: "x"\n'),
    ("name: “ก: ข”\n", "Y107 1:7", 'name: "ก: ข"\n'),
    ("name: “ก ‘ข’: 'ค' \"ง\"”\n", "Y107 1:7", "name: 'ก ‘ข’: ''ค'' \"ง\"'\n"),
    ("name: \"ก”\nkind: x\n", "Y107 1:7", 'name: "ก"\nkind: x\n'),
    ("members:\n- “ก”\n", "Y107 2:3", 'members:\n- "ก"\n'),
    ("area: {kind: “x”, name: “ก, ข”}\n", "Y107 1:14, Y107 1:25", 'area: {kind: "x", name: "ก, ข"}\n'),
    # Backslashes.
    ('file: "C:\\แผน\\a.pdf"\n', "Y108 1:7", "file: 'C:\\แผน\\a.pdf'\n"),
    ('file: "C:\\temp\\new.pdf"\n', "Y108 1:7", "file: 'C:\\temp\\new.pdf'\n"),
    ('file: "C:\\data\\"\nkind: x\n', "Y108 1:7", "file: 'C:\\data\\'\nkind: x\n"),
    ('name: "ก\\ข \'ค\' \\"ง\\""  # จ\n', "Y108 1:7", "name: 'ก\\ข ''ค'' \"ง\"'  # จ\n"),
    # A hash.
    ("vision: #บึง\n", "Y109 1:9", 'vision: "#บึง"\n'),
    ("order_no: #214/2568\nkind: x\n", "Y109 1:11", 'order_no: "#214/2568"\nkind: x\n'),
    ("phone: 02 #123\n", "Y109 1:11", 'phone: "02 #123"\n'),
    ("phone: 02 #123 #4 # หมายเหตุ\n", "Y109 1:11", 'phone: "02 #123 #4" # หมายเหตุ\n'),
    ("vision: ก #ข\n  ค\nkind: x\n", "Y109 1:11", 'vision: "ก #ข\n  ค"\nkind: x\n'),
    ("members:\n- #1 ก\n- ข\n", "Y109 2:3", 'members:\n- "#1 ก"\n- ข\n'),
    ("members: [ก, #ข]\n", "Y109 1:14", 'members: [ก, "#ข"]\n'),
    ("area: {name: ก #ข, year: 1}\n", "Y109 1:16", 'area: {name: "ก #ข", year: 1}\n'),
    # Commas in braces.
    ("a: {count: 147,579}\n", "Y110 1:12", 'a: {count: "147,579"}\n'),
    ("a: {2570: 5,000,000, 2571: 7,000,000}\n", "Y110 1:11, Y110 1:28", 'a: {2570: "5,000,000", 2571: "7,000,000"}\n'),
    ("goals:\n- {id: D1, name: Pole, CCTV และ IoT, kind: IoT, AI, size: 5}\n", "Y110 2:18, Y110 2:44",
     'goals:\n- {id: D1, name: "Pole, CCTV และ IoT", kind: "IoT, AI", size: 5}\n'),
    ("a: {\n  count: 1,200, year: 5\n}\n", "Y110 2:10", 'a: {\n  count: "1,200", year: 5\n}\n'),
    ("a: [{count: 1,200}, {count: 5}]\n", "Y110 1:13", 'a: [{count: "1,200"}, {count: 5}]\n'),
    ("a: {name: 5\" 1,2}\n", "Y110 1:11", "a: {name: '5\" 1,2'}\n"),
    # A paragraph at the margin.
    ("vision: ก\nข ค\nkind: x\n", "Y111 2:1", "vision: ก\n  ข ค\nkind: x\n"),
    ("area:\n  vision: ก\nข\nค\n  kind: x\n", "Y111 3:1", "area:\n  vision: ก\n    ข\n    ค\n  kind: x\n"),
    ("vision:\nก ข\nkind: x\n", "Y111 2:1", "vision:\n  ก ข\nkind: x\n"),
    ("members:\n- ก\nข\n- ค\n", "Y111 3:1", "members:\n- ก\n  ข\n- ค\n"),
    ("vision: ก: ข\nค\nkind: x\n", "Y112 1:10, Y111 2:1", 'vision: "ก: ข\n  ค"\nkind: x\n'),
    ("text: ดังนี้\n1. ก\n2. ข\nkind: x\n", "Y111 2:1", "text: ดังนี้\n  1. ก\n  2. ข\nkind: x\n"),
    ("text:\n1. ก\n2. ข\nkind: x\n", "Y111 2:1", "text:\n  1. ก\n  2. ข\nkind: x\n"),
    # A colon in a text.
    ("resolution: มติ: เห็นชอบ\ndate: x\n", "Y112 1:16", 'resolution: "มติ: เห็นชอบ"\ndate: x\n'),
    ("name: a: \"b\" \\\n", "Y112 1:8", "name: 'a: \"b\" \\'\n"),
    ("vision: ก\n  ข: ค\nkind: x\n", "Y112 2:4", 'vision: "ก\n  ข: ค"\nkind: x\n'),
    ("vision: ก:\nkind: x\n", "Y112 1:10", 'vision: "ก:"\nkind: x\n'),
    ("area: {name: ก: ข, year: 1}\n", "Y112 1:15", 'area: {name: "ก: ข", year: 1}\n'),
    # Signs of YAML.
    ("name: *หมายเหตุ\n", "Y113 1:7", 'name: "*หมายเหตุ"\n'),
    ("name: **หนา**\n", "Y113 1:7", 'name: "**หนา**"\n'),
    ("name: @x\n", "Y113 1:7", 'name: "@x"\n'),
    ("name: `x`\n", "Y113 1:7", 'name: "`x`"\n'),
    ("target: %50\n", "Y113 1:9", 'target: "%50"\n'),
    ("target: >50 คน\n", "Y113 1:9", 'target: ">50 คน"\n'),
    ("name: |ข้อความ\n", "Y113 1:7", 'name: "|ข้อความ"\n'),
    ("name: & ก\n", "Y113 1:7", 'name: "& ก"\n'),
    ("name: !สำคัญ\n", "Y113 1:7", 'name: "!สำคัญ"\n'),
    ("users: -\nyear: 1\n", "Y113 1:8", 'users: "-"\nyear: 1\n'),
    ("name: ? ก\n", "Y113 1:7", 'name: "? ก"\n'),
    ("name: ,5\n", "Y113 1:7", 'name: ",5"\n'),
    ("members:\n- @ก\n- *ข\n", "Y113 2:3, Y113 3:3", 'members:\n- "@ก"\n- "*ข"\n'),
    ("name: [ร่าง] แผน\n", "Y113 1:14", 'name: "[ร่าง] แผน"\n'),
    ('name: "เมือง" ธาร\n', "Y113 1:15", "name: '\"เมือง\" ธาร'\n"),
    ("area: {target: >50, name: @x}\n", "Y113 1:16, Y113 1:27", 'area: {target: ">50", name: "@x"}\n'),
    # Tabs.
    ("area:\n\tname: ก\n\tkind: x\n", "Y114 2:1", "area:\n  name: ก\n  kind: x\n"),
    ("area:\n\tpopulation:\n\t\tcount: 1\n\tkind: x\n", "Y114 2:1", "area:\n  population:\n    count: 1\n  kind: x\n"),
    ("area:\n    name: ก\n\tkind: x\n", "Y114 3:1", "area:\n    name: ก\n    kind: x\n"),
    ("vision: ก\n\tข\n", "Y114 2:1", "vision: ก\n  ข\n"),
    ("text: |\n\tก\n\tข\n", "Y114 2:1", "text: |\n  ก\n  ข\n"),
    ("name: ก\n\t\nkind: x\n", "Y114 2:1", "name: ก\n  \nkind: x\n"),
    ("name: ก\n\t# ข\nkind: x\n", "Y114 2:1", "name: ก\n  # ข\nkind: x\n"),
    ("members:\n-\tก\n", "Y114 2:2", "members:\n- ก\n"),
    # Beside the neighbours.
    ("area:\n    name: ก\n  kind: x\n", "Y116 3:3", "area:\n    name: ก\n    kind: x\n"),
    ("area:\n  name: ก\n   kind: x\n  size: 5\n", "Y116 3:4", "area:\n  name: ก\n  kind: x\n  size: 5\n"),
    ("area:\n    name: ก\n   kind: x\n    size: 5\n", "Y116 3:4", "area:\n    name: ก\n    kind: x\n    size: 5\n"),
    ("goals:\n- id: G1\n text: ก\n", "Y116 3:2", "goals:\n- id: G1\n  text: ก\n"),
    # A quotation that is left open.
    ("name: 'ก\nkind: x\n", "Y117 1:7", "name: 'ก'\nkind: x\n"),
    ('name: "ก\nkind: "x"\n', "Y117 1:7", 'name: "ก"\nkind: "x"\n'),
    ('name: "ก: ข #ค\n  ง\nkind: x\n', "Y117 1:7", 'name: "ก: ข #ค\n  ง"\nkind: x\n'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "meant"), CASES, ids=[repr(case[0]) for case in CASES]
)
def test_a_slip_is_told_and_read_as_it_is_meant(text, expected, meant):
    source = read(text)
    assert [f"{code} {line}:{column}" for code, line, column in told(source)] == expected.split(
        ", "
    )
    assert mended(source) == meant
    proper = read_source(meant.encode(), "x")
    assert proper.faults == ()
    assert source.root == proper.root
    assert find_slips(meant, KEYS) == ()
    assert read(meant).faults == ()


@pytest.mark.parametrize("case", CASES, ids=[repr(case[0]) for case in CASES])
def test_the_first_line_is_told_as_it_should_be(case):
    source = read(case[0])
    lines = case[2].split("\n")
    for fault in source.faults:
        line = lines[fault.span.line - 1]
        assert fault.params["line"] == line.strip()
        assert fault.params["indent"] == str(len(line) - len(line.lstrip(" ")))


PROPER = [
    "url: https://a.go.th/b\nname: ก\n",
    "name: เวลา 08:30 น.\nkind: C:\\a\n",
    "name: 'a: b #c'\nkind: \"x:y\"\n",
    "text: |\n  name:ก\n  • ข\n  1. ค\n  #ง\n\n  -จ: ฉ: ช\nkind: x\n",
    "text: >-\n  ก\n   ข\nkind: x\n",
    "vision: ดังนี้\n  • ก\n  1. ข\n  -ค\n  name:ง\nkind: x\n",
    "vision:\n  1. ก\n  2. ข\n",
    "vision:\n  name:ก\n",
    "size: -5\ncount:\n  -5\n",
    "# name:ก\n#ข\n  # ค\nname: ก # ข\nkind: x   # ค\n",
    "area: #ภาพรวม\n  name: ก\n",
    "area: #ภาพรวม\nkind: x\n",
    "members: #ทุกคน\n- ก\n",
    "name: “เมืองน่าอยู่ คลองสวยน้ำใส ประชาชนทุกวัยเข้าถึงบริการได้ทุกที่ทุกเวลา”\n",
    "name: “ก” และ “ข”\nkind: ก#ข\n",
    "name: ก\xa0ข – ค\nkind: 👩\u200d💻\n",
    "members: [ก, ข, ค]\narea: {name: ก, year: 5, users: , x}\n",
    "area: {name, kind}\nmembers: [a: b, {c: d}]\n",
    "area: {\n  name: ก,   # ข\n  kind: [a,\n    b]\n}\nsize: 5\n",
    "name: \"ก\n  ข: ค\n\n  ง\"\nkind: 'a\nb: c'\nsize: 5\n",
    'file: "C:\\\\a\\\\b"\nname: "\\u0e01\\n\\x41\\""\n',
    "a: &x\n  b: c\nd: *x\ne: !!str f\ng: !x h\ni: &y j\n",
    "? a\n: b\n? - c\n  - d\n: - e\nname: ก\n",
    "--- # ก\nname: ก\n...\nname:ข\n",
    "name: ก\n---\nname:ข\n\tx\n",
    "%YAML 1.1\n---\nname: ก\n",
    "goals:\n- id: G1\n  members:\n  - ก\n  -\n    - ข\n- id: G2\n",
    "- name: ก\n  kind: x\n-\n  name: ข\n",
    "- - a\n  - b\n- c: d\n",
    "# à¸\xadà¸\xad ส าเร็จ\nname: é กลุ่ม ก ข ค\n",
    "",
    "\n\n",
    "ข้อความ",
]  # fmt: skip


@pytest.mark.parametrize("text", PROPER)
def test_what_is_proper_is_no_slip(text):
    assert find_slips(text, KEYS) == ()
    strict = read_source(text.encode(), "x")
    source = read(text)
    assert (source.root, source.faults) == (strict.root, strict.faults)


LEFT = [
    # Two entries on a line, a key whose colon is missing, a heading: who knows.
    ("name: ก kind: x\nsize: 5\n", "Y001 1:13"),
    ("kind: x\nname สายธาร\nsize: 5\n", "Y001 2:1"),
    ("size: 5\n\nส่วนที่สอง\nkind: x\n", "Y001 3:1"),
    ("size: 5\nส่วนที่สอง\nkind: x\n", "Y001 2:1"),
    ("goals: - ก\n", "Y001 1:8"),
    ("members: [ก, ข\nkind: x\n", "Y001 1:10"),
    ("area:\n  name: ก\n\tkind: x\n\t\tข้อ: 5\n", "Y114 3:1, Y001 4:1"),
    ('name: "\\ก\n  ข"\n', "Y001 1:8"),
    ("name: | ก\n  ข\n", "Y001 1:9"),
    ("name: *x\n", "Y018 1:7"),
    ("name: ก\nname: ข\n", "Y006 2:1"),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_what_may_mean_two_things_is_told_as_yaml_tells_it(text, expected):
    assert [f"{code} {line}:{column}" for code, line, column in told(read(text))] == expected.split(
        ", "
    )


def test_slips_are_told_beside_what_stays_unreadable():
    source = read("name:ก\nkind: ข: ค\nmembers: [ก\n")
    assert told(source) == [("Y101", 1, 5), ("Y112", 2, 8), ("Y001", 3, 10)]
    assert source.fatal


BROKEN = [
    # Each is told where it is, and nothing is told that only follows from another.
    ("kind: x\nname สายธาร\nmembers: [ก\nsize: - 5\ncount: 5\n", "Y001 2:1, Y001 3:10, Y001 4:7"),
    ("area\n  name: ก\n  kind: x\nsize: 5\nsize: 6\n", "Y001 1:1, Y006 5:1"),
    ("members: [ก,\n ข\nsize: 5\nname: | ก\n  ข\n  ค\nkind: x\n", "Y001 1:10, Y001 4:9"),
    ("goals:\n- id: G1\n  text ก\n- id: G2\n  text ข\n- id: G3\n", "Y001 3:3, Y001 5:3"),
    ("name:ก\nkind x\nsize:5\nmembers: [\n", "Y101 1:5, Y001 2:1, Y101 3:5, Y001 4:10"),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_all_that_is_no_yaml_is_told_in_one_run(text, expected):
    source = read(text)
    assert [
        f"{code} {line}:{column}"
        for code, line, column in sorted(told(source), key=lambda fault: fault[1:])
    ] == expected.split(", ")
    assert (source.fatal, source.root) == (True, None)


def test_what_is_left_of_a_broken_file_can_be_read():
    source = read("name:ก\nkind x\nsize: 5\ngoals:\n- id: [\n- id: G2\n")
    assert source.rest.root == {
        "name": "ก",
        "size": "5",
        "goals": [{"id": None}, {"id": "G2"}],
    } or (source.rest.root == {"name": "ก", "size": "5", "goals": [{"id": "G2"}]})
    assert source.rest.span(("size",)) == Span(3, 7, 3, 8)


MERGES = """\
name: ก
<<<<<<< HEAD
kind: x
||||||| 1a2b3c4
kind: w
=======
kind: y
>>>>>>> other
members: [ก
<<<<<<< HEAD
size: 5
=======
size: 6
>>>>>>> other
year:1
"""


def test_all_unfinished_merges_are_told_and_what_else_is_no_yaml():
    source = read(MERGES)
    assert sorted(told(source), key=lambda fault: fault[1]) == [
        ("Y115", 2, 1), ("Y001", 9, 10), ("Y115", 10, 1), ("Y101", 15, 5)
    ]  # fmt: skip
    first, *_ = source.faults
    assert (first.params["ours"], first.params["theirs"]) == ("3", "7")
    assert source.rest.root == {"name": "ก", "kind": "x", "size": "5", "year": "1"}


MERGE = "name: ก\n<<<<<<< HEAD\nkind: x\nsize: 5\n=======\nkind: y\n>>>>>>> other\nyear:1\n"


def test_an_unfinished_merge_is_told_with_both_sides():
    source = read(MERGE)
    merge, *_ = source.faults
    assert told(source) == [("Y115", 2, 1), ("Y101", 8, 5)]
    assert (merge.params["ours"], merge.params["theirs"]) == ("3–4", "6")
    assert [span.line for span in merge.related] == [5, 7]
    assert (merge.fatal, merge.edits, source.root) == (True, (), None)


def test_an_empty_side_of_a_merge():
    (fault,) = read("a: b\n<<<<<<< HEAD\n=======\nkind: y\n>>>>>>> other\n").faults
    assert (fault.params["ours"], fault.params["theirs"]) == ("–", "4")


def test_lines_that_look_like_half_a_merge_are_none():
    assert told(read("name: ก\n=======\nkind: x\n")) == [("Y001", 2, 1)]


def test_places_are_those_of_the_file_as_it_is_written():
    source = read("area:\n\tname:ก\n\tkind: “x”\n\tgoals:\n\t-id: G1\n\t text:ข\n  \u200bsize: 5\n")
    assert not source.fatal
    spans = {
        ("area", "name"): Span(2, 7, 2, 8),
        ("area", "kind"): Span(3, 8, 3, 11),
        ("area", "goals", 0): Span(5, 3, 5, 9),
        ("area", "goals", 0, "text"): Span(6, 8, 6, 9),
        ("area", "size"): Span(7, 10, 7, 11),
    }
    assert {path: source.span(path) for path in spans} == spans
    assert source.span(("area", "size"), key=True) == Span(7, 4, 7, 8)
    assert source.line(2) == "\tname:ก"


def test_faults_of_the_mended_text_stand_where_they_are_written():
    source = read("\u200bname: ก\nna\u200bme: ข\n")
    duplicate = source.faults[-1]
    assert (duplicate.code, duplicate.span, duplicate.related) == (
        "Y006", Span(2, 1, 2, 6), (Span(1, 2, 1, 6),)
    )  # fmt: skip


def test_only_who_knows_the_keys_has_slips_mended():
    source = read_source(b"name: a: b\n", "x")
    assert [fault.code for fault in source.faults] == ["Y001"]
    assert source.edits == ()


def test_the_keys_are_asked_for_only_where_there_may_be_slips():
    def keys():
        raise AssertionError

    for text in ("name: ก\n", "a: {b: c, d: [e]}\n", "a: https://x\nb: 10:30\nc: ก – ข\n"):
        assert read_source(text.encode(), "x", keys=keys).faults == ()


def test_ends_of_lines_stay_as_they_are():
    source = read("name:ก\r\nkind:ข\rsize: 5\n")
    assert mended(source) == "name: ก\r\nkind: ข\rsize: 5\n"
    assert source.root == {"name": "ก", "kind": "ข", "size": "5"}


def test_limits_hold_for_the_mended_text():
    def codes(text, **limits):
        return [fault.code for fault in read(text, **limits).faults]

    assert codes("name:ก\nc: {d: {e: 1}}\n", depth=2) == ["Y101", "Y003"]
    assert codes("name:ก\nc: 1\n", nodes=4) == ["Y101", "Y004"]
    assert codes("a: {b: 1,2}\nc: {d: {e: 1}}\n", depth=2) == ["Y003"]


def test_a_file_of_nothing_but_slips_is_told_in_part():
    source = read("name:ก\nkind:ข\nsize:ค\nyear:ง\n", faults=2)
    assert told(source)[:2] == [("Y101", 1, 5), ("Y101", 2, 5)]
    assert len(source.faults) == 3


def test_a_text_that_no_hand_wrote_is_read_as_it_stands():
    assert told(read("name: a: b\n" * 10, proofread=50)) == [("Y001", 1, 8)]


def test_what_would_make_a_text_worse_was_no_slip():
    text = 'vision: #ก\n  "ข": ค\n'
    assert (read(text).root, read(text).faults) == (read_source(text.encode(), "x").root, ())


HOSTILE = {
    "colons": lambda n: "name: " + ": " * n,
    "hashes": lambda n: "name: " + "#x " * n,
    "odd blanks": lambda n: "\xa0a: x\n" * n,
    "blank lines": lambda n: "vision: #ก\n" + "\n" * n,
    "texts and blank lines": lambda n: "- ก\n\n" * n,
    "open brackets": lambda n: "•: [\n" * n,
    "open brackets further in": lambda n: "•: [\n" + "  name: [\n" * n,
    "brackets": lambda n: "•: " + "[" * n,
    "open quotes": lambda n: '•: "\n' + "b: '\n" * n,
    "remarks in brackets": lambda n: ("•: [\n" + "#\n" * 20) * (n // 20),
    "bullets": lambda n: "goals:\n" + "  • id: ก\n\n" * n,
    "numbers": lambda n: "•" + "1.a" * n,
    "hidden": lambda n: "a: " + "\u200b" * n,
    "hidden lines": lambda n: "a: \u200bข\n" * n,
    "steps": lambda n: "".join(" " * i + "-id:\n" for i in range(int((2 * n) ** 0.5))),
    "tabs": lambda n: "\ta: x\n" * n,
    "merges": lambda n: "<<<<<<< a\n=======\n>>>>>>> b\n" * n,
    "commas": lambda n: "a: {" + "b: 1,2," * n + "}",
    "paragraphs": lambda n: "vision: ก\n" + "ขค\n" * n,
    "beside": lambda n: "area:\n    name: ก\n" + "   name: ก\n" * n,
    "colons of others": lambda n: "name：x\n" * n,
    "shifted": lambda n: "goals:\n-id: x\n" + " a: b\n" * n,
    "in a text": lambda n: "vision: ก\n" + "  ขค: ง\n" * n,
}


def work(text):
    """Count the calls that it takes to read a text, and the characters given to libyaml."""
    given = []

    def built(mended, *rest):
        given.append(len(mended))
        return build(mended, *rest)

    build = yaml_reader._build
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_build", built)
        return calls(lambda: read(text)) + sum(given)


@pytest.mark.parametrize("kind", HOSTILE)
def test_work_grows_with_the_text_and_not_faster(kind):
    make = HOSTILE[kind]
    small, large = work(make(400)), work(make(1600))
    assert large <= 4.5 * small + 200


LINES = st.sampled_from(
    ["smartcert: 1", "name:ก", "  name: ก", "kind: ข: ค", "\tname: x", "  - ก", "  -ก", "  • ก",
     "  1. ก", "members:", "  goals:", "vision: #x", "vision: ก #ข", "“ก”: ข", "name: “ก: ข”",
     'name: "ก', "'", "  {count: 1,2,3}", "{a: b, c", "  ]", " }", "<<<<<<< a", "=======",
     ">>>>>>> b", "ข้อความ ก ข", "    ข้อความ", "name：ก", "\xa0\xa0name: x", "na\u200bme: y",
     "    text: |", "      x: y", '"C:\\แ"', 'file: "C:\\a b\\n"', "name: *x", "users: -", "  ? x",
     "  : y", "---", "...", "# ก", "  #ข", "", "   ", "\xa0", "\t", "  size: 1 # x"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14).map("\n".join))
@settings(max_examples=400, deadline=None)
def test_whatever_the_lines_say(text):
    source, strict = read(text), read_source(text.encode(), "x")
    assert strict.fatal or not source.fatal
    lines = text.split("\n")
    for fault in source.faults:
        span = fault.span
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    waiting = [((), source.root)]
    while waiting:
        path, node = waiting.pop()
        span = source.span(path)
        assert span.column <= len(lines[span.line - 1]) + 1
        if isinstance(node, dict):
            waiting += [((*path, key), node[key]) for key in node]
        elif isinstance(node, list):
            waiting += [((*path, index), item) for index, item in enumerate(node)]
    again = read(mended(source))
    assert (again.root, again.edits) == (source.root, ())
    assert mended(source).count("\n") == text.count("\n")
