"""Words that the segmenter would cut: provinces, months, words of administration, loanwords."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, groupby, pairwise

_WORDS = """
กรุงเทพมหานคร กาญจนบุรี กำแพงเพชร ขอนแก่น ฉะเชิงเทรา เชียงราย นครนายก นครปฐม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี ปทุมธานี ประจวบคีรีขันธ์
ปัตตานี พะเยา ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ลพบุรี ลำพูน ศรีสะเกษ สิงห์บุรี หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ
อุทัยธานี กุมภาพันธ์ มีนาคม สิงหาคม กันยายน พฤหัสบดี ไตรมาส ตะวันออก ตะวันตก
กฤษฎีกา ก่อสร้าง ก้าวหน้า เกี่ยวข้อง ขนส่ง ขับเคลื่อน ข้อเท็จจริง ข้อบังคับ ข้อผิดพลาด ข้อยกเว้น เข้ารหัส คณะกรรมการ คณะอนุกรรมการ คณะทำงาน อนุกรรมการ ครัวเรือน
คะแนน ค่าใช้จ่าย คุกคาม คู่มือ เครือข่าย เคร่งครัด เครื่องปรับอากาศ คอนกรีต โครงสร้าง งบประมาณ จังหวัด จำแนก จอดรถ เจ้าหน้าที่ เจ้าของ ฉุกเฉิน ชัดแจ้ง
เชี่ยวชาญ เซ็นเซอร์ ไซเบอร์ ซอฟต์แวร์ ฐานะ ดิจิทัล ดีเซล เดินทาง โดยสาร ต้องการ ต่อเนื่อง ติดตาม ติดตั้ง ตำแหน่ง แต่งตั้ง แต่ละ ถ่ายทอด ทดสอบ ท้องถิ่น ทักษะ
ทรัพยากร ทรัพย์สิน ทันสมัย ทัศนียภาพ เทศบาล เทศบัญญัติ โทรศัพท์มือถือ ธรรมาภิบาล นางสาว นวัตกรรม นโยบาย แนวทาง บรรทัด บรรทุก บังคับ บันทึก ประกาศนียบัตร
ประชาสัมพันธ์ ประชามติ ปฏิบัติ ปฏิทิน ปัจจุบัน ป้องกัน เปราะบาง โปร่งใส ผู้แทนราษฎร ผู้ประกอบการ ผู้อำนวยการ ผู้สูงอายุ ผูกพัน เผยแพร่ พาหนะ พิทักษ์ พื้นฐาน ไฟเบอร์
เฟอร์นิเจอร์ โฟลเดอร์ ภาชนะ ภารกิจ มลพิษ มติชน มหาวิทยาลัย มั่นคง มาตรการ มาเลเซีย มิฉะนั้น มีเดีย ไมโคร ยกระดับ ยั่งยืน ยานพาหนะ ยืนยัน ร่วมมือ รวดเร็ว
ร้อยละ รหัส ราชกิจจานุเบกษา ละเมิด ล่าช้า เหลื่อมล้ำ แลกเปลี่ยน วัตถุประสงค์ วัตถุดิบ วัตถุ วารสาร วัลเลย์ วิเคราะห์ วิดีโอ วินิจฉัย วิสัยทัศน์ ศาสตราจารย์ ศิลปะ
ศิลปากร ศึกษาธิการ สตาร์ตอัป สตาร์ทอัพ สถานะ สนับสนุน สภาพแวดล้อม สอดคล้อง สัดส่วน สัมภาษณ์ สารบัญ สิ่งแวดล้อม สื่อสาร สร้างสรรค์ หน่วยงาน หนังสือ หลักฐาน หัวข้อ อธิการบดี
อธิบดี อธิบาย องค์กร องค์ประกอบ ออกซิเจน อักขระ อัตโนมัติ อุดหนุน อุตสาหกรรม อุบัติเหตุ อิเล็กทรอนิกส์ เอกสาร แอปพลิเคชัน แอปพลิเคชั่น ยูไนเต็ด ทุติยภูมิ เบื้องต้น ล่วงหน้า
เรียกว่า ใยแก้ว แวดล้อม มูลค่าเพิ่ม ฝรั่งเศส ญี่ปุ่น โจมตี
"""

_COMPOUNDS = """
กลุ่มเป้าหมาย กระบวนการ กล่าวถึง กล้องวงจรปิด กายภาพ กำกับ กิจการ ก๊าซเรือนกระจก ขนส่งสาธารณะ ข้อคิดเห็น ข้อมูลเปิด คนพิการ ครบถ้วน ครั้งที่ ควบคุม ความคิดเห็น
คัดแยก คาร์บอนไดออกไซด์ คิดเห็น งานวิจัย จัดการ จัดตั้ง จัดทำ ฉบับที่ ช่องทาง ดำเนินการ ดำเนินงาน ตรวจสอบ ตราสัญลักษณ์ ตามลำดับ ติดต่อ ต่อปี ต่อไป
ต่อไปนี้ ถัดไป ถูกต้อง ถ้อยคำ ทั้งหมด ทางหลวง ทางเท้า ทิศทาง ที่มา ที่อยู่ นำแสง น่าอยู่ น้อยกว่า น้ำท่วม บริหารจัดการ ประจำปี ประเทศไทย ประเมินผล ปีละ
ผลกระทบ ฝังกลบ พลังงานหมุนเวียน พลังงานแสงอาทิตย์ ฟื้นฟู ภาคเอกชน ภูมิอากาศ มากกว่า ยกเว้น รถไฟฟ้า รวบรวม รองรับ ระยะเวลา รับฟัง รับรอง รายปี รายได้
ร้องขอ ร้องทุกข์ ร้องเรียน ร้านค้า ลายลักษณ์อักษร วงเงิน วันที่ ว่าด้วย สรุปผล สั่งการ สิ้นสุด สีเขียว หน้าข้อมูล หน้าที่ หน้าเว็บ หมุนเวียน หมู่บ้าน
หลักสูตร หลักเกณฑ์ หลังคา ห้องปฏิบัติการ อยู่ระหว่าง อยู่อาศัย อย่างน้อย ออกแบบ อ่อนไหว อ้างถึง อ้างอิง เกินไป เข้าถึง เครื่องมือ เงินสด เดียวกัน
เนื้อหา เปิดเผย เพียงพอ เมื่อใด เรียนรู้ เรือนกระจก เห็นชอบ เอกสารแนบ แจ้งเตือน แบบสอบถาม แผนงาน แผนที่ แม่เมาะ แล้วเสร็จ แสงอาทิตย์ ใช้งาน ใต้ดิน
ได้รับ ไมโครกริด แหล่งที่มา ข้อสังเกต
"""
"""Words made of words: each part is one where words are counted, but a line does not end within."""

_PREFIXES = frozenset(
    {"การ", "ข้อ", "ความ", "คำ", "ค่า", "ตัว", "นัก", "ผู้", "ภาย", "ไม่", "ส่วน", "แหล่ง"}
)
"""Words that begin others and say little alone: no line ends with one."""

_PARTS = 4
"""Of how many parts a compound is made at most."""


@cache
def _pattern() -> re.Pattern[str]:
    """Find the words; grouped by their first letter, so that most places are passed at once."""
    words = sorted(_WORDS.split(), key=lambda word: (word[0], -len(word)))
    branches = (
        f"{first}(?:{'|'.join(word[1:] for word in group)})"
        for first, group in groupby(words, lambda word: word[0])
    )
    return re.compile(f"(?<![เแโใไั])(?:{'|'.join(branches)})(?![ะัาำ-ฺๅ็-๎])")


@cache
def _compounds() -> frozenset[str]:
    return frozenset(_COMPOUNDS.split())


def compounded(pieces: list[str]) -> list[str]:
    """Return the pieces of one run of Thai with compounds made whole, and prefixes before what they begin."""
    joined: list[str] = []
    at, waits = 0, False
    while at < len(pieces):
        ends = range(min(at + _PARTS, len(pieces)), at, -1)
        end = next((end for end in ends if "".join(pieces[at:end]) in _compounds()), at + 1)
        word = "".join(pieces[at:end])
        if waits:
            joined[-1] += word
        else:
            joined.append(word)
        at, waits = end, word in _PREFIXES
    return joined


def mended(pieces: list[str]) -> list[str]:
    """Return the pieces of one run of Thai cut anew: around these words and not through them."""
    run = "".join(pieces)
    cuts = set(accumulate(map(len, pieces), initial=0))
    for match in _pattern().finditer(run):
        inside = range(match.start() + 1, match.end())
        if not cuts.isdisjoint(inside):
            cuts = cuts.difference(inside) | {*match.span()}
    return [run[start:end] for start, end in pairwise(sorted(cuts))]
