"""YAML is read as text, with the place of every key and value."""

from __future__ import annotations

import hashlib
import io

import pytest

from smartcert.source import Limits, Map, Seq, read_source, take
from smartcert.source.nodes import mark_of


def read(text, **limits):
    return read_source(text.encode(), "proposal.yaml", Limits(**limits) if limits else None)


def root(text):
    """Give the root of a text without faults."""
    source = read(text)
    assert source.faults == ()
    return source.root


def faults(text, **limits):
    """Give each fault's code and place."""
    return [
        (fault.code, fault.span.line, fault.span.column) for fault in read(text, **limits).faults
    ]


@pytest.mark.parametrize(
    "written",
    [
        "NO", "on", "yes", "true", "False",
        "012", "0o14", "0x1F", "0812345678", "+66812345678", "-5", "12,500,000",
        "1:30", "22:15:00", "1_000", "1e3", "3.14", ".inf", "-.inf", ".nan",
        "2567-01-15", "2567-02-29", "2567-02-30", "10 ส.ค. 2563",
        "=", "๒๕๖๓", "nULL", "none", "--", "~x", "9" * 5000, "0." + "9" * 5000,
    ],
)  # fmt: skip
def test_a_scalar_stays_as_it_is_written(written):
    assert root(f"a: {written}\nb:\n  - {written}\n") == {"a": written, "b": [written]}


@pytest.mark.parametrize("written", ["<<", "NO", "012", "2567-02-29", "null", "~", "="])
def test_a_key_stays_as_it_is_written(written):
    assert root(f"'{written}': 1\n") == {written: "1"}


@pytest.mark.parametrize("written", ["NO", "012", "2567-02-29", "null", "~", "1:30"])
def test_a_plain_key_is_text_too(written):
    assert root(f"{written}: 1\n") == {written: "1"}


def test_a_merge_sign_as_a_value_is_text():
    assert root("a: <<\n") == {"a": "<<"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# remark"])
def test_empty_is_nothing(written):
    assert root(f"a: {written}\nb:\n- {written}\n- x\n") == {"a": None, "b": [None, "x"]}


@pytest.mark.parametrize("written", ["''", '""', "'null'", '"~"', "!!str null", "!!str ''"])
def test_what_is_quoted_is_text(written):
    assert root(f"a: {written}\n") == {"a": written.removeprefix("!!str ").strip("'\"")}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"ก\\nข\\t\\"ค\\" \\u0e07\\x41"', 'ก\nข\t"ค" งA'),
        ("'it''s'", "it's"),
        ("'C:\\data'", "C:\\data"),
        ("|\n    ก\n    ข\n", "ก\nข\n"),
        ("|-\n    ก\n      ข\n", "ก\n  ข"),
        (">\n    ก\n    ข\n\n    ค\n", "ก ข\nค\n"),
        ("ก\n    ข", "ก ข"),
        ("a#b", "a#b"),
        ("http://example.go.th:8080/a", "http://example.go.th:8080/a"),
    ],
)
def test_quoting_and_folding(written, value):
    assert root(f"a: {written}\nb: 1\n") == {"a": value, "b": "1"}


def test_mappings_and_lists_know_where_their_parts_stand():
    data = root("applicant:\n  name: เทศบาล\n  kinds: [ก, ข]\n")
    assert type(data) is Map
    assert type(data["applicant"]) is Map
    assert type(data["applicant"]["kinds"]) is Seq
    assert data["applicant"].marks.keys() == data["applicant"].keys()
    assert len(data["applicant"]["kinds"].marks) == 2


