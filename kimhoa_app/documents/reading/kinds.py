"""Which kind of document a paper is, from its title or its symbol (Nghị định số 30/2020/NĐ-CP, Phụ lục III)."""

from kimhoa_app.documents.model import DocumentKind

_TITLES = {
    "KẾ HOẠCH": DocumentKind.PLAN,
    "CHỈ THỊ": DocumentKind.DIRECTIVE,
    "QUYẾT ĐỊNH": DocumentKind.DECISION,
    "TỜ TRÌNH": DocumentKind.SUBMISSION,
    "BIÊN BẢN": DocumentKind.MINUTES,
    "BÁO CÁO": DocumentKind.REPORT,
    "THÔNG BÁO": DocumentKind.NOTICE,
    "GIẤY MỜI": DocumentKind.INVITATION,
    "HƯỚNG DẪN": DocumentKind.GUIDANCE,
    "DANH SÁCH": DocumentKind.LIST,
    "PHIẾU BẦU": DocumentKind.LIST,
    "HỒ SƠ": DocumentKind.LIST,
    "BẢNG ĐỐI CHIẾU": DocumentKind.LIST,
}


_WITHOUT_TITLE = {DocumentKind.LETTER: "Công văn", DocumentKind.OTHER: "Văn bản"}


def kind_name(kind: DocumentKind) -> str:
    """Return what people call a document of this kind, as "Kế hoạch"."""
    named = next((words for words, each in _TITLES.items() if each is kind), None)
    return named.capitalize() if named else _WITHOUT_TITLE[kind]


def kind_of(symbol: str, title: str) -> DocumentKind:
    """Return the kind that the title names, else the one in the symbol; a symbol without one is a letter's."""
    named = next((kind for words, kind in _TITLES.items() if title.upper().startswith(words)), None)
    if named or not symbol:
        return named or DocumentKind.OTHER
    abbreviation = symbol.split("-")[0]
    if abbreviation in set(DocumentKind):
        return DocumentKind(abbreviation)
    return DocumentKind.OTHER if title else DocumentKind.LETTER
