"""Faults of the file itself: code, title, sentence and remedy. Codes of reading (Y...) stand beside the reader."""

from __future__ import annotations

import re

from smartcert.source.codes import CODES as READING
from smartcert.source.codes import FaultText

_VALUES = {
    "P001": FaultText(
        title={"th": "อ่านค่าไม่ได้", "en": "Value can't be read"},
        message={
            "th": "อ่าน “{written}” เป็น{kind}ไม่ได้{reason}{hint}",
            "en": "“{written}” can't be read as {kind}{reason}{hint}",
        },
        fix={
            "th": "แก้ค่าให้เป็นรูปแบบที่อ่านได้ ระหว่างนี้ถือว่ายังไม่ได้กรอก ส่วนอื่นยังประเมินตามปกติ",
            "en": "Write it in a form that can be read. Until then it counts as not filled; everything else is still assessed.",
        },
        why={
            "th": "ค่าที่อ่านไม่ได้ไม่สามารถนำไปเทียบกับเกณฑ์",
            "en": "A value that can't be read can't be compared with anything.",
        },
    ),
    "P002": FaultText(
        title={"th": "ยังไม่ได้กรอกข้อมูลจริง", "en": "Placeholder"},
        message={
            "th": "มีเพียงข้อความ “{written}” ยังไม่ใช่ข้อมูลจริง",
            "en": "“{written}” holds the place; it is not an answer",
        },
        fix={
            "th": "กรอกข้อมูลจริง หรือลบบรรทัดนี้ออก",
            "en": "Fill in the real value, or delete the line.",
        },
        why={
            "th": "ข้อความที่ใส่ไว้แทนข้อมูลจริงนับว่ายังไม่ได้กรอก",
            "en": "A placeholder counts as not filled.",
        },
    ),
    "P003": FaultText(
        title={"th": "ไม่รู้จักหัวข้อ", "en": "Unknown key"},
        message={"th": "ไม่รู้จักหัวข้อ “{key_name}”{guess}", "en": "unknown key “{key_name}”{guess}"},
        fix={
            "th": "แก้ชื่อหัวข้อให้ตรงกับแบบฟอร์ม (ดูรายชื่อทั้งหมดด้วย smartcert schema)",
            "en": "Correct the key; `smartcert schema` lists all of them.",
        },
        why={
            "th": "ข้อความใต้หัวข้อที่ไม่รู้จักจะไม่ถูกนำมาประเมิน",
            "en": "What stands under an unknown key is not assessed.",
        },
    ),
    "P004": FaultText(
        title={"th": "รูปแบบไม่ตรง", "en": "Wrong form"},
        message={
            "th": "ตรงนี้ต้องเป็น{wanted} แต่พบ{found}",
            "en": "this must be {wanted}, but is {found}",
        },
        fix={
            "th": "จัดรูปแบบใหม่: รายการขึ้นต้นด้วย “- ” และหัวข้อย่อยเขียนเป็น “หัวข้อ: ค่า”",
            "en": "A list has items that begin with “- ”; a section is written as “key: value”.",
        },
        why={"th": "รูปแบบที่ไม่ตรงอ่านค่าไม่ได้", "en": "What has another form can't be read."},
    ),
    "P005": FaultText(
        title={"th": "ใช้ พ.ศ. และ ค.ศ. ปนกัน", "en": "B.E. and C.E. mixed"},
        message={
            "th": "แฟ้มนี้ใช้ทั้ง พ.ศ. และ ค.ศ. (พบ {era} {count} แห่ง แห่งแรกอยู่ที่นี่)",
            "en": "the file mixes B.E. and C.E.; {count} in {era}, the first here",
        },
        fix={"th": "เขียนปีให้เป็นศักราชเดียวกันทั้งแฟ้ม", "en": "Write all years in one calendar."},
        why={
            "th": "เมื่อศักราชปนกัน กรรมการอาจอ่านปีคลาดเคลื่อนไป 543 ปี",
            "en": "A reader can be 543 years off.",
        },
    ),
    "P006": FaultText(
        title={"th": "ไม่ใช่คำที่กำหนด", "en": "Not one of the words"},
        message={
            "th": "“{written}” ไม่ใช่คำที่ใช้ได้ ({choices}){guess}",
            "en": "“{written}” is none of {choices}{guess}",
        },
        fix={"th": "เลือกคำใดคำหนึ่งจากรายการ", "en": "Use one of the words."},
        why={
            "th": "คำที่กำหนดทำให้เทียบกับเกณฑ์ได้",
            "en": "A closed set of words is what criteria compare with.",
        },
    ),
    "P007": FaultText(
        title={"th": "รหัสซ้ำ", "en": "Duplicate id"},
        message={
            "th": "รหัส “{identifier}” ถูกใช้แล้วที่บรรทัด {first_line}",
            "en": "the id “{identifier}” is already used on line {first_line}",
        },
        fix={
            "th": "ตั้งรหัสใหม่ที่ไม่ซ้ำ แล้วแก้จุดที่อ้างถึง",
            "en": "Give it an id of its own and mend what refers to it.",
        },
        why={
            "th": "รหัสซ้ำทำให้ไม่รู้ว่าอ้างถึงรายการใด",
            "en": "Nobody can tell which of the two a reference means.",
        },
    ),
    "P008": FaultText(
        title={"th": "ไม่พบแฟ้มแนบ", "en": "Annex not there"},
        message={
            "th": "ไม่พบแฟ้มแนบ “{written}” ในโฟลเดอร์ของข้อเสนอ",
            "en": "the annex “{written}” is not in the proposal's folder",
        },
        fix={
            "th": "วางแฟ้มไว้ในโฟลเดอร์ของข้อเสนอ หรือแก้ชื่อให้ตรง (ตัวพิมพ์ใหญ่เล็กต้องตรงกัน)",
            "en": "Put the file into the proposal's folder or correct its name (case counts).",
        },
        why={
            "th": "หลักฐานที่ไม่มีแฟ้มจริงไม่นับเป็นหลักฐาน",
            "en": "Evidence counts only when the file is really there.",
        },
    ),
    "P009": FaultText(
        title={"th": "แฟ้มแนบอยู่นอกโฟลเดอร์", "en": "Annex outside the folder"},
        message={
            "th": "“{written}” อยู่นอกโฟลเดอร์ของข้อเสนอ จึงไม่เปิดอ่าน",
            "en": "“{written}” lies outside the proposal's folder and is not looked at",
        },
        fix={
            "th": "ย้ายแฟ้มแนบมาไว้ในโฟลเดอร์เดียวกับข้อเสนอ",
            "en": "Move the annex into the proposal's folder.",
        },
        why={
            "th": "ข้อเสนอต้องส่งต่อได้ทั้งชุดในโฟลเดอร์เดียว",
            "en": "A proposal has to travel as one folder.",
        },
    ),
    "P010": FaultText(
        title={"th": "รุ่นของแฟ้มใหม่กว่าโปรแกรม", "en": "Newer file format"},
        message={
            "th": "แฟ้มใช้รูปแบบรุ่น {written} แต่โปรแกรมนี้รู้จักถึงรุ่น 1",
            "en": "the file says format {written}; this program knows format 1",
        },
        fix={
            "th": "ปรับปรุง smartcert เป็นรุ่นใหม่ หรือแก้เป็น smartcert: 1",
            "en": "Update smartcert, or write smartcert: 1.",
        },
        why={
            "th": "รูปแบบรุ่นใหม่อาจมีหัวข้อที่โปรแกรมนี้ไม่รู้จัก",
            "en": "A newer format may have keys this program does not know.",
        },
    ),
    "P013": FaultText(
        title={"th": "เอกสารแนบอ้างข้อกำหนดที่ไม่มี", "en": "Annex of no requirement"},
        message={
            "th": "เอกสารแนบอ้างข้อกำหนด “{written}” ซึ่งไม่มีในชุดเกณฑ์{guess}",
            "en": "the annex names the requirement “{written}”, which the catalog does not have{guess}",
        },
        fix={
            "th": "แก้รหัสให้ตรงกับ smartcert criteria list",
            "en": "Correct the id; `smartcert criteria list` has them all.",
        },
        why={
            "th": "เอกสารแนบที่อ้างรหัสผิดไม่นับเป็นหลักฐานของข้อใด",
            "en": "With a wrong id the annex is evidence of nothing.",
        },
    ),
    "P015": FaultText(
        title={"th": "อ้างเอกสารแนบที่ไม่มี", "en": "Unknown annex"},
        message={
            "th": "อ้างเอกสารแนบ “{written}” ซึ่งไม่มีในรายการ annexes{guess}",
            "en": "names the annex “{written}”, which annexes does not list{guess}",
        },
        fix={
            "th": "แก้รหัสให้ตรง หรือเพิ่มเอกสารนั้นในรายการ annexes พร้อมชื่อและแฟ้ม",
            "en": "Correct the id, or add the annex to annexes with its title and its file.",
        },
        why={
            "th": "เอกสารที่ไม่มีในรายการนับเป็นหลักฐานไม่ได้",
            "en": "What is not listed is evidence of nothing.",
        },
    ),
    "P014": FaultText(
        title={"th": "อาจเป็นแฟ้มคนละชนิด", "en": "Perhaps another kind of file"},
        message={
            "th": "ตรงนี้ต้องใช้{wanted} แต่แฟ้มนี้เป็น{found}",
            "en": "{wanted} is expected here, but this is {found}",
        },
        fix={
            "th": "ตรวจชื่อแฟ้มและลำดับที่ระบุ ข้อเสนอเริ่มได้ด้วย smartcert init และแฟ้มข้อคิดเห็นด้วย smartcert review new",
            "en": "Check the name of the file. `smartcert init` begins a proposal, `smartcert review new` a file of comments.",
        },
        why={
            "th": "แฟ้มแต่ละชนิดขึ้นต้นด้วยหัวข้อของตน: smartcert, smartcert-review หรือ smartcert-waivers",
            "en": "Each kind of file begins with a key of its own: smartcert, smartcert-review or smartcert-waivers.",
        },
    ),
    "P012": FaultText(
        title={"th": "เครื่องหมาย , ตัดค่าขาดกลาง", "en": "A comma cuts a value"},
        message={
            "th": "“{written}” ดูเหมือนเป็นท้ายของค่าก่อนหน้า เพราะเครื่องหมาย , ในวงเล็บปีกกาใช้คั่นหัวข้อ",
            "en": "“{written}” seems to be the rest of the value before it: inside braces a comma ends a value",
        },
        fix={
            "th": "ใส่เครื่องหมายคำพูดครอบค่าที่มีเครื่องหมาย ,",
            "en": "Put the value that holds the comma in quotation marks.",
        },
        why={
            "th": "ข้อความหลังเครื่องหมาย , จะหายไปจากค่าเดิม",
            "en": "What stands behind the comma is lost to the value.",
        },
    ),
    "P011": FaultText(
        title={"th": "ไม่รู้จักประเภทคำขอ", "en": "Unknown profile"},
        message={
            "th": "ไม่รู้จักประเภทคำขอ “{written}” จึงประเมินด้วย “{used}”{guess}",
            "en": "unknown profile “{written}”; “{used}” was used{guess}",
        },
        fix={
            "th": "แก้เป็นประเภทคำขอที่ชุดเกณฑ์มี: {choices}",
            "en": "Use a profile of the catalog: {choices}.",
        },
        why={
            "th": "ประเภทคำขอกำหนดว่าข้อกำหนดใดใช้กับข้อเสนอนี้",
            "en": "The profile decides which requirements apply.",
        },
    ),
}