def mark(text, *path):
    """Give the mark of what lies at a path."""
    node = root(text)
    for step in path[:-1]:
        node = node[step]
    return mark_of(node, path[-1])


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        # key at line:column-end, value at line:column-line:column
        ("ประเทศ: ไทย\n", ["ประเทศ"], (1, 1, 7, 1, 9, 1, 12)),
        ("จังหวัด: ก\nชื่อที่: ข\n", ["ชื่อที่"], (2, 1, 8, 2, 10, 2, 11)),
        ('"ชื่อ": "กข"   # หมายเหตุ\n', ["ชื่อ"], (1, 1, 7, 1, 9, 1, 13)),
        ("a:\n  ข: {ค: ง}\n", ["a", "ข", "ค"], (2, 7, 8, 2, 10, 2, 11)),
        ("a:\n  ข: {ค: ง}\n", ["a", "ข"], (2, 3, 4, 2, 6, 2, 6)),
        ("😀: 😀😀\n", ["😀"], (1, 1, 2, 1, 4, 1, 6)),
        ("a:\n- ก\n-   ขข\n", ["a", 1], (3, 5, 0, 3, 5, 3, 7)),
        ("a:\n- id: X\n  ชื่อ: ย\n", ["a", 0], (2, 3, 0, 2, 3, 2, 3)),
        ("a:\n- id: X\n  ชื่อ: ย\n", ["a", 0, "ชื่อ"], (3, 3, 7, 3, 9, 3, 10)),
        ("a:\nb: 1\n", ["a"], (1, 1, 2, 1, 3, 1, 3)),
        ("a: |\n  ก\n  ข\n\nb: 1\n", ["a"], (1, 1, 2, 1, 4, 5, 1)),
        ("a: ก\n  ขค\nb: 1\n", ["a"], (1, 1, 2, 1, 4, 2, 5)),
        ("? ก\n: ข\n", ["ก"], (1, 3, 4, 2, 3, 2, 4)),
        ("a: &x ก\nb: *x\n", ["b"], (2, 1, 2, 2, 4, 2, 6)),
        ("a: 1\r\nก: ข\r\n", ["ก"], (2, 1, 2, 2, 4, 2, 5)),
        ("a: 1\rก: ข\r", ["ก"], (2, 1, 2, 2, 4, 2, 5)),
        ("\ufeffก: ข\n", ["ก"], (1, 1, 2, 1, 4, 1, 5)),
        ("---\nก: ข\n", ["ก"], (2, 1, 2, 2, 4, 2, 5)),
    ],
)
def test_places(text, path, expected):
    assert mark(text, *path) == expected


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_an_odd_line_break_shifts_no_line(character):
    source = read(f'a: "ก{character}ข"\nค: ง\n')
    assert [(fault.code, fault.span.line, fault.span.column) for fault in source.faults] == [
        ("Y015", 1, 6)
    ]
    assert source.root == {"a": "ก ข", "ค": "ง"}
    assert source.span(("ค",), key=True).line == 2


def test_a_key_that_is_there_twice():
    source = read("ก: 1\nข: 2\nก: 3\nก:\n  ค: 4\n")
    assert source.root == {"ก": "1", "ข": "2"}
    assert [(fault.code, fault.span, fault.related, fault.params) for fault in source.faults] == [
        ("Y006", (3, 1, 3, 2), ((1, 1, 1, 2),), {"key": "ก", "first": "1"}),
        ("Y006", (4, 1, 4, 2), ((1, 1, 1, 2),), {"key": "ก", "first": "1"}),
    ]


def test_what_stands_under_a_dropped_key_is_judged_and_not_kept():
    source = read("a: 1\na:\n  b: 1\n  b: 2\n  c: [!x 1]\nd: 2\n")
    assert source.root == {"a": "1", "d": "2"}
    assert [fault.code for fault in source.faults] == ["Y006", "Y006", "Y007"]


def test_keys_of_different_mappings_are_no_duplicates():
    assert root("a: {id: 1}\nb: {id: 2}\nc: [{id: 3}, {id: 4}]\n")["c"] == [
        {"id": "3"},
        {"id": "4"},
    ]


@pytest.mark.parametrize(
    ("text", "tag", "column", "end"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", "!!python/object/apply:os.system", 4, 35),
        ("a: !!binary aGk=\n", "!!binary", 4, 12),
        ("a: !secret ข\n", "!secret", 4, 11),
        ("a: &x !secret ข\n", "!secret", 4, 14),
        ("a: !secret\n  b: 1\n", "!secret", 4, 11),
        ("a: [!x, 1]\n", "!x", 5, 7),
        ("!x a: 1\n", "!x", 1, 3),
        ("a: !<tag:example.org,2026:x> 1\n", "tag:example.org,2026:x", 4, 29),
    ],
)
def test_a_tag_is_named_and_not_used(text, tag, column, end):
    fault, *others = read(text).faults
    assert others == []
    assert (fault.code, fault.span, fault.params) == ("Y007", (1, column, 1, end), {"tag": tag})


@pytest.mark.parametrize("tag", ["!!str", "!!int", "!!map", "!!timestamp", "!"])
def test_a_tag_that_says_nothing_new_is_no_fault(tag):
    source = read(f"a: {tag} {{}}\n" if tag == "!!map" else f"a: {tag} 012\n")
    assert source.faults == ()
    assert source.root == {"a": {} if tag == "!!map" else "012"}


