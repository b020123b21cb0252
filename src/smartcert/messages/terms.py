"""Words and short phrases of the terminal output and the summary."""

TERMS: dict[str, dict[str, str]] = {
    "round": {"th": "รอบที่ {round}", "en": "round {round}"},
    "edition": {"th": "ฉบับ {edition}", "en": "edition {edition}"},
    "profile": {"th": "{title} ({profile})", "en": "profile {profile}"},
    "blocks": {"th": "ต้องแก้ก่อนยื่น ({count} จุด)", "en": "Blocks submission ({count})"},
    "recommended": {"th": "ควรแก้ ({count} จุด)", "en": "Recommended ({count})"},
    "faults": {"th": "ข้อสังเกตเกี่ยวกับแฟ้ม ({count} จุด)", "en": "The file itself ({count})"},
    "why": {"th": "เหตุผล", "en": "why"},
    "fix": {"th": "วิธีแก้ไข", "en": "fix"},
    "stub": {"th": "ตัวอย่าง", "en": "write"},
    "basis": {"th": "ที่มา", "en": "source"},
    "see": {"th": "ดูด้วย", "en": "see also"},
    "also": {"th": "ข้อเดียวกัน: {id} (ดูเหตุผลและวิธีแก้ไขข้างต้น)", "en": "same as above: {id}"},
    "more": {
        "th": "… และอีก {count} จุด ดูทั้งหมดด้วย --verbose",
        "en": "… and {count} more; --verbose shows all",
    },
    "not-listed": {
        "th": "… และอีก {count} จุดที่ไม่ได้แสดงในตารางนี้ ดูทั้งหมดด้วยคำสั่ง smartcert check --verbose",
        "en": "… and {count} more that this table leaves out; `smartcert check --verbose` shows all",
    },
    "no-room": {
        "th": "… และอีก {count} ข้อเสนอที่ไม่ได้แสดง เพราะหน้านี้รับข้อความได้จำกัด ดูผลทุกฉบับในบันทึก (log) ของงาน",
        "en": "… and {count:proposal|proposals} more, for which this page has no room; the job's log has every one",
    },
    "all-well": {
        "th": "ไม่พบจุดที่ต้องแก้ไข: ผ่านทุกข้อกำหนดที่ใช้กับประเภทคำขอนี้",
        "en": "All well: every requirement of this profile is met.",
    },
    "summary": {"th": "สรุป", "en": "Summary"},
    "verdict": {"th": "ผลการตรวจของ smartcert", "en": "Verdict"},
    "ready": {"th": "พร้อมยื่น", "en": "ready"},
    "ready-with-gaps": {"th": "พร้อมยื่น แต่ยังมีข้อควรแก้", "en": "ready with gaps"},
    "not-ready": {"th": "ยังไม่พร้อมยื่น", "en": "not ready"},
    "unreadable": {"th": "อ่านแฟ้มไม่ได้", "en": "unreadable"},
    "readiness": {"th": "ความพร้อม", "en": "readiness"},
    "adjusted": {"th": "ไม่นับข้อยกเว้น", "en": "without waived"},
    "completeness": {"th": "ความครบถ้วน", "en": "completeness"},
    "evidence": {"th": "หลักฐาน", "en": "evidence"},
    "points": {"th": "{points} จาก {out_of} คะแนน", "en": "{points} of {out_of} points"},
    "fields": {
        "th": "{points} จาก {out_of} ช่องที่ต้องกรอก",
        "en": "{points} of {out_of} fields asked for",
    },
    "backed": {
        "th": "มีเอกสารแนบ {points} จาก {out_of} ข้อที่ผ่านและควรมีเอกสารแนบ",
        "en": "{points} of {out_of} met requirements have an annex",
    },
    "by-group": {"th": "ที่มาของคะแนนความพร้อม", "en": "How readiness adds up"},
    "total": {"th": "รวม", "en": "total"},
    "counts": {
        "th": "{level} ({points} จาก {out_of} คะแนน): ผ่าน {met} · ผ่านบางส่วน {partial} · ยังไม่ผ่าน {missing} · รอผู้ตรวจพิจารณา {person} · ไม่เกี่ยวข้อง {na}",
        "en": "{level} ({points} of {out_of} points): {met} met, {partial} partial, {missing} missing, {person} for a person, {na} not applicable",
    },
    "mandatory": {"th": "บังคับ", "en": "mandatory"},
    "level-recommended": {"th": "แนะนำ", "en": "recommended"},
    "fault": {"th": "แฟ้ม", "en": "file"},
    "not-depa": {
        "th": "คะแนนความพร้อมข้างต้นเป็นผลตรวจของ smartcert ไม่ใช่คะแนนของ depa และไม่ใช่ผลการพิจารณาของคณะกรรมการ",
        "en": "This is smartcert's readiness, not depa's score and no decision of a committee.",
    },
    "official": {"th": "อ้างหน่วยงานของรัฐหรือกฎหมาย ตามที่มีการเผยแพร่", "en": "official"},
    "secondary": {"th": "แหล่งทุติยภูมิ", "en": "secondary"},
    "academic": {"th": "งานวิชาการ", "en": "academic"},
    "inferred": {"th": "smartcert อนุมาน", "en": "inferred by smartcert"},
    "unverified": {"th": "ยังไม่ยืนยัน", "en": "unverified"},
    "none": {"th": "ไม่มีรายการ", "en": "none"},
    "files": {
        "th": "{count} แฟ้ม: พร้อม {ready} มีข้อควรแก้ {gaps} ไม่พร้อม {not_ready} อ่านไม่ได้ {unreadable}",
        "en": "{count} files: {ready} ready, {gaps} with gaps, {not_ready} not ready, {unreadable} unreadable",
    },
    "checking": {"th": "กำลังตรวจ", "en": "checking"},
    "gate-fail-on": {
        "th": "ไม่ผ่านเงื่อนไข --fail-on {level}: {count} จุด",
        "en": "fails --fail-on {level}: {count:finding|findings}",
    },
    "gate-regress": {"th": "ผลถดถอยจาก {base}: {lost}", "en": "worse than {base}: {lost}"},
    "gate-no-base": {
        "th": "{base} ยังไม่มี {file} จึงไม่มีอะไรให้เทียบ (--no-regress)",
        "en": "{base} has no {file} yet; there is nothing to compare with (--no-regress)",
    },
    "lost-open": {"th": "เคยผ่าน แต่ตอนนี้ไม่ผ่าน: {ids}", "en": "no longer met: {ids}"},
    "lost-smart": {"th": "หายไปพร้อมกับด้านที่ตัดออก: {ids}", "en": "dropped with its Smart: {ids}"},
    "lost-condition": {
        "th": "เคยผ่าน แต่ตอนนี้ไม่ถูกตรวจ เพราะร่างนี้แก้หรือตัดข้อมูลที่เกี่ยวข้องออก: {ids}",
        "en": "met then, and not asked any more because of what this draft changed or left out: {ids}",
    },
    "lost-profile": {
        "th": "ร่างนี้เปลี่ยน profile จาก {old} เป็น {new} จึงไม่ได้ตรวจ: {ids}",
        "en": "not asked since the draft went from profile {old} to {new}: {ids}",
    },
    "standing": {
        "th": "ผลตรวจตั้งต้น {date} ({age}) {size} จุด: แก้แล้ว {fixed} พบใหม่ {new}",
        "en": "baseline of {date} ({age}), {size:finding|findings}: {fixed} fixed, {new} new",
    },
    "age": {"th": "{age} วัน", "en": "{age:day|days}"},
    "age-later": {"th": "หลังวันที่ประเมิน", "en": "after the day of this assessment"},
    "not-asked": {"th": " เกณฑ์ไม่ถามแล้ว {count}", "en": ", {count} no longer asked"},
    "dropped": {"th": "เกณฑ์ไม่ถามแล้ว: {what}", "en": "no longer asked: {what}"},
    "baseline-written": {
        "th": "บันทึก {count} จุดลง {file}",
        "en": "{count:finding|findings} recorded in {file}",
    },
    "gone": {"th": "แก้แล้ว: {what}", "en": "fixed: {what}"},
    "init-next": {
        "th": "สร้าง {file} แล้ว (ด้านที่เสนอ: {smarts} เลือกด้านอื่นได้ด้วย --smarts) กรอกข้อมูลแล้วตรวจด้วย: smartcert check {file}",
        "en": "Wrote {file} (Smarts: {smarts}; --smarts chooses others). Fill it in, then: smartcert check {file}",
    },
    "next": {
        "th": "ขั้นต่อไป: แก้จุดแรกด้านบนแล้วตรวจซ้ำ หรือดูรายงานทั้งฉบับด้วย smartcert report {file}",
        "en": "Next: mend the first gap above and check again, or read the whole report: smartcert report {file}",
    },
    "faults-below": {
        "th": "แฟ้มนี้มีข้อสังเกตเกี่ยวกับแฟ้ม {count} จุด (อยู่ท้ายรายการ) ซึ่งอาจเป็นสาเหตุของบางจุดด้านล่าง",
        "en": "The file itself has {count:fault|faults} (told at the end), which may be why some of these gaps are here",
    },
    "set-aside": {"th": "พักไว้ชั่วคราว ({count} จุด)", "en": "Set aside ({count})"},
    "waiver": {"th": "ข้อยกเว้น", "en": "waiver"},
    "baseline": {"th": "ผลตรวจตั้งต้น", "en": "baseline"},
    "marked": {
        "th": "ข้อบังคับที่อ้างข้อมูลจากหน่วยงานของรัฐยกเว้นไม่ได้ จึงยังนับว่าค้างอยู่ (เหตุผลที่บันทึกไว้: {reason})",
        "en": "mandatory by official basis; it can't be waived and stays open (the reason recorded: {reason})",
    },
    "until": {"th": "ถึง {date}", "en": "until {date}"},
    "gate": {
        "th": "ความพร้อม {value} ต่ำกว่าเกณฑ์ --fail-under {limit}",
        "en": "readiness {value} is below --fail-under {limit}",
    },
    "infrastructure": {"th": "โครงสร้างพื้นฐาน", "en": "Infrastructure"},
    "level": {"th": "ระดับ", "en": "level"},
    "profiles": {"th": "ใช้กับ", "en": "asked of"},
    "editions": {"th": "ฉบับเกณฑ์", "en": "editions"},
    "suggested": {"th": "หลักฐานที่แนะนำ", "en": "suggested evidence"},
    "at-times": {"th": "บางกรณี", "en": "at times"},
    "unasked": {"th": "ไม่มีประเภทคำขอใดในชุดเกณฑ์นี้ใช้ข้อนี้", "en": "no profile of this catalog"},
    "off": {"th": "ชุดเกณฑ์ {catalog} ปิดข้อนี้ไว้", "en": "switched off in {catalog}"},
    "indicators": {"th": "ตัวชี้วัดอ้างอิง", "en": "Reference indicators"},
    "indicator": {"th": "ตัวชี้วัดอ้างอิง ชุด {set}", "en": "reference indicator, set {set}"},
    "unit": {"th": "หน่วย", "en": "unit"},
    "target": {"th": "ค่าอ้างอิง", "en": "reference value"},
    "no-pass-mark": {
        "th": "เป็นค่าอ้างอิงสำหรับตั้งเป้าหมาย ไม่ใช่เกณฑ์ผ่าน และไม่นำชุด A กับชุด B มาปนกัน",
        "en": "A reference to set targets by, never a pass mark; sets A and B are not mixed.",
    },
    "crosswalk": {"th": "เทียบกับมาตรฐานสากล", "en": "in international standards"},
    "note": {"th": "หมายเหตุ", "en": "note"},
    "unsure": {
        "th": "(?) ยังไม่ได้ตรวจกับเอกสารต้นทาง",
        "en": "(?) not checked against the document itself",
    },
    "signs": {
        "th": "{count} ข้อ: ● บังคับ ○ แนะนำ",
        "en": "{count:requirement|requirements}: ● mandatory ○ recommended",
    },
    "lint-good": {"th": "ชุดเกณฑ์ถูกต้อง", "en": "The catalog is sound."},
    "lint-bad": {
        "th": "พบข้อผิดพลาดในชุดเกณฑ์ {count} จุด",
        "en": "Complaints about the catalog: {count}",
    },
}


class Count(int):
    """A number that brings its noun: `{count:finding|findings}` reads "1 finding", "2 findings"."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else format(int(self), spec)


def term(key: str, lang: str, **params: object) -> str:
    """Return a phrase in a language, with its names filled in."""
    text = TERMS[key][lang]
    return text.format(
        **{
            name: Count(value) if isinstance(value, int) else value
            for name, value in params.items()
        }
    )