_WAIVERS = {
    "W001": FaultText(
        title={"th": "ไม่รับข้อยกเว้น", "en": "Waiver refused"},
        message={
            "th": "ไม่รับข้อยกเว้นของ {identifier} เพราะไม่มีหรืออ่านไม่ได้: {written}",
            "en": "the waiver of {identifier} is refused; not there, or can't be read: {written}",
        },
        fix={
            "th": "ระบุ reason, approver และ until ให้ครบ ส่วน from ถ้าเขียนไว้ต้องเป็นวันที่",
            "en": "Give it a reason, an approver and an end (until); `from`, where it is stated, is a date.",
        },
        why={
            "th": "ข้อยกเว้นที่ไม่มีเหตุผล ผู้อนุมัติ หรือวันสิ้นสุด จะกลายเป็นการปล่อยผ่านถาวร",
            "en": "Without a reason, an approver and an end, a waiver is a silent pass for ever.",
        },
    ),
    "W002": FaultText(
        title={"th": "ข้อยกเว้นหมดอายุ", "en": "Waiver expired"},
        message={
            "th": "ข้อยกเว้นของ {identifier} หมดอายุแล้ว ({written})",
            "en": "the waiver of {identifier} has expired ({written})",
        },
        fix={
            "th": "แก้ข้อกำหนดนั้นให้ผ่าน หรือขออนุมัติข้อยกเว้นใหม่",
            "en": "Meet the requirement, or have the waiver approved anew.",
        },
        why={
            "th": "ข้อยกเว้นสิ้นสุดเที่ยงคืนของวันที่ระบุตามเวลาประเทศไทย",
            "en": "A waiver ends at midnight of its last day, Thai time.",
        },
    ),
    "W003": FaultText(
        title={"th": "ข้อยกเว้นของสิ่งที่ไม่มี", "en": "Waiver of nothing"},
        message={
            "th": "ไม่มีข้อกำหนด {written} ในชุดเกณฑ์{guess}",
            "en": "the catalog has no requirement {written}{guess}",
        },
        fix={
            "th": "แก้รหัสให้ตรงกับ smartcert criteria list",
            "en": "Correct the id; `smartcert criteria list` has them all.",
        },
        why={"th": "ข้อยกเว้นที่อ้างรหัสผิดไม่มีผล", "en": "A waiver with a wrong id sets nothing aside."},
    ),
    "W004": FaultText(
        title={"th": "ข้อยกเว้นเริ่มหลังวันสิ้นสุด", "en": "Waiver that begins after its end"},
        message={
            "th": "ไม่รับข้อยกเว้นของ {identifier} เพราะวันเริ่ม ({written}) อยู่หลังวันสิ้นสุด ({until})",
            "en": "the waiver of {identifier} is refused: it begins ({written}) after its last day ({until})",
        },
        fix={"th": "แก้ from หรือ until ให้วันเริ่มมาก่อนวันสิ้นสุด", "en": "Correct `from` or `until`."},
        why={"th": "ข้อยกเว้นเช่นนี้ไม่มีวันใดที่มีผลเลย", "en": "There is no day on which it could hold."},
    ),
    "W005": FaultText(
        title={"th": "ข้อยกเว้นยังไม่เริ่ม", "en": "Waiver that has not begun"},
        message={
            "th": "ข้อยกเว้นของ {identifier} เริ่มมีผล {written}",
            "en": "the waiver of {identifier} begins on {written}",
        },
        fix={
            "th": "ไม่ต้องแก้ไข ระหว่างนี้ข้อกำหนดนั้นยังนับว่าค้างอยู่",
            "en": "Nothing needs mending; until then the requirement is asked for as usual.",
        },
        why={
            "th": "ข้อยกเว้นมีผลตั้งแต่วันเริ่มถึงวันสิ้นสุดเท่านั้น",
            "en": "A waiver sets nothing aside before its first day.",
        },
    ),
}