def test_directives_that_name_tags_are_not_followed():
    source = read("%TAG !e! tag:example.org,2026:\n---\na: 1\n")
    assert source.root == {"a": "1"}
    assert [(fault.code, fault.span, fault.params) for fault in source.faults] == [
        ("Y007", (1, 1, 1, 5), {"tag": "%TAG"})
    ]


def test_a_second_directive_is_named_at_the_first():
    assert faults("# ก\n%TAG !e! x\r\n%TAG !f! y\n---\na: 1\n") == [("Y007", 2, 1)]


def test_a_word_that_looks_like_a_directive_is_text():
    assert root("a: about %TAG\n") == {"a": "about %TAG"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n---\nb: 2\n", [("Y008", 2, 1)]),
        ("a: 1\n...\n---\nb: 2\n", [("Y008", 3, 1)]),
        ("a: 1\n---\n---\n---\n", [("Y008", 2, 1)]),
        ("a: 1\n---\n[\n", [("Y008", 2, 1)]),
        ("---\n---\na: 1\n", [("Y008", 2, 1), ("Y016", 1, 1)]),
    ],
)
def test_the_first_of_several_documents_is_read(text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text", ["a: 1\n...\n", "---\na: 1\n...\n", "%YAML 1.1\n---\na: 1\n", "# ก\na: 1\n# ข\n"]
)
def test_one_document_is_no_fault(text):
    assert root(text) == {"a": "1"}


@pytest.mark.parametrize(
    "text", ["<<: {b: 1}\na: 1\n", "a: 1\n<<: [{b: 1}, {c: 2}]\n", "{<<: {b: 1}, a: 1}\n"]
)
def test_a_merge_key_is_not_followed(text):
    source = read(text)
    assert source.root == {"a": "1"}
    assert [fault.code for fault in source.faults] == ["Y013"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("? [ก, ข]\n: 1\na: 2\n", [("Y014", 1, 3)]),
        ("? {ก: ข}\n: {ค: ง}\na: 2\n", [("Y014", 1, 3)]),
        ("{{city}}: 1\na: 2\n", [("Y014", 1, 1), ("Y014", 1, 2)]),
        ("x: {{city}}\na: 2\n", [("Y014", 1, 5)]),
        ("b: &l [1]\n*l : 2\na: 2\n", [("Y014", 2, 1)]),
    ],
)
def test_a_key_must_be_text(text, expected):
    found = read(text)
    assert faults(text) == expected
    assert found.fatal or found.root["a"] == "2"


def test_an_alias_stands_for_the_same_thing():
    data = root("a: &x {b: [1, 2]}\nc: *x\n")
    assert data["c"] is data["a"]
    assert data == {"a": {"b": ["1", "2"]}, "c": {"b": ["1", "2"]}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", {"a": "1", "b": "1"}),
        ("a: &x ~\nb: *x\n", {"a": None, "b": None}),
        ("a: &x '~'\nb: *x\n", {"a": "~", "b": "~"}),
        ("&x a: 1\nb: *x\n", {"a": "1", "b": "a"}),
        ("a: &x b\n*x : 1\n", {"a": "b", "b": "1"}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": "1", "b": "2", "c": "2"}),
        ("a: &x [&x 1, *x]\nb: *x\n", {"a": ["1", "1"], "b": "1"}),
    ],
)
def test_an_alias_takes_the_latest_anchor(text, expected):
    assert root(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("a: &x [*x]\n", [("Y005", 1, 8)], [None]),
        ("a: &x {b: {c: *x}}\n", [("Y005", 1, 15)], {"b": {"c": None}}),
        ("z: &x 1\na: &x [*x]\n", [("Y005", 2, 8)], [None]),
        ("a: [*x]\n", [("Y018", 1, 5)], [None]),
        ("a: *x\nb: &x 1\n", [("Y018", 1, 4)], None),
    ],
)
def test_an_alias_that_leads_nowhere_is_empty(text, expected, value):
    assert faults(text) == expected
    assert read(text).root["a"] == value


def test_an_alias_to_a_key_that_is_there_is_a_duplicate():
    assert faults("a: &x b\nb: 1\n*x : 2\n") == [("Y006", 3, 1)]


