"""Files that are no text are told for what they are; nobody is to save a picture as UTF-8."""

from __future__ import annotations

import io
import zipfile

import pytest

from smartcert.source import read_source


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "<xml/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (archive("[Content_Types].xml", "word/document.xml"), "word"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "excel"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
        (archive("proposal.yaml"), "zip"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"{\\rtf1\\ansi}", "word"),
        (b"%PDF-1.7\n" + b" " * 10 * 1024 * 1024, "pdf"),
    ],
    ids=["docx", "xlsx", "pptx", "zip", "pdf", "png", "jpeg", "doc", "rtf", "large-pdf"],
)
def test_a_file_of_another_program(raw, kind):
    source = read_source(raw, "proposal.yaml")
    assert [(fault.code, fault.params["reason"]) for fault in source.faults] == [("Y020", kind)]
    assert source.fatal


@pytest.mark.parametrize("text", ["PK: 1", "%TAG ! x\n---\na: 1", "{a: 1}", "GIF: 8"])
def test_text_that_begins_alike_is_text(text):
    assert "Y020" not in [
        fault.code for fault in read_source(text.encode(), "proposal.yaml").faults
    ]