_REVIEWS = {
    "R001": FaultText(
        title={"th": "ข้อคิดเห็นอ้างตำแหน่งที่ไม่มี", "en": "Comment that points nowhere"},
        message={
            "th": "ข้อคิดเห็น {identifier} อ้างตำแหน่ง “{written}” ซึ่งไม่มีในข้อเสนอ",
            "en": "the comment {identifier} points at “{written}”, which is no place of the proposal",
        },
        fix={
            "th": "แก้ at ให้ตรงกับหัวข้อในข้อเสนอ เช่น services.mobility.projects[MOB-P1].budget",
            "en": "Correct `at` to a place of the proposal, such as services.mobility.projects[MOB-P1].budget.",
        },
        why={
            "th": "ข้อคิดเห็นที่อ้างตำแหน่งผิดเทียบข้อความเดิมกับข้อความใหม่ไม่ได้",
            "en": "Without its place, what was changed for a comment can't be shown.",
        },
    ),
    "R002": FaultText(
        title={"th": "ข้อคิดเห็นอ้างข้อกำหนดที่ไม่มี", "en": "Comment on no requirement"},
        message={
            "th": "ข้อคิดเห็น {identifier} อ้างข้อกำหนด “{written}” ซึ่งไม่มีในชุดเกณฑ์{guess}",
            "en": "the comment {identifier} names “{written}”, which is no requirement of the catalog{guess}",
        },
        fix={
            "th": "แก้รหัสให้ตรงกับ smartcert criteria list",
            "en": "Correct the id; `smartcert criteria list` has them all.",
        },
        why={
            "th": "ข้อคิดเห็นที่อ้างข้อกำหนดผิดบอกไม่ได้ว่าแก้ไขแล้วหรือยัง",
            "en": "Whether a comment is closed follows from the requirement it names.",
        },
    ),
    "R003": FaultText(
        title={"th": "รหัสข้อคิดเห็นซ้ำกับแฟ้มอื่น", "en": "Comment id of another review"},
        message={
            "th": "รหัสข้อคิดเห็น {identifier} ใช้แล้วใน {written} คำชี้แจงจึงอาจหมายถึงข้อใดก็ได้",
            "en": "the comment id {identifier} is already used in {written}; a response may mean either",
        },
        fix={
            "th": "ตั้งรหัสที่ไม่ซ้ำกัน หรือระบุรอบของข้อคิดเห็น (round) ไว้ในคำชี้แจงทุกข้อที่ใช้รหัสนี้",
            "en": "Give it an id of its own, or say the comment's round (round) in every response that names it.",
        },
        why={
            "th": "คำชี้แจงอ้างข้อคิดเห็นด้วยรหัส เมื่อรหัสซ้ำจึงบอกไม่ได้ว่าตอบข้อใด",
            "en": "Responses name comments by id; with one id for two, nobody can tell which is answered.",
        },
    ),
}