def test_a_pasted_stretch_keeps_its_own_place():
    source = read("a: &x\n  b: ก\nc: *x\n")
    assert source.span(("c", "b")).line == 2
    assert source.span(("c",)).line == 3


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# เท่านั้น\n", "---\n", "~", "null\n", "\ufeff", "%YAML 1.1\n---\n"]
)
def test_an_empty_file(text):
    source = read(text)
    assert (source.root, source.fatal) == (None, True)
    assert faults(text) == [("Y016", 1, 1)]


@pytest.mark.parametrize("text", ["เทศบาลนครขอนแก่น", "- ก\n- ข\n", "[]", "''", "!!str"])
def test_the_top_must_be_keys(text):
    source = read(text)
    assert source.fatal
    assert faults(text) == [("Y017", 1, 1)]


@pytest.mark.parametrize("text", ["{}", "a:\n", "1: 2\n"])
def test_a_top_of_keys_is_right(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "reason", "line", "column", "related"),
    [
        ("a:\n\tb: 1\n", "tab", 2, 1, None),
        ("a:\n  b: 1\n\tc: 2\n", "tab", 3, 1, (2, 6)),
        ("a: |\n\tก\n", "tab", 2, 1, (1, 4)),
        ("ชื่อ: แผน: ระยะที่ 1\n", "colon", 1, 10, None),
        ("- a: b: c\n", "colon", 1, 7, None),
        ("ก" * 2000 + ": 1\n", "long-key", 1, 2001, None),
        ("a: 1\n  b: 2\n", "indent", 2, 4, None),
        ("a:\n  b: 1\n c: 2\n", "indent", 3, 2, (1, 1)),
        ("a:\n  - 1\n - 2\n", "indent", 3, 2, (1, 1)),
        ("a: 1\n- b\n", "indent", 2, 1, (1, 1)),
        ("- b\na: 1\n", "indent", 2, 1, (1, 1)),
        ("a: - b\n", "dash", 1, 4, None),
        ("a: -\n", "dash", 1, 4, None),
        ('a: "ก" ข\nb: 1\n', "trailing", 1, 8, (1, 1)),
        ("a: [ก] ข\n", "trailing", 1, 8, (1, 1)),
        ("a: [1, 2\nb: 1\n", "bracket", 1, 4, (2, 2)),
        ("a: [1, {b: 2]\n", "bracket", 1, 13, (1, 8)),
        ("a: {b: 1", "bracket", 1, 9, (1, 4)),
        ("a: ]\n", "bracket", 1, 4, None),
        ("a: 1\nข้อความ\nb: 2\n", "no-colon", 2, 1, (3, 1)),
        ("a: 1\nข้อความ", "no-colon", 2, 8, (2, 1)),
        ('a: "ข\nb: 1\n', "quote", 1, 4, (3, 1)),
        ("a: 'ข\nb: 1", "quote", 1, 4, (2, 5)),
        ('a: "ข\n---\nb: 1\n', "quote", 1, 4, (2, 1)),
        ('a: "C:\\data"\n', "escape", 1, 7, (1, 4)),
        ('a: "\\xZZ"\n', "escape", 1, 7, (1, 4)),
        ('a: "\\ud800"\n', "escape", 1, 7, (1, 4)),
        ("a: **หนา**\n", "alias", 1, 5, (1, 4)),
        ("a: *หมายเหตุ\n", "alias", 1, 5, (1, 4)),
        ("a: & ข\n", "alias", 1, 5, (1, 4)),
        ("a: >50 คน\n", "block", 1, 6, (1, 4)),
        ("a: |ข้อความ\n", "block", 1, 5, (1, 4)),
        ("a: |0\n  x\n", "block", 1, 5, (1, 4)),
        ("a: @x\n", "reserved", 1, 4, None),
        ("a: `x`\n", "reserved", 1, 4, None),
        ("a: %50\n", "reserved", 1, 4, None),
        ("a: ? b\n", "reserved", 1, 4, None),
        ("%50\n", "directive", 1, 4, (1, 1)),
        ("%YAML 2.0\n---\na: 1\n", "directive", 1, 1, None),
        ("a: !x!y b\n", "tag", 1, 4, None),
        ("a: !<x b\n", "tag", 1, 7, (1, 4)),
        ("a: !สำคัญ\n", "tag", 1, 5, (1, 4)),
        ("b: 1\na: !%ED%A0%80 b\n", "tag", 2, 4, None),
        ("a: !%C0%80 b\n", "tag", 1, 4, None),
        ("a: 1\n...\nb: 2\n", "ended", 3, 1, None),
        ("{a: 1}\nb: 2\n", "ended", 2, 1, None),
        ("%YAML x\n---\na: 1\n", "unknown", 1, 7, (1, 1)),
    ],
)
def test_what_is_not_yaml_says_where_and_why(text, reason, line, column, related):
    source = read(text)
    (fault,) = source.faults
    assert (fault.code, fault.fatal, source.root) == ("Y001", True, None)
    assert (fault.params["reason"], fault.span) == (reason, (line, column, line, column + 1))
    assert [(span.line, span.column) for span in fault.related] == ([related] if related else [])
    assert fault.params["problem"]


