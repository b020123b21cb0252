"""What a finding says about a gap: one sentence a kind and language; names in braces are the gap's parameters."""

GAPS: dict[str, dict[str, str]] = {
    "missing": {"th": "ยังไม่ได้กรอก: {fields}", "en": "not there yet: {fields}"},
    "missing-section": {
        "th": "ยังไม่มีหัวข้อ{name} ({section}) จึงยังประเมินข้อกำหนด {count} ข้อไม่ได้: {requirements}",
        "en": "the section {name} ({section}) is not there, which leaves {count} requirements open: {requirements}",
    },
    "empty-section": {
        "th": "หัวข้อ{name} ({section}) ยังว่างอยู่ จึงยังประเมินข้อกำหนด {count} ข้อไม่ได้: {requirements}",
        "en": "the section {name} ({section}) is still empty, which leaves {count} requirements open: {requirements}",
    },
    "unread": {
        "th": "ค่าใน {fields} อ่านไม่ได้ จึงนับว่ายังไม่มี",
        "en": "what is written as {fields} can't be read, so it counts as not there",
    },
    "placeholder": {
        "th": "มีเพียงข้อความ “{written}” ยังไม่ใช่ข้อมูลจริง",
        "en": "“{written}” only holds the place; it is not an answer",
    },
    "short": {
        "th": "ข้อความสั้นเกินไป โปรดขยายความให้ชัดเจน (อย่างน้อยประมาณ {words} คำ)",
        "en": "too short to say much; write at least about {words} words",
    },
    "too-low": {"th": "ค่า {value} ต่ำกว่าที่กำหนด ({min})", "en": "{value} is below {min}"},
    "too-high": {"th": "ค่า {value} สูงกว่าที่กำหนด ({max})", "en": "{value} is above {max}"},
    "not-one-of": {
        "th": "“{value}” ไม่อยู่ในค่าที่ใช้ได้ ({values})",
        "en": "“{value}” is none of {values}",
    },
    "too-few": {
        "th": "มี {found} รายการ ต้องมีอย่างน้อย {min}",
        "en": "{found} here; at least {min} needed",
    },
    "too-few-of": {
        "th": "มีรายการที่เป็น {where} อยู่ {found} รายการ ต้องมีอย่างน้อย {min}",
        "en": "{found} with {where}; at least {min} needed",
    },
    "too-many": {"th": "มี {found} รายการ เกินกว่า {max}", "en": "{found} here; at most {max}"},
    "unwanted": {"th": "ไม่ควรเป็นเช่นนี้", "en": "this should not be so"},
    "dangling": {
        "th": "อ้างถึง “{value}” แต่ไม่พบใน{to}{guess}",
        "en": "refers to “{value}”, which is not found in {to}{guess}",
    },
    "unused": {
        "th": "ยังไม่มีส่วนใดของแผนอ้างถึง “{value}” (ตรวจแล้วที่: {by})",
        "en": "nothing in the plan refers to “{value}” (looked in {by})",
    },
    "sum": {
        "th": "ผลรวมของ{parts} {count} รายการเป็น {sum} ไม่ตรงกับวงเงินรวมที่ระบุไว้ {total} ต่างกัน {difference} (ยอมให้คลาดเคลื่อนไม่เกินร้อยละ {tolerance})",
        "en": "{parts} ({count} items) add up to {sum}, but the stated total is {total}: off by {difference} (tolerance {tolerance}%)",
    },
    "outside": {
        "th": "{value} อยู่นอกช่วงแผน {from} ถึง {to}",
        "en": "{value} lies outside the plan, {from} to {to}",
    },
    "order": {"th": "{then} ต้องมาหลัง {first}", "en": "{then} must come after {first}"},
    "not-mentioned": {
        "th": "ยังไม่กล่าวถึงเรื่องที่เกี่ยวข้อง เช่น {terms}",
        "en": "none of the subjects looked for is mentioned, such as {terms}",
    },
    "output-kpi": {
        "th": "ตัวชี้วัด “{name}” (หน่วย: {unit}) นับจำนวนอุปกรณ์หรือกิจกรรม ยังไม่วัดผลลัพธ์",
        "en": "the KPI “{name}” (unit: {unit}) counts devices or activities, not an outcome",
    },
    "two-targets": {
        "th": "“{name}” มีค่าเป้าหมายสองค่า: {first} และ {second}",
        "en": "“{name}” has two targets: {first} and {second}",
    },
    "direction": {
        "th": "กำหนดทิศทางเป็น “{direction}” แต่ค่าฐาน {baseline} และค่าเป้าหมาย {target} ไม่เป็นไปตามนั้น",
        "en": "the direction “{direction}” contradicts the numbers: baseline {baseline}, target {target}",
    },
    "no-opex": {
        "th": "{id} {name} มีการใช้งานหลังปีแรก แต่ยังไม่มีรายการค่าใช้จ่ายดำเนินงานรองรับ (ระบุ {id} ที่หัวข้อ for ใน operating_cost)",
        "en": "{id} {name} runs past its first year, but no operating cost covers it (name {id} in `for` of operating_cost)",
    },
    "size": {
        "th": "ขนาดพื้นที่ {size} เท่ากับ {km2} ตร.กม. ซึ่งไม่น่าเป็นไปได้ โปรดตรวจหน่วย",
        "en": "{size} is {km2} km², which can hardly be; check the unit",
    },
    "unit": {
        "th": "หน่วย “{unit}” ไม่ตรงกับตัวชี้วัดอ้างอิง {indicator} ซึ่งใช้ “{wanted}”",
        "en": "the unit “{unit}” is not that of the reference indicator {indicator}, which uses “{wanted}”",
    },
    "no-smart": {
        "th": "“{value}” ไม่ใช่ด้านอัจฉริยะที่เกณฑ์มี โครงการใต้หัวข้อนี้จึงไม่ถูกประเมิน{guess}",
        "en": "“{value}” is none of the Smarts, so the projects under it are not assessed{guess}",
    },
    "no-indicator": {
        "th": "อ้างตัวชี้วัดอ้างอิง “{value}” ซึ่งไม่มีในชุดเกณฑ์{guess}",
        "en": "names the reference indicator “{value}”, which the catalog does not have{guess}",
    },
    "density": {
        "th": "{people} คนในพื้นที่ {size} เท่ากับ {density} คนต่อ ตร.กม. อยู่นอกช่วงที่ smartcert ใช้ตรวจ ({min} ถึง {max}) โปรดตรวจหน่วยและตัวเลข",
        "en": "{people} people on {size} make {density} per km², outside smartcert's range of {min} to {max}; check units and figures",
    },
    "nowhere": {
        "th": "ระบุว่าแก้ไขที่ “{where}” แต่ไม่พบตำแหน่งนี้ในแฟ้ม",
        "en": "says it was changed at “{where}”, which is not in the file",
    },
    "unanswered": {
        "th": "ยังไม่ได้ชี้แจงข้อคิดเห็น {id}: “{text}”",
        "en": "the comment {id} has no response: “{text}”",
    },
    "no-comment": {
        "th": "ชี้แจงข้อคิดเห็น “{value}” ซึ่งไม่มีในแฟ้มข้อคิดเห็น{guess}",
        "en": "answers the comment “{value}”, which no review has{guess}",
    },
    "logo-expired": {
        "th": "ตราสัญลักษณ์ลงวันที่ {date} ครบ {years} ปีแล้ว",
        "en": "the logo of {date} is past its {years} years",
    },
    "logo-due": {
        "th": "ตราสัญลักษณ์ลงวันที่ {date} เหลืออีก {months} เดือน ควรเตรียมต่ออายุ",
        "en": "the logo of {date} has {months} months left; prepare its renewal",
    },
    "logo-ahead": {
        "th": "วันที่ได้รับตราสัญลักษณ์ {date} ยังมาไม่ถึง โปรดตรวจสอบ",
        "en": "the logo is dated {date}, which has not come yet; check the date",
    },
    "no-report": {
        "th": "ยังไม่มีรายงานผลประจำปี {year} (ได้รับตราสัญลักษณ์เมื่อ {date})",
        "en": "the report of {year} is not there (the logo is of {date})",
    },
    "report-year": {
        "th": "รายงานของปี {written} ไม่อยู่ในช่วงตั้งแต่ได้รับตราสัญลักษณ์ ({date}) ถึงปีนี้",
        "en": "the year {written} does not lie between the logo ({date}) and this year",
    },
    "person": {
        "th": "ระบบตรวจเองไม่ได้ ต้องให้ผู้ตรวจพิจารณา: {question}",
        "en": "a person has to judge: {question}",
    },
}