_SECTIONS = {
    "S001": FaultText(
        title={"th": "ยังไม่มีข้อมูลทั้งหัวข้อ", "en": "Missing section"},
        message={"th": "ไม่มีหัวข้อนี้ในแฟ้ม", "en": "the section is not there"},
        fix={
            "th": "เติมหัวข้อ {section} ตามตัวอย่าง แล้วแก้เป็นข้อมูลของพื้นที่",
            "en": "Fill the section {section} as shown, with your own facts.",
        },
        why={
            "th": "ข้อกำหนดหลายข้ออาศัยหัวข้อเดียวกัน จึงแจ้งครั้งเดียวตรงจุดที่ต้องเพิ่ม",
            "en": "Several requirements rest on one section, so it is named once, where it belongs.",
        },
    ),
}

FAULTS: dict[str, FaultText] = {**READING, **_VALUES, **_WAIVERS, **_REVIEWS, **_SECTIONS}

OTHER_KINDS = {
    "Review": {
        "head": "smartcert-review",
        "keys": "smartcert-review, round, date, by, comments (id, at, requirement, text)",
    },
    "WaiverFile": {
        "head": "smartcert-waivers",
        "keys": "smartcert-waivers, waivers (requirement, smart, reason, approver, from, until)",
    },
}
"""Files that are no proposals: how one begins, and its keys."""