def test_a_fault_before_the_end_of_yaml_is_told_too():
    assert faults("a: 1\na: 2\nb: [\n") == [("Y006", 2, 1), ("Y001", 3, 4)]


@pytest.mark.parametrize(
    ("text", "limits", "expected"),
    [
        ("a: 1234567\n", {"size": 10}, [("Y002", 1, 1)]),
        ("a: [[[1]]]\n", {"depth": 3}, [("Y003", 1, 6)]),
        ("a: 1\nb: 2\nc: 3\n", {"nodes": 5}, [("Y004", 3, 1 + 3)]),
        ("a: 1\n?", {"nodes": 4}, [("Y004", 2, 2)]),
        ("a: &x [1, 2]\nb: [*x, *x, *x]\n", {"repeated": 8}, [("Y005", 2, 13)]),
        ("a: &x [[1]]\nb: [*x]\n", {"depth": 3}, [("Y003", 2, 5)]),
        (
            "a: 1\n" * 5,
            {"faults": 3},
            [("Y006", 2, 1), ("Y006", 3, 1), ("Y006", 4, 1), ("Y019", 5, 1)],
        ),
        (
            "a: !x 1\nb: *y\nc: *z\n",
            {"faults": 2},
            [("Y007", 1, 4), ("Y018", 2, 4), ("Y019", 3, 4)],
        ),
    ],
)
def test_a_limit_is_kept(text, limits, expected):
    source = read(text, **limits)
    assert [(fault.code, fault.span.line, fault.span.column) for fault in source.faults] == expected
    assert (source.root, source.fatal) == (None, True)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: 123456\n", {"size": 10}),
        ("a: [[1]]\n", {"depth": 3}),
        ("a: 1\nb: 2\nc: 3\n", {"nodes": 7}),
        ("a: &x [1, 2]\nb: [*x, *x, *x]\n", {"repeated": 9}),
        ("a: &x [1]\nb: [*x]\n", {"depth": 3}),
        ("a: &x [[1]]\nb: *x\nc: [1, 2]\n", {"depth": 3}),
        ("a: 1\n" * 3, {"faults": 2}),
    ],
)
def test_what_just_fits_is_read(text, limits):
    assert not read(text, **limits).fatal


def test_a_chain_of_aliases_counts_as_deep_as_it_reaches():
    chain = "".join(f"x{i}: &x{i} [[*x{i - 1}]]\n" for i in range(1, 100))
    assert faults("x0: &x0 [1]\n" + chain) == [("Y003", 26, 13)]


def test_a_branch_that_is_not_anchored_counts_for_the_anchor_around_it():
    text = "z: &z 1\na: &x {b: [[1]], c: *z}\nd: [*x]\n"
    assert faults(text, depth=5) == []
    assert faults(text, depth=4) == [("Y003", 3, 5)]


def test_a_source_tells_what_it_was():
    raw = "ก: ข\n".encode("utf-8-sig")
    source = read_source(raw, "in/proposal.yaml")
    assert (source.name, source.encoding, source.text) == ("in/proposal.yaml", "utf-8", "ก: ข\n")
    assert source.digest == "sha256:" + hashlib.sha256(raw).hexdigest()


def test_the_digest_is_of_the_bytes_also_when_they_can_t_be_read():
    raw = b"\xff\xfe\xff"
    assert read_source(raw, "x").digest == "sha256:" + hashlib.sha256(raw).hexdigest()
    assert (
        read_source(raw, "x", Limits(size=2)).digest == "sha256:" + hashlib.sha256(raw).hexdigest()
    )


def test_of_a_file_that_is_too_large_no_more_is_taken_than_tells_so():
    stream = io.BytesIO(b" " * (Limits().size + 5000))
    raw = take(stream)
    assert len(raw) == Limits().size + 1
    assert [fault.code for fault in read_source(raw, "proposal.yaml").faults] == ["Y002"]
