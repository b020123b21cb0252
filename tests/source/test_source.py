"""A path leads to its place in the file, and what is not there to the nearest that is."""

from __future__ import annotations

import pytest

from smartcert.source import read_source

PROPOSAL = """\
# แผน
smartcert: 1
area:
  ชื่อ: "ขอนแก่น"   # หมายเหตุ
  size:
  vision: >-
    เมืองน่าอยู่
    ทุกคนเท่าเทียม

  goals:
    - id: G-1
      text: ก
    - {id: G-2, text: ข}
    - ค ง
    -
  plan: ก
    ข
list: [ก, ขค]
"? key": 1
? |
  หลาย
  บรรทัด
: ท้าย
"""


@pytest.fixture(scope="module")
def source():
    return read_source(PROPOSAL.encode(), "proposal.yaml")


def test_the_proposal_is_sound(source):
    assert source.faults == ()


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1, 2, 10), (2, 1, 2, 10)),
        (("smartcert",), (2, 12, 2, 13), (2, 1, 2, 10)),
        (("area",), (3, 1, 3, 5), (3, 1, 3, 5)),
        (("area", "ชื่อ"), (4, 9, 4, 18), (4, 3, 4, 7)),
        (("area", "size"), (5, 3, 5, 7), (5, 3, 5, 7)),
        (("area", "vision"), (6, 11, 8, 19), (6, 3, 6, 9)),
        (("area", "goals"), (10, 3, 10, 8), (10, 3, 10, 8)),
        (("area", "goals", 0), (11, 7, 11, 14), (11, 7, 11, 14)),
        (("area", "goals", 0, "text"), (12, 13, 12, 14), (12, 7, 12, 11)),
        (("area", "goals", 1), (13, 7, 13, 25), (13, 7, 13, 25)),
        (("area", "goals", 1, "id"), (13, 12, 13, 15), (13, 8, 13, 10)),
        (("area", "goals", 2), (14, 7, 14, 10), (14, 7, 14, 10)),
        (("area", "goals", 3), (15, 6, 15, 7), (15, 6, 15, 7)),
        (("area", "plan"), (16, 9, 17, 6), (16, 3, 16, 7)),
        (("list", 1), (18, 11, 18, 13), (18, 11, 18, 13)),
        (("? key",), (19, 10, 19, 11), (19, 1, 19, 8)),
        (("หลาย\nบรรทัด\n",), (23, 3, 23, 7), (20, 3, 20, 4)),
    ],
)
def test_where_it_stands(source, path, value, key):
    assert source.exists(path)
    assert source.span(path) == value
    assert source.span(path, key=True) == key


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        (("budget",), ()),
        (("budget", "total", 3), ()),
        ((0,), ()),
        (("area", "budget"), ("area",)),
        (("area", "size", "value"), ("area", "size")),
        (("area", "ชื่อ", "th"), ("area", "ชื่อ")),
        (("area", "goals", 9, "text"), ("area", "goals")),
        (("area", "goals", -1), ("area", "goals")),
        (("area", "goals", "0"), ("area", "goals")),
        (("area", "goals", 0, "kpi"), ("area", "goals", 0)),
    ],
)
def test_what_is_missing_stands_at_the_nearest_section(source, path, nearest):
    assert not source.exists(path)
    assert source.span(path) == source.span(path, key=True) == source.span(nearest, key=True)


def test_a_file_without_keys_stands_at_its_start():
    assert read_source(b"", "x").span(("area",)) == (1, 1, 1, 1)
    assert read_source(b"{}", "x").span(()) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    "text", ["ก: 1\nข: 2\n", "ก: 1\r\nข: 2\r\n", "ก: 1\rข: 2\r", "\ufeffก: 1\nข: 2"]
)
def test_lines_are_those_of_an_editor(text):
    source = read_source(text.encode(), "x")
    assert [source.line(number) for number in (-1, 0, 1, 2, 3, 4)] == [
        "",
        "",
        "ก: 1",
        "ข: 2",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("a: |\n  ก\n  ขค", ("a",), (1, 4, 3, 5)),
        ("a: |\n  ก\n\n\nb: 1\n", ("a",), (1, 4, 2, 4)),
        ("a: |+\n  ก\n\n", ("a",), (1, 4, 2, 4)),
        ("a: |\nb: 1\n", ("a",), (1, 4, 1, 5)),
        ("a: |\n  ก\n# ข\nb: 1\n", ("a",), (1, 4, 2, 4)),
        ("- |\n  ก\n- x\n", (0,), (1, 3, 2, 4)),
    ],
)
def test_a_block_of_text_ends_with_its_last_line(text, path, value):
    assert read_source(text.encode(), "x").span(path) == value


def test_fatal_is_what_leaves_nothing():
    assert read_source(b"a: [", "x").fatal
    assert not read_source(b"a: 1\na: 2\n", "x").fatal