OTHER_FIXES = {
    "P003": {
        "th": "แก้ชื่อหัวข้อให้ตรงกับที่แฟ้มนี้ใช้: {keys}",
        "en": "Correct the key; this kind of file has {keys}.",
    },
    "P010": {
        "th": "ปรับปรุง smartcert เป็นรุ่นใหม่ หรือแก้เป็น {head}: 1",
        "en": "Update smartcert, or write {head}: 1.",
    },
    "P014": {
        "th": "ตรวจชื่อแฟ้ม แฟ้มชนิดนี้ใช้หัวข้อ {keys}",
        "en": "Check the file's name; this kind of file has {keys}.",
    },
    "Y016": {
        "th": "เริ่มจากบรรทัด {head}: 1 แล้วตามด้วยหัวข้อ {keys}",
        "en": "Begin with “{head}: 1”; its keys are {keys}.",
    },
    "Y017": {
        "th": "เขียนเป็น “หัวข้อ: ค่า” เริ่มจาก {head}: 1",
        "en": "Write “key: value”, beginning with “{head}: 1”.",
    },
}
"""Remedies that read otherwise in a file that is no proposal."""


def general(text: str) -> str:
    """Write a remedy without the particulars of one case: `{choices}` becomes “…”."""
    return re.sub(r"\{\w+\}", "…", text).replace(": ….", ".").removesuffix(": …")


