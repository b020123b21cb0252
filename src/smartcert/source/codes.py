"""Faults of the YAML itself: code, title, sentence, remedy and reason, in both languages."""

from __future__ import annotations

from typing import NamedTuple

Words = dict[str, str]


class FaultText(NamedTuple):
    """What is said of one kind of fault. `message` names the fault's parameters in braces."""

    title: Words
    message: Words
    fix: Words
    why: Words


REASONS: dict[str, Words] = {
    "tab": {"th": "ย่อหน้าด้วยปุ่ม Tab", "en": "a tab is used to indent"},
    "colon": {"th": "มีเครื่องหมาย : เกินมาในค่า", "en": "a colon stands inside a value"},
    "long-key": {"th": "ชื่อหัวข้อยาวเกินไป", "en": "a key is too long"},
    "indent": {
        "th": "ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า",
        "en": "the indentation does not fit the lines before it",
    },
    "dash": {
        "th": "เครื่องหมาย - อยู่ต่อจากชื่อหัวข้อ (รายการต้องขึ้นบรรทัดใหม่ ถ้ายังไม่มีข้อมูลให้เว้นว่างไว้)",
        "en": "“-” stands behind a key (a list begins on a line of its own; what is not known is left empty)",
    },
    "trailing": {
        "th": "มีข้อความต่อท้ายเครื่องหมายคำพูดหรือวงเล็บที่ปิดแล้ว",
        "en": "something follows a closed quotation or bracket",
    },
    "block": {
        "th": "หลังเครื่องหมาย | หรือ > ต้องขึ้นบรรทัดใหม่",
        "en": "text stands on the same line after “|” or “>”",
    },
    "bracket": {
        "th": "วงเล็บ [ ] หรือ { } ไม่ครบคู่ หรือขาดเครื่องหมาย ,",
        "en": "a bracket is not closed, or a comma is missing",
    },
    "no-colon": {"th": "ขาดเครื่องหมาย : หลังชื่อหัวข้อ", "en": "the colon after a key is missing"},
    "quote": {"th": "เครื่องหมายคำพูดไม่ครบคู่", "en": "a quotation mark is not closed"},
    "escape": {
        "th": 'ใช้ \\ ในเครื่องหมายคำพูด " " ไม่ถูกต้อง',
        "en": "a backslash inside double quotes begins nothing known",
    },
    "alias": {
        "th": "ค่าขึ้นต้นด้วย * หรือ & ต้องใส่เครื่องหมายคำพูดครอบ",
        "en": "a value that begins with “*” or “&” must be quoted",
    },
    "reserved": {
        "th": "ค่าขึ้นต้นด้วยเครื่องหมายที่ YAML สงวนไว้",
        "en": "a value begins with a character that YAML keeps for itself",
    },
    "tag": {"th": "ส่วนที่ขึ้นต้นด้วย ! ไม่ถูกต้อง", "en": "what begins with “!” is not a tag"},
    "directive": {
        "th": "บรรทัดที่ขึ้นต้นด้วย % ไม่ถูกต้อง",
        "en": "a line begins with “%” and is no YAML directive",
    },
    "ended": {
        "th": "มีเนื้อหาต่อจากจุดที่เอกสารจบแล้ว",
        "en": "something follows after the document has ended",
    },
    "itself": {
        "th": "เครื่องหมาย * อ้างถึงเนื้อหาที่มีตัวมันเองอยู่ข้างใน จึงนับว่าว่าง",
        "en": "an alias (*) points at what it stands in, and counts as empty",
    },
    "repeated": {"th": "เครื่องหมาย * อ้างถึงเนื้อหาซ้ำมากเกินไป", "en": "aliases (*) repeat too much"},
    "word": {"th": "เอกสาร Word", "en": "a Word document"},
    "excel": {"th": "ตาราง Excel", "en": "a spreadsheet"},
    "slides": {"th": "สไลด์นำเสนอ", "en": "a presentation"},
    "office": {"th": "เอกสาร Word หรือ Excel รุ่นเก่า", "en": "a Word or Excel file of the old kind"},
    "pdf": {"th": "แฟ้ม PDF", "en": "a PDF"},
    "picture": {"th": "รูปภาพ", "en": "a picture"},
    "zip": {"th": "แฟ้มบีบอัด (ZIP)", "en": "a ZIP archive"},
    "unknown": {"th": "โครงสร้างไม่ถูกต้องตามรูปแบบ YAML", "en": "this is not YAML"},
}
"""Why a file is not YAML, repeats too much, or what it is instead, as it stands in a sentence."""

