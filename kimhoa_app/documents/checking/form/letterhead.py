"""The words of the head: national name and motto, name of the issuing body, number line, date line, subject."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import printed_lines
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, Letterhead
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.kinds import kind_name
from kimhoa_app.documents.texts import Role

_DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"
_SYMBOLS = "Nghị định số 30/2020/NĐ-CP, Phụ lục III: chữ viết tắt tên loại văn bản"
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NUMBER = re.compile(r"(?P<word>[Ss][ốỐ])\s*(?P<colon>:?)[\s.…_]*(?P<figures>\d*[a-z]?)[\s.…_]*/[ ]*[A-ZĐ][^\s,;]*")
_DATE = re.compile(r"^[^\d,]+,\s*ngày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm\s*\d{4}$")
_TYPES = re.compile(
    r"(?:NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB)(?=[-–/])"
)
_STARS = "*_ "


def _national_name(subject: Subject) -> Iterator[Hit]:
    if subject.source is None:
        return
    for line in printed_lines(subject.source):
        text = line.text.strip(_STARS)
        if not marks.is_nation_or_motto(text):
            continue
        wanted = _MOTTO if text[:1].lower() == "đ" else _NATION
        if text != wanted and text.replace("HOÀ", "HÒA") != wanted:
            yield Hit(f"“{text}” phải viết là “{wanted}”.", text, place=line.place)


def _issuer_in_full(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        found = re.match(r"UBND|HĐND", text.words)
        if found and text.spot.role is Role.ISSUER:
            full = "ỦY BAN NHÂN DÂN" if found[0] == "UBND" else "HỘI ĐỒNG NHÂN DÂN"
            yield hit_in(text, 0, found.end(), "Tên cơ quan ban hành viết đầy đủ, không viết tắt.", full)


def _number_line(subject: Subject) -> Iterator[Hit]:
    place = subject.document.places.number
    if subject.source is None or place is None:
        return
    found = _NUMBER.search(subject.source.paragraphs[place.paragraph - 1].text)
    if found is None:
        return
    line, figures = " ".join(found[0].split()), found["figures"]
    if found["word"] != "Số" or not found["colon"]:
        yield Hit(f"Dòng số, ký hiệu “{line}” phải bắt đầu bằng “Số:”.", found[0], place=place)
    elif re.search(r"\w\s+/|/\s", found[0]) and figures:
        yield Hit(f"Dòng “{line}”: không viết cách giữa số, dấu “/” và ký hiệu.", found[0], place=place)
    elif figures.isdecimal() and len(figures) == 1:
        yield Hit(f"Dòng “{line}”: số nhỏ hơn 10 phải ghi thêm số 0 phía trước.", found[0], place=place)


def _symbol_of_another_kind(subject: Subject) -> Iterator[Hit]:
    document, head = subject.document, subject.document.letterhead
    if not head or not head.symbol or not document.title or document.kind in (DocumentKind.OTHER, DocumentKind.LIST):
        return
    abbreviation = _TYPES.match(head.symbol)
    if abbreviation and abbreviation[0] != document.kind.value:
        yield Hit(
            f"{kind_name(document.kind)} mà ký hiệu là “{head.symbol}”; ký hiệu phải bắt đầu bằng "
            f"“{document.kind.value}”.",
            head.symbol,
            place=document.places.number,
        )


def _date_line(subject: Subject) -> Iterator[Hit]:
    head = subject.document.letterhead
    text = " ".join(head.date_text.split()).rstrip(".") if head else ""
    if not text or _DATE.match(text):
        return
    place = subject.document.places.date
    lacks_place = head is not None and not head.place
    reason = "thiếu địa danh" if lacks_place else _what_is_wrong(head, text)
    yield Hit(f"Dòng thời gian “{text}” {reason}; mẫu là “Kim Hoa, ngày 05 tháng 01 năm 2026”.", text, place=place)


def _what_is_wrong(head: Letterhead | None, text: str) -> str:
    if "ngày" not in text or "tháng" not in text:
        return "phải viết đủ chữ ngày, tháng, năm"
    return "thiếu dấu phẩy sau địa danh" if head and f"{head.place}," not in text else "viết chưa đúng mẫu"


def _subject_stop(subject: Subject) -> Iterator[Hit]:
    for text in subject.texts:
        if text.spot.role is Role.SUBJECT and text.words.endswith((".", ";", ",")) and not text.words.endswith("..."):
            end = len(text.words)
            yield hit_in(text, end - 1, end, f"Cuối trích yếu không có dấu “{text.words[-1]}”.", "")


RULES: tuple[Rule, ...] = (
    Rule(
        "national-name", "form", Severity.WARNING, "quốc hiệu, tiêu ngữ viết sai mẫu", f"{_DECREE}, 1", _national_name
    ),
    Rule("issuer-short", "form", Severity.INFO, "tên cơ quan ban hành viết tắt", f"{_DECREE}, 2", _issuer_in_full),
    Rule("number-line", "form", Severity.WARNING, "dòng số, ký hiệu sai mẫu", f"{_DECREE}, 3", _number_line),
    Rule(
        "symbol-kind",
        "form",
        Severity.ERROR,
        "ký hiệu của loại văn bản khác",
        _SYMBOLS,
        _symbol_of_another_kind,
    ),
    Rule("date-line", "form", Severity.WARNING, "dòng địa danh, thời gian sai mẫu", f"{_DECREE}, 4", _date_line),
    Rule("subject-stop", "form", Severity.INFO, "cuối trích yếu có dấu câu", f"{_DECREE}, 5", _subject_stop),
)