KINDS = {
    "number": {"th": "ตัวเลข", "en": "a number"},
    "whole": {"th": "จำนวนเต็ม", "en": "a whole number"},
    "year": {"th": "ปี", "en": "a year"},
    "date": {"th": "วันที่", "en": "a date"},
    "ordinal": {"th": "ลำดับที่", "en": "a number that counts from 1"},
    "amount": {"th": "จำนวนเงินบาท", "en": "an amount in baht"},
    "yearly": {"th": "จำนวนเงินบาทต่อปี", "en": "an amount in baht per year"},
    "area": {"th": "ขนาดพื้นที่", "en": "an area"},
    "flag": {"th": "ใช่หรือไม่ใช่", "en": "yes or no"},
    "url": {"th": "ที่อยู่เว็บ", "en": "a link"},
    "section": {"th": "หัวข้อย่อย (หัวข้อ: ค่า)", "en": "a section (key: value)"},
    "list": {"th": "รายการ (ขึ้นต้นด้วย -)", "en": "a list (items that begin with -)"},
    "text": {"th": "ข้อความ", "en": "text"},
    "Proposal": {"th": "แฟ้มข้อเสนอ", "en": "a proposal"},
    "Review": {"th": "แฟ้มข้อคิดเห็นของคณะกรรมการ", "en": "a file of the committee's comments"},
    "WaiverFile": {"th": "แฟ้มข้อยกเว้น", "en": "a file of waivers"},
    "foreign": {"th": "แฟ้มอื่นที่ไม่มีหัวข้อที่รู้จักเลย", "en": "some other file, with no key that is known"},
    "be": {"th": "พ.ศ.", "en": "B.E."},
    "ce": {"th": "ค.ศ.", "en": "C.E."},
}
"""Names of types, forms, kinds of files and calendars as they stand in sentences."""

UNREADABLE = {
    "range": {"th": " เพราะเป็นช่วง ต้องเป็นค่าเดียว", "en": ": it is a range, and one figure is needed"},
    "estimate": {"th": " เพราะเป็นค่าประมาณ", "en": ": it is an estimate"},
    "short-year": {"th": " เพราะปีมีสองหลัก", "en": ": the year has two digits"},
    "no-such-day": {"th": " เพราะไม่มีวันนี้ในปฏิทิน", "en": ": there is no such day"},
    "no-such-month": {"th": " เพราะไม่มีเดือนนี้", "en": ": there is no such month"},
    "quarter": {
        "th": " เพราะเป็นไตรมาส ต้องเป็นวัน เดือน หรือปี",
        "en": ": it is a quarter; a day, a month or a year is needed",
    },
    "no-unit": {
        "th": " เพราะไม่มีหน่วย ต้องระบุ ตร.กม. หรือไร่",
        "en": ": the unit is not there (km2 or rai)",
    },
    "commas": {
        "th": " เพราะเครื่องหมาย , หรือ . อยู่ผิดที่ (, คั่นหลักพัน . คั่นทศนิยม)",
        "en": ": a comma or a point is misplaced (commas stand between thousands, the point before decimals)",
    },
    "rate": {
        "th": " เพราะเป็นอัตรา เช่น ต่อเดือนหรือต่อคน ให้คำนวณเป็นยอดที่ช่องนี้ถาม",
        "en": ": it is a rate, such as per month or per head; work out the amount that is asked for",
    },
    "zero": {"th": " เพราะเริ่มนับจาก 1", "en": ": counting begins at 1"},
    "not-whole": {"th": " เพราะมีเศษ", "en": ": it has a fraction"},
    "bound": {
        "th": " เพราะเป็นขอบเขต (ไม่เกิน/ไม่น้อยกว่า) ต้องเป็นค่าเดียว",
        "en": ": it is a bound, and one figure is needed",
    },
    "negative": {"th": " เพราะติดลบ", "en": ": it is negative"},
    "currency": {"th": " เพราะไม่ใช่เงินบาท", "en": ": it is not in baht"},
    "two-numbers": {"th": " เพราะมีตัวเลขสองค่า", "en": ": there are two figures"},
    "unit": {
        "th": " เพราะมีหน่วยอยู่ในค่า ซึ่งต้องแยกไว้ที่อื่น",
        "en": ": a unit stands in the value, which belongs elsewhere",
    },
    "too-long": {"th": " เพราะยาวเกินไป", "en": ": it is too long"},
}
"""Why a value can't be read, where more can be said than that."""

EXAMPLES = {
    "number": "12.5",
    "whole": "147,579",
    "ordinal": "1, 2",
    "year": "2563",
    "date": "2563-08-10, 10 ส.ค. 2563",
    "amount": "12,500,000, 26,963 ล้านบาท",
    "yearly": "380,000, 380,000 บาทต่อปี",
    "area": "12.5 ตร.กม., 385 ไร่",
    "flag": "ใช่, ไม่ใช่",
    "url": "https://...",
}
"""For each type, what can be read."""
