"""The closed sets of words that a proposal chooses from."""

from __future__ import annotations

from smartcert.schema.types import choice

ApplicantKind = choice(
    {
        "province": ("จังหวัด", "province"),
        "municipality": (
            "เทศบาล",
            "municipality",
            "เทศบาลนคร",
            "เทศบาลเมือง",
            "เทศบาลตำบล",
            "city municipality",
            "town municipality",
        ),
        "pao": ("อบจ.", "provincial administrative organisation", "องค์การบริหารส่วนจังหวัด", "PAO"),
        "sao": ("อบต.", "sub-district administrative organisation", "องค์การบริหารส่วนตำบล", "SAO"),
        "special-local": (
            "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
            "special local government",
            "กรุงเทพมหานคร",
            "กทม.",
            "เมืองพัทยา",
        ),
        "university": ("มหาวิทยาลัย", "university", "สถาบันอุดมศึกษา"),
        "state-enterprise": ("รัฐวิสาหกิจ", "state enterprise"),
        "agency": ("หน่วยงานของรัฐ", "government agency", "หน่วยงานรัฐ", "ส่วนราชการ", "องค์การมหาชน"),
        "company": ("บริษัท", "company", "บริษัทจำกัด", "บริษัทพัฒนาเมือง", "เอกชน"),
        "other": ("อื่น ๆ", "other"),
    }
)
PromotionStatus = choice(
    {
        "none": ("ยังไม่ได้ยื่น", "not applied"),
        "applied": ("ยื่นแล้ว", "applied"),
        "granted": ("ได้รับประกาศแล้ว", "granted"),
    }
)
CityType = choice(
    {"livable": ("เมืองเดิมน่าอยู่", "livable (existing)"), "new": ("เมืองใหม่ทันสมัย", "new")}
)
Zone = choice(
    {
        "none": ("ไม่อยู่ในเขตพิเศษ", "none"),
        "eec": ("เขตพัฒนาพิเศษภาคตะวันออก", "Eastern Economic Corridor"),
    }
)
InvestmentModel = choice(
    {
        "government": ("งบประมาณแผ่นดิน", "government budget"),
        "own": ("งบประมาณตนเอง", "own budget"),
        "ppp": ("ร่วมลงทุนรัฐและเอกชน", "public-private partnership"),
        "concession": ("สัมปทาน", "concession"),
        "debt": ("เงินกู้", "debt"),
        "private": ("เอกชนลงทุน", "private"),
        "grant": ("เงินอุดหนุน", "grant"),
        "performance-contract": ("สัญญาตามผลงาน", "performance contract"),
        "blended": ("ผสมผสาน", "blended"),
    }
)
DataClass = choice(
    {
        "open": ("เปิดเผย", "open"),
        "internal": ("ใช้ภายใน", "internal"),
        "confidential": ("ลับ", "confidential"),
        "personal": ("ส่วนบุคคล", "personal"),
    }
)
ProjectStatus = choice(
    {
        "planned": ("อยู่ในแผน", "planned"),
        "funded": ("ได้รับงบประมาณแล้ว", "funded"),
        "running": ("กำลังดำเนินการ", "running"),
        "done": ("แล้วเสร็จ", "done"),
        "stopped": ("ยุติ", "stopped"),
    }
)
Direction = choice(
    {
        "increase": ("เพิ่ม", "increase"),
        "decrease": ("ลด", "decrease"),
        "maintain": ("คงไว้", "maintain"),
    }
)
Sector = choice(
    {
        "people": ("ประชาชน", "people"),
        "public": ("ภาครัฐ", "public"),
        "private": ("ภาคเอกชน", "private"),
        "academic": ("สถาบันการศึกษา", "academic"),
    }
)
ProgressBasis = choice(
    {
        "projects": ("จำนวนโครงการ", "projects"),
        "budget": ("งบประมาณ", "budget"),
        "other": ("อื่น ๆ", "other"),
    }
)
BoiActivity = choice(
    {
        "area": ("พัฒนาพื้นที่เมืองอัจฉริยะ", "smart-city area"),
        "system": ("พัฒนาระบบเมืองอัจฉริยะ", "smart-city system"),
        "estate": ("นิคมหรือเขตอุตสาหกรรมอัจฉริยะ", "smart industrial estate"),
    }
)