CODES: dict[str, FaultText] = {
    "Y001": FaultText(
        title={"th": "ไม่ใช่ YAML ที่อ่านได้", "en": "Not YAML"},
        message={"th": "อ่านต่อไม่ได้ตั้งแต่จุดนี้: {reason}", "en": "can't be read from here on: {reason}"},
        fix={
            "th": "แก้บรรทัดนี้หรือบรรทัดก่อนหน้า: ย่อหน้าด้วยช่องว่างสองช่อง (ไม่ใช้ Tab) และใส่เครื่องหมายคำพูดครอบค่าที่มี : หรือ #",
            "en": "Mend this line or the one before: indent by two spaces, never tabs, and quote values that hold “: ” or “#”.",
        },
        why={
            "th": "แฟ้มที่โครงสร้างผิดอ่านไม่ได้เลยทั้งแฟ้ม จึงยังประเมินไม่ได้",
            "en": "A file whose structure is broken can't be read, so nothing of it can be assessed.",
        },
    ),
    "Y002": FaultText(
        title={"th": "แฟ้มใหญ่เกินไป", "en": "File too large"},
        message={
            "th": "แฟ้มมีขนาดเกิน {limit} ไบต์ที่รับได้",
            "en": "the file has more than {limit} bytes, and no more are read",
        },
        fix={
            "th": "ย้ายเนื้อหายาวหรือรูปภาพไปเป็นเอกสารแนบ",
            "en": "Move long texts and pictures into annexes.",
        },
        why={
            "th": "ข้อเสนอที่เป็นข้อความมีขนาดเล็กกว่านี้มาก แฟ้มนี้อาจมีสิ่งอื่นปนอยู่",
            "en": "A proposal in text is far smaller; something else must be in the file.",
        },
    ),
    "Y003": FaultText(
        title={"th": "ซ้อนกันลึกเกินไป", "en": "Nested too deep"},
        message={
            "th": "หัวข้อย่อยซ้อนกันเกิน {limit} ชั้น",
            "en": "sections lie more than {limit} deep inside each other",
        },
        fix={
            "th": "ตรวจย่อหน้าและวงเล็บที่อาจเปิดค้างไว้",
            "en": "Look for wrong indentation or brackets left open.",
        },
        why={"th": "แบบของข้อเสนอซ้อนกันไม่ถึงสิบชั้น", "en": "A proposal needs fewer than ten levels."},
    ),
    "Y004": FaultText(
        title={"th": "มีรายการมากเกินไป", "en": "Too many entries"},
        message={
            "th": "แฟ้มมีหัวข้อและค่ารวมกันเกิน {limit} รายการ",
            "en": "the file holds more than {limit} keys and values",
        },
        fix={
            "th": "แยกเป็นหลายข้อเสนอ หรือย้ายตารางข้อมูลไปเป็นเอกสารแนบ",
            "en": "Split it, or move tables of data into annexes.",
        },
        why={
            "th": "จำกัดไว้เพื่อไม่ให้แฟ้มเดียวทำให้เครื่องค้าง",
            "en": "The limit keeps one file from stalling a machine.",
        },
    ),
    "Y005": FaultText(
        title={"th": "อ้างซ้ำมากเกินไป", "en": "Too much repeated by aliases"},
        message={
            "th": "{reason} (รับได้รวมกันไม่เกิน {limit} รายการ)",
            "en": "{reason} (at most {limit} values may be repeated)",
        },
        fix={
            "th": "เขียนเนื้อหาตรง ๆ แทนการใช้ & และ *",
            "en": "Write the content out instead of using & and *.",
        },
        why={
            "th": "แฟ้มเล็กที่อ้างซ้ำหลายชั้นขยายจนเครื่องค้างได้",
            "en": "A small file of aliases can grow until a machine stalls.",
        },
    ),
    "Y006": FaultText(
        title={"th": "หัวข้อซ้ำ", "en": "Duplicate key"},
        message={
            "th": "หัวข้อ “{key}” มีอยู่แล้วที่บรรทัด {first} จึงใช้ของบรรทัดแรก",
            "en": "the key “{key}” is already on line {first}; the first one is used",
        },
        fix={
            "th": "รวมเนื้อหาไว้หัวข้อเดียว แล้วลบหัวข้อที่ซ้ำออก",
            "en": "Put everything under one of them and delete the other.",
        },
        why={
            "th": "โปรแกรมอื่นอาจใช้ค่าหลังโดยไม่แจ้ง ทำให้เนื้อหาสูญหาย",
            "en": "Other programs silently take the last one, and content is lost.",
        },
    ),
    "Y007": FaultText(
        title={"th": "มีคำสั่งพิเศษของ YAML", "en": "Unknown tag"},
        message={
            "th": "ไม่ใช้คำสั่ง “{tag}” อ่านเป็นข้อมูลธรรมดา",
            "en": "the tag “{tag}” is not used; what follows is read as plain data",
        },
        fix={"th": "ลบส่วนที่ขึ้นต้นด้วย ! ออก", "en": "Delete the part that begins with “!”."},
        why={
            "th": "ข้อเสนอเป็นข้อมูลล้วน คำสั่งแบบนี้ทำให้โปรแกรมอื่นไม่ปลอดภัย",
            "en": "A proposal is plain data; tags can make other programs run things.",
        },
    ),
    "Y008": FaultText(
        title={"th": "มีหลายเอกสารในแฟ้มเดียว", "en": "Several documents"},
        message={
            "th": "พบเอกสารที่สองหลังเส้น --- ซึ่งไม่ได้อ่าน",
            "en": "a second document begins at this “---” and is not read",
        },
        fix={
            "th": "แยกเป็นคนละแฟ้ม หรือลบเส้น --- ออก",
            "en": "Put it into a file of its own, or delete the “---”.",
        },
        why={"th": "หนึ่งแฟ้มคือหนึ่งข้อเสนอ", "en": "One file is one proposal."},
    ),
    "Y009": FaultText(
        title={"th": "มีอักขระควบคุม", "en": "Control characters"},
        message={
            "th": "มีอักขระที่มองไม่เห็น {character} ({count} แห่ง เริ่มที่นี่)",
            "en": "an invisible character, {character} ({count} in all, the first here)",
        },
        fix={
            "th": "ลบอักขระนั้นออก มักติดมาจากการคัดลอกจากโปรแกรมอื่น",
            "en": "Delete it; it often comes along when text is copied.",
        },
        why={
            "th": "อักขระที่มองไม่เห็นทำให้โปรแกรมอื่นอ่านแฟ้มผิดหรืออ่านไม่ได้",
            "en": "What can't be seen makes other programs misread or refuse the file.",
        },
    ),
    "Y010": FaultText(
        title={"th": "อ่านรหัสอักษรไม่ได้", "en": "Not UTF-8"},
        message={"th": "อักษรตรงนี้ ({byte}) ไม่ใช่ UTF-8", "en": "the byte {byte} here is not UTF-8"},
        fix={"th": "เปิดแฟ้มแล้วบันทึกใหม่เป็น UTF-8", "en": "Open the file and save it as UTF-8."},
        why={
            "th": "ถ้าเดารหัสอักษร ข้อความอาจเพี้ยนโดยไม่มีใครเห็น",
            "en": "Guessing an encoding can garble text without anybody noticing.",
        },
    ),
    "Y011": FaultText(
        title={"th": "แฟ้มเป็น Windows-874", "en": "Windows-874"},
        message={
            "th": "แฟ้มนี้บันทึกเป็น Windows-874 (TIS-620) อ่านให้แล้ว แต่ควรบันทึกเป็น UTF-8",
            "en": "the file is Windows-874 (TIS-620); it was read, but should be saved as UTF-8",
        },
        fix={
            "th": "บันทึกใหม่เป็น UTF-8 (ใน Notepad: บันทึกเป็น → การเข้ารหัส UTF-8)",
            "en": "Save it as UTF-8 (in Notepad: Save as, Encoding).",
        },
        why={
            "th": "โปรแกรมส่วนใหญ่อ่านแฟ้มรหัสนี้เป็นอักขระเพี้ยน",
            "en": "Most programs show such a file garbled.",
        },
    ),
    "Y012": FaultText(
        title={"th": "แฟ้มเป็น UTF-16", "en": "UTF-16"},
        message={
            "th": "แฟ้มนี้บันทึกเป็น UTF-16 อ่านให้แล้ว แต่ควรบันทึกเป็น UTF-8",
            "en": "the file is UTF-16; it was read, but should be saved as UTF-8",
        },
        fix={
            "th": "บันทึกใหม่เป็น UTF-8 (ใน Notepad: บันทึกเป็น → การเข้ารหัส UTF-8)",
            "en": "Save it as UTF-8 (in Notepad: Save as, Encoding).",
        },
        why={
            "th": "git และโปรแกรมส่วนใหญ่เห็นแฟ้มรหัสนี้เป็นแฟ้มไบนารี",
            "en": "git and most programs take such a file for binary.",
        },
    ),
    "Y013": FaultText(
        title={"th": "ใช้หัวข้อ << ", "en": "Merge key"},
        message={
            "th": "ไม่รองรับหัวข้อ << จึงไม่ได้อ่านเนื้อหาที่อ้างถึง",
            "en": "the merge key “<<” is not followed; what it points at was not read",
        },
        fix={"th": "เขียนหัวข้อที่ต้องการลงไปตรง ๆ", "en": "Write the keys out."},
        why={
            "th": "ผู้อ่านต้องเห็นทุกหัวข้อในที่ของมัน และโปรแกรมต่าง ๆ ตีความ << ไม่เหมือนกัน",
            "en": "A reader must see each key in its place, and programs differ in what “<<” means.",
        },
    ),
    "Y014": FaultText(
        title={"th": "ชื่อหัวข้อไม่ใช่ข้อความ", "en": "Key that is not text"},
        message={
            "th": "ชื่อหัวข้อตรงนี้เป็นรายการหรือหัวข้อย่อย จึงไม่ได้อ่าน",
            "en": "a list or a section stands where a key should be; the entry was not read",
        },
        fix={"th": "ใช้ข้อความสั้น ๆ เป็นชื่อหัวข้อ", "en": "Use a short text as the key."},
        why={"th": "หัวข้อของข้อเสนอเป็นคำที่กำหนดไว้", "en": "The keys of a proposal are given words."},
    ),
    "Y015": FaultText(
        title={"th": "มีอักขระขึ้นบรรทัดแบบพิเศษ", "en": "Unusual line break"},
        message={
            "th": "มีอักขระขึ้นบรรทัดแบบพิเศษ {character} ({count} แห่ง เริ่มที่นี่) อ่านเป็นช่องว่าง",
            "en": "an unusual line break, {character} ({count} in all, the first here), is read as a space",
        },
        fix={
            "th": "ลบแล้วกด Enter หรือเว้นวรรคแทน",
            "en": "Replace it by an ordinary line break or a space.",
        },
        why={
            "th": "โปรแกรมนับบรรทัดไม่ตรงกัน เลขบรรทัดในผลตรวจจะเลื่อน",
            "en": "Programs count lines differently over it, and line numbers shift.",
        },
    ),
    "Y016": FaultText(
        title={"th": "แฟ้มว่าง", "en": "Empty file"},
        message={"th": "แฟ้มนี้ไม่มีข้อมูล", "en": "there is nothing in the file"},
        fix={
            "th": "เริ่มจากบรรทัด smartcert: 1 หรือคัดลอกจากตัวอย่างใน examples/",
            "en": "Begin with “smartcert: 1”, or copy one of the examples.",
        },
        why={"th": "ไม่มีข้อมูลให้ประเมิน", "en": "There is nothing to assess."},
    ),
    "Y017": FaultText(
        title={"th": "แฟ้มไม่มีหัวข้อ", "en": "No keys"},
        message={
            "th": "ชั้นบนสุดของแฟ้มต้องเป็น “หัวข้อ: ค่า” ไม่ใช่ข้อความหรือรายการ",
            "en": "the top of the file must be keys with values, not a text or a list",
        },
        fix={
            "th": "เขียนเป็น “หัวข้อ: ค่า” เริ่มจาก smartcert: 1",
            "en": "Write “key: value”, beginning with “smartcert: 1”.",
        },
        why={
            "th": "แฟ้มที่เป็นข้อความหรือรายการล้วนไม่มีหัวข้อให้เทียบกับเกณฑ์",
            "en": "A plain text or list has no keys to hold against the criteria.",
        },
    ),
    "Y018": FaultText(
        title={"th": "อ้างถึงสิ่งที่ไม่มี", "en": "Alias to nothing"},
        message={
            "th": "“*{anchor}” อ้างถึงสิ่งที่ยังไม่ได้ประกาศ จึงนับว่าว่าง",
            "en": "“*{anchor}” points at nothing and counts as empty",
        },
        fix={
            "th": "ถ้าเป็นข้อความธรรมดา ให้ใส่เครื่องหมายคำพูดครอบ",
            "en": "If it is plain text, put it in quotation marks.",
        },
        why={
            "th": "ค่าที่ขึ้นต้นด้วย * มีความหมายพิเศษใน YAML",
            "en": "A value that begins with “*” has a meaning of its own in YAML.",
        },
    ),
    "Y019": FaultText(
        title={"th": "พบข้อผิดพลาดมากเกินไป", "en": "Too many faults"},
        message={
            "th": "พบข้อผิดพลาดครบ {limit} แห่งแล้ว จึงหยุดอ่านที่นี่",
            "en": "{limit} faults were found; nothing was read from here on",
        },
        fix={
            "th": "แก้ข้อผิดพลาดที่แสดงไว้ก่อน แล้วตรวจใหม่",
            "en": "Mend those that are shown, then check again.",
        },
        why={
            "th": "ข้อผิดพลาดจำนวนมากมักมาจากสาเหตุเดียว และรายงานที่ยาวเกินไปไม่มีใครอ่าน",
            "en": "So many faults tend to have one cause, and nobody reads a report that long.",
        },
    ),
    "Y020": FaultText(
        title={"th": "ไม่ใช่แฟ้มข้อความ", "en": "Not a text file"},
        message={
            "th": "แฟ้มนี้เป็น{reason} ไม่ใช่แฟ้มข้อความ YAML",
            "en": "the file is {reason}, not YAML text",
        },
        fix={
            "th": "สร้างแฟ้ม YAML ด้วย smartcert init คัดลอกข้อความจากแฟ้มนี้ไปใส่ตามหัวข้อ แล้วตรวจแฟ้ม YAML นั้น ส่วนแฟ้มนี้ใช้เป็นเอกสารแนบได้",
            "en": "Make a YAML file with `smartcert init`, copy the text into its fields, and check that file. This one can be an annex.",
        },
        why={
            "th": "ข้อเสนอต้องเป็นข้อความที่แบ่งตามหัวข้อ จึงจะเทียบกับเกณฑ์ทีละข้อได้",
            "en": "A proposal is text under keys, which is what can be held against the criteria one by one.",
        },
    ),
}
