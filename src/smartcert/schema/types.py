"""The types of a proposal's fields.

YAML hands over text exactly as the city wrote it; a field's type says what that text means: a year in B.E. or C.E., baht, rai,
a yes. Each type is the name of one reader in `smartcert.thai`, so Pydantic and the tolerant reader judge by the same code.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from smartcert.proposal.values import READERS
from smartcert.thai.area import LandArea
from smartcert.thai.date import ThaiDate
from smartcert.thai.normalize import fold

_SCALAR = ["string", "number", "boolean"]


def _validator(name: str) -> Callable[[Any], Any]:
    """Make Pydantic call the reader of that name; a value that is already read passes."""
    reader = READERS[name]

    def validate(value: Any) -> Any:
        return reader(value) if isinstance(value, str) else value

    return validate


def _typed(python: Any, name: str, schema: dict[str, Any]) -> Any:
    return Annotated[
        python, PlainValidator(_validator(name)), WithJsonSchema({**schema, "x-type": name})
    ]


def _choice(values: dict[str, tuple[str, ...]]) -> Any:
    """A closed set of words, each with its Thai and its English name, and others in use; any name may be written for the word."""
    names = {key: {"th": th, "en": en} for key, (th, en, *_) in values.items()}
    also = {other: key for key, (_, _, *others) in values.items() for other in others}
    words = {fold(name): key for key, all_names in values.items() for name in (key, *all_names)}
    written = list(
        dict.fromkeys([*values, *(name for all_names in values.values() for name in all_names)])
    )
    return Annotated[
        Literal[tuple(values)],
        BeforeValidator(
            lambda value: words.get(fold(value), value) if isinstance(value, str) else value
        ),
        WithJsonSchema(
            {"enum": written, "x-type": "choice", "x-choices": names}
            | ({"x-also": also} if also else {})
        ),
    ]


def _one_text(value: Any) -> Any:
    """Take the Thai of a text that is given in two languages."""
    return (
        value.get("th") or value.get("en")
        if isinstance(value, dict) and value.keys() <= {"th", "en"}
        else value
    )


def _many(value: Any) -> Any:
    """Take one for a list of one."""
    return [value] if isinstance(value, str) else value


_BILINGUAL = {
    "type": "object",
    "properties": {"th": {"type": "string"}, "en": {"type": "string"}},
    "additionalProperties": False,
}

Text = Annotated[
    str,
    BeforeValidator(_one_text),
    WithJsonSchema(
        {
            "type": [*_SCALAR, "object"],
            **{k: v for k, v in _BILINGUAL.items() if k != "type"},
            "x-type": "text",
        }
    ),
]
State = Annotated[str, WithJsonSchema({"type": _SCALAR, "x-type": "state"})]
"""Text that says how far something is: `อยู่ระหว่างดำเนินการ` is an answer here."""

OrNone = Annotated[str, WithJsonSchema({"type": _SCALAR, "x-type": "or_none"})]
"""Text about something a city may have none of: `ไม่มี` is an answer here."""

Texts = Annotated[
    list[str],
    BeforeValidator(_many),
    WithJsonSchema({"type": [*_SCALAR, "array"], "items": {"type": _SCALAR}, "x-type": "texts"}),
]
Id = Annotated[str, WithJsonSchema({"type": ["string", "number"], "x-type": "id"})]
Refs = Annotated[
    list[str],
    BeforeValidator(_many),
    WithJsonSchema(
        {
            "type": ["string", "number", "array"],
            "items": {"type": ["string", "number"]},
            "x-type": "refs",
        }
    ),
]
Url = _typed(str, "url", {"type": "string"})
FilePath = Annotated[str, WithJsonSchema({"type": "string", "x-type": "file"})]
Number = _typed(Fraction, "number", {"type": ["number", "string"]})
Whole = _typed(int, "whole", {"type": ["integer", "string"]})
Ordinal = _typed(int, "ordinal", {"type": ["integer", "string"]})
Year = _typed(ThaiDate, "year", {"type": ["integer", "string"]})
Date = _typed(ThaiDate, "date", {"type": ["string", "integer"]})
Amount = _typed(Fraction, "amount", {"type": ["number", "string"]})
Yearly = _typed(Fraction, "yearly", {"type": ["number", "string"]})
AreaSize = _typed(LandArea, "area", {"type": "string"})
Flag = _typed(bool, "flag", {"type": ["boolean", "string"]})

ApplicantKind = _choice(
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
PromotionStatus = _choice(
    {
        "none": ("ยังไม่ได้ยื่น", "not applied"),
        "applied": ("ยื่นแล้ว", "applied"),
        "granted": ("ได้รับประกาศแล้ว", "granted"),
    }
)
CityType = _choice(
    {"livable": ("เมืองเดิมน่าอยู่", "livable (existing)"), "new": ("เมืองใหม่ทันสมัย", "new")}
)
Zone = _choice(
    {
        "none": ("ไม่อยู่ในเขตพิเศษ", "none"),
        "eec": ("เขตพัฒนาพิเศษภาคตะวันออก", "Eastern Economic Corridor"),
    }
)
InvestmentModel = _choice(
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
DataClass = _choice(
    {
        "open": ("เปิดเผย", "open"),
        "internal": ("ใช้ภายใน", "internal"),
        "confidential": ("ลับ", "confidential"),
        "personal": ("ส่วนบุคคล", "personal"),
    }
)
ProjectStatus = _choice(
    {
        "planned": ("อยู่ในแผน", "planned"),
        "funded": ("ได้รับงบประมาณแล้ว", "funded"),
        "running": ("กำลังดำเนินการ", "running"),
        "done": ("แล้วเสร็จ", "done"),
        "stopped": ("ยุติ", "stopped"),
    }
)
Direction = _choice(
    {
        "increase": ("เพิ่ม", "increase"),
        "decrease": ("ลด", "decrease"),
        "maintain": ("คงไว้", "maintain"),
    }
)
Sector = _choice(
    {
        "people": ("ประชาชน", "people"),
        "public": ("ภาครัฐ", "public"),
        "private": ("ภาคเอกชน", "private"),
        "academic": ("สถาบันการศึกษา", "academic"),
    }
)
ProgressBasis = _choice(
    {
        "projects": ("จำนวนโครงการ", "projects"),
        "budget": ("งบประมาณ", "budget"),
        "other": ("อื่น ๆ", "other"),
    }
)
BoiActivity = _choice(
    {
        "area": ("พัฒนาพื้นที่เมืองอัจฉริยะ", "smart-city area"),
        "system": ("พัฒนาระบบเมืองอัจฉริยะ", "smart-city system"),
        "estate": ("นิคมหรือเขตอุตสาหกรรมอัจฉริยะ", "smart industrial estate"),
    }
)
