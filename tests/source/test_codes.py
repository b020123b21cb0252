"""Every fault can be told in both languages, with what the reader gives for it."""

from __future__ import annotations

import pytest

from smartcert.messages.codes import code_key, code_text, codes
from smartcert.messages.message import message, pattern
from smartcert.messages.message_files import NAME
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import Limits, read_source

CASES = {
    "Y001": (b"a: [", {}),
    "Y002": (b"a: 1234567890", {"size": 4}),
    "Y003": (b"[" * 60, {}),
    "Y004": (b"a: 1", {"nodes": 1}),
    "Y005": (b"a: &a [1]\nb: [*a, *a]", {"repeated": 2}),
    "Y006": (b"a: 1\na: 2", {}),
    "Y007": (b"a: !!python/name:os.system x", {}),
    "Y008": (b"a: 1\n---\nb: 1", {}),
    "Y009": (b"a: \x00", {}),
    "Y010": (b"a: \xff", {}),
    "Y011": ("ชื่อ: เทศบาล".encode("cp874"), {}),
    "Y012": ("ชื่อ: เทศบาล".encode("utf-16"), {}),
    "Y013": (b"<<: {a: 1}", {}),
    "Y014": (b"? [a]\n: 1", {}),
    "Y015": ("a: ก\u2028ข".encode(), {}),
    "Y016": (b"", {}),
    "Y017": (b"- a", {}),
    "Y018": (b"a: *b", {}),
    "Y019": (b"a: 1\na: 2\na: 3", {"faults": 1}),
    "Y020": (b"%PDF-1.7\n", {}),
    "Y101": (b"name:x", {}),
    "Y102": (b"goals:\n-x\n-y", {}),
    "Y103": (b"goals:\n1. x", {}),
    "Y104": ("name： x".encode(), {}),
    "Y105": ("name:\xa0x".encode(), {}),
    "Y106": ("na\u200bme: x".encode(), {}),
    "Y107": ("name: “x”".encode(), {}),
    "Y108": ('name: "C:\\แผน"'.encode(), {}),
    "Y109": (b"name: #x", {}),
    "Y110": (b"a: {count: 147,579}", {}),
    "Y111": ("vision: ก\nข\nkind: x".encode(), {}),
    "Y112": (b"name: a: b", {}),
    "Y113": (b"name: @x", {}),
    "Y114": (b"area:\n\tname: x", {}),
    "Y115": (b"<<<<<<< a\nname: x\n=======\nname: y\nkind: z\n>>>>>>> b", {}),
    "Y116": (b"area:\n  name: x\n   kind: y", {}),
    "Y117": (b"name: 'x\nkind: y", {}),
    "Y118": ("name: ส าเร็จ".encode(), {}),
    "Y119": ("name: Cafe\u0301".encode(), {}),
    "Y120": ("ประเภทคำขอ: logo".encode(), {}),
    "Y121": (b"smartcert: 1\narea:\nname: x\nzone: y", {}),
}

OF_WORKBOOKS = ("Y13", "Y14")
"""What codes of workbooks begin with; no text has their faults."""

MORE = {"Y005 itself": ("Y005", b"a: &a [*a]", {})}

FATAL = {
    *("Y001", "Y002", "Y003", "Y004", "Y005", "Y010", "Y016", "Y017", "Y019", "Y020"),
    "Y115",
}


def fault_of(code, raw, limits):
    source = read_source(raw, "proposal.yaml", Limits(**limits), keys=key_forms)
    source = read_document(source).source
    return next(fault for fault in source.faults if fault.code == code)


def told(fault, lang):
    params = dict(fault.params)
    if "reason" in params:
        params["reason"] = message(f"syntax.reasons.{params['reason']}", lang)
    return code_text(fault.code, "message", lang, **params)


def test_there_is_a_case_for_every_code():
    told = [code for code in codes() if code.startswith("Y")]
    assert list(CASES) == [code for code in told if not code.startswith(OF_WORKBOOKS)]


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_reached_and_fatal_or_not(code):
    assert fault_of(code, *CASES[code]).fatal is (code in FATAL)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    ("code", "raw", "limits"), [*((code, *case) for code, case in CASES.items()), *MORE.values()]
)
def test_a_message_says_what_the_reader_found(code, raw, limits, lang):
    fault = fault_of(code, raw, limits)
    said = told(fault, lang)
    names = {name for _, name in NAME.findall(pattern(code_key(code, "message"), lang))}
    for name in names - {"reason"}:
        assert fault.params[name] in said


def test_limits_are_told_with_separators():
    assert "10,485,760" in told(fault_of("Y002", b" " * (10 * 1024 * 1024 + 1), {}), "th")


def test_a_loop_is_told_as_one():
    assert "ตัวมันเอง" in told(fault_of("Y005", b"a: &a [*a]", {}), "th")
    assert not fault_of("Y005", b"a: &a [*a]", {}).fatal
