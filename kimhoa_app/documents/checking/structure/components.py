"""Components of the form: those that a document of its kind must have, and their order on the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import printed_lines
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Place
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.reading.kinds import kind_name

_BASIS = "Nghị định số 30/2020/NĐ-CP, Điều 8: các thành phần thể thức chính"
_ORDER = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III: vị trí các thành phần thể thức"
_OF_A_DECISION = "Nghị định số 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2"
_WITHOUT_NUMBER = (DocumentKind.LIST, DocumentKind.MINUTES, DocumentKind.OTHER)
_WITHOUT_DATE = (DocumentKind.MINUTES, DocumentKind.OTHER)
_WITHOUT_SUBJECT = (DocumentKind.INVITATION, DocumentKind.LIST, DocumentKind.OTHER)
_WITHOUT_RECIPIENTS = (DocumentKind.LIST, DocumentKind.MINUTES, DocumentKind.OTHER)
_ADDRESSED = (DocumentKind.LETTER, DocumentKind.SUBMISSION, DocumentKind.INVITATION)
_UNSIGNED = (DocumentKind.LIST, DocumentKind.OTHER)


@dataclass(frozen=True, slots=True)
class _Component:
    name: str
    is_there: bool
    is_needed: bool = True


def _missing(subject: Subject) -> Iterator[Hit]:
    names = [each.name for each in _components(subject) if each.is_needed and not each.is_there]
    if names:
        yield Hit(f"{kind_name(subject.document.kind)} còn thiếu: {', '.join(names)}.")


def _components(subject: Subject) -> Iterator[_Component]:
    document, kind = subject.document, subject.document.kind
    head = document.letterhead
    yield _Component("quốc hiệu và tiêu ngữ", _has_nation(subject), kind is not DocumentKind.OTHER)
    yield _Component("tên cơ quan ban hành", bool(head and head.issuer), kind is not DocumentKind.OTHER)
    yield _Component("dòng số, ký hiệu", bool(head and head.symbol), kind not in _WITHOUT_NUMBER)
    yield _Component("địa danh và thời gian ban hành", bool(head and head.date), kind not in _WITHOUT_DATE)
    yield _Component("tên loại văn bản", bool(document.title), kind is not DocumentKind.LETTER)
    yield _Component(
        "trích yếu (V/v …)" if kind is DocumentKind.LETTER else "trích yếu",
        bool(document.subject),
        kind not in _WITHOUT_SUBJECT,
    )
    yield _Component("nơi kính gửi", bool(document.addressees), kind in _ADDRESSED)
    yield from _of_the_foot(document)


def _of_the_foot(document: OfficialDocument) -> Iterator[_Component]:
    kind, signatures = document.kind, document.signatures
    yield _Component("nơi nhận", bool(document.recipients), kind not in _WITHOUT_RECIPIENTS)
    yield _Component("chức vụ người ký", any(each.position for each in signatures), kind not in _UNSIGNED)
    has_places = any(each.place for each in signatures)
    yield _Component("họ tên người ký", any(each.name for each in signatures), bool(signatures) and has_places)


def _has_nation(subject: Subject) -> bool:
    if subject.source is None:
        return subject.document.letterhead is not None
    return any(marks.is_nation_or_motto(line.text) for line in printed_lines(subject.source))


def _parts_of_a_decision(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    if document.kind is not DocumentKind.DECISION:
        return
    has_articles = any(section.label.startswith("Điều") for _, section in document.walk_sections())
    components = (
        _Component("thẩm quyền ban hành (CHỦ TỊCH ỦY BAN NHÂN DÂN …)", bool(document.issuing_post)),
        _Component("căn cứ ban hành", bool(document.legal_bases)),
        _Component("dòng “QUYẾT ĐỊNH:”", bool(document.enacting)),
        _Component("các điều (Điều 1, Điều 2 …)", has_articles),
    )
    names = [each.name for each in components if not each.is_there]
    if names:
        yield Hit(f"Quyết định còn thiếu: {', '.join(names)}.")


def _misplaced(subject: Subject) -> Iterator[Hit]:
    places = subject.document.places
    title = places.title or places.subject
    for name, place in (("Dòng số, ký hiệu", places.number), ("Dòng địa danh, ngày tháng", places.date)):
        if _is_after(place, title) and subject.document.title:
            yield Hit(f"{name} đứng sau tên loại văn bản; phải đứng trên, cùng hàng ở đầu trang.", place=place)
    basis = places.legal_bases[0] if places.legal_bases else None
    if _is_after(basis, places.enacting):
        yield Hit("Căn cứ ban hành phải đứng trước dòng “QUYẾT ĐỊNH:”.", place=basis)


def _is_after(place: Place | None, other: Place | None) -> bool:
    return place is not None and other is not None and place.paragraph > other.paragraph


RULES: tuple[Rule, ...] = (
    Rule("component-missing", "structure", Severity.WARNING, "thiếu thành phần thể thức", _BASIS, _missing),
    Rule(
        "decision-part-missing",
        "structure",
        Severity.WARNING,
        "quyết định thiếu thẩm quyền, căn cứ, điều",
        _OF_A_DECISION,
        _parts_of_a_decision,
    ),
    Rule("component-order", "structure", Severity.WARNING, "thành phần thể thức sai vị trí", _ORDER, _misplaced),
)
