"""The signature block: its authority against the issuing body and the kind, its abbreviations, the signer's name."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind, OfficialDocument, Signature
from kimhoa_app.documents.texts import Role, Text

_ARTICLE = "Nghị định số 30/2020/NĐ-CP, Điều 13 và Phụ lục I, mục II, 7"
_SLASHED = re.compile(r"\b(T)/(M)\b\.?\s*|\b(K)/(T)\b\.?\s*|\b(T)/(L)\b\.?\s*|\b(T)/(UQ)\b\.?\s*")
_LOOSE = re.compile(r"^(TM|KT|TL|TUQ|Q)(?:\.(?=\S)|\s*(?=\s[A-ZĐÀ-Ỹ]))\s*")
_DEGREE = re.compile(
    r"^(?:(?:PGS|GS|TS|Th\.?S|BS|KS|CN|Đồng chí|Thạc sĩ|Tiến sĩ|Kỹ sư|Cử nhân)\b\.?[\s,]|(?:Ông|Bà)\s(?=\S+\s\S+\s\S))",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN|UBND")
_COLLECTIVE = (DocumentKind.PLAN, DocumentKind.REPORT, DocumentKind.SUBMISSION, DocumentKind.NOTICE)
_STAFF_POST = re.compile(r"^(?:TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|PHÓ TRƯỞNG PHÒNG|PHÓ CHÁNH VĂN PHÒNG|GIÁM ĐỐC SỞ)")


def _signing_texts(subject: Subject) -> Iterator[Text]:
    return (text for text in subject.texts if text.spot.role in (Role.AUTHORITY, Role.POSITION))


def _abbreviations(subject: Subject) -> Iterator[Hit]:
    for text in _signing_texts(subject):
        found = _SLASHED.match(text.words) or _LOOSE.match(text.words)
        if found:
            mark = "".join(filter(None, found.groups()))
            shown = found[0].strip()
            message = f"“{shown}” phải viết là “{mark}.”, sau dấu chấm cách một chữ."
            yield hit_in(text, 0, found.end(), message, f"{mark}. ")


def _personal_against_collective(subject: Subject) -> Iterator[Hit]:
    """Yield a hit where a decision is issued by the chairman and signed for the committee, or the other way round."""
    document = subject.document
    post = document.issuing_post.upper()
    if document.kind is not DocumentKind.DECISION or not post or len(document.signatures) != 1:
        return
    signature = document.signatures[0]
    stands_for = _stands_for_a_body(signature)
    if post.startswith("CHỦ TỊCH") and stands_for:
        yield _on(signature, "Quyết định do Chủ tịch ban hành thì người ký không đề “TM. ỦY BAN NHÂN DÂN”.")
    elif _COMMITTEE.match(post) and not stands_for and "CHỦ TỊCH" in signature.position.upper():
        yield _on(signature, "Quyết định do Ủy ban nhân dân ban hành thì phải ký “TM. ỦY BAN NHÂN DÂN”.")


def _without_authority(subject: Subject) -> Iterator[Hit]:
    """Yield a hit where a paper of the committee is signed by the chairman without "TM. ỦY BAN NHÂN DÂN"."""
    document = subject.document
    if document.kind not in _COLLECTIVE or not _is_of_a_committee(document) or len(document.signatures) != 1:
        return
    signature = document.signatures[0]
    lines = " ".join((*signature.authority, signature.position)).upper()
    if "CHỦ TỊCH" in lines and not re.search(r"\b(?:TM|T/M|THAY MẶT|TL|TUQ)\b", lines):
        yield _on(
            signature, "Văn bản của Ủy ban nhân dân ký thay mặt tập thể: trên chức vụ phải có “TM. ỦY BAN NHÂN DÂN”."
        )


def _deputies(subject: Subject) -> Iterator[Hit]:
    for signature in subject.document.signatures:
        position = signature.position.upper()
        above = " ".join(signature.authority).upper()
        signs_for = re.search(r"\b(?:KT|K/T|KÝ THAY)\b", above) is not None
        if position.startswith("PHÓ CHỦ TỊCH") and not re.search(r"\b(?:KT|K/T|KÝ THAY|TUQ)\b", above):
            yield _on(signature, "Cấp phó ký thì phía trên phải có “KT. CHỦ TỊCH”.")
        elif signs_for and not position.startswith(("PHÓ", "QUYỀN", "Q.")):
            yield _on(signature, f"“KT.” là cấp phó ký thay cấp trưởng, nhưng chức vụ ghi “{signature.position}”.")


def _order(subject: Subject) -> Iterator[Hit]:
    for signature in subject.document.signatures:
        marks = [line.upper()[:2] for line in signature.authority]
        if "TM" in marks and "KT" in marks and marks.index("KT") < marks.index("TM"):
            yield _on(signature, "“TM. …” đứng trên, “KT. …” đứng dưới.")


def _by_order(subject: Subject) -> Iterator[Hit]:
    if not _is_of_a_committee(subject.document):
        return
    for signature in subject.document.signatures:
        if _STAFF_POST.match(signature.position.upper()) and not signature.authority:
            yield _on(
                signature, f"{signature.position.capitalize()} ký văn bản của Ủy ban nhân dân phải có “TL. CHỦ TỊCH”."
            )


def _signer_titles(subject: Subject) -> Iterator[Hit]:
    for signature in subject.document.signatures:
        found = _DEGREE.match(signature.name)
        if found:
            yield Hit(f"Trước họ tên người ký không ghi “{found[0].strip()}”.", signature.name, place=signature.place)


def _is_of_a_committee(document: OfficialDocument) -> bool:
    head = document.letterhead
    return head is not None and _COMMITTEE.match(" ".join(head.issuer).upper()) is not None


def _stands_for_a_body(signature: Signature) -> bool:
    return any(re.match(r"T/?M\b|THAY MẶT", line.upper()) for line in signature.authority)


def _on(signature: Signature, message: str) -> Hit:
    shown = (*signature.authority, signature.position)
    return Hit(message, next(filter(None, shown), ""), place=signature.place)


RULES: tuple[Rule, ...] = (
    Rule("signature-mark", "form", Severity.WARNING, "“TM.”, “KT.”, “TL.” viết sai mẫu", _ARTICLE, _abbreviations),
    Rule(
        "signature-issuer",
        "form",
        Severity.ERROR,
        "quyết định ký không đúng thẩm quyền ban hành",
        "Nghị định số 30/2020/NĐ-CP, Điều 13 và Phụ lục III, Mẫu 1.2",
        _personal_against_collective,
    ),
    Rule(
        "signature-collective",
        "form",
        Severity.WARNING,
        "văn bản của tập thể thiếu “TM.”",
        _ARTICLE,
        _without_authority,
    ),
    Rule("signature-deputy", "form", Severity.WARNING, "cấp phó ký thiếu “KT.”, hoặc “KT.” sai", _ARTICLE, _deputies),
    Rule("signature-order", "form", Severity.WARNING, "“KT.” đứng trên “TM.”", _ARTICLE, _order),
    Rule("signature-by-order", "form", Severity.WARNING, "cấp phòng ký thiếu “TL.”", _ARTICLE, _by_order),
    Rule("signer-title", "form", Severity.WARNING, "học vị, “Ông”, “Bà” trước tên người ký", _ARTICLE, _signer_titles),
)
