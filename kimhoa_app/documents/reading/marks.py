"""What the lines of a document's head and foot look like, whoever typed them."""

import re

from kimhoa_app.text.search_keys import search_key

SHORT = 300  # characters of the longest line that can be a mark
_PEN = r"[\s.…_]*"

NUMBER = re.compile(
    rf"^(?:Số|SỐ|số)\s*:?{_PEN}(?P<number>\d{{0,5}}[a-z]?){_PEN}(?P<sign>[/-])\s*(?P<symbol>[A-ZĐ][\w.&]*(?:(?:\s?[-–/]\s?|\s(?=UBND|HĐND|HĐTĐKT))[A-ZĐ][\w.&]*)*)"
    r"\s*(?P<rest>.*)$",
    re.DOTALL,
)
_DAY = (
    rf"[Nn]gày{_PEN}(?P<day>\d{{0,2}}){_PEN}tháng{_PEN}(?P<month>\d{{0,2}}){_PEN}năm{_PEN}(?P<year>\d{{4}})"
    r"|(?:[Nn]gày\s*)?(?P<day2>\d{1,2})\s*[/.-]\s*(?P<month2>\d{1,2})\s*[/.-]\s*(?P<year2>\d{4})"
)
DATE = re.compile(rf"^(?:(?P<place>[^\d,:;]{{2,60}}?),?\s*)?(?:{_DAY})\s*[.]?$")
LETTER_SUBJECT = re.compile(r"^(?:V/v|V/V|v/v|Về việc|Vv)\b:?\s*")
ADDRESSING = re.compile(r"^(?:Kính gửi|KÍNH GỬI|Kính mời|Trân trọng kính mời|Kính trình)\s*:\s*")
RECIPIENTS = re.compile(r"^N[ơƠ][iI]\s+NH[ậẬ]N\s*:?\s*|^Nơi nhận\s*:?\s*")
URGENCY = re.compile(r"^(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)$")
CIRCULATION = re.compile(r"^(?:XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ)$")
AUTHORITY = re.compile(r"^(?:T/?M|K/?T|T/?L|TUQ|T/?UQ|Q|THỪA LỆNH|THAY MẶT|KÝ THAY)[.\s]\s*[A-ZĐÀ-Ỹ]")
_POSTS = (
    "CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ|TRƯỞNG|PHÓ|CHÁNH|THƯ KÝ|CHỦ TRÌ|CHỦ TỌA|CHỦ TOẠ|GIÁM ĐỐC|HIỆU TRƯỞNG|"
    "TỔ TRƯỞNG|TỔ PHÓ|ỦY VIÊN|UỶ VIÊN|THÀNH VIÊN|NGƯỜI|ĐẠI DIỆN|CÔNG CHỨC|CÁN BỘ|TM|KT|XÁC NHẬN|THÔN TRƯỞNG"
)
_POST = re.compile(rf"^(?:{_POSTS})\b", re.IGNORECASE)
NOTE = re.compile(r"^\((?:đã|ký|kí|chữ ký|đóng dấu)[^()]*\)$|^(?:đã ký|ký tên|ký, đóng dấu)$", re.IGNORECASE)
NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\.?\s+){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*$|^(?:[A-ZĐÀ-Ỹ]{1,8}\s+){1,5}[A-ZĐÀ-Ỹ]{1,8}$")
DRAFTER = re.compile(r"^[A-ZĐ]{2,5}\s?[.]\s?\d{1,3}\.?$")
APPENDIX = re.compile(
    r"^(?P<heading>(?i:phụ lục)(?:\s+(?:số\s+)?(?:[IVX]+|\d{1,2}|[A-HĐ]))?)"
    r"\s*(?:[.:]?$|[.:–-]\s*(?P<title>[A-ZĐÀ-Ỹ][^a-zà-ỹ]*)$)"
)
APPENDIX_REFERENCE = re.compile(r"^\(?\s*(?:Ban hành )?(?:[Kk]èm theo|[Đđ]ính kèm|[Bb]an hành kèm)\b.*$")
BASIS = re.compile(r"^(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Xét tờ trình|Theo)\s")
BULLET = re.compile(r"^[-–—+•*·▪●○✓\uf0b7]\s*(?=\S)")
_BODIES = (
    "UBND|ỦY BAN|UỶ BAN|HĐND|HỘI|ĐẢNG|BAN|SỞ|PHÒNG|TRƯỜNG|TRẠM|VĂN PHÒNG|CÔNG AN|BỘ|ĐOÀN|CHI BỘ|TRUNG TÂM|HỢP TÁC XÃ|"
    "MẶT TRẬN|TỔ|CHI CỤC|CÔNG ĐOÀN|LIÊN ĐOÀN|QUÂN SỰ"
)
BODY_NAME = re.compile(rf"^(?:{_BODIES})\b", re.IGNORECASE)
UNIT = re.compile(r"^(?:TỈNH|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TP|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|THÔN|XÓM)\b", re.IGNORECASE)
CLOSING = re.compile(
    r"^(?:Trên đây|Nhận được|Đề nghị|Yêu cầu|Kính đề nghị|Kính mong|Kính trình|Rất mong|Trân trọng|"
    r"Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng|Trong quá trình|Quá trình|Giao |Văn phòng|"
    r"Chỉ thị này|Kế hoạch này|Quyết định này|Căn cứ|Biên bản|Cuộc họp|Hội nghị|Phiên họp|Buổi họp|"
    r"Chủ tịch|Các |Thủ trưởng|Mọi )"
)
_NATION = "cong hoa xa hoi chu nghia viet nam"
_MOTTO = re.compile(r"doc lap\W+tu do\W+hanh phuc")
_TITLES = (
    "KẾ HOẠCH|CHỈ THỊ|QUYẾT ĐỊNH|TỜ TRÌNH|BIÊN BẢN|BÁO CÁO|THÔNG BÁO|GIẤY MỜI|HƯỚNG DẪN|DANH SÁCH|PHIẾU BẦU|"
    "CHƯƠNG TRÌNH|NGHỊ QUYẾT|QUY CHẾ|QUY ĐỊNH|ĐỀ ÁN|PHƯƠNG ÁN|CÔNG ĐIỆN|GIAO ƯỚC|BẢN GIAO ƯỚC|BẢN ĐĂNG KÝ|THƯ MỜI|"
    "LỜI KÊU GỌI|THỂ LỆ|BẢNG TỔNG HỢP|PHIẾU"
)
_TITLE = re.compile(rf"^(?P<title>{_TITLES})(?P<rest>\s.*)?$", re.DOTALL)
_LETTERS = re.compile(r"\w")
_RUN_TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<left>.+?)\s+(?P<right>CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM\W*)",
        r"(?P<capitals>.+?)\s+(?P<right>(?i:độc lập\W+tự do\W+hạnh phúc)\W*)",
        rf"(?P<left>(?:Số|SỐ)\s*:?[^,]*?)\s+(?P<right>(?![A-ZĐ]{{2,}}\s)[A-ZĐÀ-Ỹ][^\W\d]*(?:\s[A-ZĐÀ-Ỹ][^\W\d]*){{0,4}},\s*(?:{_DAY}))",
        r"(?P<left>Nơi nhận\s*:?|[-+•].*[;,.])\s+(?P<right>(?:TM|KT|TL|TUQ|Q)\.\s.*|(?:PHÓ )?CHỦ TỊCH)",
    )
)


