from __future__ import annotations

import re

import pytest

from smartcert.render.html import page, render
from smartcert.render.line_breaks import WHOLE, breakable


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("<p>smart city</p>", "<p>smart city</p>"),
        ("<p>ตัวชี้วัดเมือง</p>", "<p><span>ตัวชี้วัด<wbr>เมือง</span></p>"),
        ("ระบบ <b>อื่น ๆ</b>", "<span>ระบบ</span> <b><span>อื่น ๆ</span></b>"),
        ('<a title="ตัวชี้วัดเมือง">ปี</a>', '<a title="ตัวชี้วัดเมือง">ปี</a>'),
        ("<svg><text>ตัวชี้วัดเมือง</text></svg>", "<svg><text>ตัวชี้วัดเมือง</text></svg>"),
        (
            "<select><option>ตัวชี้วัดเมือง</option></select>",
            "<select><option>ตัวชี้วัดเมือง</option></select>",
        ),
    ],
)
def test_marks_stand_between_words_of_text(text, marked):
    assert (
        breakable(f"<title>ตัวชี้วัดเมือง</title><body>{text}")
        == f"<title>ตัวชี้วัดเมือง</title><body>{marked}"
    )


def test_a_word_without_end_may_break_anywhere():
    endless = "ก" * (WHOLE + 1)
    assert breakable(f"<body>{endless}") == f"<body>{endless}"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_without_its_marks_the_page_is_what_it_was(second, lang):
    marks = re.compile('</?span>|<span lang="th">|<wbr>')
    assert marks.sub("", render(second(lang))) == marks.sub("", page(second(lang)))


def test_thai_in_an_english_page_is_said_to_be_thai():
    assert breakable("<body>the ตัวชี้วัดเมือง", "en") == (
        '<body>the <span lang="th">ตัวชี้วัด<wbr>เมือง</span>'
    )
