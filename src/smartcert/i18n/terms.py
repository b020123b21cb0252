"""Words and short phrases of the terminal output and the summary."""

TERMS: dict[str, dict[str, str]] = {
    "round": {"th": "รอบที่ {round}", "en": "round {round}"},
    "edition": {"th": "ฉบับ {edition}", "en": "edition {edition}"},
    "profile": {"th": "โปรไฟล์ {profile}", "en": "profile {profile}"},
    "blocks": {"th": "ต้องแก้ก่อนยื่น ({count} จุด)", "en": "Blocks submission ({count})"},
    "recommended": {"th": "ควรแก้ ({count} จุด)", "en": "Recommended ({count})"},
    "faults": {"th": "ข้อสังเกตเรื่องแฟ้ม ({count} จุด)", "en": "The file itself ({count})"},
    "why": {"th": "เหตุผล", "en": "why"},
    "fix": {"th": "วิธีแก้", "en": "fix"},
    "stub": {"th": "ตัวอย่าง", "en": "write"},
    "basis": {"th": "ที่มา", "en": "source"},
    "see": {"th": "ดูด้วย", "en": "see also"},
    "also": {"th": "ข้อเดียวกัน: {id} (ดูเหตุผลและวิธีแก้ข้างต้น)", "en": "same as above: {id}"},
    "more": {
        "th": "… และอีก {count} จุด ดูทั้งหมดด้วย --verbose",
        "en": "… and {count} more; --verbose shows all",
    },
    "all-well": {
        "th": "ไม่พบช่องว่าง: ครบทุกข้อกำหนดที่ใช้กับโปรไฟล์นี้",
        "en": "All well: every requirement of this profile is met.",
    },
    "summary": {"th": "สรุป", "en": "Summary"},
    "verdict": {"th": "ผล", "en": "Verdict"},
    "ready": {"th": "พร้อมยื่น", "en": "ready"},
    "ready-with-gaps": {"th": "พร้อมยื่น แต่ยังมีข้อควรแก้", "en": "ready with gaps"},
    "not-ready": {"th": "ยังไม่พร้อมยื่น", "en": "not ready"},
    "unreadable": {"th": "อ่านแฟ้มไม่ได้", "en": "unreadable"},
    "readiness": {"th": "ความพร้อม", "en": "readiness"},
    "completeness": {"th": "ความครบถ้วน", "en": "completeness"},
    "evidence": {"th": "หลักฐาน", "en": "evidence"},
    "points": {"th": "{points} จาก {out_of} คะแนน", "en": "{points} of {out_of} points"},
    "fields": {"th": "{points} จาก {out_of} ช่องที่ขอ", "en": "{points} of {out_of} fields asked for"},
    "backed": {"th": "{points} จาก {out_of} ข้อที่ผ่านมีเอกสารแนบจริง", "en": "{points} of {out_of} met requirements have an annex"},
    "by-group": {"th": "ที่มาของคะแนนความพร้อม", "en": "How readiness adds up"},
    "total": {"th": "รวม", "en": "total"},
    "counts": {
        "th": "{level} ({points} จาก {out_of} คะแนน): ผ่าน {met} บางส่วน {partial} ขาด {missing} รอคนพิจารณา {person} ไม่เกี่ยวข้อง {na}",
        "en": "{level} ({points} of {out_of} points): {met} met, {partial} partial, {missing} missing, {person} for a person, {na} not applicable",
    },
    "mandatory": {"th": "บังคับ", "en": "mandatory"},
    "level-recommended": {"th": "แนะนำ", "en": "recommended"},
    "fault": {"th": "แฟ้ม", "en": "file"},
    "not-depa": {
        "th": "นี่คือความพร้อมตามการตรวจของ smartcert ไม่ใช่คะแนนของ depa",
        "en": "This is smartcert's readiness, not depa's score.",
    },
    "official": {"th": "แหล่งทางการ", "en": "official"},
    "secondary": {"th": "ถ่ายทอดโดยผู้อื่น", "en": "secondary"},
    "academic": {"th": "งานวิชาการ", "en": "academic"},
    "inferred": {"th": "smartcert อนุมาน", "en": "inferred by smartcert"},
    "unverified": {"th": "ยังไม่ยืนยัน", "en": "unverified"},
    "none": {"th": "ไม่มีรายการ", "en": "none"},
    "files": {
        "th": "{count} แฟ้ม: พร้อม {ready} มีข้อควรแก้ {gaps} ไม่พร้อม {not_ready} อ่านไม่ได้ {unreadable}",
        "en": "{count} files: {ready} ready, {gaps} with gaps, {not_ready} not ready, {unreadable} unreadable",
    },
    "checking": {"th": "กำลังตรวจ", "en": "checking"},
    "gate": {"th": "ความพร้อม {value} ต่ำกว่าเกณฑ์ --fail-under {limit}", "en": "readiness {value} is below --fail-under {limit}"},
    "infrastructure": {"th": "โครงสร้างพื้นฐาน", "en": "Infrastructure"},
    "level": {"th": "ระดับ", "en": "level"},
    "profiles": {"th": "ใช้กับ", "en": "asked of"},
    "editions": {"th": "ฉบับเกณฑ์", "en": "editions"},
    "suggested": {"th": "หลักฐานที่แนะนำ", "en": "suggested evidence"},
    "at-times": {"th": "บางกรณี", "en": "at times"},
    "signs": {"th": "{count} ข้อ: ● บังคับ ○ แนะนำ", "en": "{count} requirements: ● mandatory ○ recommended"},
    "lint-good": {"th": "ชุดเกณฑ์ถูกต้อง", "en": "The catalog is sound."},
    "lint-bad": {"th": "พบข้อผิดพลาด {count} จุด", "en": "{count} complaints"},
}


def term(key: str, lang: str, **params: object) -> str:
    """Give a phrase in a language, with its names filled in."""
    text = TERMS[key][lang]
    return text.format(**params) if params else text