def is_nation_or_motto(text: str) -> bool:
    """Return whether `text` is Quốc hiệu or Tiêu ngữ and nothing else."""
    if not 20 <= len(text) <= 60:
        return False
    key = search_key(text).strip(" -–*_")
    return key == _NATION or _MOTTO.fullmatch(key) is not None


def run_together(text: str) -> list[str]:
    """Return the left and the right part of a line of the head or foot whose gap was lost, else the line alone."""
    for pattern in _RUN_TOGETHER:
        found = pattern.fullmatch(text)
        if found and (left := found[1]) and (left.isupper() or "capitals" not in found.re.groupindex):
            return [left, found["right"]]
    return [text]


def tight_symbol(symbol: str) -> str:
    """Return a symbol without spaces; "KH UBND", whose hyphen was lost, has it again."""
    return re.sub(r"\s", "", re.sub(r"(?<=\w)\s(?=\w)", "-", symbol))


def is_rule(text: str) -> bool:
    """Return whether `text` has no word in it, as a line drawn with signs."""
    return _LETTERS.search(text.replace("_", "")) is None


def title_of(text: str) -> tuple[str, str] | None:
    """Return the name of the kind that a line prints as title, and what follows it on the line; None for another."""
    if len(text) > SHORT:
        return None
    spaced = " ".join(text.split())
    found = _TITLE.match(spaced)
    if found is None and len(spaced) < 20:
        found = _TITLE.match(spaced.upper())
        found = found if found and not found["rest"] else None
        return (spaced, "") if found else None
    if found is None or spaced.endswith(":") or not (found["rest"] is None or spaced.isupper()):
        return None
    return found["title"], (found["rest"] or "").strip()


def is_post(text: str) -> bool:
    """Return whether a line is a post under which somebody signs: in capitals, or all of a short line."""
    return len(text) <= 90 and _POST.match(text) is not None and (text.isupper() or len(text) <= 30)


def is_capitals(text: str) -> bool:
    """Return whether a line is set in capitals and long enough for that to mean something."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 3


def bare(text: str) -> str:
    """Return an entry of a list without its bullet and the stop that ends it."""
    return BULLET.sub("", text.strip()).rstrip(" ;.,")
