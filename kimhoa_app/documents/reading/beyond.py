"""What a Word file holds that a document of the office cannot: pictures, colours, comments, tracked changes."""

from collections import Counter
from collections.abc import Mapping

from docx.oxml.ns import qn

from kimhoa_app.documents.reading.package import WordPackage

_NAMES: Mapping[str, str] = {
    "w:ins": "dấu vết sửa đổi (Track Changes)",
    "w:del": "dấu vết sửa đổi (Track Changes)",
    "w:commentReference": "lời nhận xét (Comment)",
    "w:pict": "hình vẽ",
    "w:drawing": "hình vẽ, hình ảnh",
    "w:highlight": "tô nền chữ",
    "w:color": "màu chữ",
    "w:u": "gạch chân",
    "w:strike": "gạch ngang chữ",
    "w:vertAlign": "chỉ số trên, dưới",
    "w:sz": "cỡ chữ riêng",
    "w:rFonts": "phông chữ riêng",
    "w:footnoteReference": "chú thích cuối trang",
    "w:vMerge": "ô gộp theo cột",
}


def beyond_the_model(written: bytes, changed: bytes, name: str) -> tuple[str, ...]:
    """Return what `changed` has more of than the file as it was `written`, and the model does not keep.

    Raises UnusableFile, which names the file, for what is no .docx.
    """
    before, after = _counts(written, name), _counts(changed, name)
    return tuple(dict.fromkeys(words for tag, words in _NAMES.items() if after[qn(tag)] > before[qn(tag)]))


def _counts(content: bytes, name: str) -> Counter[str]:
    package = WordPackage(content, name)
    root = package.part(package.main)
    return Counter(str(element.tag) for element in root.iter()) if root is not None else Counter()
